/** Names are content: keys, paths, columns and JSON keys are scanned like values, and shown masked where they match. */
import type { Match, Scanner } from '../detectors/contract.ts';
import { fingerprint } from './fingerprint.ts';
import { blank, mask } from './mask.ts';
import { seal, type SealedName } from './seal.ts';

export interface NameReading {
  /** As it may be shown, stored and logged. */
  readonly shown: string;
  /** Keyed fingerprint of the true name. */
  readonly id: string;
  /** As it may travel. */
  readonly sealed: SealedName;
  readonly matches: readonly Match[];
}

/** A term of a lexicon in a name ("maladies.csv") says what a file is about; it is no person's data by itself. */
const counts = (match: Match) => !match.detector.startsWith('sensitive/') || match.confidence === 'high';

/** Reads a name as content. */
export function readName(scanner: Scanner, key: Uint8Array, name: string): NameReading {
  const bytes = Buffer.from(name, 'utf8');
  const matches: Match[] = [];
  scanner.scan({ bytes, from: 0, to: bytes.length, cells: null }, (match) => {
    if (counts(match)) matches.push(match);
  });
  const id = fingerprint(key, 'name', name);
  if (matches.length === 0) return { shown: name, id, sealed: { plain: name }, matches };
  return { shown: maskRanges(bytes, matches), id, sealed: { sealed: seal(key, name) }, matches };
}

function maskRanges(bytes: Buffer, matches: readonly Match[]): string {
  let shown = '';
  let at = 0;
  for (const match of matches.toSorted((a, b) => a.start - b.start)) {
    if (match.start < at) continue;
    shown += bytes.toString('utf8', at, match.start);
    shown += mask(match.category, bytes.toString('utf8', match.start, match.end)) ?? blank;
    at = match.end;
  }
  return shown + bytes.toString('utf8', at);
}
