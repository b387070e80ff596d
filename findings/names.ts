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

/** The dot of a file's extension, at the end of a name or of one of its parts. */
const extensionDot = /\.(?=[A-Za-z0-9]{1,5}(?: [A-Za-z0-9]{1,5})?(?:$|[/!]))/g;
const separators = /[/\\_!#=&+,;:]/g;

/**
 * A name as texts in which values stand free: as it is; without the dots of its last extensions, which an e-mail address would
 * swallow; with spaces for what separates words in names. Only ASCII is replaced, one for one, so offsets hold.
 */
function renderName(name: string): readonly string[] {
  const once = name.replaceAll(extensionDot, ' ');
  const twice = once.replaceAll(extensionDot, ' ');
  const peeled = [name, once, twice];
  return [...new Set([...peeled, ...peeled.map((text) => text.replaceAll(separators, ' '))])];
}

/** Reads a name as content. */
export function readName(scanner: Scanner, key: Uint8Array, name: string): NameReading {
  const matches: Match[] = [];
  for (const rendered of renderName(name)) {
    const bytes = Buffer.from(rendered, 'utf8');
    scanner.scan({ bytes, from: 0, to: bytes.length, cells: null }, (match) => {
      if (counts(match)) matches.push(match);
    });
  }
  const id = fingerprint(key, 'name', name);
  if (matches.length === 0) return { shown: name, id, sealed: { plain: name }, matches };
  const groups = groupOverlaps(matches);
  return {
    shown: maskGroups(Buffer.from(name, 'utf8'), groups),
    id,
    sealed: { sealed: seal(key, name) },
    matches: groups.map(({ longest }) => longest),
  };
}

/** Matches that touch the same characters, with the longest of them. */
interface Overlap {
  readonly start: number;
  readonly end: number;
  readonly longest: Match;
}

function groupOverlaps(matches: readonly Match[]): readonly Overlap[] {
  const groups: Overlap[] = [];
  for (const match of matches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = groups.at(-1);
    if (last === undefined || match.start >= last.end) {
      groups.push({ start: match.start, end: match.end, longest: match });
      continue;
    }
    const longest = match.end - match.start > last.longest.end - last.longest.start ? match : last.longest;
    groups[groups.length - 1] = { start: last.start, end: Math.max(last.end, match.end), longest };
  }
  return groups;
}

function maskGroups(bytes: Buffer, groups: readonly Overlap[]): string {
  let shown = '';
  let at = 0;
  for (const { start, end, longest } of groups) {
    const isWhole = longest.start === start && longest.end === end;
    const masked = isWhole ? mask(longest.category, bytes.toString('utf8', start, end)) : null;
    shown += bytes.toString('utf8', at, start) + (masked ?? blank);
    at = end;
  }
  return shown + bytes.toString('utf8', at);
}
