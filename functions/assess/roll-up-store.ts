/** Turns the shard results of a scan into the findings and marks of a store. */
import type { Skip } from '../../findings/finding.ts';
import { findingsOf, mergeParts } from '../../findings/roll-up.ts';
import type { ObjectTally } from '../../findings/tally.ts';
import type { Mark, ShardResult } from '../../ledger/contract.ts';
import { marksOf, wholeStore } from './marks.ts';
import { isGone, reconcileFindings } from './reconcile.ts';
import type { AssessPorts } from './ports.ts';

export interface RollUp {
  readonly store: string;
  readonly scan: string;
  /** Shards that were planned; null = the scan read single objects only. */
  readonly shards: number | null;
}

interface Outcome {
  readonly objects: readonly ObjectTally[];
  readonly skips: readonly Skip[];
  /** True if `objects` are all the store has. */
  readonly whole: boolean;
}

/** Writes what changed: findings opened, updated and closed, marks of the objects read, and none of those that are gone. */
export async function rollUpStore(work: RollUp, ports: AssessPorts): Promise<void> {
  const { ledger, scanner, key, clock } = ports;
  const results = await Array.fromAsync(ledger.scans.shardResults(work.scan, work.store));
  const objects = mergeParts(results.flatMap((result) => result.tallies));
  const skips = [...results.flatMap((result) => result.skips), ...unfinished(work, results)];
  const whole = work.shards !== null && skips.every((skip) => skip.object !== null);
  const reading = { scan: work.scan, at: clock.now(), detectorsVersion: scanner.version, objects, whole };
  const findings = objects.flatMap((object) => findingsOf(work.store, object, scanner, key));
  const previous = await Array.fromAsync(ledger.results.findingsOf(work.store));
  await ledger.results.putFindings(work.store, reconcileFindings(previous, { ...reading, findings }));
  await writeMarks(work, { objects, skips, whole }, ports);
}

/** A shard without a result was planned and never finished: said, not passed over. */
function unfinished({ store, shards }: RollUp, results: readonly ShardResult[]): readonly Skip[] {
  const finished = results.filter((result) => !result.shard.startsWith('plan-') && !result.shard.startsWith('discover-')).length;
  if (shards === null || finished >= shards) return [];
  const detail = `${shards - finished} of ${shards} shards did not finish`;
  return [{ v: 1, store, object: null, reason: 'TIME_CUT_OFF_REACHED', detail }];
}

async function writeMarks(work: RollUp, { objects, skips, whole }: Outcome, { ledger, scanner }: AssessPorts): Promise<void> {
  const before = await Array.fromAsync(ledger.results.marks(work.store));
  const known = new Map(before.map((mark) => [mark.objectId, mark]));
  const marks = marksOf(objects, skips, { scan: work.scan, detectorsVersion: scanner.version });
  const relevant = work.shards === null ? marks.slice(1) : marks;
  await ledger.results.putMarks(
    work.store,
    relevant.filter((mark) => !isSame(known.get(mark.objectId), mark)),
  );
  const present = new Map(objects.map((object) => [object.objectId, object]));
  const gone = before.filter(
    (mark) => mark.objectId !== wholeStore && !present.has(mark.objectId) && isGone(mark, present, whole),
  );
  if (gone.length > 0) {
    await ledger.results.deleteMarks(
      work.store,
      gone.map((mark) => mark.objectId),
    );
  }
}

/** The scan's id alone is no change. */
const isSame = (a: Mark | undefined, b: Mark) =>
  a !== undefined &&
  a.version === b.version &&
  a.complete === b.complete &&
  a.skip === b.skip &&
  a.detectorsVersion === b.detectorsVersion &&
  a.modifiedAt === b.modifiedAt;
