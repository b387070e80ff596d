/** The draft of the request for a transfer abroad (F118): one destination after the other. */
import { adequacyOf } from '../law/adequacy.ts';
import { lawVersion } from '../law/law-version.ts';
import type { Treatment } from '../law/register.ts';
import { adequacyHint, controllerEntries, treatmentEntries, type EntrySource } from './article-15.ts';
import { assessEntry, filedEntries, type PaperContext } from './entry-law.ts';
import { engagementSection, formRemarks } from './filing.ts';
import {
  blankEntry,
  listEntry,
  makePaper,
  sentence,
  textEntry,
  type Entry,
  type Paper,
  type PaperValue,
  type Section,
} from './paper.ts';

type Transfer = NonNullable<Treatment['transfers']>[number];

/** A State that the CNDP's list names needs no ground of Art. 44; the form asks for evidence all the same. */
function groundEntries({ state, ground, proof, reference }: Transfer): readonly Entry[] {
  const evidence = { label: 'transfer-proof', article: '44' } as const;
  const stated = proof ?? reference;
  if (adequacyOf(state) === 'named') {
    return stated === undefined ? [blankEntry({ label: 'transfer-proof' })] : [textEntry(evidence, stated)];
  }
  return [
    listEntry(
      { label: 'transfer-ground', article: '44' },
      ground === undefined ? undefined : [sentence(`transfer-${ground}`, { state })],
    ),
    textEntry(evidence, stated),
  ];
}

function destinationSection(transfer: Transfer, declared: boolean): Section {
  const { state } = transfer;
  return {
    code: 'destination',
    params: { state },
    entries: [
      blankEntry({ label: 'data-importer', hints: declared ? [] : [sentence('seen-by-scan')] }),
      listEntry({ label: 'adequacy', article: '43' }, [adequacyHint(state)]),
      ...groundEntries(transfer),
    ],
  };
}

/** Lines that a transfer repeats from the entry of the treatment. */
const carried: ReadonlySet<string> = new Set([
  'treatment-name',
  'characteristics',
  'purposes',
  'data-subjects',
  'data-categories',
  'retention',
  'security-general',
]);

/** Writes the draft for the transfers that are declared, and for those the scan saw. */
export function writeTransferRequest(source: EntrySource, notes: readonly PaperValue[], context: PaperContext): Paper {
  const { controller, treatment, seen } = source;
  const declared = (treatment.transfers ?? []).filter(({ state }) => state !== 'MA');
  const known = new Set(declared.map(({ state }) => state));
  const found = (seen?.states ?? []).filter((state) => state !== 'MA' && !known.has(state));
  const destinations = [
    ...declared.map((transfer) => destinationSection(transfer, true)),
    ...found.map((state) => destinationSection({ state }, false)),
  ];
  const none = destinations.length === 0;
  const asked = assessEntry(source, context).formality;
  const filed = filedEntries(treatment, asked).filter(({ label }) => label === 'filed-reference' || label === 'cleared-on');
  const params = { treatment: treatment.id, name: treatment.name };
  const sections: readonly Section[] = [
    { code: 'controller', params: {}, entries: controllerEntries(controller) },
    { code: 'treatment', params, entries: treatmentEntries(source).filter(({ label }) => carried.has(label)) },
    ...(filed.length === 0 ? [] : [{ code: 'underlying-filing', params: {}, entries: filed } as const]),
    ...destinations,
    { code: 'joined', params: {}, entries: [blankEntry({ label: 'join-transfer-evidence', article: '44' })] },
    engagementSection,
  ];
  return makePaper({
    kind: 'transfer',
    form: none ? null : 'F118',
    title: 'transfer',
    params: { treatment: treatment.name },
    treatment: treatment.id,
    asOf: context.asOf,
    lawVersion,
    notes: none ? [sentence('no-transfer'), ...notes] : [...formRemarks('F118'), sentence('transfer-after-receipt'), ...notes],
    sections: none ? [] : sections,
  });
}
