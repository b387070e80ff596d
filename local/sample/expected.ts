/**
 * The verdict that each store of the sample must get, written down from the law before the product was run on it.
 * `npm start` and the tests hold every run against this table, whatever the seed.
 */
import type { GapKind, VerdictState } from '../../law/contract.ts';
import type { Formality } from '../../law/register.ts';
import { stores, type StoreName } from './stores.ts';

/** One difference: its kind, the articles it rests on, and the code of the penalty that threatens (null = none of its own). */
export interface ExpectedGap {
  readonly kind: GapKind;
  readonly articles: readonly string[];
  readonly penalty: string | null;
}

export interface ExpectedVerdict {
  readonly store: string;
  readonly treatment: string | null;
  readonly state: VerdictState;
  readonly formality: Formality;
  readonly gaps: readonly ExpectedGap[];
}

const gap = (kind: GapKind, articles: string, penalty: string | null = null): ExpectedGap => ({
  kind,
  articles: articles.split(' '),
  penalty,
});

/** What the portal's entry lacks wherever it applies: purposes, transfers, interconnections; a duration; a real consent. */
const entryGaps: readonly ExpectedGap[] = [
  gap('conditions-not-met', '1(9) 4', 'P56'),
  gap('entry-incomplete', '15(b) 15(e) 15(i)'),
  gap('retention-not-a-duration', '3(1)(e) 15(f)'),
];
/** France is on the list of the CNDP: allowed, but to be declared. */
const undeclaredFrance = gap('transfer-undeclared', '15(e) 43');

/** Sensitive data that nobody declared: on which ground of Art. 21 they are held, somebody must find out. */
const unknownGround = gap('fact-missing', '21');

const portal = 'institutional-portal';

const table: readonly (readonly [StoreName, string | null, VerdictState, Formality, readonly ExpectedGap[]])[] = [
  // Names, birth dates, e-mail and phones in Morocco, as declared: only that nothing was ever filed.
  ['accounts', portal, 'gaps', 'declaration', [gap('formality-not-obtained', '12(2) 52', 'P52'), ...entryGaps]],
  ['countries', null, 'no-personal-data', 'out-of-scope', []],
  [
    'newsletter',
    portal,
    'gaps',
    'declaration',
    [gap('formality-not-obtained', '12(2) 52', 'P52'), undeclaredFrance, ...entryGaps],
  ],
  // Bahrain is not on the list, and no ground of Art. 44 is named.
  [
    'signUpLogs',
    portal,
    'gaps',
    'declaration',
    [gap('formality-not-obtained', '12(2) 52', 'P52'), gap('transfer-undeclared', '15(e) 43 44', 'P60'), ...entryGaps],
  ],
  // The letters give the number of the identity card, which the entry does not name: the whole processing needs an authorisation.
  [
    'letters',
    portal,
    'gaps',
    'authorisation',
    [
      gap('formality-not-obtained', '12(1)(e) 52', 'P52'),
      gap('undeclared-category', '15(c) 15 12(1)(e)', 'P52'),
      undeclaredFrance,
      ...entryGaps,
    ],
  ],
  ['cinExport', null, 'gaps', 'authorisation', [gap('undeclared-store', '12(1)(e) 52', 'P52')]],
  // Union dues reveal membership of a union. That the bucket keeps no access log is an indicator, no offence.
  [
    'staff',
    null,
    'gaps',
    'authorisation',
    [gap('undeclared-store', '12(1)(a) 52', 'P52'), gap('security-indicator', '23(1)'), unknownGround],
  ],
  // Illnesses, in a bucket that anybody may read.
  [
    'socialAid',
    null,
    'gaps',
    'authorisation',
    [
      gap('undeclared-store', '12(1)(a) 52', 'P52'),
      gap('security-breach', '23(1) 58', 'P58'),
      gap('security-indicator', '23(1)'),
      unknownGround,
    ],
  ],
  // Open to all and meant to be: nobody is in it.
  ['publications', null, 'no-personal-data', 'out-of-scope', []],
  // Half a file: silence about the other half is not "clean".
  ['archives', null, 'incomplete', 'out-of-scope', []],
];

export const expectedVerdicts: readonly ExpectedVerdict[] = table.map(([store, treatment, state, formality, gaps]) => ({
  store: stores[store],
  treatment,
  state,
  formality,
  gaps,
}));
