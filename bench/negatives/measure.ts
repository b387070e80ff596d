/** How often the detectors are sure of something in text that holds nobody's data, by kind of text. */
import type { Scanner } from '../../detectors/contract.ts';
import { countNegatives, type NegativeCount } from './count.ts';
import { installedFiles, installedKinds } from './installed.ts';
import { madeKinds, makeNegative } from './made.ts';

/** One kind of text with what was found in it. */
export interface NegativeRow extends NegativeCount {
  readonly kind: string;
}

/** Most matches at `high` in 10 MB that are no contacts; of `certain` ones there may be none. */
export const mostHigh = 1;

const sizes = { made: 1_000_000, installed: 16_000_000 } as const;

/** Reads every kind once. */
export async function measureNegatives(seed: number, scanner: Scanner): Promise<readonly NegativeRow[]> {
  const rows: NegativeRow[] = [];
  for (const kind of madeKinds)
    rows.push({ kind: `\`${kind}\`, made`, ...(await countNegatives([makeNegative(kind, sizes.made, seed)], scanner)) });
  for (const kind of installedKinds)
    rows.push({
      kind: `${kind} of packages`,
      ...(await countNegatives(installedFiles(kind, sizes.installed, seed), scanner)),
    });
  return rows;
}

const countOf = (rows: readonly NegativeRow[], level: 'high' | 'certain'): number =>
  rows.reduce((sum, { faults }) => sum + faults.filter(({ confidence }) => confidence === level).length, 0);
const bytesOf = (rows: readonly NegativeRow[]): number => rows.reduce((sum, { bytes }) => sum + bytes, 0);

function lineOf(kind: string, rows: readonly NegativeRow[]): string {
  const contacts = rows.reduce((sum, row) => sum + row.contacts, 0);
  const high = countOf(rows, 'high');
  const rate = ((high * 1e7) / bytesOf(rows)).toFixed(2);
  return `| ${kind} | ${(bytesOf(rows) / 1e6).toFixed(1)} | ${contacts} | ${high} | ${countOf(rows, 'certain')} | ${rate} |`;
}

/** The section of the page. */
export const renderNegatives = (rows: readonly NegativeRow[]): string => `## Look-alikes alone

Text that holds nobody's data by design: made goods, positions, logs, locks, squeezed scripts, programs and prose on health and politics
(\`bench/negatives/made.ts\`), and files of the installed packages as they are. The bar: at most ${mostHigh} match at \`high\` in 10 MB, none at \`certain\`.
Such text does name its authors. A mailbox counts as a **contact** and not as a fault where it stands in brackets of its own behind a word, beside a name in
capitals, in a link to write to, or behind a word for an author or for writing; a name where the same one stands before a mailbox in
the same kind of text, or behind a word of thanks or authorship (\`bench/negatives/contacts.ts\`). The rules know nothing of the detectors, and hide nothing but mailboxes and names.
\`node bench/look-alikes.ts /usr/share/doc\` counts any folder the same way.

| text | MB | contacts | \`high\` | \`certain\` | \`high\` in 10 MB |
|---|---|---|---|---|---|
${rows.map((row) => lineOf(row.kind, [row])).join('\n')}
${lineOf('all', rows)}
`;

/** What is above the bar, one sentence each; nothing if all is below it. */
export function negativesAboveBar(rows: readonly NegativeRow[]): readonly string[] {
  const rate = (countOf(rows, 'high') * 1e7) / bytesOf(rows);
  return [
    ...(rate > mostHigh ? [`look-alikes: ${rate.toFixed(2)} matches at high in 10 MB, more than ${mostHigh}`] : []),
    ...(countOf(rows, 'certain') > 0 ? [`look-alikes: ${countOf(rows, 'certain')} matches at certain`] : []),
  ];
}
