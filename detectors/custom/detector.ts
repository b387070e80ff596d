/** A checked entry of the file as a detector: the engine sees no difference. */
import { type Found, trait, type ValueDetector, type Window } from '../define.ts';
import { endsFree, startsFree } from '../digits.ts';
import { compact } from '../normalise.ts';
import type { Prefix } from './anchor.ts';
import type { Matcher } from './matcher.ts';
import type { DetectorEntry } from './schema.ts';
import { validators } from './validators.ts';

/** Bytes between a context word and its value where the file does not say. */
export const usualDistance = 80;

/** What a value is worth with nothing beside it. */
const alone = { nothing: trait.needsContext, low: 0, high: trait.telling } as const;

const isContinuation = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** Reads a value at a byte: the longest that stands free and passes its check. */
function readValue(window: Window, found: Found, start: number, [entry, matcher]: readonly [DetectorEntry, Matcher]): boolean {
  const { bytes, low, high, digits } = window;
  if (start < low || !startsFree(window, start)) return false;
  const end = matcher.longestEnd(bytes, start, high, (at) => endsFree(window, at));
  const validator = validators[entry.validator];
  if (end <= start || !validator.holds(bytes, start, end, digits)) return false;
  found.start = start;
  found.end = end;
  found.traits = alone[entry.alone ?? 'nothing'] | (validator.checksum === null ? 0 : trait.proof);
  return true;
}

/** Tries the places that an anchor's beginning can start from, the farthest first. */
function readBack(window: Window, found: Found, { least, most }: Prefix, pair: readonly [DetectorEntry, Matcher]): boolean {
  const { bytes, low, at } = window;
  let isFound = false;
  let start = at;
  for (let back = 1; back <= most && start > low; back++) {
    start--;
    while (start > low && isContinuation(bytes[start] ?? 0)) start--;
    if (back >= least && readValue(window, found, start, pair)) isFound = true;
  }
  return isFound;
}

/** Makes the detector. Without prefixes it is looked for only behind its context words and in the columns named. */
export function makeCustomDetector(entry: DetectorEntry, matcher: Matcher, prefixes: readonly Prefix[]): ValueDetector {
  const pair = [entry, matcher] as const;
  const { checksum } = validators[entry.validator];
  const distance = entry.distance ?? usualDistance;
  return {
    kind: 'value',
    id: entry.id,
    category: entry.category,
    title: entry.title,
    finds: `What has the pattern \`${entry.pattern}\`.`,
    references: ['The file of custom detectors'],
    example: typeof entry.examples[0] === 'string' ? entry.examples[0] : '',
    definition: entry,
    anchors: prefixes.map(({ anchor }) => anchor),
    context: { fr: entry.context.join(', ') },
    counter: { fr: entry.counter.join(', ') },
    reach: distance,
    fields: { says: entry.columns.join(', '), denies: entry.otherColumns.join(', ') },
    ...(checksum === null ? {} : { checksum }),
    check(window, found) {
      const prefix = prefixes[window.anchor];
      return prefix !== undefined && readBack(window, found, prefix, pair);
    },
    ...(prefixes.length > 0 ? {} : looseReaders(pair, distance)),
    normalise: compact,
  };
}

/** For a pattern that fits too much: the first value behind a label, and cells that are one value. */
function looseReaders(
  pair: readonly [DetectorEntry, Matcher],
  distance: number,
): Pick<Required<ValueDetector>, 'readLabelled' | 'readCell'> {
  return {
    readLabelled(window, found) {
      const limit = Math.min(window.high, window.at + distance + 1);
      for (let at = window.at; at < limit; at++) {
        if (!isContinuation(window.bytes[at] ?? 0) && readValue(window, found, at, pair)) return true;
      }
      return false;
    },
    readCell(window, found) {
      if (!readValue(window, found, window.at, pair)) return false;
      let end = found.end;
      while (end < window.high && (window.bytes[end] ?? 0) <= 0x20) end++;
      return end === window.high;
    },
  };
}
