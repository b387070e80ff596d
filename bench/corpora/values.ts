/** Values of persons who do not exist, each counted as it is written. Any likeness to a real one is chance. */
import { ribKey } from '../../detectors/checksums/rib.ts';
import { cities, familyNames, givenNames, streets } from '../accuracy/words.ts';
import type { Plant } from './corpus.ts';
import { two, type Dice } from './random.ts';

const offices = [
  'AB',
  'AD',
  'AE',
  'BE',
  'BH',
  'BJ',
  'BK',
  'CD',
  'EE',
  'FA',
  'GA',
  'HH',
  'JB',
  'JC',
  'KB',
  'LA',
  'MA',
  'PA',
  'QA',
  'SH',
];
const banks = ['007780', '011810', '013640', '021450', '022330', '190810', '230780'];
const domains = ['menara.ma', 'iam.ma', 'courriel.ma', 'gmx.fr', 'mailo.com', 'proton.me'];

const boxOf = (name: string): string => name.toLowerCase().replaceAll(/[^a-z]/g, '');
const boxes = new Map([...givenNames, ...familyNames].map(([latin]) => [latin as string, boxOf(latin)]));

export interface Values {
  cin(): string;
  phone(): string;
  email(): string;
  rib(): string;
  /** A date of birth, day first. */
  birth(): string;
  /** Given and family name. */
  name(script: 'latin' | 'arabic'): string;
  givenName(): string;
  familyName(): string;
  address(): string;
}

export function makeValues({ below, pick, digits }: Dice, plant: Plant): Values {
  const part = (list: readonly (readonly [string, string])[]): string => pick(list)[0];
  return {
    cin: () => {
      plant('ma/cin');
      return `${pick(offices)}${1 + below(9)}${digits(5)}`;
    },
    phone: () => {
      plant('global/phone');
      return `0${pick([6, 7])}${below(8)}${digits(7)}`;
    },
    email: () => {
      plant('global/email');
      return `${boxes.get(part(givenNames))}.${boxes.get(part(familyNames))}${below(100)}@${pick(domains)}`;
    },
    rib: () => {
      plant('ma/rib');
      const account = `${pick(banks)}${digits(8)}${digits(8)}`;
      return account + ribKey(account);
    },
    birth: () => {
      plant('global/birth-date');
      return `${two(1 + below(28))}/${two(1 + below(12))}/${1940 + below(68)}`;
    },
    name: (script) => {
      plant('global/person-name');
      const at = script === 'latin' ? 0 : 1;
      return `${pick(givenNames)[at]} ${pick(familyNames)[at]}`;
    },
    givenName: () => {
      plant('global/person-name');
      return part(givenNames);
    },
    familyName: () => {
      plant('global/person-name');
      return part(familyNames);
    },
    address: () => {
      plant('global/postal-address');
      return `${1 + below(240)} ${pick(streets.fr)}, ${pick(['10', '20', '30', '40', '90'])}${digits(3)} ${pick(cities)[0]}`;
    },
  };
}
