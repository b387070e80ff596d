/** Records for the ledger's tests; all values are made up. */
import type { AuditEntry, Change, FindingEntry, Mark, Scan, ShardResult, StoreEntry } from '../../ledger/contract.ts';
import type { ObjectTally } from '../../findings/tally.ts';
import type { Skip } from '../../findings/finding.ts';
import type { Alert, Gap, Verdict } from '../../law/contract.ts';
import type { Treatment } from '../../law/register.ts';

export const storeUri = 's3://records/2024/';

/** The `n`th minute of a day, UTC ISO 8601. */
export function minute(n: number): string {
  return new Date(Date.UTC(2025, 0, 1, 0, n)).toISOString();
}

export function changeAt(n: number, by = 'lawyer@kashf'): Change {
  return { by, at: minute(n) };
}

export function makeTreatment(id: string, more: Partial<Treatment> = {}): Treatment {
  return { id, name: `Treatment ${id}`, purposes: ['answer requests'], stores: ['s3://records/**'], ...more };
}

export function makeScan(id: string, more: Partial<Scan> = {}): Scan {
  return {
    v: 1,
    id,
    state: 'running',
    startedAt: minute(0),
    endedAt: null,
    trigger: 'api',
    seed: 1,
    detectorsVersion: '1',
    lawVersion: '1',
    stores: 1,
    shardsPlanned: 2,
    shardsDone: 0,
    shardsFailed: 0,
    skips: 0,
    complete: null,
    ...more,
  };
}

export function makeTally(object: string, sketch: readonly string[] = []): ObjectTally {
  return {
    object,
    objectId: `id-${object}`,
    version: null,
    modifiedAt: null,
    part: null,
    complete: true,
    // A column without a name is legal in a CSV file, and not in a DynamoDB map.
    filled: { '': 3 },
    tallies: [
      {
        detector: 'global/email',
        field: '',
        fieldId: null,
        matches: { low: 0, medium: 0, high: 3, certain: 0 },
        evidence: [],
        sketch,
        places: [],
        mask: null,
      },
    ],
  };
}

export function makeSkip(object: string, store = storeUri): Skip {
  return { v: 1, store, object, reason: 'MALFORMED_FILE', detail: 'line 3' };
}

export function makeResult(scan: string, shard: string, more: Partial<ShardResult> = {}): ShardResult {
  return { v: 1, scan, shard, store: storeUri, tallies: [makeTally(`${shard}.csv`)], skips: [], failed: false, ...more };
}

export function makeStoreEntry(uri: string): StoreEntry {
  const posture = { encryption: null, publicAccess: null, versioning: null, logging: null, expiresAfterDays: null };
  const store = { uri, account: null, region: null, hostingState: 'MA', posture };
  return { v: 1, store, firstSeenAt: minute(0), lastSeenAt: minute(0), lastScan: null };
}

export function makeFinding(id: string, more: Partial<FindingEntry> = {}, store = storeUri): FindingEntry {
  return {
    v: 1,
    finding: {
      v: 1,
      id,
      store,
      object: `${id}.csv`,
      objectId: `object-${id}`,
      field: 'mail',
      detector: 'global/email',
      category: 'contact',
      count: 3,
      distinct: 2,
      confidence: 'high',
      evidence: [],
      places: [],
      mask: null,
    },
    state: 'open',
    openedAt: minute(0),
    updatedAt: minute(0),
    closedAt: null,
    scan: 'scan-1',
    detectorsVersion: '1',
    ...more,
  };
}

export function makeMark(objectId: string): Mark {
  return { objectId, version: 'etag', detectorsVersion: '1', complete: true, scan: 'scan-1', modifiedAt: null, skip: null };
}

export function makeGap(id: string, more: Partial<Gap> = {}): Gap {
  return {
    id,
    kind: 'undeclared-store',
    category: null,
    treatment: null,
    hostingState: null,
    severity: 'high',
    articles: ['12'],
    penalty: null,
    choices: [],
    params: {},
    ...more,
  };
}

export function makeVerdict(treatment: string | null, more: Partial<Verdict> = {}): Verdict {
  return {
    v: 1,
    store: storeUri,
    treatment,
    state: 'gaps',
    formality: 'declaration',
    steps: [],
    gaps: [makeGap('gap')],
    categories: [],
    complete: true,
    choices: [],
    otherLaws: [],
    revision: 1,
    lawVersion: '1',
    ...more,
  };
}

export function makeAlert(id: string, more: Partial<Alert> = {}): Alert {
  return {
    v: 1,
    id,
    store: storeUri,
    gap: makeGap(id),
    state: 'open',
    openedAt: minute(0),
    updatedAt: minute(0),
    updatedBy: 'kashf',
    reason: null,
    suppressedUntil: null,
    revision: 1,
    toldRevision: 0,
    ...more,
  };
}

export function makeEntry(n: number, more: Partial<AuditEntry> = {}): AuditEntry {
  return { v: 1, at: minute(n), by: 'lawyer@kashf', action: 'treatment.put', target: `t-${n}`, detail: { revision: n }, ...more };
}
