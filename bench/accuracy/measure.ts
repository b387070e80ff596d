/** Reads and scans documents as `kashf detect --format jsonl --reveal` does, and holds what it finds against the labels. */
import type { DetectorId } from '../../detectors/catalogue.ts';
import { type Confidence, confidences, type Scanner } from '../../detectors/contract.ts';
import { locateMatches, valueOf } from '../../findings/locate.ts';
import { readObject } from '../../readers/read-object.ts';
import type { Document } from './documents.ts';
import type { Label } from './draft.ts';

/** What was found of one detector at one level of confidence and above. */
export interface Tally {
  found: number;
  missed: number;
  false: number;
}

/** A hit as `detect` prints it. */
export interface Hit {
  readonly detector: DetectorId;
  readonly confidence: Confidence;
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

/** One thing that went wrong, for whoever looks for the cause. */
export interface Fault {
  readonly kind: 'missed' | 'false';
  readonly detector: DetectorId;
  readonly confidence: Confidence | null;
  readonly document: Document;
  readonly start: number;
  readonly end: number;
}

/** Detectors whose find need only touch the labelled text: where a statement, a name or an address begins is a matter of taste. */
const isLoose = (detector: DetectorId): boolean =>
  /^sensitive\/|\/(?:person-name|postal-address|credential|geolocation|mrz)$/.test(detector);

/** Everything found in a document, in bytes of the file. */
export async function detectIn(document: Document, scanner: Scanner): Promise<readonly Hit[]> {
  const hits: Hit[] = [];
  const { bytes, name } = document;
  const source = {
    name,
    size: bytes.length,
    async *stream({ start, end } = { start: 0, end: bytes.length }) {
      yield bytes.subarray(start, end);
    },
  };
  await locateMatches(readObject(source), scanner, {
    onMatch: (located) => {
      const { detector, confidence, start, end } = located.match;
      const place = located.block.place(start, end);
      hits.push({ detector, confidence, start: place.byteStart ?? -1, end: place.byteEnd ?? -1, value: valueOf(located) });
    },
    onUnread: ({ reason, detail }) => {
      throw new Error(`A document of the corpus was not read: ${reason} ${detail}`);
    },
    onFailure: ({ detector }) => {
      throw new Error(`A detector failed on the corpus: ${detector}`);
    },
  });
  return hits;
}

const overlaps = (label: Label, hit: Hit): boolean => hit.start < label.end && hit.end > label.start;

/** True if a hit is what the label says: for values with a form, the whole value and nothing else. */
function satisfies(label: Label, hit: Hit, scanner: Scanner, bytes: Uint8Array): boolean {
  if (label.detector !== hit.detector || !overlaps(label, hit)) return false;
  if (isLoose(label.detector) || (label.start === hit.start && label.end === hit.end)) return true;
  const text = new TextDecoder().decode(bytes.subarray(label.start, label.end));
  return scanner.normalise(label.detector, text) === scanner.normalise(hit.detector, hit.value);
}

/** Tallies of every level, by detector: index 0 counts every match, index 3 only `certain` ones. */
export type Tallies = Map<DetectorId, readonly Tally[]>;

export function tallyOf(tallies: Tallies, detector: DetectorId): readonly Tally[] {
  let tally = tallies.get(detector);
  if (tally === undefined) {
    tally = confidences.map(() => ({ found: 0, missed: 0, false: 0 }));
    tallies.set(detector, tally);
  }
  return tally;
}

/** Index of `high` in the tallies: the level the targets are set for. */
export const main = confidences.indexOf('high');

/** Adds a document to the tallies; what went wrong at the main level is handed on. */
export async function measureDocument(
  document: Document,
  scanner: Scanner,
  tallies: Tallies,
  onFault: (fault: Fault) => void,
): Promise<void> {
  const hits = await detectIn(document, scanner);
  for (const label of document.labels) {
    const right = hits.filter((hit) => satisfies(label, hit, scanner, document.bytes));
    const best = Math.max(-1, ...right.map(({ confidence }) => confidences.indexOf(confidence)));
    for (const [level, tally] of tallyOf(tallies, label.detector).entries()) tally[level <= best ? 'found' : 'missed']++;
    if (best < main) onFault({ kind: 'missed', document, ...label, confidence: confidences[best] ?? null });
  }
  for (const hit of hits) {
    if (document.labels.some((label) => satisfies(label, hit, scanner, document.bytes))) continue;
    const reached = confidences.indexOf(hit.confidence);
    for (const [level, tally] of tallyOf(tallies, hit.detector).entries()) if (level <= reached) tally.false++;
    if (reached >= main) onFault({ kind: 'false', document, ...hit });
  }
}
