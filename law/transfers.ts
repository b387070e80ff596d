/** Transfers abroad: hosting State → adequacy → ground (Art. 43, 44), and the declaration of them (15(e)). */
import { adequacyOf } from './adequacy.ts';
import type { GapKind, Severity } from './contract.ts';
import { choiceOf, type Case } from './facts.ts';
import type { PenaltyCode } from './penalties.ts';
import type { Treatment } from './register.ts';

/** What is wrong with the data being in, or going to, a State. */
export interface TransferFault {
  readonly kind: Extract<GapKind, 'transfer-undeclared' | 'transfer-without-ground' | 'transfer-state-unconfirmed'>;
  readonly state: string;
  /** Code of the fault within its kind. */
  readonly reason: string;
  readonly severity: Severity;
  readonly articles: readonly string[];
  readonly penalty: PenaltyCode | null;
  readonly choices: readonly string[];
}

type Transfer = NonNullable<Treatment['transfers']>[number];

const undeclared = (state: string, adequate: boolean): TransferFault => ({
  kind: 'transfer-undeclared',
  state,
  reason: adequate ? 'adequate' : 'not-adequate',
  severity: adequate ? 'low' : 'high',
  articles: adequate ? ['15(e)', '43'] : ['15(e)', '43', '44'],
  penalty: adequate ? null : 'P60',
  choices: adequate ? ['IC-19', 'IC-21'] : ['IC-19'],
});

const unconfirmed = (state: string): TransferFault => ({
  kind: 'transfer-state-unconfirmed',
  state,
  reason: 'probable',
  severity: 'medium',
  articles: ['43'],
  penalty: 'P60',
  choices: ['IC-19'],
});

const groundless = (state: string, reason: string, articles: readonly string[]): TransferFault => ({
  kind: 'transfer-without-ground',
  state,
  reason,
  severity: 'high',
  articles,
  penalty: 'P60',
  choices: ['IC-19'],
});

/** A declared transfer to a State that is not named on the list: does its ground of Art. 44 hold? */
function checkGround({ state, ground, proof, reference }: Transfer): TransferFault | null {
  if (ground === 'consent') return proof === undefined ? groundless(state, 'consent-without-proof', ['44']) : null;
  if (ground === 'treaty') return (proof ?? reference) === undefined ? groundless(state, 'treaty-not-named', ['44(2)']) : null;
  if (ground === 'authorisation')
    return reference === undefined ? groundless(state, 'authorisation-not-granted', ['44(3)']) : null;
  if (ground !== undefined && ground !== 'adequate') return null;
  if (adequacyOf(state) === 'probable') return unconfirmed(state);
  return groundless(state, ground === 'adequate' ? 'state-not-listed' : 'no-ground', ['43', '44']);
}

/** What is wrong with one declared transfer, or null. */
export function checkTransfer(held: Case, transfer: Transfer): TransferFault | null {
  const adequacy = adequacyOf(transfer.state);
  if (adequacy === 'home') return null;
  if (adequacy !== 'named') return checkGround(transfer);
  return choiceOf(held, 'IC-21') === 'request-always' && transfer.reference === undefined
    ? {
        ...groundless(transfer.state, 'no-transfer-request', ['43', '15(e)']),
        severity: 'low',
        penalty: null,
        choices: ['IC-21'],
      }
    : null;
}

/** Article that makes a declared transfer lawful; null where it goes nowhere, or something is wrong with it. */
export function lawfulTransferArticle(held: Case, transfer: Transfer): string | null {
  const adequacy = adequacyOf(transfer.state);
  if (adequacy === 'home' || checkTransfer(held, transfer) !== null) return null;
  const { ground } = transfer;
  if (ground === undefined || ground === 'adequate' || adequacy === 'named') return '43';
  if (ground === 'consent') return '44';
  if (ground === 'treaty') return '44(2)';
  return ground === 'authorisation' ? '44(3)' : `44(1)(${ground.slice(-1)})`;
}

/** What is wrong with data of this treatment being hosted in a State (ISO 3166-1 alpha-2). `declared` false = no treatment claims them. */
export function checkHosting(held: Case, state: string, declared: boolean): readonly TransferFault[] {
  const adequacy = adequacyOf(state);
  if (adequacy === 'home' || choiceOf(held, 'IC-19') === 'storage-abroad-is-not') return [];
  const transfer = (held.treatment.transfers ?? []).find((one) => one.state === state);
  if (transfer !== undefined) {
    const fault = checkTransfer(held, transfer);
    return fault === null ? [] : [fault];
  }
  if (adequacy === 'named') return declared ? [undeclared(state, true)] : [];
  return adequacy === 'probable'
    ? [...(declared ? [undeclared(state, true)] : []), unconfirmed(state)]
    : [undeclared(state, false)];
}

/** What is wrong with the data being consulted from States (IC-20): the same questions, as warnings. */
export function checkConsultation(held: Case): readonly TransferFault[] {
  if (choiceOf(held, 'IC-20') === 'ignore') return [];
  return (held.treatment.consultedFrom ?? []).flatMap((state) =>
    checkHosting(held, state, true).map((fault) => ({
      ...fault,
      severity: 'low' as const,
      choices: [...fault.choices.filter((id) => id !== 'IC-19'), 'IC-20'],
    })),
  );
}
