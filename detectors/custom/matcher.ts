/** A pattern as a deterministic automaton over code points: one step a character, whatever the text. */
import { PatternError, type Pattern } from './pattern.ts';
import type { Points } from './points.ts';

export interface Matcher {
  /** Byte after the longest match of `bytes` that begins at `start`, ends by `limit` and may end there; -1 if there is none. */
  longestEnd(bytes: Uint8Array, start: number, limit: number, mayEnd: (end: number) => boolean): number;
  /** True if the pattern covers the whole text. */
  covers(text: string): boolean;
}

/** Places of the automaton with choices, and states of the one without: more would take too long to load. */
const mostPlaces = 4_000;
const mostStates = 1_000;
/** The state from which nothing can match any more, and the first one. */
const dead = 0;
const first = 1;

/** A place: what it takes to go on, or places that are reached for nothing. */
interface Place {
  readonly points: Points | null;
  readonly next: number[];
}
const accept = 0;

/** Lays a pattern out backwards: returns the place it starts from when `next` comes after it. */
function layOut(pattern: Pattern, next: number, places: Place[]): number {
  if (places.length > mostPlaces)
    throw new PatternError('the pattern repeats too much within repetitions; make its counts smaller');
  const add = (points: Points | null, followers: number[]): number => places.push({ points, next: followers }) - 1;
  if (pattern.kind === 'set') return add(pattern.points, [next]);
  if (pattern.kind === 'sequence') return pattern.parts.reduceRight((rest, part) => layOut(part, rest, places), next);
  if (pattern.kind === 'choice')
    return add(
      null,
      pattern.parts.map((part) => layOut(part, next, places)),
    );
  let start = next;
  if (pattern.most === Infinity) {
    start = add(null, [next]);
    places[start]?.next.push(layOut(pattern.part, start, places));
  } else
    for (let turn = pattern.most; turn > pattern.least; turn--) start = add(null, [next, layOut(pattern.part, start, places)]);
  for (let turn = 0; turn < pattern.least; turn++) start = layOut(pattern.part, start, places);
  return start;
}

/** The places that wait for a character, and the end, reached from some for nothing; in order. */
function close(from: readonly number[], places: readonly Place[]): readonly number[] {
  const seen = new Set<number>();
  const open = [...from];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (seen.has(place)) continue;
    seen.add(place);
    if (place !== accept && places[place]?.points === null) open.push(...(places[place]?.next ?? []));
  }
  return [...seen].filter((place) => place === accept || places[place]?.points !== null).toSorted((a, b) => a - b);
}

/** First code points of the classes that no place tells apart. */
function classStarts(places: readonly Place[]): readonly number[] {
  const edges = places.flatMap(({ points }) => (points ?? []).flatMap(([from, to]) => [from, to + 1]));
  return [...new Set([0, ...edges])].toSorted((a, b) => a - b);
}

const holds = (points: Points, point: number): boolean => points.some(([from, to]) => point >= from && point <= to);

interface States {
  readonly moves: Uint16Array;
  readonly accepting: Uint8Array;
}

function determine(start: number, places: readonly Place[], starts: readonly number[]): States {
  const known = new Map<string, number>([['', dead]]);
  const lives: (readonly number[])[] = [[]];
  const stateOf = (live: readonly number[]): number => {
    const key = live.join();
    const state = known.get(key) ?? lives.push(live) - 1;
    known.set(key, state);
    return state;
  };
  stateOf(close([start], places));
  const moves: number[] = starts.map(() => dead);
  for (let state = first; state < lives.length; state++) {
    if (lives.length > mostStates)
      throw new PatternError('the pattern can be read in too many ways at once; give its parts fixed lengths');
    for (const point of starts) {
      const reached = (lives[state] ?? []).flatMap((index) => {
        const place = places[index];
        return place?.points && holds(place.points, point) ? place.next : [];
      });
      moves.push(stateOf(close(reached, places)));
    }
  }
  return { moves: Uint16Array.from(moves), accepting: Uint8Array.from(lives, (live) => (live.includes(accept) ? 1 : 0)) };
}

/** Class of a code point: the last that starts at or before it. */
function classOf(starts: Uint32Array, point: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

const encoder = new TextEncoder();
const anywhere = (): boolean => true;

/** Compiles a pattern. Throws `PatternError` where it would grow beyond all measure. */
export function compileMatcher(pattern: Pattern): Matcher {
  const places: Place[] = [{ points: null, next: [] }];
  const start = layOut(pattern, accept, places);
  const starts = Uint32Array.from(classStarts(places));
  const { moves, accepting } = determine(start, places, [...starts]);
  const ascii = Uint16Array.from({ length: 0x80 }, (_, point) => classOf(starts, point));

  function longestEnd(bytes: Uint8Array, from: number, limit: number, mayEnd: (end: number) => boolean): number {
    let state = first;
    let last = -1;
    for (let at = from; at < limit;) {
      const byte = bytes[at] ?? 0;
      const width = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
      const kind = width === 1 ? (ascii[byte] ?? 0) : classOf(starts, pointAt(bytes, at, width));
      state = moves[state * starts.length + kind] ?? dead;
      at += width;
      if (state === dead || at > limit) break;
      if (accepting[state] === 1 && mayEnd(at)) last = at;
    }
    return last;
  }

  return {
    longestEnd,
    covers(text) {
      const bytes = encoder.encode(text);
      return longestEnd(bytes, 0, bytes.length, anywhere) === bytes.length && bytes.length > 0;
    },
  };
}

/** Code point of `width` bytes at a place. */
function pointAt(bytes: Uint8Array, at: number, width: number): number {
  let point = (bytes[at] ?? 0) & (0xff >> (width + 1));
  for (let index = 1; index < width; index++) point = (point << 6) | ((bytes[at + index] ?? 0) & 0x3f);
  return point;
}
