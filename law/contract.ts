/** What the law says of a store: verdicts, gaps, alerts. Codes and parameters only; sentences are rendered from them in `text.ts`. */
import type { Category, DetectorId } from '../detectors/catalogue.ts';
import type { Confidence } from '../detectors/contract.ts';
import type { Store } from '../findings/store.ts';
import type { OtherLawCode } from './text/other-laws.ts';
import type { Formality } from './register.ts';

export const verdictStates = ['covered', 'gaps', 'undetermined', 'no-personal-data', 'incomplete'] as const;
export type VerdictState = (typeof verdictStates)[number];

export const gapKinds = [
  'undeclared-store',
  'undeclared-category',
  'formality-not-obtained',
  'wrong-formality',
  'started-before-receipt',
  'formality-withdrawn',
  'formality-term-passed',
  'conditions-not-met',
  'forbidden-data',
  'transfer-undeclared',
  'transfer-without-ground',
  'transfer-state-unconfirmed',
  'retention-exceeded',
  'retention-not-a-duration',
  'security-breach',
  'security-indicator',
  'entry-incomplete',
  'declared-not-found',
  'purpose-conflict',
  'interconnection',
  'fact-missing',
] as const;
export type GapKind = (typeof gapKinds)[number];

export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];

export const languages = ['en', 'fr', 'ar'] as const;
export type Language = (typeof languages)[number];

/** Values a sentence is filled with. Codes, ids, dates, numbers and the register's own words; never scanned data. */
export type Parameters = Readonly<Record<string, string | number | readonly string[]>>;

/** One step of the chain that leads to a formality. */
export interface Step {
  /** Article as the law numbers it: `12(1)(e)`, `2(4)`, `43`. */
  readonly article: string;
  /** Code of the step; its sentence is rendered from it. */
  readonly code: string;
  /** Name of the fact that decided it, with the value it had. */
  readonly fact: string;
  /** Interpretive choice taken (`IC-1` … `IC-35`), or null. */
  readonly choice: string | null;
  readonly params: Parameters;
}

/** A range in dirhams and, where the law has it, prison in months. null = the text gives none. */
export interface PenaltyRange {
  readonly fineMin: number | null;
  readonly fineMax: number | null;
  readonly prisonMonthsMin: number | null;
  readonly prisonMonthsMax: number | null;
}

export interface Penalty {
  /** `P52` … `P63`, `A30`, `A51`. */
  readonly code: string;
  readonly natural: PenaltyRange | null;
  /** null where the law does not say that it applies (IC-34: the State as a legal person). */
  readonly legal: PenaltyRange | null;
  /** Code of a remark, or null. */
  readonly note: string | null;
}

export interface Gap {
  /** Stable over re-assessments: hash of (store, kind, category or treatment or State). */
  readonly id: string;
  readonly kind: GapKind;
  readonly category: Category | null;
  readonly treatment: string | null;
  /** State (ISO 3166-1 alpha-2) for gaps about transfers, else null. */
  readonly hostingState: string | null;
  readonly severity: Severity;
  readonly articles: readonly string[];
  readonly penalty: Penalty | null;
  readonly choices: readonly string[];
  readonly params: Parameters;
}

/** An interpretive choice with the setting under which an answer was drawn. */
export interface AppliedChoice {
  /** `IC-1` … `IC-35`. */
  readonly id: string;
  readonly setting: string;
}

/** What another law may ask; due = it applies; open = it depends on something not stated; lifted = stated not to apply. */
export interface OtherLawNote {
  readonly law: '05-20';
  /** Decree it rests on, or null. */
  readonly source: 'decree 2-24-921' | null;
  readonly code: OtherLawCode;
  readonly state: 'due' | 'open' | 'lifted';
  readonly params: Parameters;
}

/** The comparison of findings and register for one store under one treatment (null = no treatment claims it). */
export interface Verdict {
  readonly v: 1;
  readonly store: string;
  readonly treatment: string | null;
  readonly state: VerdictState;
  readonly formality: Formality;
  readonly steps: readonly Step[];
  readonly gaps: readonly Gap[];
  /** Categories found here that counted, in alphabetical order. */
  readonly categories: readonly Category[];
  /** True if the store was read whole. */
  readonly complete: boolean;
  /** Interpretive choices that touched it, and every one configured. */
  readonly choices: readonly AppliedChoice[];
  /** What laws other than 09-08 may ask; no rule of Law 09-08 reads them. */
  readonly otherLaws: readonly OtherLawNote[];
  /** Revision of the register it was drawn from. */
  readonly revision: number;
  readonly lawVersion: string;
}

/** What a scan knows of one field of a store, summed over its objects: the input of a verdict. */
export interface FieldSummary {
  readonly field: string | null;
  readonly detector: DetectorId;
  readonly category: Category;
  readonly count: number;
  readonly confidence: Confidence;
}

export interface StoreEvidence {
  readonly store: Store;
  readonly fields: readonly FieldSummary[];
  /** Number of skips, by reason. */
  readonly skips: Readonly<Record<string, number>>;
  /** True if every object was read whole. */
  readonly complete: boolean;
  /** When the oldest object or row was last changed, UTC ISO 8601; null = unknown. */
  readonly oldestAt: string | null;
}

export const alertStates = ['open', 'acknowledged', 'suppressed', 'resolved', 'reopened'] as const;
export type AlertState = (typeof alertStates)[number];

/** A gap that somebody must act on. */
export interface Alert {
  readonly v: 1;
  /** Same as the gap's id. */
  readonly id: string;
  readonly store: string;
  readonly gap: Gap;
  readonly state: AlertState;
  readonly openedAt: string;
  readonly updatedAt: string;
  /** Who last changed it: a subject of the API, or `kashf` itself. */
  readonly updatedBy: string;
  /** Why it was suppressed; null unless suppressed. */
  readonly reason: string | null;
  /** When the suppression ends, UTC ISO 8601; null unless suppressed. */
  readonly suppressedUntil: string | null;
  /** The alert's own revision, raised by each change; `If-Match` of a PATCH. */
  readonly revision: number;
  /** The revision that was last told to the channels; lower than `revision` = still to be told. */
  readonly toldRevision: number;
}
