/**
 * What a file of templates holds. In a template `{cin}` stands for a labelled value, `{~cin}` for something that only
 * looks like one, `[…]` for what is revealed of a person (the detector must find something in that sentence), and `<a|b>` for a choice.
 */

export const languages = ['fr', 'ar', 'darija', 'en'] as const;
export type Language = (typeof languages)[number];

/** Test templates were written before any rule was tuned, and no rule is tuned on them. */
export const parts = ['train', 'test'] as const;
export type Part = (typeof parts)[number];

/** Slots of values, each with the detector that must find what is put there. */
export const slotDetectors = {
  cin: 'ma/cin',
  passport: 'ma/passport',
  licence: 'ma/driving-licence',
  permit: 'ma/residence-permit',
  cnss: 'ma/cnss',
  amo: 'ma/amo',
  idcs: 'ma/idcs',
  massar: 'ma/massar',
  rib: 'ma/rib',
  plate: 'ma/plate',
  ice: 'ma/ice',
  mrz: 'global/mrz',
  name: 'global/person-name',
  birth: 'global/birth-date',
  email: 'global/email',
  phone: 'global/phone',
  address: 'global/postal-address',
  iban: 'global/iban',
  card: 'global/payment-card',
  secret: 'global/credential',
  ip: 'global/ip-address',
  geo: 'global/geolocation',
} as const;
export type Slot = keyof typeof slotDetectors;

export const sensitiveKinds = [
  'health',
  'genetic',
  'ethnic-origin',
  'political-opinion',
  'religion',
  'philosophical-belief',
  'union-membership',
  'offence',
] as const;
export type SensitiveKind = (typeof sensitiveKinds)[number];

export interface Templates {
  readonly language: Language;
  /** Sentences with values. */
  readonly sentences: readonly string[];
  /** Sentences with look-alikes, or with nothing but words that invite a mistake. */
  readonly decoys: readonly string[];
  /** Sentences that reveal something about a person. */
  readonly statements: Readonly<Record<SensitiveKind, readonly string[]>>;
  /** Sentences with the same words that reveal nothing about anybody. */
  readonly candidates: Readonly<Record<SensitiveKind, readonly string[]>>;
  /** Labels of a form's lines and names of columns, by slot. */
  readonly labels: Readonly<Partial<Record<Slot, readonly string[]>>>;
  readonly columns: Readonly<Partial<Record<Slot, readonly string[]>>>;
  /** Names of columns that hold look-alikes of a slot. */
  readonly otherColumns: Readonly<Partial<Record<Slot, readonly string[]>>>;
  /** Columns that reveal something: name, then values. */
  readonly sensitiveColumns: Readonly<Partial<Record<SensitiveKind, readonly (readonly [string, readonly string[]])[]>>>;
  /** First and last lines of letters, tickets and chats. */
  readonly openings: readonly string[];
  readonly closings: readonly string[];
}

/** More sentences and statements of a language, for a part whose templates fill more than one file. */
export interface MoreTemplates extends Pick<Templates, 'sentences' | 'decoys'> {
  readonly statements: Readonly<Partial<Templates['statements']>>;
  readonly candidates: Readonly<Partial<Templates['candidates']>>;
}
