/** The ledger: register, scans, findings, verdicts, alerts, audit. Every write may be repeated; a repeated one changes nothing. */
import type { DetectorId } from '../detectors/catalogue.ts';
import type { Finding, ScanNote, Skip } from '../findings/finding.ts';
import type { Store } from '../findings/store.ts';
import type { SkipReason } from '../readers/contract.ts';
import type { ObjectTally } from '../findings/tally.ts';
import type { Alert, AlertState, Severity, Verdict, VerdictState } from '../law/contract.ts';
import type { Controller, Treatment } from '../law/register.ts';

/** Days that the results of shards are kept where nothing else is said. */
export const resultDays = 30;

/** One page of a list; `next` is an opaque cursor, null on the last page. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}
export interface PageRequest {
  readonly limit: number;
  readonly cursor: string | null;
}

/** An entry of the register with the revision that `If-Match` must name. */
export interface Revised<T> {
  readonly revision: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly value: T;
}

export interface RegisterLedger {
  /** Every treatment and the controller, with the register's own revision (raised by each change to any of them). */
  read(): Promise<{
    readonly revision: number;
    readonly controller: Controller | null;
    readonly treatments: readonly Revised<Treatment>[];
  }>;
  treatment(id: string): Promise<Revised<Treatment> | null>;
  /** Writes one treatment. `expected` = its revision, 0 = must not exist. Throws `Conflict`. Returns the register's new revision. */
  putTreatment(
    treatment: Treatment,
    expected: number,
    change: Change,
  ): Promise<{ readonly entry: Revised<Treatment>; readonly revision: number }>;
  deleteTreatment(id: string, expected: number, change: Change): Promise<{ readonly revision: number }>;
  putController(controller: Controller, change: Change): Promise<{ readonly revision: number }>;
}

/** Who changes something, and when. */
export interface Change {
  readonly by: string;
  readonly at: string;
}

export type ScanState = 'planned' | 'running' | 'completed' | 'failed';
export interface Scan {
  readonly v: 1;
  readonly id: string;
  readonly state: ScanState;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly trigger: 'schedule' | 'api' | 'object-event' | 'local';
  readonly seed: number;
  readonly detectorsVersion: string;
  readonly lawVersion: string;
  readonly stores: number;
  readonly shardsPlanned: number;
  readonly shardsDone: number;
  readonly shardsFailed: number;
  readonly skips: number;
  /** True once ended with nothing skipped, sampled or failed. */
  readonly complete: boolean | null;
}

export interface ScanLedger {
  /** Writes a scan's head; the counters of progress are kept by `putShardResult`. Repeating it changes nothing but the fields given. */
  putScan(scan: Scan): Promise<void>;
  scan(id: string): Promise<Scan | null>;
  /** Newest first. */
  scans(page: PageRequest): Promise<Page<Scan>>;
  /** The result of one shard, written whole under (scan, shard); a second delivery replaces it by itself. */
  putShardResult(result: ShardResult): Promise<void>;
  /** All results of a scan for one store, in shard order. */
  shardResults(scan: string, store: string): AsyncIterable<ShardResult>;
  /** Shard ids of the scan that already have a result. */
  shardsDone(scan: string): Promise<ReadonlySet<string>>;
  skips(scan: string, page: PageRequest): Promise<Page<Skip>>;
  /** What the tallies of its results say of objects; of a large object each part speaks for itself. */
  notes(scan: string, page: PageRequest): Promise<Page<ScanNote>>;
}

/** What one shard found: tallies per object, and what it could not read. */
export interface ShardResult {
  readonly v: 1;
  readonly scan: string;
  readonly shard: string;
  readonly store: string;
  readonly tallies: readonly ObjectTally[];
  readonly skips: readonly Skip[];
  readonly failed: boolean;
}

export interface StoreEntry {
  readonly v: 1;
  readonly store: Store;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
  readonly lastScan: string | null;
}

export interface FindingEntry {
  readonly v: 1;
  readonly finding: Finding;
  readonly state: 'open' | 'closed';
  readonly openedAt: string;
  readonly updatedAt: string;
  readonly closedAt: string | null;
  readonly scan: string;
  readonly detectorsVersion: string;
}

/** What was last read of an object: the incremental ledger. */
export interface Mark {
  readonly objectId: string;
  /** As in `ObjectTally`. */
  readonly containers?: readonly string[];
  readonly version: string | null;
  readonly detectorsVersion: string;
  readonly complete: boolean;
  /** Why it was not read whole; null where it was. */
  readonly skip: SkipReason | null;
  readonly scan: string;
  readonly modifiedAt: string | null;
}

export interface ResultLedger {
  putStore(entry: StoreEntry): Promise<void>;
  store(uri: string): Promise<StoreEntry | null>;
  stores(page: PageRequest): Promise<Page<StoreEntry>>;
  /** All finding entries of one store, open and closed. */
  findingsOf(store: string): AsyncIterable<FindingEntry>;
  /** Writes only what is given; entries are replaced by id. */
  putFindings(store: string, entries: readonly FindingEntry[]): Promise<void>;
  findings(
    filter: { readonly store?: string; readonly detector?: DetectorId; readonly state?: 'open' | 'closed' },
    page: PageRequest,
  ): Promise<Page<FindingEntry>>;
  marks(store: string): AsyncIterable<Mark>;
  putMarks(store: string, marks: readonly Mark[]): Promise<void>;
  deleteMarks(store: string, objectIds: readonly string[]): Promise<void>;
  /** Replaces all verdicts of the store; a verdict equal to the stored one is not written again. */
  putVerdicts(store: string, verdicts: readonly Verdict[], change: Change): Promise<void>;
  verdictsOf(store: string): Promise<readonly Verdict[]>;
  verdicts(filter: { readonly state?: VerdictState; readonly treatment?: string }, page: PageRequest): Promise<Page<Verdict>>;
}

export interface AlertLedger {
  alert(id: string): Promise<Alert | null>;
  alertsOf(store: string): Promise<readonly Alert[]>;
  alerts(
    filter: { readonly state?: AlertState; readonly severity?: Severity; readonly store?: string },
    page: PageRequest,
  ): Promise<Page<Alert>>;
  /** Writes an alert if its stored revision is `alert.revision - 1` (or it is new). Throws `Conflict`. */
  putAlert(alert: Alert, change: Change): Promise<void>;
  /** Alerts whose latest revision the channels were not told of. */
  untold(): AsyncIterable<Alert>;
  /** Notes that revision `revision` was told. */
  told(id: string, revision: number): Promise<void>;
}

export interface AuditEntry {
  readonly v: 1;
  readonly at: string;
  readonly by: string;
  /** `treatment.put`, `treatment.delete`, `controller.put`, `alert.open`, `alert.acknowledge`, `alert.suppress`, `alert.resolve`, `alert.reopen`, `scan.start`, `scan.end`, `verdict.change`. */
  readonly action: string;
  /** Id of the thing changed. */
  readonly target: string;
  /** Codes and numbers; for a register change, the entry before and after. */
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface AuditLedger {
  /** Appends; two appends of an equal entry are one. */
  append(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  audit(page: PageRequest): Promise<Page<AuditEntry>>;
}

export interface Ledger {
  readonly register: RegisterLedger;
  readonly scans: ScanLedger;
  readonly results: ResultLedger;
  readonly alerts: AlertLedger;
  readonly audit: AuditLedger;
}

/** The thing was changed by somebody else in the meantime: read it again. */
export class Conflict extends Error {
  override readonly name = 'Conflict';
  /** The revision the ledger has now; 0 = it does not exist. */
  readonly current: number;
  constructor(message: string, current: number) {
    super(message);
    this.current = current;
  }
}

/** A page was asked for with a cursor that no page gave out. */
export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}
