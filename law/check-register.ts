/** Is a `register.yaml` well formed, is each treatment complete under Art. 15, and is its formality the right one? */
import { LineCounter, parseDocument } from 'yaml';
import { missingArt24, missingItems } from './entry.ts';
import type { Choices } from './choices.ts';
import type { GapKind } from './contract.ts';
import { decideFormality } from './decide.ts';
import { blankNulls, caseOf, dropBlanks } from './facts.ts';
import type { Fault } from './fault.ts';
import { interconnectionFaults, legalBasisFaults, retentionFaults } from './faults-data.ts';
import { formalityFaults, isGoverned } from './faults-formality.ts';
import { registerSchema, type Controller, type Register, type Treatment } from './register.ts';
import {
  describeSchemaIssue,
  makeIssue,
  makeLocator,
  writePath,
  type Locator,
  type Path,
  type RegisterIssue,
} from './register-issue.ts';
import { keysAt } from './schema-keys.ts';
import { sensitiveOf } from './sensitive.ts';
import { inAllLanguages, renderGap } from './text.ts';
import { checkConsultation, checkTransfer, type TransferFault } from './transfers.ts';

export type { IssueSeverity, RegisterIssue } from './register-issue.ts';

export interface RegisterCheck {
  /** null if any issue is an error. */
  readonly register: Register | null;
  /** In the order of the file. */
  readonly issues: readonly RegisterIssue[];
}

export interface CheckOptions {
  /** Calendar date in Morocco; without it, terms and future dates are not judged. */
  readonly asOf?: string;
  readonly choices?: Choices;
}

const lastDay = '9999-12-31';

/** Key of a treatment that a gap is about. */
const keyOf: Partial<Readonly<Record<GapKind, string>>> = {
  'wrong-formality': 'formality',
  'formality-not-obtained': 'formality',
  'started-before-receipt': 'startedOn',
  'formality-withdrawn': 'formality',
  'formality-term-passed': 'formality',
  'conditions-not-met': 'legalBasis',
  'retention-not-a-duration': 'retention',
  'transfer-without-ground': 'transfers',
  'transfer-state-unconfirmed': 'transfers',
  interconnection: 'interconnections',
};

function faultIssue(fault: Pick<Fault, 'kind' | 'severity' | 'params'>, path: Path, locator: Locator): RegisterIssue {
  const key = keyOf[fault.kind];
  const at = key === undefined ? path : [...path, key];
  return {
    path: writePath(at),
    ...locator.locate(at),
    severity: fault.severity === 'info' ? 'note' : 'warning',
    code: fault.kind,
    text: inAllLanguages((language) => renderGap(fault, language)),
  };
}

const transferIssue = ({ kind, severity, state, reason }: TransferFault) => ({ kind, severity, params: { state, reason } });

/** Lists that may be empty, but must be stated. */
const mayBeEmpty: ReadonlySet<string> = new Set(['recipients', 'transfers', 'interconnections', 'cessions', 'processors']);

function checkTreatment(
  treatment: Treatment,
  controller: Controller,
  path: Path,
  { locator, asOf, choices }: Context,
): readonly RegisterIssue[] {
  const held = caseOf(controller, treatment, [], choices);
  const decision = decideFormality(held);
  const missing = missingItems(treatment, controller, decision.formality)
    .filter((item) => !item.path.startsWith('controller.'))
    .map(({ item, path: below }) => {
      const code = mayBeEmpty.has(below) ? 'article-15-list' : 'article-15-item';
      return makeIssue(code, [...path, ...below.split('.')], locator, { severity: 'warning', params: { item, path: below } });
    });
  const governed = isGoverned(decision.formality);
  const art24 = governed && sensitiveOf(held).length > 0 ? missingArt24(treatment) : [];
  const unbound = (treatment.processors ?? []).flatMap(({ name, contract }, index) =>
    contract === undefined
      ? [
          makeIssue('processor-without-contract', [...path, 'processors', index], locator, {
            severity: 'warning',
            params: { name },
          }),
        ]
      : [],
  );
  const faults = [
    ...formalityFaults(held, decision, asOf ?? lastDay).filter(
      ({ kind }) => asOf !== undefined || kind !== 'formality-term-passed',
    ),
    ...(governed
      ? [
          ...legalBasisFaults(held),
          ...retentionFaults(held, { oldestAt: null, expiresAfterDays: null }, asOf ?? lastDay),
          ...interconnectionFaults(held),
        ]
      : []),
    ...(governed ? checkConsultation(held).map(transferIssue) : []),
    ...(treatment.transfers ?? []).flatMap((transfer) => checkTransfer(held, transfer) ?? []).map(transferIssue),
  ].map((fault) => faultIssue(fault, path, locator));
  const measures =
    art24.length === 0
      ? []
      : [makeIssue('article-24-measures', [...path, 'security'], locator, { severity: 'warning', params: { art24 } })];
  return [...missing, ...measures, ...unbound, ...faults];
}

interface Context {
  readonly locator: Locator;
  readonly asOf: string | undefined;
  readonly choices: Choices;
}

function checkController(register: Register, locator: Locator): readonly RegisterIssue[] {
  const probe: Treatment = { id: 'none', name: '-' };
  return missingItems(probe, register.controller, 'declaration')
    .filter(({ path }) => path.startsWith('controller.'))
    .map(({ item, path }) => makeIssue('article-15-item', path.split('.'), locator, { severity: 'warning', params: { item } }));
}

function duplicateIds({ treatments }: Register, locator: Locator): readonly RegisterIssue[] {
  const first = new Map<string, number>();
  return treatments.flatMap(({ id }, index) => {
    const known = first.get(id);
    if (known === undefined) {
      first.set(id, index);
      return [];
    }
    const { line } = locator.locate(['treatments', known, 'id']);
    return [makeIssue('duplicate-id', ['treatments', index, 'id'], locator, { params: { id, line } })];
  });
}

const inOrder = (issues: readonly RegisterIssue[]) => issues.toSorted((a, b) => a.line - b.line || a.column - b.column);

/**
 * Reads a register from YAML. Errors say what keeps it from being one; warnings and notes what the law asks of its entries:
 * the missing items of Art. 15 by letter, the formality obtained against the one the declared data need, transfers, periods.
 */
export function checkRegister(yamlText: string, options: CheckOptions = {}): RegisterCheck {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false });
  const locator = makeLocator(document.contents, lines);
  const broken = document.errors.map((error): RegisterIssue => {
    const { line, col } = lines.linePos(error.pos[0]);
    return {
      ...makeIssue('yaml-broken', [], locator, { params: { detail: error.message.replace(/\.$/, '') } }),
      line,
      column: col,
    };
  });
  if (broken.length > 0) return { register: null, issues: broken };
  const value = blankNulls(document.toJS());
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { register: null, issues: [makeIssue('not-a-register', [], locator)] };
  }
  const parsed = registerSchema.safeParse(value, { reportInput: true });
  if (!parsed.success) {
    return {
      register: null,
      issues: inOrder(
        parsed.error.issues.flatMap((issue) => describeSchemaIssue(issue, locator, (path) => keysAt(registerSchema, path))),
      ),
    };
  }
  const register = dropBlanks(parsed.data);
  const twins = duplicateIds(register, locator);
  const context = { locator, asOf: options.asOf, choices: options.choices ?? {} };
  const treatments = register.treatments.flatMap((treatment, index) =>
    checkTreatment(treatment, register.controller, ['treatments', index], context),
  );
  const issues = inOrder([...twins, ...checkController(register, locator), ...treatments]);
  return { register: twins.length > 0 ? null : register, issues };
}
