/** What the fields of a record say about each other: whether it is the record of a person, a firm's, or a list of terms. */
import {
  contactColumns,
  glossaryColumns,
  makers,
  organisationTables,
  otherColumns,
  personColumns,
  personTables,
} from '../data/records.ts';
import { foldWords } from './symbols.ts';

/** What stands around a field. */
export interface Neighbours {
  /** Its record is that of a person. */
  readonly isPerson: boolean;
  /** Its record is that of an organisation. */
  readonly isOrganisation: boolean;
  /** Its record is that of an organisation, of goods or of a place. */
  readonly isThing: boolean;
  /** It names who made something. */
  readonly isMaker: boolean;
  /** Its record is an entry of a list of terms: names, codes and labels only, in nobody's record. */
  readonly isGlossary: boolean;
}

/** One level of a document or one table. */
interface Level {
  fields: number;
  person: boolean;
  contact: boolean;
  other: boolean;
  onlyTerms: boolean;
}

const steps = /[.[\]$/*'@:]+/;

/** The steps of a path, folded and joined: `$[*].patient.date_naissance` is `patient`, `datenaissance`. */
function foldSteps(name: string): readonly string[] {
  return name
    .split(steps)
    .map((step) => foldWords(step.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')))
    .filter((step) => step !== '');
}

const join = (step: string): string => step.replaceAll(' ', '');

/** True if a word of a table's name, in the plural or not, is in a list. */
const isOf = (list: ReadonlySet<string>, table: string): boolean =>
  table.split(' ').some((word) => list.has(word) || list.has(word.replace(/s$/, '')) || list.has(word.replace(/ies$/, 'y')));

/** The levels all fields lie on, by their path. */
function readLevels(paths: readonly (readonly string[])[]): ReadonlyMap<string, Level> {
  const levels = new Map<string, Level>();
  for (const path of paths) {
    const key = path.slice(0, -1).join('.');
    const column = join(path.at(-1) ?? '');
    let level = levels.get(key);
    if (level === undefined)
      levels.set(key, (level = { fields: 0, person: false, contact: false, other: false, onlyTerms: true }));
    level.fields++;
    level.person ||= personColumns.has(column);
    level.contact ||= contactColumns.has(column);
    level.other ||= otherColumns.has(column);
    level.onlyTerms &&= glossaryColumns.has(column);
  }
  return levels;
}

function readNeighbours(path: readonly string[], levels: ReadonlyMap<string, Level>): Neighbours {
  const level = levels.get(path.slice(0, -1).join('.'));
  const table = path.at(-2) ?? '';
  const isOrganisation = isOf(organisationTables, table);
  const isNamed = isOf(personTables, table);
  const reached = level?.contact === true && !level.other;
  let isInPerson = false;
  for (let length = path.length - 1; length >= 0 && !isInPerson; length--) {
    const above = levels.get(path.slice(0, length).join('.'));
    isInPerson = above?.person === true || above?.contact === true || isOf(personTables, path[length - 1] ?? '');
  }
  return {
    isPerson: level?.person === true || (!isOrganisation && (isNamed || reached)),
    isOrganisation: isOrganisation && level?.person !== true,
    isThing: (isOrganisation || level?.other === true) && level?.person !== true,
    isMaker: path.some((step) => makers.has(join(step))),
    isGlossary: level?.onlyTerms === true && level.fields > 1 && !isInPerson,
  };
}

/** What stands around each of the fields of an object. */
export function surveyFields(names: readonly string[]): readonly Neighbours[] {
  const paths = names.map(foldSteps);
  const levels = readLevels(paths);
  return paths.map((path) => readNeighbours(path, levels));
}
