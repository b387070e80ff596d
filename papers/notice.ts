/** The notice of Art. 5 for the persons concerned: what they are told, and nothing that Art. 5 does not ask. */
import { lawVersion } from '../law/law-version.ts';
import { needsFiling } from '../law/faults-formality.ts';
import type { Controller, Treatment } from '../law/register.ts';
import { type EntrySource, treatmentEntries } from './article-15.ts';
import { assessEntry, type PaperContext } from './entry-law.ts';
import {
  blankEntry,
  listEntry,
  makePaper,
  sentence,
  textEntry,
  words,
  type Entry,
  type Paper,
  type PaperValue,
} from './paper.ts';

function whoEntry({ name, address, representative }: Controller): Entry {
  const line = { label: 'notice-controller', article: '5(1)(a)' } as const;
  if (name === '-') return textEntry(line, undefined);
  return listEntry(line, [name, address, representative].filter((text) => text !== undefined).map(words));
}

function receiptEntry({ formality }: Treatment, asked: boolean): readonly Entry[] {
  const line = { label: 'notice-receipt', article: '5(1)(d)' } as const;
  const cleared = formality?.kind === 'authorisation' ? formality.grantedOn : (formality?.receivedOn ?? formality?.grantedOn);
  const { reference } = formality ?? {};
  if (reference === undefined || cleared === undefined) return asked ? [textEntry(line, undefined)] : [];
  return [listEntry(line, [sentence('receipt-line', { reference, date: cleared })])];
}

function networkEntry({ information }: Treatment): readonly Entry[] {
  if (information?.openNetwork === false) return [];
  const hints = information?.openNetwork === true ? [] : [sentence('open-network-if')];
  return [listEntry({ label: 'notice-open-network', article: '5(4)', hints }, [sentence('open-network-warning')])];
}

/** A line of Art. 15, asked again under Art. 5. */
function again(entries: readonly Entry[], from: string, label: Entry['label'], article: string): Entry {
  const found = entries.find((entry) => entry.label === from);
  return { ...(found ?? textEntry({ label }, undefined)), label, article, hints: [] };
}

/** Writes the notice of one treatment. */
export function writeNotice(source: EntrySource, context: PaperContext): Paper {
  const { controller, treatment } = source;
  const entries = treatmentEntries({ ...source, seen: null });
  const asked = needsFiling(assessEntry(source, context).formality);
  const contact = treatment.rightsContact;
  const body: readonly Entry[] = [
    whoEntry(controller),
    again(entries, 'purposes', 'notice-purposes', '5(1)(b)'),
    again(entries, 'recipients', 'notice-recipients', '5(1)(c)'),
    blankEntry({ label: 'notice-compulsory', article: '5(1)(c)', hints: [sentence('compulsory-blank')] }),
    again(entries, 'data-categories', 'notice-data', '5(3)'),
    ...receiptEntry(treatment, asked),
    ...networkEntry(treatment),
  ];
  const rights: readonly Entry[] = [
    listEntry({ label: 'right-access', article: '7' }, [sentence('right-access-text')]),
    listEntry({ label: 'right-rectification', article: '8' }, [sentence('right-rectification-text')]),
    listEntry({ label: 'right-opposition', article: '9' }, [sentence('right-opposition-text')]),
    listEntry(
      { label: 'rights-service', article: '5(1)(c)' },
      contact === undefined ? undefined : [sentence('exercise-at', { contact })],
    ),
  ];
  const paper = {
    kind: 'notice',
    form: null,
    title: 'notice',
    params: { treatment: treatment.name },
    treatment: treatment.id,
    asOf: context.asOf,
    lawVersion,
    sections: [
      { code: 'notice-body', params: {}, entries: body },
      { code: 'notice-rights', params: {}, entries: rights },
    ],
  } as const;
  const notes: readonly PaperValue[] = [sentence('notice-before')];
  const drawn = makePaper({ ...paper, notes });
  return drawn.missing.length === 0 ? drawn : makePaper({ ...paper, notes: [sentence('notice-not-ready'), ...notes] });
}
