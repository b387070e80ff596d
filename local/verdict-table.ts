/** The verdicts as a table for a terminal of 120 columns. */
import type { Gap, PenaltyRange, Verdict } from '../law/contract.ts';

/** Columns with their width; one space stands between them. */
const columns = [
  ['STORE', 30],
  ['STATE', 16],
  ['FORMALITY', 14],
  ['GAP', 27],
  ['ARTICLES', 13],
  ['PENALTY (DH)', 15],
] as const;

type Cells = readonly string[];

const stateOpen = 'Penalties of a natural person: whether Art. 64 doubles fines for a public body, the law does not say (IC-34).';

/** Lays the verdicts out, worst first within a store as the law gives them; then says how many there are of each state. */
export function renderVerdicts(verdicts: readonly Verdict[]): string {
  const rule = columns.map(([, width]) => '─'.repeat(width)).join(' ');
  const head = line(columns.map(([title]) => title));
  const body = verdicts.map((verdict) => [rule, ...layOut(verdict)].join('\n'));
  const isOpen = verdicts.some(({ gaps }) => gaps.some(({ penalty }) => penalty?.note === 'IC-34'));
  return `${[head, ...body, rule, countStates(verdicts), ...(isOpen ? [stateOpen] : [])].join('\n')}\n`;
}

function countStates(verdicts: readonly Verdict[]): string {
  const counts = new Map<string, number>();
  for (const { state } of verdicts) counts.set(state, (counts.get(state) ?? 0) + 1);
  const parts = [...counts].map(([state, count]) => `${count} ${state}`);
  return `${verdicts.length} verdicts: ${parts.join(', ')}`;
}

/** The lines of one verdict: the store beside its gaps. */
function layOut({ store, treatment, state, formality, gaps }: Verdict): readonly string[] {
  const gapRows = gaps.flatMap(gapLines);
  const storeLines = [...wrap(store, 30), ...(treatment === null ? [] : wrap(`↳ ${treatment}`, 30))];
  const height = Math.max(storeLines.length, gapRows.length, 1);
  return Array.from({ length: height }, (_, row) => {
    const first = row === 0 ? [state, formality] : ['', ''];
    return line([storeLines[row] ?? '', ...first, ...(gapRows[row] ?? ['', '', ''])]);
  });
}

function gapLines(gap: Gap): readonly Cells[] {
  const subject = subjectOf(gap);
  const kind = [gap.kind, ...(subject === null ? [] : wrap(subject, 25).map((part) => `  ${part}`))];
  const articles = wrap(gap.articles.join(' '), 13);
  const penalty = penaltyLines(gap);
  const height = Math.max(kind.length, articles.length, penalty.length);
  return Array.from({ length: height }, (_, row) => [kind[row] ?? '', articles[row] ?? '', penalty[row] ?? '']);
}

/** What tells two gaps of one kind apart; codes only. */
function subjectOf({ kind, category, hostingState, params }: Gap): string | null {
  const detail = kind === 'fact-missing' ? params['fact'] : kind === 'conditions-not-met' ? params['reason'] : null;
  return category ?? hostingState ?? (typeof detail === 'string' ? detail : null);
}

/** The range for a legal person where the law gives one, else that of a natural person. */
function penaltyLines({ penalty }: Gap): readonly string[] {
  const range: PenaltyRange | null = penalty?.legal ?? penalty?.natural ?? null;
  if (range === null) return [penalty === null ? '–' : penalty.code];
  const fine = range.fineMin === null ? [] : [`${thousands(range.fineMin)}–${thousands(range.fineMax ?? range.fineMin)}`];
  const prison = range.prisonMonthsMax === null ? [] : [`${range.prisonMonthsMin ?? 0}–${range.prisonMonthsMax} months`];
  return [...fine, ...prison];
}

const thousands = (amount: number): string => String(amount).replaceAll(/\B(?=(\d{3})+$)/g, ' ');

function line(cells: Cells): string {
  return columns
    .map(([, width], index) => (cells[index] ?? '').padEnd(width))
    .join(' ')
    .trimEnd();
}

/** Breaks a text at spaces and slashes, and within a word only where it is longer than the line. */
function wrap(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const piece of text.match(/[^/ ]*(?:\/+| +|$)/g)?.filter(Boolean) ?? []) {
    for (let rest = piece; rest !== ''; rest = rest.slice(width)) {
      const part = rest.slice(0, width);
      const last = lines.at(-1) ?? '';
      if ((last + part).trimEnd().length <= width) lines[lines.length - 1] = last + part;
      else lines.push(part);
    }
  }
  return lines.map((one) => one.trimEnd()).filter((one) => one !== '');
}
