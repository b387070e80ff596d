/** What the name of a column or JSON key says about its values, beside the names around it. */
import { categoryOf } from '../catalogue.ts';
import { definitionField } from '../data/records.ts';
import { type Detector, splitWords, type Words } from '../define.ts';
import { toPlainName } from './forms.ts';
import { type Neighbours, surveyFields } from './records.ts';
import { foldWords } from './symbols.ts';

export const fieldSays = 1;
export const fieldMarks = 2;
export const fieldDenies = 4;
/** Says so of a value that tells so itself. */
export const fieldMaySay = 8;
/** Says that the record is that of an organisation. */
export const fieldOfOrganisation = 16;

/** Last words of a path that say nothing themselves: `maladie.libelle` is about `maladie`. */
const genericSegments = new Set([
  'value',
  'valeur',
  'libelle',
  'label',
  'nom',
  'name',
  'type',
  'code',
  'text',
  'texte',
  'numero',
  'number',
  'id',
  's',
  'n',
  'ss',
]);

/** What parts the steps of a path. */
const steps = /[.[\]$/]+/;

/** The telling part of a column name or JSON path, as folded words between spaces. */
export function foldFieldName(name: string): string {
  const segments = toPlainName(name)
    .split(steps)
    .map((segment) =>
      foldWords(
        segment
          .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
          .replaceAll(/(\p{Lu}{2,})(\p{Lu}\p{Ll})/gu, '$1 $2')
          .replaceAll(/(\p{L}{3,})(\d+)(?!\p{L})/gu, '$1 $2'),
      ),
    )
    .filter((segment) => /[^\d ]/.test(segment));
  const last = segments.at(-1) ?? '';
  return ` ${genericSegments.has(last) ? `${segments.at(-2) ?? ''} ${last}` : last} `;
}

/** One list of names, ready to be looked up. */
interface Names {
  readonly spaced: readonly string[];
  readonly joined: ReadonlySet<string>;
}

/** Reads field names for one set of detectors; remembers what it has read. */
export interface FieldReader {
  /** Flags for each detector by its index, of each field of an object. */
  read(names: readonly string[]): readonly Uint8Array[];
}

const remembered = 4096;

function makeNames(names: Words | undefined): Names {
  const listed = splitWords(names);
  const folded = listed.map(foldWords);
  const free = folded.filter((_, at) => listed[at]?.startsWith('=') === false);
  return { spaced: free.map((name) => ` ${name} `), joined: new Set(folded.map((name) => name.replaceAll(' ', ''))) };
}

/** Letters of the longest name of a list that is, or stands in, the name of a field; 0 if none does. */
function lettersOf({ spaced, joined }: Names, folded: string): number {
  const whole = folded.replaceAll(' ', '');
  if (joined.has(whole)) return whole.length;
  return spaced.reduce((most, name) => (folded.includes(name) ? Math.max(most, name.replaceAll(' ', '').length) : most), 0);
}

/** The three lists of a detector, ready to be looked up. */
interface NameLists {
  readonly says: Names;
  readonly denies: Names;
  readonly marks: Names;
}

/** What a name says by itself; of a name that says and one that denies the longer is meant: a `token count` is no `token`. */
function flagsOf({ says, denies, marks }: NameLists, folded: string): number {
  const denied = lettersOf(denies, folded);
  const said = lettersOf(says, folded);
  const marked = lettersOf(marks, folded);
  return (
    (said > 0 && said >= denied ? fieldSays : 0) |
    (marked > 0 && marked >= denied ? fieldMarks : 0) |
    (denied > 0 ? fieldDenies : 0)
  );
}

/** The last step of a path, without what stands above it. */
const lastStep = (name: string): string =>
  foldWords(name.split(steps).findLast((step) => /[^\d ]/.test(step)) ?? '').replaceAll(' ', '');

/** What a detector looks for, as far as neighbours matter to it. */
interface Subject {
  readonly isLexicon: boolean;
  /** Tells who somebody is or how he is reached. */
  readonly isIdentity: boolean;
  readonly inOrganisations: 'every' | 'some' | null;
  readonly beside: ReadonlySet<string>;
}

const subjectOf = (detector: Detector): Subject => ({
  isLexicon: detector.kind === 'lexicon',
  isIdentity: ['contact', 'civil-identity'].includes(categoryOf(detector.id, [], detector.category)),
  inOrganisations: detector.kind === 'value' ? (detector.inOrganisations ?? null) : null,
  beside: new Set(splitWords(detector.fields.beside).map((name) => foldWords(name).replaceAll(' ', ''))),
});

/** What a name says of itself becomes what it says where it stands. */
function settle(flags: number, subject: Subject, [name, around]: readonly [string, Neighbours]): number {
  if (name === definitionField) return subject.isLexicon ? fieldDenies : flags;
  if (subject.isLexicon) return around.isGlossary ? fieldDenies : flags;
  if (subject.isIdentity && around.isMaker) return fieldDenies;
  if (around.isOrganisation && subject.inOrganisations === 'every') return fieldDenies;
  if (around.isOrganisation && subject.inOrganisations === 'some') return flags | fieldOfOrganisation;
  if ((flags & (fieldSays | fieldDenies)) !== 0 || !subject.beside.has(lastStep(name))) return flags;
  return around.isPerson ? fieldSays : around.isThing ? flags : fieldMaySay;
}

/** Prepares the names of all detectors. */
export function makeFieldReader(detectors: readonly Detector[]): FieldReader {
  const subjects = detectors.map(subjectOf);
  const lists = detectors.map((detector) => ({
    says: makeNames(detector.fields.says),
    denies: makeNames(detector.fields.denies),
    marks: makeNames(detector.kind === 'lexicon' ? detector.marks : undefined),
  }));
  const known = new Map<string, Uint8Array>();
  const judge = (name: string): Uint8Array => {
    const folded = foldFieldName(name);
    return Uint8Array.from(lists, (names) => flagsOf(names, folded));
  };
  const readOne = (name: string): Uint8Array => {
    let flags = known.get(name);
    if (flags === undefined) {
      flags = judge(name);
      if (known.size >= remembered) known.clear();
      known.set(name, flags);
    }
    return flags;
  };
  let last: { readonly names: readonly string[]; readonly count: number; readonly flags: readonly Uint8Array[] } | null = null;
  return {
    read(names) {
      if (last?.names === names && last.count === names.length) return last.flags;
      const around = surveyFields(names);
      const flags = names.map((name, at) => {
        const beside = around[at] as Neighbours;
        return readOne(name).map((own, detector) => settle(own, subjects[detector] as Subject, [name, beside]));
      });
      last = { names, count: names.length, flags };
      return flags;
    },
  };
}
