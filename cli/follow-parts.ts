/** Follows what reading a file gives: which object inside it the parts belong to, what was not read, what is worth knowing. */
import type { Match, Scanner } from '../detectors/contract.ts';
import { locateInPart, type Listener, type LocatedMatch } from '../findings/locate.ts';
import { memberSeparator, type ReadPart, type SkipReason } from '../readers/contract.ts';
import type { DetectAnswer } from './detect-job.ts';
import type { DetectLine } from './report-schema.ts';

/** A file by its path, as it may be shown, and by its name in its store. */
export interface FollowedFile {
  readonly path: string;
  readonly object: string;
}

/** Where reading stands: in the file itself, or in an object inside it. */
export interface Whereabouts {
  /** As it may be shown. */
  path: string;
  object: string;
  /** Lines to be given before the next part is read. */
  lines: DetectLine[];
}

export interface Following {
  readonly scanner: Scanner;
  /** A name as it may be shown. */
  readonly show: (name: string) => string;
  /** Where matches are wanted with their fields. */
  readonly onMatch: (located: LocatedMatch, at: Whereabouts) => void;
  /** Instead of `onMatch` for blocks, where nothing but the match is wanted; null where more is. */
  readonly onBareMatch: ((match: Match) => void) | null;
}

const inside = (name: string, member: string): string => (member === '' ? name : `${name}${memberSeparator}${member}`);

/** Scans every part. Gives lines and notes as they are met, and at the end how many lines a part of a file held. */
export async function* followParts(
  parts: AsyncIterable<ReadPart>,
  file: FollowedFile,
  { scanner, show, onMatch, onBareMatch }: Following,
): AsyncGenerator<DetectAnswer> {
  const at: Whereabouts = { path: show(file.path), object: file.object, lines: [] };
  const ending: { lines: number | null } = { lines: null };
  const skip = (reason: SkipReason, detail: string) => void at.lines.push({ v: 1, path: at.path, skip: reason, detail });
  const onFailure: Listener['onFailure'] = ({ detector }) => skip('DETECTOR_FAILED', detector);
  const listener: Listener = {
    onMatch: (located) => onMatch(located, at),
    onMember(member) {
      at.path = show(inside(file.path, member));
      at.object = inside(file.object, member);
    },
    onUnread: ({ reason, detail }) => skip(reason, detail),
    onFailure,
    onExtent({ lines }) {
      ending.lines = lines;
    },
  };
  for await (const part of parts) {
    if (part.kind === 'note') yield { kind: 'note', path: at.path, note: part };
    if (part.kind === 'block' && onBareMatch !== null) scanner.scan(part, onBareMatch, onFailure);
    else locateInPart(part, scanner, listener);
    if (at.lines.length > 0) yield { kind: 'lines', lines: at.lines };
    at.lines = [];
  }
  if (ending.lines !== null) yield { kind: 'extent', lines: ending.lines };
}
