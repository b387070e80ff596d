/**
 * The labelled corpus of one language: documents until every detector has its number of values, then as many documents
 * in which nothing is to be found, half of them real text.
 */
import { type Random, makeRandom } from '../../local/sample/random.ts';
import {
  type Column,
  type Document,
  listKinds,
  type Making,
  otherColumn,
  proseKinds,
  sensitiveColumn,
  type Sentence,
  tableKinds,
  valueColumn,
  writeList,
  writeProse,
  writeTable,
} from './documents.ts';
import type { RealText } from './real-text.ts';
import { slotsOf } from './template.ts';
import { type Part, type SensitiveKind, sensitiveKinds, type Slot, slotDetectors, type Templates } from './templates/kinds.ts';

export interface CorpusOptions {
  readonly seed: number;
  readonly part: Part;
  /** Values of each detector. */
  readonly values: number;
}

const allSlots = Object.keys(slotDetectors) as Slot[];
const rowsOfTable = 8;
const some = <T>(random: Random, list: readonly T[], count: number): T[] =>
  Array.from({ length: count }, () => random.pick(list));

/** Up to so many different slots that a record of templates has something for, the first one included. */
function neighbours(random: Random, record: Readonly<Partial<Record<Slot, unknown>>>, first: Slot, count: number): Slot[] {
  const chosen = new Set([first]);
  for (let tries = 0; tries < 4 * count && chosen.size < count; tries++) {
    const slot = random.pick(allSlots);
    if (record[slot] !== undefined && slot !== 'mrz') chosen.add(slot);
  }
  return [...chosen].toSorted(() => random.next() - 0.5);
}

/** A document that holds a value of a slot: prose, list or table. */
function writeAround(slot: Slot, making: Making): Document {
  const { random, templates } = making;
  const dice = random.next();
  if (dice < 0.14 && templates.columns[slot] !== undefined) {
    const columns = neighbours(random, templates.columns, slot, random.integer(3, 6)).map((one) => valueColumn(one, making));
    return writeTable(random.pick(tableKinds), columns, rowsOfTable, making);
  }
  const isLog = dice < 0.2;
  const names = isLog ? templates.columns : templates.labels;
  if (dice < 0.4 && names[slot] !== undefined)
    return writeList(
      isLog ? 'log' : random.pick(listKinds.slice(0, 2)),
      neighbours(random, names, slot, random.integer(3, 6)),
      making,
    );
  const own = templates.sentences.filter((template) => slotsOf(template).includes(slot));
  const sentences = [random.pick(own), ...some(random, templates.sentences, random.integer(1, 4))];
  return writeProse(
    random.pick(proseKinds),
    sentences.map((template) => ({ template, reveals: null })),
    making,
  );
}

/** A document that says something sensitive about somebody. */
function writeStatement(kind: SensitiveKind, making: Making): Document {
  const { random, templates } = making;
  if (random.next() < 0.05 && templates.sensitiveColumns[kind] !== undefined) {
    const columns = [valueColumn('name', making), sensitiveColumn(kind, making)];
    return writeTable(random.pick(tableKinds), columns, rowsOfTable, making);
  }
  const sentences: Sentence[] = [
    { template: random.pick(templates.statements[kind]), reveals: kind },
    ...some(random, templates.sentences, random.integer(0, 2)).map((template) => ({ template, reveals: null })),
  ];
  return writeProse(random.pick(proseKinds), sentences, making);
}

/** A document in which nothing but what its templates label is to be found. */
function writeDecoy(making: Making): Document {
  const { random, templates } = making;
  if (random.next() < 0.25) {
    const slots = Object.keys(templates.otherColumns) as Slot[];
    const columns: Column[] = some(random, slots, random.integer(1, 3)).map((slot) => otherColumn(slot, making));
    return writeTable(random.pick(tableKinds), columns, rowsOfTable, making);
  }
  const candidates = sensitiveKinds.flatMap((kind) => templates.candidates[kind]);
  const sentences = [...some(random, templates.decoys, random.integer(1, 4)), ...some(random, candidates, random.integer(1, 3))];
  return writeProse(
    random.pick(proseKinds),
    sentences.map((template) => ({ template, reveals: null })),
    making,
  );
}

/** The documents of one language. The same options give the same documents, real text apart. */
export function* makeCorpus(templates: Templates, options: CorpusOptions, realText: RealText): Iterable<Document> {
  const random = makeRandom(options.seed, `accuracy/${options.part}/${templates.language}`);
  const making: Making = { random, templates };
  const counts = new Map<string, number>();
  let positive = 0;
  const count = (document: Document): Document => {
    for (const { detector } of document.labels) counts.set(detector, (counts.get(detector) ?? 0) + 1);
    positive++;
    return document;
  };
  for (const slot of allSlots) {
    if (!templates.sentences.some((template) => slotsOf(template).includes(slot))) continue;
    while ((counts.get(slotDetectors[slot]) ?? 0) < options.values) yield count(writeAround(slot, making));
  }
  for (const kind of sensitiveKinds) {
    while ((counts.get(`sensitive/${kind}`) ?? 0) < options.values) yield count(writeStatement(kind, making));
  }
  for (let at = 0; at < positive; at++) yield at % 2 === 0 ? writeDecoy(making) : realText.take(templates.language);
}
