/** Things that look like a value and are none, and the plain fillings of a template. */
import type { Random } from '../../local/sample/random.ts';
import type { Language } from './templates/kinds.ts';
import { cities, companies, months } from './words.ts';
import { luhnDigit } from './values.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const hex = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.integer(0, 15).toString(16)).join('');

/** A number whose last two digits are never the right key. */
function failing(body: string): string {
  const key = 97n - ((BigInt(body) * 100n) % 97n);
  return body + String((Number(key) % 97) + 1).padStart(2, '0');
}

function failingCard(random: Random): string {
  const body = `${random.pick(['4', '51', '61'])}${random.digits(14)}`.slice(0, 15);
  return body + String((Number(luhnDigit(body)) + random.integer(1, 9)) % 10);
}

/** Look-alikes, by the name a template calls them with behind `~`. */
export const lookAlikes: Readonly<Record<string, (random: Random) => string>> = {
  cin: (random) =>
    random.pick(['FA', 'BL', 'BC', 'PO', 'AB', 'BK', 'DA', 'RC', 'SA', 'EE', 'K', 'T']) +
    random.pick([random.digits(5), random.digits(6), `20${random.integer(20, 26)}${two(random.integer(1, 12))}`]),
  phone: (random) =>
    random.pick([
      `60${random.digits(8)}`,
      `7${random.digits(7)}`,
      `06${random.digits(11)}`,
      `${random.integer(600, 799)} ${random.digits(3)} ${random.digits(3)}`,
      `0.6${random.digits(8)}`,
      `${random.integer(5, 8)}${random.digits(10)}`,
      `17${random.digits(8)}`,
    ]),
  email: (random) =>
    random.pick([
      `logo@2x.png`,
      `zod@${random.integer(1, 4)}.2.${random.integer(0, 9)}`,
      `icone@3x.webp`,
      `@scope/paquet@1.${random.integer(0, 9)}.0`,
    ]),
  rib: (random) => failing(`${random.integer(100, 999)}${random.digits(19)}`),
  iban: (random) => `MA${two(random.integer(10, 63))}${failing(`007780${random.digits(16)}`)}`,
  ice: (random) => failing(`00${random.digits(11)}`),
  card: failingCard,
  imei: (random) => {
    const body = `35${random.digits(12)}`;
    return body + luhnDigit(body);
  },
  cnss: (random) => random.digits(9),
  ip: (random) => `${random.integer(1, 9)}.${random.integer(0, 20)}.${random.integer(0, 9)}.${random.integer(0, 9)}`,
  birth: (random) => `${two(random.integer(1, 28))}/${two(random.integer(1, 12))}/${random.integer(2015, 2026)}`,
  flight: (random) => `${random.pick(['AT', 'RAM', 'TO', 'FR'])} ${random.integer(100, 9999)}`,
  hash: (random) => hex(random, random.pick([7, 40])),
  uuid: (random) => `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`,
  isbn: (random) => `978-${random.digits(1)}-${random.digits(4)}-${random.digits(4)}-${random.digits(1)}`,
};

type Fill = (random: Random, language: Language) => string;

/** Fillings without a meaning for any detector. */
export const fillings: Readonly<Record<string, Fill>> = {
  city: (random, language) => random.pick(cities)[language === 'ar' ? 1 : 0],
  org: (random, language) => random.pick(companies[language]),
  date: (random) => `${two(random.integer(1, 28))}/${two(random.integer(1, 12))}/${random.integer(2021, 2026)}`,
  expiry: (random) => `${two(random.integer(1, 12))}/${random.integer(26, 31)}`,
  month: (random, language) => random.pick(months[language]),
  year: (random) => String(random.integer(1995, 2025)),
  n: (random) => String(random.integer(2, 60)),
  amount: (random, language) => `${random.integer(1, 90)} ${random.digits(3)},00 ${language === 'ar' ? 'درهم' : 'DH'}`,
  domain: (random) => random.pick(['atlas-conseil.ma', 'nordtransit.com', 'batimag.ma']),
  d4: (random) => `${random.integer(1, 9)}${random.digits(3)}`,
  d5: (random) => `${random.integer(1, 9)}${random.digits(4)}`,
  d7: (random) => `${random.integer(1, 9)}${random.digits(6)}`,
  d8: (random) => `${random.integer(1, 9)}${random.digits(7)}`,
};
