import type { FindingEntry, Scan, StoreEntry } from '../../../ledger/contract.ts';
import type { Verdict } from '../../../law/contract.ts';
import type { Treatment } from '../../../law/register.ts';

export const at = '2026-03-01T08:00:00.000Z';

export function sampleTreatment(id: string, changes: Partial<Treatment> = {}): Treatment {
  return {
    id,
    name: 'Staff records',
    purposes: ['Managing staff'],
    dataCategories: [{ category: 'national-id-number', label: 'Identity card number' }],
    retention: { period: 'P5Y' },
    stores: ['s3://exports/staff'],
    ...changes,
  };
}

export function sampleStore(uri: string): StoreEntry {
  return {
    v: 1,
    store: {
      uri,
      account: '000000000000',
      region: 'eu-west-3',
      hostingState: 'FR',
      posture: { encryption: 'service-key', publicAccess: false, versioning: null, logging: null, expiresAfterDays: null },
    },
    firstSeenAt: at,
    lastSeenAt: at,
    lastScan: 'scan-1',
  };
}

export function sampleScan(id: string, changes: Partial<Scan> = {}): Scan {
  return {
    v: 1,
    id,
    state: 'running',
    startedAt: at,
    endedAt: null,
    trigger: 'schedule',
    seed: 1,
    detectorsVersion: '1',
    lawVersion: '1',
    stores: 1,
    shardsPlanned: 4,
    shardsDone: 0,
    shardsFailed: 0,
    skips: 0,
    complete: null,
    ...changes,
  };
}

export function sampleFinding(store: string, id: string, changes: Partial<FindingEntry> = {}): FindingEntry {
  return {
    v: 1,
    finding: {
      v: 1,
      id,
      store,
      object: 'staff.csv',
      objectId: 'f00d',
      field: 'cin',
      detector: 'ma/cin',
      category: 'national-id-number',
      count: 12,
      distinct: 11,
      confidence: 'high',
      evidence: [{ kind: 'field-name', detail: 'cin' }],
      places: [{ line: 2, column: 1, byteStart: 10, byteEnd: 18, field: 'cin', record: 1, page: null }],
      mask: 'AB****56',
    },
    state: 'open',
    openedAt: at,
    updatedAt: at,
    closedAt: null,
    scan: 'scan-1',
    detectorsVersion: '1',
    ...changes,
  };
}

export function sampleVerdict(store: string, changes: Partial<Verdict> = {}): Verdict {
  return {
    v: 1,
    store,
    treatment: null,
    state: 'gaps',
    formality: 'authorisation',
    steps: [],
    gaps: [],
    categories: [],
    complete: true,
    choices: [],
    otherLaws: [],
    revision: 1,
    lawVersion: '1',
    ...changes,
  };
}
