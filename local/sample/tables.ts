/** The tables of the sample organisation: the portal's database and the newsletter list. */
import { makePersons, type Person } from './persons.ts';
import { makeRandom } from './random.ts';

export interface SampleTable {
  readonly name: string;
  /** Columns with their PostgreSQL types, in order. */
  readonly columns: readonly (readonly [name: string, type: string])[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The tables of the portal's database. */
export function makeTables(seed: number): readonly SampleTable[] {
  const random = makeRandom(seed, 'comptes');
  const accountRow = (person: Person, index: number): (string | number | null)[] => [
    index + 1,
    person.lastName,
    person.firstName,
    person.birthDate,
    person.email,
    // One in eight gave no number.
    random.integer(1, 8) === 1 ? null : person.phone,
    random.pick(countries)[0],
  ];
  return [
    {
      name: 'comptes',
      columns: [
        ['id', 'integer primary key'],
        ['nom', 'text'],
        ['prenom', 'text'],
        ['date_naissance', 'date'],
        ['email', 'text'],
        ['telephone', 'text'],
        ['pays', 'char(2)'],
      ],
      rows: makePersons(random, 500).map(accountRow),
    },
    {
      name: 'pays',
      columns: [
        ['code', 'char(2) primary key'],
        ['libelle', 'text'],
        ['consulats', 'integer'],
      ],
      rows: countries.map(([code, label]) => [code, label, random.integer(1, 17)]),
    },
  ];
}

/** The items of the newsletter list: attribute names and texts. */
export function makeNewsletter(seed: number): readonly Readonly<Record<string, string>>[] {
  const random = makeRandom(seed, 'newsletter');
  return makePersons(random, 250).map((person) => ({
    email: person.email,
    prenom: person.firstName,
    langue: random.pick(['ar', 'fr', 'en']),
  }));
}

const countries = [
  ['FR', 'France'],
  ['BE', 'Belgique'],
  ['ES', 'Espagne'],
  ['IT', 'Italie'],
  ['NL', 'Pays-Bas'],
  ['DE', 'Allemagne'],
  ['CA', 'Canada'],
  ['US', 'États-Unis'],
] as const;
