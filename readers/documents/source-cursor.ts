/** Lines and columns of a text that goes by in pieces, found once and only forwards. */

export interface SourceCursor {
  /** Of the place last moved to; both from 1, columns in code points. */
  line: number;
  column: number;
  /** Moves on to a place of the text that is held; one before the cursor leaves it where it is. */
  moveTo(at: number): void;
}

/** The text held: `start` is the place, in UTF-16 units, at which it begins. */
export interface HeldText {
  readonly text: string;
  readonly start: number;
  /** True if there may be code points of two units in it. */
  readonly hasPairs: boolean;
}

function countPoints(text: string, from: number, to: number): number {
  let points = to - from;
  // The second half of a pair is no code point of its own.
  for (let i = from; i < to; i++) if ((text.charCodeAt(i) & 0xfc00) === 0xdc00) points--;
  return points;
}

/** Starts at the first place of a text. What lies before the cursor need not be held. */
export function createSourceCursor(held: HeldText): SourceCursor {
  let passed = 0;
  /** The next line end at or after the cursor, as far as text was held when it was looked for. */
  let lineEnd = -1;
  let lookedTo = 0;
  const nextLineEnd = (): number => {
    const found = held.text.indexOf('\n', passed - held.start);
    lookedTo = held.start + held.text.length;
    lineEnd = found === -1 ? lookedTo : held.start + found;
    return lineEnd;
  };
  const cursor: SourceCursor = {
    line: 1,
    column: 1,
    moveTo(at) {
      if (at <= passed) return;
      const isKnown = lineEnd >= passed && lineEnd < lookedTo;
      for (let next = isKnown ? lineEnd : nextLineEnd(); next < at; next = nextLineEnd()) {
        cursor.line++;
        cursor.column = 1;
        passed = next + 1;
      }
      cursor.column += held.hasPairs ? countPoints(held.text, passed - held.start, at - held.start) : at - passed;
      passed = at;
    },
  };
  return cursor;
}
