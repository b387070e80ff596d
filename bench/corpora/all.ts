/** The five texts that speed is measured with. */
import type { Corpus } from './corpus.ts';
import { makeCustomers } from './customers.ts';
import { makeEvents } from './events.ts';
import { makeLogs } from './logs.ts';
import { makeProse } from './prose.ts';

export interface CorpusKind {
  readonly title: string;
  /** Name of a file with it: its ending says the format. */
  readonly file: string;
  make(size: number, seed: number): Corpus;
}

export const corpora = {
  logs: { title: 'server logs', file: 'server.log', make: makeLogs },
  french: { title: 'French prose', file: 'french.txt', make: (size, seed) => makeProse(size, seed, 'french') },
  arabic: { title: 'Arabic prose', file: 'arabic.txt', make: (size, seed) => makeProse(size, seed, 'arabic') },
  csv: { title: 'dense customer CSV', file: 'customers.csv', make: makeCustomers },
  json: { title: 'JSON lines', file: 'events.jsonl', make: makeEvents },
} as const satisfies Readonly<Record<string, CorpusKind>>;

export type CorpusId = keyof typeof corpora;
export const corpusIds = Object.keys(corpora) as readonly CorpusId[];
