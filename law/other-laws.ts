/**
 * What other laws may ask of the same processing. Law 05-20 and decree 2-24-921 know "sensitive" systems and data too: a notion
 * of information security, which the body itself classifies. It is neither Art. 1(3) of Law 09-08 nor read by any of its rules.
 */
import type { OtherLawNote, Parameters } from './contract.ts';
import type { Sourced } from './law-version.ts';
import type { Controller, Treatment } from './register.ts';
import type { OtherLawCode } from './text/other-laws.ts';

export const decreeSource: Sourced = {
  source: 'Decree 2-24-921 of 22 October 2024 (BO 7352), under Law 05-20',
  validFrom: '2024-10-22',
  validTo: null,
  confidence: 'verified',
};

function isEntity({ kind, publicService, vitalInfrastructure }: Controller): boolean | null {
  if (vitalInfrastructure === true || kind === 'public-authority') return true;
  return kind === 'public-service-operator' || publicService === true ? null : false;
}

const note = (code: OtherLawCode, state: OtherLawNote['state'], params: Parameters = {}): OtherLawNote => ({
  law: '05-20',
  source: 'decree 2-24-921',
  code,
  state,
  params,
});

/** `hosting` = State that hosts the data, or null. Nothing for controllers that Law 05-20 does not reach. */
export function otherLawsOf(controller: Controller, treatment: Treatment, hosting: string | null): readonly OtherLawNote[] {
  const entity = isEntity(controller);
  if (entity === false) return [];
  if (entity === null) return [note('entity-open', 'open')];
  const { sensitiveUnderLaw0520: sensitive, dataBreach } = treatment;
  const incident: readonly OtherLawNote[] =
    dataBreach === true ? [{ law: '05-20', source: null, code: 'report-incident', state: 'due', params: {} }] : [];
  if (sensitive === false) return [note('not-classified-sensitive', 'lifted'), ...incident];
  if (sensitive === undefined) return [note('classification-open', 'open'), ...incident];
  return [note('qualified-provider-only', 'due', { state: hosting ?? '?' }), ...incident];
}
