/** The whole way in one process, without a ledger: what the command line runs. Same readings, findings and verdicts as deployed. */
import type { Clock } from '../findings/clock.ts';
import type { Finding, Skip } from '../findings/finding.ts';
import { findingsOf, mergeParts } from '../findings/roll-up.ts';
import type { Store } from '../findings/store.ts';
import type { ObjectNote } from '../findings/tally.ts';
import { tallyUnopened, type ObjectReading, type TallyOptions } from '../findings/tally-object.ts';
import type { Verdict } from '../law/contract.ts';
import { summariseFields } from '../law/evidence.ts';
import { judgeEntry, sumVerdicts } from '../law/judge-register.ts';
import { judgeStore } from '../law/judge.ts';
import { patternTouches } from '../law/patterns.ts';
import type { Register } from '../law/register.ts';
import type { Source } from '../sources/contract.ts';
import { calendarDate } from './assess/assess.ts';
import { marksOf, summariseMarks } from './assess/marks.ts';
import type { Configuration } from './configuration.ts';
import { placeStore } from './discover/discover.ts';
import type { OpenSource } from './ports.ts';
import { scanObject, shardResult } from './scan/scan-shard.ts';

export interface HerePorts extends TallyOptions {
  readonly openSource: OpenSource;
  readonly clock: Clock;
  /** Told of what is being read: the store, and its objects read so far. */
  readonly onProgress: (store: string, objects: number) => void;
}

export interface HereOptions {
  readonly configuration: Configuration;
  readonly register: Register;
  /** Day to judge by (calendar date in Morocco); null = today. */
  readonly asOf: string | null;
  readonly seed: number;
}

/** A note on an object of a store, by its name as shown. */
export interface StoreNote extends ObjectNote {
  readonly store: string;
  readonly object: string;
}

export interface ScannedStore {
  readonly store: Store;
  readonly complete: boolean;
  readonly findings: readonly Finding[];
  readonly skips: readonly Skip[];
  readonly notes: readonly StoreNote[];
  readonly verdicts: readonly Verdict[];
}

/** Scans every store of the configuration, in order, and holds each against the register. Throws `SourceError` for a target that cannot be asked. */
export async function* scanHere(options: HereOptions, ports: HerePorts): AsyncIterable<ScannedStore> {
  for (const target of options.configuration.targets) {
    const source = ports.openSource(target);
    for await (const store of source.stores(target.uri)) {
      const placed = placeStore(store, target);
      const readings = await readStore(placed, source, options, ports);
      yield judgeReadings(placed, readings, options, ports);
    }
  }
}

async function readStore(
  store: Store,
  source: Source,
  options: HereOptions,
  ports: HerePorts,
): Promise<readonly ObjectReading[]> {
  const readings: ObjectReading[] = [];
  let objects = 0;
  const { ocr } = options.configuration;
  const sampling = { rows: options.configuration.sampleRows, seed: options.seed };
  for await (const found of source.objects(store)) {
    if (!('reason' in found)) readings.push(...(await scanObject(found, store, source, { ...ports, sampling, ocr })));
    else readings.push(tallyUnopened(found.object ?? wholeStore, found, { ...ports, store: store.uri }));
    ports.onProgress(store.uri, ++objects);
  }
  return readings;
}

const wholeStore = { name: '', version: null, sizeBytes: null, modifiedAt: null, part: null };

function judgeReadings(store: Store, readings: readonly ObjectReading[], options: HereOptions, ports: HerePorts): ScannedStore {
  const objects = mergeParts(readings.map((reading) => reading.tally));
  const findings = objects.flatMap((object) => findingsOf(store.uri, object, ports.scanner, ports.key));
  const notes = objects.flatMap(({ object, notes: said = [] }) => said.map((note) => ({ store: store.uri, object, ...note })));
  const { skips } = shardResult('', '', store.uri, readings);
  const marks = summariseMarks(marksOf(objects, skips, { scan: '', detectorsVersion: ports.scanner.version }));
  const { configuration, register } = options;
  const verdicts = judgeStore({ store, fields: summariseFields(findings), ...marks }, register, {
    revision: 0,
    asOf: options.asOf ?? calendarDate(ports.clock.now()),
    choices: configuration.choices,
    minConfidence: configuration.minConfidence,
  });
  return { store, complete: marks.complete, findings, skips, notes, verdicts };
}

/** Verdicts on the entries whose stores were scanned, all of them whole: categories declared and found in none. */
export function judgeEntriesHere(register: Register, scanned: readonly ScannedStore[]): readonly Verdict[] {
  return register.treatments.flatMap((treatment) => {
    const touched = scanned.filter(({ store }) => (treatment.stores ?? []).some((pattern) => patternTouches(pattern, store.uri)));
    if (touched.length === 0 || touched.some(({ complete, skips }) => !complete || skips.length > 0)) return [];
    const verdicts = touched.flatMap((one) => one.verdicts.filter((verdict) => verdict.treatment === treatment.id));
    const sight = { ...sumVerdicts(verdicts), stores: touched.length };
    return judgeEntry(treatment, register.controller, sight, 0) ?? [];
  });
}
