/** Breaks a text into lines and puts each into the order the eye reads (UAX 9), in pieces that a font can shape by itself. */
import type { Bidi, EmbeddingLevels } from 'bidi-js';
import type { Direction } from './direction.ts';

/** A piece of a line: drawn from left to right, an Arabic one shaped from right to left by the font. */
export interface Piece {
  readonly text: string;
  /** Distance from the left end of the line, in points. */
  readonly x: number;
}

export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
}

/** Width of a text in points. */
export type Measure = (text: string) => number;

const controls = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** What is drawn of a text: without marks of direction. */
const drawn = (text: string) => text.replaceAll(controls, '');

/** Where a line may end: after a space, and after a slash of a long URI. */
const words = /[^\s/]*(?:\/+|\s+|$)/gu;

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Cuts a word that is wider than a line. */
function cutWord(text: string, { start, end }: Span, width: number, measure: Measure): readonly Span[] {
  const spans: Span[] = [];
  let from = start;
  let at = start;
  for (const character of text.slice(start, end)) {
    const next = at + character.length;
    if (at > from && measure(drawn(text.slice(from, next))) > width) {
      spans.push({ start: from, end: at });
      from = at;
    }
    at = next;
  }
  return [...spans, { start: from, end }];
}

function breakLines(text: string, width: number, measure: Measure): readonly Span[] {
  const lines: Span[] = [];
  let line: Span | null = null;
  const take = (word: Span) => {
    const start = line?.start ?? word.start;
    if (line === null || measure(drawn(text.slice(start, word.end)).trimEnd()) <= width) {
      line = { start, end: word.end };
      return;
    }
    lines.push(line);
    line = word;
  };
  for (const found of text.matchAll(words)) {
    if (found[0] === '') continue;
    const word = { start: found.index, end: found.index + found[0].length };
    const fits = measure(drawn(found[0]).trimEnd()) <= width;
    for (const part of fits ? [word] : cutWord(text, word, width, measure)) take(part);
  }
  return line === null ? lines : [...lines, line];
}

const shaped = /[\p{Script=Arabic}\p{M}\u0640]+|[^\p{Script=Arabic}\p{M}\u0640]+/gu;
const isArabic = /[\p{Script=Arabic}\u0640]/u;

/** A run that goes from right to left: its Arabic is left to the font, everything else is turned round and mirrored here. */
function turnRun(bidi: Bidi, run: string): readonly string[] {
  return (run.match(shaped) ?? []).toReversed().map((piece) =>
    isArabic.test(piece)
      ? piece
      : [...piece]
          .toReversed()
          .map((character) => bidi.getMirroredCharacter(character) ?? character)
          .join(''),
  );
}

/** Neighbours in the order of the eye that are neighbours in the text too, in one direction. */
function visualRuns(bidi: Bidi, text: string, levels: EmbeddingLevels, { start, end }: Span): readonly string[] {
  const order = bidi.getReorderedIndices(text, levels, start, end - 1).slice(start, end);
  const pieces: string[] = [];
  for (let at = 0; at < order.length;) {
    const first = order[at] ?? 0;
    const level = levels.levels[first] ?? 0;
    const step = level % 2 === 0 ? 1 : -1;
    let next = at + 1;
    while (next < order.length && order[next] === (order[next - 1] ?? 0) + step && levels.levels[order[next] ?? 0] === level)
      next += 1;
    const last = order[next - 1] ?? first;
    const run = drawn(text.slice(Math.min(first, last), Math.max(first, last) + 1));
    pieces.push(...(step === 1 ? [run] : turnRun(bidi, run)));
    at = next;
  }
  return pieces.filter((piece) => piece !== '');
}

/** Lays a paragraph out in lines of at most `width` points. */
export function layLines(
  bidi: Bidi,
  text: string,
  { direction, width, measure }: { readonly direction: Direction; readonly width: number; readonly measure: Measure },
): readonly Line[] {
  const levels = bidi.getEmbeddingLevels(text, direction);
  return breakLines(text, width, measure).map(({ start, end }) => {
    const trimmed = { start, end: start + text.slice(start, end).trimEnd().length };
    let x = 0;
    const pieces = visualRuns(bidi, text, levels, trimmed).map((piece) => {
      const at = x;
      x += measure(piece);
      return { text: piece, x: at };
    });
    return { pieces, width: x };
  });
}
