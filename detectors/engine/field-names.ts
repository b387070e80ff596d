/** What the name of a column or JSON key says about its values. */
import { type Detector, splitWords, type Words } from '../define.ts';
import { foldWords } from './symbols.ts';

export const fieldSays = 1;
export const fieldMarks = 2;
export const fieldDenies = 4;

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

/** The telling part of a column name or JSON path, as folded words between spaces. */
export function foldFieldName(name: string): string {
  const segments = name
    .split(/[.[\]$/]+/)
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
  readonly flag: number;
  readonly spaced: readonly string[];
  readonly joined: ReadonlySet<string>;
}

/** Reads field names for one set of detectors; remembers what it has read. */
export interface FieldReader {
  /** Flags for each detector by its index. */
  read(name: string): Uint8Array;
}

const remembered = 4096;

function makeNames(flag: number, names: Words | undefined): Names {
  const listed = splitWords(names);
  const folded = listed.map(foldWords);
  const free = folded.filter((_, at) => listed[at]?.startsWith('=') === false);
  return { flag, spaced: free.map((name) => ` ${name} `), joined: new Set(folded.map((name) => name.replaceAll(' ', ''))) };
}

/** Prepares the names of all detectors. */
export function makeFieldReader(detectors: readonly Detector[]): FieldReader {
  const lists = detectors.map((detector) => [
    makeNames(fieldSays, detector.fields.says),
    makeNames(fieldDenies, detector.fields.denies),
    makeNames(fieldMarks, detector.kind === 'lexicon' ? detector.marks : undefined),
  ]);
  const known = new Map<string, Uint8Array>();
  const judge = (name: string): Uint8Array => {
    const folded = foldFieldName(name);
    const joined = folded.replaceAll(' ', '');
    return Uint8Array.from(lists, (names) =>
      names.reduce(
        (flags, { flag, spaced, joined: wholes }) =>
          wholes.has(joined) || spaced.some((one) => folded.includes(one)) ? flags | flag : flags,
        0,
      ),
    );
  };
  return {
    read(name) {
      let flags = known.get(name);
      if (flags === undefined) {
        flags = judge(name);
        if (known.size >= remembered) known.clear();
        known.set(name, flags);
      }
      return flags;
    },
  };
}
