/** Counts what is found in text that holds nobody's data, with the contacts of its authors apart. */
import type { DetectorId } from '../../detectors/catalogue.ts';
import type { Scanner } from '../../detectors/contract.ts';
import { locateMatches, valueOf } from '../../findings/locate.ts';
import type { SizedSource } from '../../readers/contract.ts';
import { readObject } from '../../readers/read-object.ts';
import { isContactMailbox, isContactName, nameBefore, type Surroundings } from './contacts.ts';

/** A match at `high` or `certain` that is no contact. */
export interface Fault extends Surroundings {
  readonly file: string;
  readonly detector: DetectorId;
  readonly confidence: 'high' | 'certain';
  readonly field: string | null;
  readonly value: string;
}

export interface NegativeCount {
  bytes: number;
  contacts: number;
  readonly faults: readonly Fault[];
}

export interface NegativeFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** How much around a match is looked at, in bytes. */
const reach = 100;

function sourceOf({ name, bytes }: NegativeFile): SizedSource {
  return {
    name,
    size: bytes.length,
    async *stream({ start, end } = { start: 0, end: bytes.length }) {
      yield bytes.subarray(start, end);
    },
  };
}

/** Everything at `high` and `certain` in one file, read on the path of `kashf detect`. */
async function faultsIn(file: NegativeFile, scanner: Scanner): Promise<readonly Fault[]> {
  const faults: Fault[] = [];
  await locateMatches(readObject(sourceOf(file)), scanner, {
    onMatch(located) {
      const { detector, confidence, start, end } = located.match;
      if (confidence !== 'high' && confidence !== 'certain') return;
      const { bytes } = located.block;
      const textOf = (from: number, to: number): string => Buffer.from(bytes.subarray(Math.max(0, from), to)).toString('utf8');
      const around = { before: textOf(start - reach, start), behind: textOf(end, end + reach) };
      faults.push({ file: file.name, detector, confidence, field: located.field, value: valueOf(located), ...around });
    },
    onUnread: () => undefined,
    onFailure({ detector }) {
      throw new Error(`A detector failed: ${detector}`);
    },
  });
  return faults;
}

/** Counts the faults of some files; the names before mailboxes of all of them are known before any name is judged. */
export async function countNegatives(files: Iterable<NegativeFile>, scanner: Scanner): Promise<NegativeCount> {
  const all: Fault[] = [];
  let bytes = 0;
  for (const file of files) {
    bytes += file.bytes.length;
    all.push(...(await faultsIn(file, scanner)));
  }
  const mailboxes = all.filter(({ detector }) => detector === 'global/email');
  const known = new Set(mailboxes.flatMap((one) => nameBefore(one) ?? []));
  const isContact = (one: Fault): boolean =>
    one.detector === 'global/email'
      ? isContactMailbox(one)
      : one.detector === 'global/person-name' && isContactName(one.value, one, known);
  const faults = all.filter((one) => !isContact(one));
  return { bytes, contacts: all.length - faults.length, faults };
}
