/** What is measured of each text, and what the ratios must come to. */
import type { CorpusId } from './corpora/all.ts';

/** What runs over a text, as it is called in tables. */
export const runners = {
  engine: 'all detectors',
  reader: 'reader and all detectors',
  command: '`kashf detect --format count`, whole process',
  expressions: 'six plain expressions',
  hyperscan: 'Hyperscan, anchors and lexicon alone',
  'redact-pii': 'redact-pii',
  openredaction: 'openredaction',
} as const;

export type RunnerId = keyof typeof runners;

/** Megabytes a second of processor time; null where it was not to be had. */
export type Rates = Readonly<Record<RunnerId, number | null>>;

export interface Measurement {
  readonly corpus: CorpusId;
  readonly bytes: number;
  /** Values planted, each of them found. */
  readonly planted: number;
  readonly rates: Rates;
}

interface Bar {
  readonly corpus: CorpusId;
  readonly faster: RunnerId;
  readonly slower: RunnerId;
  readonly least: number;
  /** Means something at full size alone: a process has a start, and openredaction is slower the longer its text is. */
  readonly isOfFullSize?: boolean;
}

const overExpressions: Readonly<Record<CorpusId, number>> = { logs: 4, french: 4, arabic: 2, csv: 2, json: 4 };
const ids = Object.keys(overExpressions) as readonly CorpusId[];

export const bars: readonly Bar[] = [
  ...(['logs', 'french', 'json'] as const).map(
    (corpus) => ({ corpus, faster: 'engine', slower: 'hyperscan', least: 1 }) as const,
  ),
  ...ids.map((corpus) => ({ corpus, faster: 'engine', slower: 'expressions', least: overExpressions[corpus] }) as const),
  { corpus: 'logs', faster: 'engine', slower: 'openredaction', least: 300, isOfFullSize: true },
  ...ids.map((corpus) => ({ corpus, faster: 'command', slower: 'engine', least: 0.7, isOfFullSize: true }) as const),
];

export interface Ratio extends Bar {
  readonly ratio: number;
}

/** What the bars speak of, in bytes. */
export const fullSize = 256_000_000;

/** The ratios there are bars for, of what was measured. */
export function ratiosOf(measurements: readonly Measurement[]): readonly Ratio[] {
  return bars.flatMap((bar) => {
    const measured = measurements.find(({ corpus }) => corpus === bar.corpus);
    if (measured === undefined || (bar.isOfFullSize === true && measured.bytes < 0.9 * fullSize)) return [];
    const { rates } = measured;
    const faster = rates[bar.faster];
    const slower = rates[bar.slower];
    return faster === null || slower === null ? [] : [{ ...bar, ratio: faster / slower }];
  });
}
