/** What every paper is made of: codes and parameters, rendered in `render-paper.ts`. A line that nobody stated says so. */
import type { Gap, Parameters, Penalty, Step } from '../law/contract.ts';
import type { LabelCode } from './text/labels.ts';
import type { SentenceCode } from './text/sentences.ts';
import type { SectionCode, TitleCode } from './text/titles.ts';

/** register = Art. 15 a–i; filing = draft of the declaration or request; transfer = F118; notice = Art. 5; access = Art. 7; gaps = for the board. */
export const paperKinds = ['register', 'filing', 'transfer', 'notice', 'access', 'gaps'] as const;
export type PaperKind = (typeof paperKinds)[number];

/** Forms of the CNDP that a draft may follow: declaration, simplified, authorisation, authorisation under a model decision, transfer. */
export const forms = ['F211', 'F214', 'F112', 'F113', 'F118'] as const;
export type Form = (typeof forms)[number];

/** One thing a line says: the register's own words, or a code that has a sentence. */
export type PaperValue =
  | { readonly type: 'words'; readonly words: string }
  | { readonly type: 'sentence'; readonly code: SentenceCode; readonly params: Parameters }
  | { readonly type: 'step'; readonly step: Pick<Step, 'article' | 'code' | 'params'> }
  | { readonly type: 'gap'; readonly gap: Pick<Gap, 'kind' | 'params'> }
  | { readonly type: 'penalty'; readonly penalty: Penalty }
  | { readonly type: 'choice'; readonly choice: string; readonly setting: string };

/** stated; none = stated that there is none; missing = the law asks and nothing states it; blank = to be filled in by hand. */
export const entryStates = ['stated', 'none', 'missing', 'blank'] as const;
export type EntryState = (typeof entryStates)[number];

export interface Entry {
  readonly label: LabelCode;
  /** What the label is filled with. */
  readonly labelParams?: Parameters;
  /** Article that asks for it, or null. */
  readonly article: string | null;
  readonly state: EntryState;
  readonly values: readonly PaperValue[];
  /** What the reader should know of the line: a doubt, a condition, what the scan saw. */
  readonly hints: readonly PaperValue[];
}

export interface Section {
  readonly code: SectionCode;
  readonly params: Parameters;
  readonly entries: readonly Entry[];
}

/** A line that the law asks for and that nothing states. */
export interface MissingEntry {
  readonly section: SectionCode;
  readonly label: LabelCode;
  readonly article: string | null;
  readonly treatment: string | null;
}

export interface Paper {
  readonly schemaVersion: 1;
  readonly kind: PaperKind;
  readonly form: Form | null;
  readonly title: TitleCode;
  readonly params: Parameters;
  readonly treatment: string | null;
  /** Calendar date in Morocco. */
  readonly asOf: string;
  readonly lawVersion: string;
  readonly notes: readonly PaperValue[];
  readonly sections: readonly Section[];
  readonly missing: readonly MissingEntry[];
}

export const words = (text: string): PaperValue => ({ type: 'words', words: text });

export const sentence = (code: SentenceCode, params: Parameters = {}): PaperValue => ({ type: 'sentence', code, params });

interface Line {
  readonly label: LabelCode;
  readonly labelParams?: Parameters;
  readonly article?: string;
  readonly hints?: readonly PaperValue[];
}

/** A line from one text of the register; missing where it is not stated. */
export function textEntry(line: Line, text: string | undefined): Entry {
  return listEntry(line, text === undefined ? undefined : [words(text)]);
}

/** A line from a list of the register: absent = missing, empty = stated that there is none. */
export function listEntry({ article = '', hints = [], ...label }: Line, values: readonly PaperValue[] | undefined): Entry {
  const state = values === undefined ? 'missing' : values.length === 0 ? 'none' : 'stated';
  return { ...label, article: article || null, state, values: values ?? [], hints };
}

/** A line that the product has nothing for: somebody fills it in by hand. */
export function blankEntry({ label, article = '', hints = [] }: Line): Entry {
  return { label, article: article || null, state: 'blank', values: [], hints };
}

/** Puts a paper together and lists what is missing in it. */
export function makePaper(paper: Omit<Paper, 'schemaVersion' | 'missing'>): Paper {
  const missing = paper.sections.flatMap(({ code, params, entries }) =>
    entries
      .filter(({ state }) => state === 'missing')
      .map(({ label, article }) => ({
        section: code,
        label,
        article,
        treatment: paper.treatment ?? (typeof params['treatment'] === 'string' ? params['treatment'] : null),
      })),
  );
  return { schemaVersion: 1, ...paper, missing };
}
