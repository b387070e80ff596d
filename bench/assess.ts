/** How long it takes to hold many stores against a large register, on one core: `npm run bench:assess [stores] [treatments]`. */
import { detectorCategories, detectorIds } from '../detectors/catalogue.ts';
import type { FieldSummary, StoreEvidence } from '../law/contract.ts';
import { judgeStore } from '../law/judge.ts';
import type { Register, Treatment } from '../law/register.ts';

const [stores = 100_000, treatments = 1_000] = process.argv.slice(2).map(Number);

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T;

/** Pattern of a treatment, and the URI of a store that it claims: buckets, prefixes with wildcards, tables, single columns. */
const places: readonly (readonly [pattern: (at: number) => string, uri: (at: number, store: number) => string])[] = [
  [(at) => `s3://team-${at}/**`, (at, store) => `s3://team-${at}/exports/${store}`],
  [(at) => `s3://shared-*/department-${at}/**`, (at, store) => `s3://shared-${store % 9}/department-${at}/files`],
  [
    (at) => `postgresql://db-${at % 40}.example/app/public/table_${at}`,
    (at) => `postgresql://db-${at % 40}.example/app/public/table_${at}`,
  ],
  [
    (at) => `postgresql://db-${at % 40}.example/app/schema_${at}/*#column_${at % 7}`,
    (at, store) => `postgresql://db-${at % 40}.example/app/schema_${at}/table_${store}`,
  ],
];

/** Half of the treatments are filed. */
function makeTreatment(at: number): Treatment {
  const category = detectorCategories[pick(detectorIds, at)];
  const filed = { kind: 'declaration', reference: `D-W-${at}/2026`, receivedOn: '2026-01-05' } as const;
  return {
    id: `treatment-${at}`,
    name: `Treatment ${at}`,
    purposes: [`purpose ${at % 17}`],
    dataSubjects: ['Clients'],
    dataCategories: [{ category }, { category: 'contact' }],
    recipients: [],
    transfers: at % 3 === 0 ? [{ state: 'FR', ground: 'adequate' }] : [],
    retention: { period: `P${(at % 9) + 1}Y` },
    stores: [pick(places, at)[0](at)],
    ...(at % 2 === 0 ? { formality: filed, startedOn: '2026-02-01', rightsContact: 'Service', cessions: [] } : {}),
  };
}

/** Nine stores in ten belong to a treatment; the others nobody declared. */
function makeEvidence(at: number): StoreEvidence {
  const treatment = (at * 7919) % treatments;
  const uri = at % 10 === 0 ? `s3://stray-${at}` : pick(places, treatment)[1](treatment, at);
  const fields = Array.from({ length: (at % 8) + 1 }, (_, index): FieldSummary => {
    const detector = pick(detectorIds, at * 7 + index);
    return { field: `column_${index}`, detector, category: detectorCategories[detector], count: 10, confidence: 'high' };
  });
  const posture = {
    encryption: 'service-key',
    publicAccess: at % 50 === 0,
    versioning: false,
    logging: null,
    expiresAfterDays: null,
  } as const;
  return {
    store: { uri, account: null, region: 'eu-west-3', hostingState: null, posture },
    fields,
    skips: {},
    complete: true,
    oldestAt: '2019-03-01T00:00:00.000Z',
  };
}

const register: Register = {
  version: 1,
  controller: { name: 'Bench', kind: 'company', address: 'Rabat', country: 'MA' },
  treatments: Array.from({ length: treatments }, (_, at) => makeTreatment(at)),
};
const evidence = Array.from({ length: stores }, (_, at) => makeEvidence(at));
const context = { revision: 1, asOf: '2026-11-22', minConfidence: 'high' } as const;

/** Seconds of the processor that are promised for the default size. */
const promised = 10;
/** How often it is measured at most: a busy moment of the machine passes. */
const mostTurns = 3;

/** Judges every store once. */
function judgeAll() {
  const started = process.cpuUsage();
  let verdicts = 0;
  let gaps = 0;
  const states = new Map<string, number>();
  for (const one of evidence) {
    for (const verdict of judgeStore(one, register, context)) {
      verdicts += 1;
      gaps += verdict.gaps.length;
      states.set(verdict.state, (states.get(verdict.state) ?? 0) + 1);
    }
  }
  const { user, system } = process.cpuUsage(started);
  return { stores, treatments, verdicts, gaps, states: Object.fromEntries(states), cpuSeconds: (user + system) / 1e6 };
}

let figures = judgeAll();
for (let turn = 1; turn < mostTurns && figures.cpuSeconds > promised; turn++) figures = judgeAll();
process.stdout.write(`${JSON.stringify(figures)}\n`);
if (stores <= 100_000 && figures.cpuSeconds > promised) process.exitCode = 1;
