/** Writes `docs/detectors.md` from the registry: `node docs/generate-detectors.ts`. A test holds the file against it. */
import { writeFileSync } from 'node:fs';
import { categoryOf, detectorIds } from '../detectors/catalogue.ts';
import { type Detector, listTerms, splitWords, type Terms } from '../detectors/define.ts';
import { registry } from '../detectors/registry.ts';

const count = (terms: Terms | undefined): number => listTerms(terms).length;
const someOf = (words: readonly string[]): string =>
  `${words
    .slice(0, 6)
    .map((word) => `\`${word}\``)
    .join(', ')}${words.length > 6 ? ` and ${words.length - 6} more` : ''}`;

/** What speaks for a match, in words. */
function describeEvidence(detector: Detector): readonly string[] {
  const fields = `field names: ${someOf(splitWords(detector.fields.says))}`;
  const denied = splitWords(detector.fields.denies);
  const against = denied.length > 0 ? [`field names that speak against it: ${someOf(denied)}`] : [];
  if (detector.kind === 'value') {
    const proof =
      detector.checksum === undefined
        ? 'no checksum: at most `high`'
        : `checksum \`${detector.checksum}\`: \`certain\` with a word or field`;
    return [proof, `words near it: ${someOf(listTerms(detector.context))}`, fields, ...against];
  }
  const marks = splitWords(detector.marks);
  return [
    `${count(detector.strong)} terms that rarely mean anything else, ${count(detector.weak)} that need a predicate, ${count(detector.predicates)} predicates, ${count(detector.falseFriends)} phrases that mean something else`,
    'a term alone is `low`; with a person or a predicate `medium`; with both `high`',
    fields,
    ...(marks.length > 0 ? [`fields in which every value but "no" tells something: ${someOf(marks)}`] : []),
  ];
}

function describe(detector: Detector): string {
  return [
    `## \`${detector.id}\``,
    '',
    `**${detector.title}** (category \`${categoryOf(detector.id, [])}\`). ${detector.finds}`,
    '',
    `Example (synthetic): \`${detector.example}\``,
    '',
    ...describeEvidence(detector).map((line) => `- ${line}`),
    '',
    'Sources:',
    '',
    ...detector.references.map((reference) => `- ${reference}`),
    '',
  ].join('\n');
}

/** The whole page. */
export function renderDetectors(): string {
  const missing = detectorIds.filter((id) => !registry.some((detector) => detector.id === id));
  return [
    '# Detectors',
    '',
    'Generated from `detectors/registry.ts` by `node docs/generate-detectors.ts`; do not edit.',
    '',
    'A detector says what kind of data a value looks like and why. It is no legal qualification: only its category, confirmed by a',
    'field or a person, enters a verdict. How evidence becomes confidence stands in `detectors/confidence.ts` alone.',
    '',
    'To add one: a file under `detectors/` whose path is its id, a line in `detectors/registry.ts`, a table of cases under',
    '`tests/detectors/` (at least five texts in which it is found, ten in which it is not, each with its reason); then run the generator.',
    '',
    ...registry.map(describe),
    '## Not there yet',
    '',
    `Ids the product has reserved without a detector: ${missing.map((id) => `\`${id}\``).join(', ')}.`,
    '',
  ].join('\n');
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(new URL('detectors.md', import.meta.url), renderDetectors());
}
