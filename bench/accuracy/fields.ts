/** The judgement per field: whole tables are read, tallied and judged as `kashf scan` does, and each field held against what its column holds. */
import type { DetectorId } from '../../detectors/catalogue.ts';
import { confidences, type Scanner } from '../../detectors/contract.ts';
import { findingsOf } from '../../findings/roll-up.ts';
import { tallyObject } from '../../findings/tally-object.ts';
import { readObject } from '../../readers/read-object.ts';
import { makeRandom, type Random } from '../../local/sample/random.ts';
import { type Column, type Document, type Making, sensitiveColumn, tableKinds, valueColumn, writeTable } from './documents.ts';
import { lookAlikes } from './look-alikes.ts';
import { main, type Tally } from './measure.ts';
import { precisionOf, recallOf, type Share } from './statistics.ts';
import { templatesOf } from './templates/all.ts';
import { languages, type SensitiveKind, type Slot, slotDetectors } from './templates/kinds.ts';

/** What is known of a table's columns: their names, or nothing but their order. */
const heads = ['Named', 'Headerless'] as const;
type Head = (typeof heads)[number];

/** Fields of each detector judged rightly and wrongly, by what is known of the columns. */
export type FieldResults = ReadonlyMap<Head, ReadonlyMap<DetectorId, Tally>>;

const rows = 30;

/** Columns of numbers and words that look like somebody's and are nobody's. */
const hardNegatives: readonly (readonly [name: string, make: (random: Random) => string])[] = [
  ['sku', (random) => lookAlikes['cin']?.(random) ?? ''],
  ['code_article', (random) => `${random.pick(['AB', 'BK', 'EE'])}${random.digits(6)}`],
  ['numero_serie', (random) => `${random.pick(['X', 'JB', 'TA'])}${random.digits(6)}`],
  ['order_no', (random) => `06${random.digits(8)}`],
  ['num_commande', (random) => `6${random.digits(8)}`],
  ['ref_facture', (random) => `0${random.integer(5, 8)}${random.digits(8)}`],
  ['ean', (random) => `611${random.digits(10)}`],
  ['version', (random) => `${random.integer(10, 99)}.${random.integer(1, 99)}.${random.integer(1, 99)}.${random.integer(1, 99)}`],
  ['hash', (random) => lookAlikes['hash']?.(random) ?? ''],
  ['imei', (random) => lookAlikes['imei']?.(random) ?? ''],
  ['echeance', (random) => lookAlikes['birth']?.(random) ?? ''],
  ['montant', (random) => `${random.integer(1, 90_000)}.${random.digits(2)}`],
  [
    'produit',
    (random) => `${random.pick(['Chaise', 'Table', 'Lampe', 'Tapis'])} ${random.pick(['Nour', 'Atlas', 'Amal', 'Rif'])}`,
  ],
  ['traitement', (random) => random.pick(['en cours', 'clos', 'à reprendre', 'rejeté'])],
];

const negativeColumn = (random: Random): Column => {
  const [name, make] = random.pick(hardNegatives);
  return { name, detector: null, make: () => make(random) };
};

/** A column of a slot or of something sensitive, two neighbours, and two that hold nobody's data; no name twice. */
function columnsOf(first: Column, making: Making): readonly Column[] {
  const { random, templates } = making;
  const slots = (Object.keys(templates.columns) as Slot[]).filter((slot) => slot !== 'mrz');
  const columns = [
    first,
    valueColumn(random.pick(slots), making),
    valueColumn(random.pick(slots), making),
    negativeColumn(random),
    negativeColumn(random),
  ];
  const known = new Set<string>();
  return columns.filter(({ name }) => !known.has(name) && known.add(name)).toSorted(() => random.next() - 0.5);
}

/** The same table without the names of its columns: a CSV file without its first line, rows of a dump without their list. */
function behead({ bytes, ...document }: Document): Document {
  const text = Buffer.from(bytes).toString('utf8');
  const bare =
    document.kind === 'csv'
      ? text.slice(text.indexOf('\n') + 1)
      : text.slice(text.indexOf('INSERT')).replace(/ \([^)]*\) VALUES/, ' VALUES');
  return { ...document, bytes: Buffer.from(bare), labels: [] };
}

/** Fields in which a detector is sure, by the number or the name of their column. */
async function judge({ name, bytes }: Document, scanner: Scanner): Promise<readonly (readonly [DetectorId, string])[]> {
  const source = {
    name,
    size: bytes.length,
    async *stream({ start, end } = { start: 0, end: bytes.length }) {
      yield bytes.subarray(start, end);
    },
  };
  const ref = { name, version: '1', sizeBytes: null, modifiedAt: null, part: null };
  const key = Buffer.alloc(32, 5);
  const [{ tally }] = await tallyObject(ref, readObject(source), { scanner, key });
  return findingsOf('file:///corpus', tally, scanner, key).flatMap(({ detector, field, confidence, count }) =>
    count > 0 && field !== null && confidences.indexOf(confidence) >= main ? [[detector, field] as const] : [],
  );
}

/** True if a field as it is shown, `$[*].cin` or `clients.cin` or `column 3`, is that of a column. */
function isFieldOf(field: string, column: Column, index: number, head: Head): boolean {
  if (head === 'Headerless') return new RegExp(`(?:^|\\D)${index + 1}$`).test(field);
  return field === column.name || field.endsWith(`.${column.name}`) || field.endsWith(`['${column.name}']`);
}

function tallyIn(results: Map<DetectorId, Tally>, detector: DetectorId): Tally {
  let tally = results.get(detector);
  if (tally === undefined) results.set(detector, (tally = { found: 0, missed: 0, false: 0 }));
  return tally;
}

/** A table to be made, and where what is judged of it is counted. */
interface Trial {
  readonly columns: readonly Column[];
  readonly head: Head;
  readonly results: Map<DetectorId, Tally>;
}

/** Judges one table and adds to the counts. */
async function addTable({ columns, head, results }: Trial, making: Making, scanner: Scanner): Promise<void> {
  const kind = making.random.pick(head === 'Named' ? tableKinds : (['csv', 'sql'] as const));
  const table = writeTable(kind, columns, rows, making);
  const judged = await judge(head === 'Named' ? table : behead(table), scanner);
  const isJudged = (column: Column, index: number, detector: DetectorId): boolean =>
    judged.some(([one, field]) => one === detector && isFieldOf(field, column, index + 1, head));
  for (const [index, column] of columns.entries()) {
    if (column.detector === null) continue;
    tallyIn(results, column.detector)[isJudged(column, index, column.detector) ? 'found' : 'missed']++;
  }
  for (const [detector, field] of judged) {
    const isRight = columns.some((column, index) => column.detector === detector && isFieldOf(field, column, index + 1, head));
    if (!isRight) tallyIn(results, detector).false++;
  }
}

/** Judges tables of every language: so many of every slot and every kind of sensitive column, with names and without. */
export async function measureFields(seed: number, scanner: Scanner, tablesOfColumn = 4): Promise<FieldResults> {
  const results = new Map(heads.map((head) => [head, new Map<DetectorId, Tally>()] as const));
  for (const language of languages) {
    const templates = templatesOf('test', language);
    const making = { random: makeRandom(seed, `fields/${language}`), templates };
    const slots = (Object.keys(templates.columns) as Slot[]).filter((slot) => slot !== 'mrz');
    const firsts = [
      ...slots.map((slot) => () => valueColumn(slot, making)),
      ...(Object.keys(templates.sensitiveColumns) as SensitiveKind[]).map((kind) => () => sensitiveColumn(kind, making)),
    ];
    for (const first of firsts)
      for (const head of heads)
        for (let at = 0; at < tablesOfColumn; at++)
          await addTable({ columns: columnsOf(first(), making), head, results: results.get(head) ?? new Map() }, making, scanner);
  }
  return results;
}

const withInterval = ({ value, low, high }: Share): string =>
  Number.isNaN(value) ? '–' : `${value.toFixed(3)} (${low.toFixed(3)}–${high.toFixed(3)})`;

/** What a table without names tells by its values: everything else is nothing without its name. */
const telling: ReadonlySet<string> = new Set(
  (['email', 'phone', 'iban', 'rib', 'ice', 'cin'] as const).map((slot) => slotDetectors[slot]),
);

/** The section of the page. */
export function renderFields(results: FieldResults): string {
  const lines = heads.flatMap((head) =>
    [...(results.get(head) ?? new Map<DetectorId, Tally>())]
      .filter(([detector, { false: wrong }]) => head === 'Named' || telling.has(detector) || wrong > 0)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([detector, tally]) => {
        const fields = tally.found + tally.missed;
        return `| \`${detector}\` | ${head} | ${fields} | ${withInterval(precisionOf(tally))} | ${withInterval(recallOf(tally))} |`;
      }),
  );
  return `## Fields of tables

Tables of ${rows} rows (CSV, JSON, JSON lines, SQL) read, tallied and judged as \`kashf scan\` does (\`judge\` in \`detectors/confidence.ts\`): a field counts as found where
its detector is judged \`high\` or \`certain\`, and against a detector where it is so judged in a column of something else. Two columns of each table
are hard negatives: articles numbered as identity cards, orders numbered as telephones, versions, series, amounts, names of goods (\`bench/accuracy/fields.ts\`).
Without names of columns only what tells by itself what it is can be judged: those detectors are listed, and any that is wrong. There an order in the very form of a
telephone number or an article in that of a card is one as far as anybody can tell, so precision says how far values alone carry.

| detector | columns | fields | precision (95 %) | recall (95 %) |
|---|---|---|---|---|
${lines.join('\n')}
`;
}
