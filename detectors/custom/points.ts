/** Sets of characters as ranges of code points. */

/** Ranges of code points, ends included, in ascending order, none touching another. */
export type Points = readonly (readonly [first: number, last: number])[];

const lastPoint = 0x10ffff;
/** Above this letters have no second case of their own that people type. */
const lastCased = 0x24f;

const pointOf = (character: string): number => character.codePointAt(0) ?? 0;
/** One character. */
export const single = (character: string): Points => [[pointOf(character), pointOf(character)]];

/** Ranges in any order, joined where they touch. */
export function unite(ranges: readonly (readonly [number, number])[]): Points {
  const united: [number, number][] = [];
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const open = united.at(-1);
    if (open !== undefined && first <= open[1] + 1) open[1] = Math.max(open[1], last);
    else united.push([first, last]);
  }
  return united;
}

/** Every other character. */
export function complement(points: Points): Points {
  let from = 0;
  const rest: [number, number][] = [];
  for (const [first, last] of points) {
    if (first > from) rest.push([from, first - 1]);
    from = last + 1;
  }
  return from <= lastPoint ? [...rest, [from, lastPoint]] : rest;
}

/** Both cases of the letters that have two. */
export function bothCases(points: Points): Points {
  const more: (readonly [number, number])[] = [...points];
  for (const [first, last] of points) {
    for (let point = first; point <= Math.min(last, lastCased); point++) {
      const letter = String.fromCodePoint(point);
      for (const other of [letter.toLowerCase(), letter.toUpperCase()]) if ([...other].length === 1) more.push(...single(other));
    }
  }
  return unite(more);
}

export const lineBreaks: Points = unite([...single('\n'), ...single('\r')]);

/** What `\d`, `\s` and `\w` stand for. A digit is one of the three scripts in use here, a space never ends a line. */
export const namedPoints: Readonly<Record<string, Points>> = {
  d: [
    [0x30, 0x39],
    [0x660, 0x669],
    [0x6f0, 0x6f9],
  ],
  s: unite([' ', '\t', '\u{a0}', '\u{202f}'].flatMap(single)),
  w: [[0x30, 0x39], [0x41, 0x5a], ...single('_'), [0x61, 0x7a]],
};
