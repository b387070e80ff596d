/** What `kashf detect` does with one file, or one part of it: the piece of work that a thread takes. */
import { type DetectorId, isCustom } from '../detectors/catalogue.ts';
import { confidences, type Confidence, type Match, type Scanner } from '../detectors/contract.ts';
import { registry } from '../detectors/registry.ts';
import { reasonFor } from '../findings/allow.ts';
import { valueOf, type LocatedMatch } from '../findings/locate.ts';
import { blank, mask } from '../findings/mask.ts';
import { readName } from '../findings/names.ts';
import type { ObjectNote } from '../findings/tally.ts';
import { blocksOf } from '../functions/scan/scan-shard.ts';
import type { ReadPart } from '../readers/contract.ts';
import { followParts, type FollowedFile } from './follow-parts.ts';
import { isAtLeast } from './options.ts';
import type { DetectLine } from './report-schema.ts';
import { openFound, standardInput, type FoundFile } from './files.ts';

/** How matches are looked at; the same for every file of a command. */
export interface DetectSettings {
  readonly minConfidence: Confidence | undefined;
  readonly reveal: boolean;
  readonly ocr: boolean;
  /** Numbers alone are wanted: no place is looked up, and no value is read. */
  readonly isCounted: boolean;
}

/** What a thread starts with. */
export interface ThreadData {
  readonly key: Uint8Array;
  /** File of custom detectors and allow lists. */
  readonly detectors: string | undefined;
  readonly settings: DetectSettings;
}

/** A file, or one part of it where `found.part` says so; null = standard input. */
export type DetectJob = FoundFile | null;

/** Matches of each detector, in the order of `countedIds`, by confidence. */
export interface DetectCounts {
  readonly byDetector: readonly (readonly number[])[];
  /** Matches that an allow list permits: they are not among the others. */
  readonly allowed: number;
}

/** The detectors that counts are given for: those of the registry, then the user's own. */
export const countedIds = (scanner: Scanner): readonly DetectorId[] => [
  ...registry.map(({ id }) => id),
  ...scanner.detectors.filter(isCustom),
];

/** A file opens with `file`. Lines of a part count from its start: `extent` says at its end how many there were. */
export type DetectAnswer =
  | { readonly kind: 'file' }
  | { readonly kind: 'lines'; readonly lines: readonly DetectLine[] }
  | ({ readonly kind: 'counts' } & DetectCounts)
  | { readonly kind: 'note'; readonly path: string; readonly note: ObjectNote }
  | { readonly kind: 'extent'; readonly lines: number };

/** Runs jobs one after the other. */
export type DetectRun = (job: DetectJob) => AsyncIterable<DetectAnswer>;

/** Makes the function that runs jobs, with the one scanner they share. */
export function makeDetectRun(scanner: Scanner, key: Uint8Array, settings: DetectSettings): DetectRun {
  const shown = new Map<string, string>();
  /** Names are few and are met again with every match. */
  const show = (name: string): string => {
    if (settings.reveal) return name;
    const known = shown.get(name) ?? readName(scanner, key, name).shown;
    if (shown.size < maxShown) shown.set(name, known);
    return known;
  };
  const tools: Tools = { scanner, show, settings };
  return async function* run(job) {
    const path = job?.path ?? '-';
    const content = job === null ? standardInput : await openFound(job);
    const part = job !== null && 'part' in job.found ? job.found.part : null;
    if (part === null || part.index === 0) yield { kind: 'file' };
    if ('reason' in content) {
      // Every part of a file meets the same hindrance: the first one says so.
      if (part === null || part.index === 0)
        yield { kind: 'lines', lines: [{ v: 1, path: show(path), skip: content.reason, detail: content.detail }] };
      return;
    }
    const file: File = { path, object: job === null ? '' : nameOf(job), isAllowed: allowancesOf(job, scanner, key) };
    const parts = blocksOf(content, part, settings);
    yield* settings.isCounted ? countParts(parts, file, tools) : listParts(parts, file, tools);
  };
}

/** Names kept as they may be shown: more than the fields of one object. */
const maxShown = 10_000;

interface Tools {
  readonly scanner: Scanner;
  readonly show: (name: string) => string;
  readonly settings: DetectSettings;
}

interface File extends FollowedFile {
  /** Tells which matches an allow list permits, in the file or in an object inside it; null where there is no list. */
  readonly isAllowed: ((located: LocatedMatch, object: string) => boolean) | null;
}

const nameOf = ({ found }: FoundFile): string => ('reason' in found ? (found.object?.name ?? '') : found.name);

function allowancesOf(job: DetectJob, scanner: Scanner, key: Uint8Array): File['isAllowed'] {
  if (scanner.allow.length === 0) return null;
  const store = job?.store.uri ?? '';
  return (located, object) =>
    reasonFor({ scanner, key }, located.match.detector, { store, object, field: located.field }, valueOf(located)) !== null;
}

/** Every match with its place, a batch for each block. */
function listParts(parts: AsyncIterable<ReadPart>, file: File, tools: Tools): AsyncIterable<DetectAnswer> {
  const { scanner, show, settings } = tools;
  return followParts(parts, file, {
    scanner,
    show,
    onBareMatch: null,
    onMatch(located, { path, object, lines }) {
      if (!isAtLeast(located.match.confidence, settings.minConfidence)) return;
      const allowed = file.isAllowed?.(located, object) === true ? { allowed: true as const } : {};
      lines.push({ ...makeLine(path, located, tools), ...allowed });
    },
  });
}

function makeLine(path: string, located: LocatedMatch, { show, settings }: Tools): DetectLine {
  const { detector, category, confidence, start, end } = located.match;
  const { line, column, byteStart, byteEnd, page, cell } = located.block.place(start, end);
  const inSheet = cell === undefined ? {} : { cell };
  const field = located.field === null ? null : show(located.field);
  const value = settings.reveal ? valueOf(located) : (mask(category, valueOf(located)) ?? blank);
  return { v: 1, path, detector, category, confidence, line, column, byteStart, byteEnd, field, page, ...inSheet, value };
}

/** Counts alone, at the end; what was not read is said as it is met. Looks up neither places nor, without an allow list, fields. */
async function* countParts(
  parts: AsyncIterable<ReadPart>,
  file: File,
  { scanner, show, settings }: Tools,
): AsyncIterable<DetectAnswer> {
  const { isAllowed } = file;
  const ids = countedIds(scanner);
  const rowOf = new Map(ids.map((id, index) => [id, index]));
  const byDetector = ids.map(() => confidences.map(() => 0));
  let allowed = 0;
  const count = ({ detector, confidence }: Match): void => {
    const row = byDetector[rowOf.get(detector) ?? -1];
    const column = confidences.indexOf(confidence);
    if (row !== undefined && isAtLeast(confidence, settings.minConfidence)) row[column] = (row[column] ?? 0) + 1;
  };
  yield* followParts(parts, file, {
    scanner,
    show,
    onBareMatch: isAllowed === null ? count : null,
    onMatch(located, { object }) {
      if (isAllowed?.(located, object) !== true) count(located.match);
      else if (isAtLeast(located.match.confidence, settings.minConfidence)) allowed++;
    },
  });
  yield { kind: 'counts', byDetector, allowed };
}
