/** The draft of what is filed with the CNDP: declaration (F211), simplified (F214), authorisation (F112, F113). */
import type { Assessment } from '../law/assess.ts';
import { triggerRules } from '../law/authorisation.ts';
import type { Choices } from '../law/choices.ts';
import { caseOf } from '../law/facts.ts';
import { lawVersion } from '../law/law-version.ts';
import type { Formality } from '../law/register.ts';
import { isSensitive } from '../law/triggers.ts';
import { controllerEntries, itemOf, treatmentEntries, type EntrySource } from './article-15.ts';
import { assessEntry, basisEntry, lawEntries, type PaperContext } from './entry-law.ts';
import {
  blankEntry,
  listEntry,
  makePaper,
  sentence,
  textEntry,
  type Entry,
  type Form,
  type Paper,
  type PaperValue,
  type Section,
} from './paper.ts';
import type { TitleCode } from './text/titles.ts';

/** The forms a filing may follow. */
export type FilingForm = Exclude<Form, 'F118'>;

type Filing = 'declaration' | 'simplified-declaration' | 'authorisation';

const filingOf: Readonly<Record<FilingForm, Filing>> = {
  F211: 'declaration',
  F214: 'simplified-declaration',
  F112: 'authorisation',
  F113: 'authorisation',
};

const formOf: Partial<Readonly<Record<Formality, FilingForm>>> = {
  declaration: 'F211',
  'simplified-declaration': 'F214',
  authorisation: 'F112',
};

/** How far it is known that the CNDP uses the form. */
const formNote: Readonly<Record<Form, 'form-verified' | 'form-single'>> = {
  F211: 'form-verified',
  F214: 'form-single',
  F112: 'form-verified',
  F113: 'form-single',
  F118: 'form-verified',
};

/** What a draft says of the form it is for. */
export const formRemarks = (form: Form): readonly PaperValue[] => [
  sentence(formNote[form], { form }),
  sentence('form-own-fields'),
];

/** Items that a simplified declaration states (Art. 16). */
const simplified: ReadonlySet<string> = new Set(['b', 'c', 'd', 'e', 'f']);

function triggerEntries({ controller, treatment, seen }: EntrySource, choices: Choices): readonly Entry[] {
  const held = caseOf(controller, treatment, seen?.counts.keys() ?? [], choices);
  const ruled = triggerRules.flatMap((rule) => rule(held)).filter(({ formality }) => formality === 'authorisation');
  const triggers = ruled.map(({ step }) => step);
  const categories = [...(treatment.dataCategories ?? []).map(({ category }) => category), ...(seen?.counts.keys() ?? [])];
  const ground = treatment.sensitiveGround;
  const sensitive = [
    listEntry(
      { label: 'sensitive-ground', article: '21' },
      ground === undefined ? undefined : [sentence(`sensitive-${ground.ground}`)],
    ),
    textEntry({ label: 'ground-proof', article: '21' }, ground?.proof),
  ];
  return [
    listEntry(
      { label: 'triggers', article: '12(1)' },
      triggers.map(({ article, code, params }): PaperValue => ({ type: 'step', step: { article, code, params } })),
    ),
    ...(categories.some(isSensitive) ? sensitive : []),
  ];
}

function joinedEntries({ treatment }: EntrySource): readonly Entry[] {
  const { processors, legalBasis } = treatment;
  return [
    blankEntry({
      label: 'join-collection',
      hints: legalBasis?.ground === 'consent' ? [] : [sentence('join-if-collected')],
    }),
    ...(processors ?? []).map(({ name, contract }) =>
      textEntry(
        { label: 'join-processor-contract', article: '23(3)', hints: [{ type: 'words', words: name } as const] },
        contract,
      ),
    ),
  ];
}

/** The engagement of Art. 13, and the lines somebody signs. */
export const engagementSection: Section = {
  code: 'engagement',
  params: {},
  entries: [
    listEntry({ label: 'engagement', article: '13' }, [sentence('engagement-text')]),
    blankEntry({ label: 'signed-by' }),
    blankEntry({ label: 'signed-at' }),
    blankEntry({ label: 'signature' }),
  ],
};

function filingSections(source: EntrySource, form: FilingForm, choices: Choices): readonly Section[] {
  const { treatment, controller } = source;
  const filing = filingOf[form];
  const isSimple = filing === 'simplified-declaration';
  const params = { treatment: treatment.id, name: treatment.name };
  const entries = treatmentEntries(source).filter((entry) => !isSimple || simplified.has(itemOf(entry) ?? ''));
  const byDecision = form === 'F214' || form === 'F113';
  const decision = textEntry(
    { label: 'decision-number', article: isSimple ? (treatment.simplifiedList?.article ?? '16') : '12' },
    isSimple ? treatment.simplifiedList?.decision : undefined,
  );
  return [
    { code: 'controller', params: {}, entries: controllerEntries(controller) },
    { code: 'treatment', params, entries: [...entries, ...(isSimple ? [] : [basisEntry(treatment)])] },
    ...(filing === 'authorisation'
      ? [{ code: 'authorisation', params: {}, entries: triggerEntries(source, choices) } as const]
      : []),
    ...(byDecision ? [{ code: 'decision', params: {}, entries: [decision] } as const] : []),
    { code: 'joined', params: {}, entries: joinedEntries(source) },
    engagementSection,
  ];
}

function filingNotes({ treatment }: EntrySource, { formality }: Assessment, form: FilingForm | null): readonly PaperValue[] {
  if (formality === 'forbidden') return [sentence('forbidden-to-file')];
  if (form === null) {
    return [formality === 'undetermined' ? sentence('formality-open') : sentence('nothing-to-file', { formality })];
  }
  const filed = treatment.formality;
  const isAnother = formality !== filingOf[form];
  return [
    ...formRemarks(form),
    ...(isAnother ? [sentence('form-another', { form, formality })] : []),
    ...(filingOf[form] === 'authorisation' ? [sentence('same-content')] : []),
    ...(filed?.reference !== undefined && filed.kind === filingOf[form]
      ? [sentence('already-filed', { reference: filed.reference })]
      : []),
  ];
}

/**
 * Writes the draft of one treatment. The form follows from the law, or is the one given; where the law asks for no filing,
 * forbids the processing or cannot say, the paper has no form and says why.
 */
export function writeFiling(
  source: EntrySource,
  { form: wanted, notes }: { readonly form: FilingForm | null; readonly notes: readonly PaperValue[] },
  context: PaperContext,
): Paper {
  const assessment = assessEntry(source, context);
  const forbidden = assessment.formality === 'forbidden';
  const form = forbidden ? null : (wanted ?? formOf[assessment.formality] ?? null);
  const title: TitleCode = form === null ? 'no-filing' : filingOf[form];
  const asked = { code: 'law-asks', params: {}, entries: lawEntries(assessment) } as const;
  return makePaper({
    kind: 'filing',
    form,
    title,
    params: { treatment: source.treatment.name },
    treatment: source.treatment.id,
    asOf: context.asOf,
    lawVersion,
    notes: [...filingNotes(source, assessment, form), ...notes],
    sections: [...(form === null ? [] : filingSections(source, form, context.choices)), asked],
  });
}
