/** The page of figures, and the comparison of two such pages. */
import { type DetectorId, detectorCategories } from '../../detectors/catalogue.ts';
import { confidences } from '../../detectors/contract.ts';
import { main, type Tallies, tallyOf } from './measure.ts';
import { f2Of, precisionOf, recallOf, type Share, sumTallies } from './statistics.ts';
import { languageGap, targetOf } from './targets.ts';
import { type Language, languages } from './templates/kinds.ts';

export interface Results {
  readonly seed: number;
  readonly values: number;
  readonly documents: number;
  readonly bytes: number;
  readonly byLanguage: ReadonlyMap<Language, Tallies>;
  /** Recall of values by kind of document, all detectors and languages together. */
  readonly byKind: ReadonlyMap<string, { found: number; missed: number }>;
  /** Matches in real text at the main level and above, with the bytes read. */
  readonly realText: { readonly bytes: number; readonly high: number; readonly certain: number };
}

const languageNames: Readonly<Record<Language, string>> = { fr: 'French', ar: 'Arabic', darija: 'Darija', en: 'English' };
const three = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(3));
const withInterval = ({ value, low, high }: Share): string => `${three(value)} (${three(low)}–${three(high)})`;

interface Row {
  readonly detector: DetectorId;
  readonly language: Language;
  readonly line: string;
  readonly shortfall: string | null;
}

function rowOf(detector: DetectorId, language: Language, results: Results): Row | null {
  const tally = tallyOf(results.byLanguage.get(language) ?? new Map(), detector)[main];
  if (tally === undefined || tally.found + tally.missed === 0) return null;
  const precision = precisionOf(tally);
  const recall = recallOf(tally);
  const target = targetOf(detector);
  const short: string[] = [];
  // A figure is held against the bar as it is printed.
  if (Number(precision.value.toFixed(3)) < target.precision)
    short.push(`precision ${three(precision.value)} < ${target.precision}`);
  if (Number(recall.value.toFixed(3)) < target.recall) short.push(`recall ${three(recall.value)} < ${target.recall}`);
  const french = tallyOf(results.byLanguage.get('fr') ?? new Map(), detector)[main];
  if (french !== undefined && language !== 'fr') {
    if (precision.high < precisionOf(french).value - languageGap) short.push('precision below French');
    if (recall.high < recallOf(french).value - languageGap) short.push('recall below French');
  }
  const cells = [
    `\`${detector}\``,
    languageNames[language],
    tally.found + tally.missed,
    withInterval(precision),
    withInterval(recall),
    three(f2Of(tally)),
    short.length === 0 ? 'yes' : '**no**',
  ];
  return { detector, language, line: `| ${cells.join(' | ')} |`, shortfall: short.length === 0 ? null : short.join(', ') };
}

function rowsOf(results: Results): readonly Row[] {
  const ids = Object.keys(detectorCategories) as DetectorId[];
  return ids.flatMap((detector) => languages.flatMap((language) => rowOf(detector, language, results) ?? []));
}

function levelLines(results: Results): readonly string[] {
  const ids = Object.keys(detectorCategories) as DetectorId[];
  return ids.flatMap((detector) => {
    const levels = confidences.map((_, level) =>
      sumTallies(languages.flatMap((language) => tallyOf(results.byLanguage.get(language) ?? new Map(), detector)[level] ?? [])),
    );
    if (levels.every(({ found, missed }) => found + missed === 0)) return [];
    const cells = levels.map((tally) => `${three(precisionOf(tally).value)} / ${three(recallOf(tally).value)}`);
    return `| \`${detector}\` | ${cells.join(' | ')} |`;
  });
}

const shortfallLines = (rows: readonly Row[]): readonly string[] =>
  rows.every(({ shortfall }) => shortfall === null)
    ? ['Every row reaches its bar.']
    : rows.flatMap(({ detector, language, shortfall }) =>
        shortfall === null ? [] : `- \`${detector}\`, ${languageNames[language]}: ${shortfall}`,
      );

const missingOf = (rows: readonly Row[]): string => {
  const measured = new Set(rows.map(({ detector }) => detector));
  const missing = Object.keys(detectorCategories).filter((id) => !measured.has(id as DetectorId));
  return missing.length === 0
    ? ''
    : `\nNot measured, because no detector exists yet: ${missing.map((id) => `\`${id}\``).join(', ')}.\n`;
};

/** The page `docs/accuracy.md`. */
export function renderReport(results: Results, introduction: string): string {
  const rows = rowsOf(results);
  const { realText } = results;
  const kinds = [...results.byKind].map(
    ([kind, { found, missed }]) => `| ${kind} | ${found + missed} | ${three(recallOf({ found, missed, false: 0 }).value)} |`,
  );
  return `${introduction}
## Figures at \`high\` and \`certain\`

Seed ${results.seed}, at least ${results.values} values of each detector and language, ${results.documents} documents, ${(results.bytes / 1e6).toFixed(1)} MB.
${missingOf(rows)}
| detector | language | values | precision (95 %) | recall (95 %) | F2 | reaches the bar |
|---|---|---|---|---|---|---|
${rows.map(({ line }) => line).join('\n')}

## What is not reached

${shortfallLines(rows).join('\n')}

## Precision / recall at each level and above, all languages

| detector | ${confidences.map((level) => `\`${level}\``).join(' | ')} |
|---|${confidences.map(() => '---|').join('')}
${levelLines(results).join('\n')}

## Recall by kind of document

| kind | values | recall at \`high\` and \`certain\` |
|---|---|---|
${kinds.join('\n')}

## Real text alone

${(realText.bytes / 1e6).toFixed(1)} MB of the installed packages' sources and documentation, read as running text: ${realText.high} matches at \`high\`,
${realText.certain} at \`certain\`.
`;
}

/** How much a printed figure may fall: real text differs a little where optional packages differ. */
const slack = 0.005;

interface Figures {
  readonly precision: number;
  readonly recall: number;
}

/** Reads the rows of a page back. */
export function readFigures(page: string): ReadonlyMap<string, Figures> {
  const rows = page.matchAll(/^\| `([^`]+)` \| (\w+) \| \d+ \| ([\d.–]+) \([^|]*\| ([\d.–]+) \(/gm);
  return new Map(
    [...rows].map(([, detector, language, precision, recall]) => [
      `${detector}, ${language}`,
      { precision: Number(precision), recall: Number(recall) },
    ]),
  );
}

/** What fell between two pages, one sentence each; nothing if all held. */
export function compareReports(committed: string, measured: string): readonly string[] {
  const now = readFigures(measured);
  return [...readFigures(committed)].flatMap(([row, before]) => {
    const after = now.get(row);
    if (after === undefined) return `${row}: no longer measured`;
    return (['precision', 'recall'] as const)
      .filter((figure) => !(after[figure] >= before[figure] - slack))
      .map((figure) => `${row}: ${figure} fell from ${before[figure]} to ${after[figure]}`);
  });
}
