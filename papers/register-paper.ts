/** The register itself: Art. 15 a–i of every treatment, what the law asks of it and what was filed. */
import { lawVersion } from '../law/law-version.ts';
import type { Register, Treatment } from '../law/register.ts';
import { controllerEntries, itemOf, treatmentEntries, type EntrySource } from './article-15.ts';
import { assessEntry, basisEntry, filedEntries, lawEntries, type PaperContext } from './entry-law.ts';
import type { Sighting } from './observed.ts';
import { listEntry, makePaper, words, type Entry, type Paper, type PaperValue, type Section } from './paper.ts';

/** Items that a simplified declaration states (Art. 16). */
const simplified: ReadonlySet<string> = new Set(['b', 'c', 'd', 'e', 'f']);

const storesEntry = ({ stores }: Treatment): Entry => listEntry({ label: 'stores' }, stores?.map(words) ?? []);

function treatmentSections(source: EntrySource, context: PaperContext): readonly Section[] {
  const { treatment } = source;
  const assessment = assessEntry(source, context);
  const params = { treatment: treatment.id, name: treatment.name };
  const entries = treatmentEntries(source).filter(
    (entry) => assessment.formality !== 'simplified-declaration' || simplified.has(itemOf(entry) ?? ''),
  );
  const filed = filedEntries(treatment, assessment.formality);
  return [
    { code: 'treatment', params, entries: [...entries, basisEntry(treatment), storesEntry(treatment)] },
    { code: 'law-asks', params, entries: lawEntries(assessment) },
    ...(filed.length === 0 ? [] : [{ code: 'filed', params, entries: filed } as const]),
  ];
}

/** Writes the register, or one treatment of it. */
export function writeRegisterPaper(
  register: Register,
  treatments: readonly Treatment[],
  { sightings, notes }: { readonly sightings: ReadonlyMap<string, Sighting> | null; readonly notes: readonly PaperValue[] },
  context: PaperContext,
): Paper {
  const { controller } = register;
  return makePaper({
    kind: 'register',
    form: null,
    title: 'register',
    params: { name: controller.name },
    treatment: null,
    asOf: context.asOf,
    lawVersion,
    notes,
    sections: [
      { code: 'controller', params: {}, entries: controllerEntries(controller) },
      ...treatments.flatMap((treatment) =>
        treatmentSections({ controller, treatment, seen: sightings?.get(treatment.id) ?? null }, context),
      ),
    ],
  });
}
