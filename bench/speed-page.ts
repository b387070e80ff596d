/** The page `docs/speed.md`: written from what was measured, and read again to hold later runs against it. */
import { cpus, totalmem } from 'node:os';
import { type Measurement, type Ratio, ratiosOf, runners, type RunnerId } from './bars.ts';
import { corpora } from './corpora/all.ts';

export const page = 'docs/speed.md';

/** A ratio may come out this much lower on another machine, or on one that is busy, and still hold. */
const margin = 0.5;

const runnerIds = Object.keys(runners) as readonly RunnerId[];
const figure = (rate: number | null): string => (rate === null ? '' : rate.toFixed(rate < 1 ? 2 : rate < 10 ? 1 : 0));
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** Megabytes a second, a line for each runner and a column for each text. */
export function rateTable(measurements: readonly Measurement[]): string {
  const columns = measurements.map(({ corpus }) => corpora[corpus].title);
  const rows = runnerIds.map((id) => [runners[id], ...measurements.map(({ rates }) => figure(rates[id]))]);
  return table(['', ...columns], rows);
}

const ratioCells = ({ corpus, faster, slower, least, ratio }: Ratio): readonly string[] => [
  corpora[corpus].title,
  `${runners[faster]} / ${runners[slower]}`,
  ratio.toFixed(2),
  String(least),
  ratio >= least ? 'yes' : '**no**',
];

export function ratioTable(ratios: readonly Ratio[]): string {
  return table(['text', 'ratio', 'measured', 'asked for', 'reached'], ratios.map(ratioCells));
}

/** The whole page. */
export function renderPage(measurements: readonly Measurement[], introduction: string): string {
  const megabytes = measurements.map(({ bytes }) => (bytes / 1e6).toFixed(0));
  const size = [...new Set(megabytes)].join(' to ');
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node.js ${process.versions.node}`;
  return `${introduction}
## Megabytes a second of processor time

${size} MB each, one worker; ${machine}.

${rateTable(measurements)}

## Ratios

${ratioTable(ratiosOf(measurements))}
`;
}

/** Ratios that have fallen below the page's, in words. */
export function compareWithPage(text: string, ratios: readonly Ratio[]): readonly string[] {
  const lines = text.split('\n').map((line) => line.split(' | ').map((cell) => cell.replace(/^\| | \|$/g, '')));
  return ratios.flatMap((one) => {
    const [title, name, measured] = ratioCells(one);
    const known = Number(lines.find((cells) => cells[0] === title && cells[1] === name)?.[2] ?? Number.NaN);
    if (Number.isNaN(known)) return [`${title}: ${name} is not on the page`];
    return one.ratio >= known * margin ? [] : [`${title}: ${name} is ${measured}, and was ${known}`];
  });
}
