/** Values of every kind in the forms people write them, from a seeded generator. Any likeness to a real one is chance. */
import { ibanCheckDigits } from '../../detectors/checksums/iban.ts';
import { iceKey } from '../../detectors/checksums/ice.ts';
import { ribKey } from '../../detectors/checksums/rib.ts';
import type { Random } from '../../local/sample/random.ts';
import { cities, familyNames, givenNames, months, streets } from './words.ts';
import type { Language, Slot } from './templates/kinds.ts';

/** Makes one value for a text in a language. `isPlain` asks for a form without line breaks, commas and quotes, as cells of tables have. */
export type MakeValue = (random: Random, language: Language, isPlain: boolean) => string;

const two = (value: number): string => String(value).padStart(2, '0');
const grouped = (text: string, sizes: readonly number[], separator: string): string => {
  const groups: string[] = [];
  let at = 0;
  for (const size of sizes) {
    groups.push(text.slice(at, at + size));
    at += size;
  }
  return groups.concat(text.slice(at) || []).join(separator);
};
const chance = (random: Random, percent: number): boolean => random.next() * 100 < percent;
const pickLetter = (random: Random, letters: string): string => letters[random.integer(0, letters.length - 1)] ?? 'A';

/** Digits as Arabic texts write them now and then. */
export const toArabicDigits = (text: string): string =>
  text.replaceAll(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
const sometimesArabic = (random: Random, language: Language, text: string): string =>
  language === 'ar' && chance(random, 6) ? toArabicDigits(text) : text;

const offices =
  'A AA AB AD AE AS BA BB BE BF BH BJ BK BL BM BV BW TA TK WA WB MA MC MD GA GB GJ GK GM GN XA CB CC CD CN DA DB DC DJ DN DO ZG ZH ZT FA FB FC FD FE FG FH FL SA SB RB RC RX KA KB LA LB LC LE LF LG EA EE HA HH Y N IA IB IC ID IE QA QB VA VM UA UB UC UD PA PB JA JB JC JD JE JF JH JK JM JT JY JZ SH SJ SK SL OD D B C K L M'.split(
    ' ',
  );

function makeCin(random: Random, _language: Language, isPlain: boolean): string {
  const letters = random.pick(offices);
  const digits = letters.length === 1 ? random.digits(6) : chance(random, 30) ? random.digits(5) : random.digits(6);
  if (isPlain || !chance(random, 14)) return letters + digits;
  return random.pick([`${letters} ${digits}`, `${letters}-${digits}`, `${letters}${digits}`.toLowerCase()]);
}

const mobiles = ['60', '61', '62', '63', '64', '65', '66', '67', '69', '70', '71', '76', '77', '78'];
const fixed = ['5222', '5223', '5229', '5237', '5243', '5244', '5282', '5288', '5356', '5366', '5377', '5393', '5399'];

function makePhone(random: Random, language: Language, isPlain: boolean): string {
  const national = chance(random, 80) ? random.pick(mobiles) + random.digits(7) : random.pick(fixed) + random.digits(5);
  const local = `0${national}`;
  const code = random.pick(['+212', '+212', '+212', '00212', '(+212)']);
  const form = random.integer(0, isPlain ? 5 : 9);
  if (form <= 3) return sometimesArabic(random, language, local);
  if (form === 4) return `+212${national}`;
  if (form === 5) return grouped(local, [2, 2, 2, 2, 2], random.pick([' ', '-', '.']));
  if (form === 6) return `${code} ${grouped(national, [1, 2, 2, 2, 2], ' ')}`;
  if (form === 7) return `${code}${national}`;
  if (form === 8) return `+212 (0)${grouped(national, [1, 2, 2, 2, 2], ' ')}`;
  return sometimesArabic(random, language, grouped(local, [2, 2, 2, 2, 2], ' '));
}

const plainLatin = (text: string): string => text.toLowerCase().replaceAll(/[^a-z]/g, '');

function makeEmail(random: Random): string {
  const [first] = random.pick(givenNames);
  const [last] = random.pick(familyNames);
  const box = random.pick([
    `${plainLatin(first)}.${plainLatin(last)}`,
    `${plainLatin(first)[0] ?? 'a'}${plainLatin(last)}${random.integer(1, 99)}`,
    `${plainLatin(last)}_${plainLatin(first)}`,
    `${plainLatin(first)}${random.integer(1970, 2008)}`,
    `${plainLatin(first)}-${plainLatin(last)}+${random.pick(['news', 'rh', 'x'])}`,
  ]);
  const domain = random.pick([
    'menara.ma',
    'iam.ma',
    'gmx.fr',
    'mailo.com',
    'courriel.ma',
    'um5.ac.ma',
    'atlas-conseil.co.ma',
    'proton.me',
  ]);
  return chance(random, 5) ? `${box}@${domain}`.toUpperCase() : `${box}@${domain}`;
}

const banks = ['007', '011', '013', '021', '022', '190', '225', '230', '350'];
function makeRibDigits(random: Random): string {
  const body = `${random.pick(banks)}${random.pick(['780', '810', '640', '450', '330'])}${random.digits(16)}`;
  return body + ribKey(body);
}

function makeRib(random: Random, language: Language, isPlain: boolean): string {
  const rib = makeRibDigits(random);
  if (isPlain && chance(random, 80)) return rib;
  const form = random.integer(0, 3);
  if (form === 0) return sometimesArabic(random, language, rib);
  if (form === 1) return grouped(rib, [3, 3, 16, 2], ' ');
  return form === 2 ? grouped(rib, [4, 4, 4, 4, 4, 4], ' ') : rib;
}

function makeIban(random: Random, _language: Language, isPlain: boolean): string {
  let iban = '';
  if (chance(random, 80)) {
    const account = makeRibDigits(random);
    iban = `MA${ibanCheckDigits('MA', account)}${account}`;
  } else {
    const [country, length] = random.pick([
      ['FR', 23],
      ['ES', 20],
      ['DE', 18],
    ] as const);
    const account = random.digits(length);
    iban = `${country}${ibanCheckDigits(country, account)}${account}`;
  }
  return isPlain || chance(random, 50) ? iban : grouped(iban, [4, 4, 4, 4, 4, 4, 4, 4], ' ').trim();
}

function makeIce(random: Random, language: Language, isPlain: boolean): string {
  const body = `00${random.integer(1, 3)}${random.digits(6)}0000`;
  const ice = body + iceKey(body);
  if (isPlain || !chance(random, 15)) return sometimesArabic(random, language, ice);
  return grouped(ice, [3, 3, 3, 3, 3], ' ');
}

/** The last digit that makes the sum of ISO/IEC 7812-1 hold. */
export function luhnDigit(body: string): string {
  let sum = 0;
  for (let at = 0; at < body.length; at++) {
    const digit = Number(body[body.length - 1 - at]);
    sum += at % 2 === 0 ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return String((10 - (sum % 10)) % 10);
}

function makeCard(random: Random, _language: Language, isPlain: boolean): string {
  const body = random.pick(['4', '450716', '410312', '51', '54', '2720', '37']);
  const length = body === '37' ? 14 : 15;
  const open = body + random.digits(length - body.length);
  const card = open + luhnDigit(open);
  if (isPlain || card.length !== 16 || chance(random, 40)) return card;
  return grouped(card, [4, 4, 4, 4], random.pick([' ', '-']));
}

function makeBirth(random: Random, language: Language, isPlain: boolean): string {
  const day = random.integer(1, 28);
  const month = random.integer(1, 12);
  const year = random.integer(1940, 2019);
  if (!isPlain && chance(random, 30)) return `${day} ${months[language][month - 1]} ${year}`;
  const form = random.integer(0, 4);
  if (form === 0) return `${year}-${two(month)}-${two(day)}`;
  if (form === 1) return `${two(day)}-${two(month)}-${year}`;
  if (form === 2) return `${two(day)}.${two(month)}.${year}`;
  return sometimesArabic(random, language, `${two(day)}/${two(month)}/${year}`);
}

/** Check digit of machine-readable zones: weights 7, 3, 1 (ICAO Doc 9303 part 3). */
function zoneDigit(text: string): string {
  let sum = 0;
  for (const [at, character] of [...text].entries()) {
    const value = character === '<' ? 0 : /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55;
    sum += value * ([7, 3, 1][at % 3] ?? 0);
  }
  return String(sum % 10);
}
const checked = (text: string): string => text + zoneDigit(text);
const filled = (text: string, length: number): string => text.slice(0, length).padEnd(length, '<');

function makeMrz(random: Random): string {
  const born = checked(`${two(random.integer(40, 99))}${two(random.integer(1, 12))}${two(random.integer(1, 28))}`);
  const ends = checked(`${two(random.integer(27, 36))}${two(random.integer(1, 12))}${two(random.integer(1, 28))}`);
  const sex = random.pick(['M', 'F']);
  const [first] = random.pick(givenNames);
  const [last] = random.pick(familyNames);
  const zone = (text: string) => text.toUpperCase().replaceAll(/[^A-Z]/g, '<');
  const names = `${zone(last)}<<${zone(first)}`;
  if (chance(random, 50)) {
    const upper = `I<MAR${checked(`${pickLetter(random, 'ABCK')}${random.digits(8)}`)}${filled(`${random.pick(offices)}${random.digits(6)}`, 15)}`;
    const lower = `${born}${sex}${ends}MAR${'<'.repeat(11)}`;
    const whole = upper.slice(5) + lower.slice(0, 7) + lower.slice(8, 15) + lower.slice(18, 29);
    return `${upper}\n${lower}${zoneDigit(whole)}\n${filled(names, 30)}`;
  }
  const number = checked(`${random.pick(['AB', 'XY', 'LK'])}${random.digits(7)}`);
  const optional = checked(filled(`${random.pick(offices)}${random.digits(6)}`, 14));
  const lower = `${number}MAR${born}${sex}${ends}${optional}`;
  const whole = lower.slice(0, 10) + lower.slice(13, 20) + lower.slice(21, 43);
  return `${filled(`P<MAR${names}`, 44)}\n${lower}${zoneDigit(whole)}`;
}

const plateLetters = ['أ', 'ب', 'د', 'ه', 'و', 'ط'];
function makePlate(random: Random): string {
  const serial = String(random.integer(100, 99999));
  const region = String(random.integer(1, 88));
  if (chance(random, 60)) {
    const letter = random.pick(plateLetters);
    return random.pick([`${serial}-${letter}-${region}`, `${serial} | ${letter} | ${region}`, `${serial}/${letter}/${region}`]);
  }
  return `${serial}-${random.pick(['A', 'B', 'D', 'H'])}-${region}`;
}

/** First and last name, sometimes with a title. */
export function makeName(random: Random, language: Language, isPlain: boolean): string {
  const [first, firstArabic] = random.pick(givenNames);
  const [last, lastArabic] = random.pick(familyNames);
  if (language === 'ar') return `${firstArabic} ${lastArabic}`;
  if (!isPlain && chance(random, 10)) return `${last.toUpperCase()} ${first}`;
  return `${first} ${last}`;
}

function makeAddress(random: Random, language: Language): string {
  const [city, arabicCity] = random.pick(cities);
  const number = random.integer(1, 240);
  if (language === 'ar') return `رقم ${number} ${random.pick(streets.ar)}، ${arabicCity}`;
  const street = random.pick(language === 'en' ? streets.en : streets.fr);
  const code = `${random.pick(['10', '20', '30', '40', '80', '90'])}${random.digits(3)}`;
  return random.pick([
    `${number}, ${street}, ${city}`,
    `N° ${number}, ${street}, appt ${random.integer(1, 30)}, ${code} ${city}`,
    `${number} ${street}, ${code} ${city}`,
  ]);
}

const makeIp = (random: Random): string =>
  `${random.pick([41, 105, 160, 196, 81, 154])}.${random.integer(1, 254)}.${random.integer(1, 254)}.${random.integer(2, 254)}`;

function makeGeo(random: Random): string {
  const latitude = `${random.integer(28, 35)}.${random.digits(5)}`;
  const longitude = `-${random.integer(1, 11)}.${random.digits(5)}`;
  return `${latitude}, ${longitude}`;
}

const makeSecret = (random: Random): string =>
  random.pick(['Atlas', 'Zellige', 'Kasbah', 'Tajine', 'argan', 'Medina']) +
  random.pick(['#', '!', '_', '$', '@']) +
  random.digits(random.integer(2, 5)) +
  random.pick(['x', 'Q', 'tr', '']);

const makers: Readonly<Record<Slot, MakeValue>> = {
  cin: makeCin,
  passport: (random) => `${random.pick(['AB', 'XY', 'LK', 'QN', 'ZT'])}${random.digits(7)}`,
  licence: (random) =>
    chance(random, 50) ? `${random.integer(10, 89)}/${random.digits(6)}` : `${pickLetter(random, 'ABD')}${random.digits(7)}`,
  permit: (random) => `${pickLetter(random, 'ABCEG')}${random.digits(6)}${pickLetter(random, 'ABCDEFGHJK')}`,
  cnss: (random, language) => sometimesArabic(random, language, `1${random.digits(8)}`),
  amo: (random) => (chance(random, 50) ? `1${random.digits(8)}` : `${random.integer(1, 9)}${random.digits(7)}`),
  idcs: (random) => `${random.integer(1, 9)}${random.digits(9)}`,
  massar: (random) => `${pickLetter(random, 'ABCDEFGHJKLMNPRSZ')}1${random.digits(8)}`,
  rib: makeRib,
  plate: makePlate,
  ice: makeIce,
  mrz: makeMrz,
  name: makeName,
  birth: makeBirth,
  email: makeEmail,
  phone: makePhone,
  address: makeAddress,
  iban: makeIban,
  card: makeCard,
  secret: makeSecret,
  ip: makeIp,
  geo: makeGeo,
};

/** Makes a value of a slot. */
export const makeValue = (slot: Slot, random: Random, language: Language, isPlain: boolean): string =>
  makers[slot](random, language, isPlain);
