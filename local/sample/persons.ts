/** Invented persons with identifiers of the right form. Any likeness is chance: every value comes from a seeded generator. */
import type { Random } from './random.ts';

export interface Person {
  readonly firstName: string;
  readonly lastName: string;
  /** Both names in Arabic letters. */
  readonly arabicName: string;
  /** Number of the national identity card: two letters, six digits. */
  readonly cin: string;
  /** National form: `06…` or `07…`. */
  readonly phone: string;
  readonly email: string;
  /** ISO 8601. */
  readonly birthDate: string;
  /** 24 digits with a valid key. */
  readonly rib: string;
}

const firstNames = [
  ['Ahmed', 'أحمد'],
  ['Youssef', 'يوسف'],
  ['Khadija', 'خديجة'],
  ['Meryem', 'مريم'],
  ['Hamza', 'حمزة'],
  ['Zineb', 'زينب'],
  ['Rachida', 'رشيدة'],
  ['Omar', 'عمر'],
  ['Salma', 'سلمى'],
  ['Abdellah', 'عبد الله'],
  ['Mustapha', 'مصطفى'],
  ['Naima', 'نعيمة'],
] as const;

const lastNames = [
  ['Bennani', 'بناني'],
  ['El Idrissi', 'الإدريسي'],
  ['Tazi', 'التازي'],
  ['Berrada', 'برادة'],
  ['Chraibi', 'الشرايبي'],
  ['Lahlou', 'لحلو'],
  ['Ouazzani', 'الوزاني'],
  ['Naciri', 'الناصري'],
  ['Kettani', 'الكتاني'],
  ['Cherkaoui', 'الشرقاوي'],
  ['Belghiti', 'بلغيتي'],
  ['Tahiri', 'الطاهري'],
] as const;

/** Prefixes that no commercial abbreviation shares. */
const cinPrefixes = ['AB', 'BK', 'EE', 'JB', 'CD', 'BJ', 'AE', 'GK'] as const;
const mobilePrefixes = ['0661', '0662', '0663', '0664', '0667', '0670', '0707', '0708'] as const;
const banks = ['007', '011', '021', '022', '190', '230', '350'] as const;

/** Makes a person. `sequence` goes into the e-mail address, so that no two are alike. */
export function makePerson(random: Random, sequence: number): Person {
  const [firstName, arabicFirst] = random.pick(firstNames);
  const [lastName, arabicLast] = random.pick(lastNames);
  const mailbox = `${firstName}.${lastName.replace(' ', '')}${sequence}`.toLowerCase();
  return {
    firstName,
    lastName,
    arabicName: `${arabicFirst} ${arabicLast}`,
    cin: `${random.pick(cinPrefixes)}${random.integer(100000, 989999)}`,
    phone: `${random.pick(mobilePrefixes)}${random.digits(6)}`,
    email: `${mailbox}@${random.pick(['menara', 'iam', 'gmx', 'mailo'])}.${random.pick(['ma', 'com', 'net'])}`,
    birthDate: isoDate(random.integer(1950, 2004), random.integer(1, 12), random.integer(1, 28)),
    rib: makeRib(random),
  };
}

export function makePersons(random: Random, count: number): readonly Person[] {
  return Array.from({ length: count }, (_, sequence) => makePerson(random, sequence + 1));
}

/** Bank, town, account and the key that makes the 24 digits divisible by 97. */
function makeRib(random: Random): string {
  const body = `${random.pick(banks)}${random.pick(['780', '810'])}${random.digits(16)}`;
  const key = 97n - ((BigInt(body) * 100n) % 97n);
  return body + key.toString().padStart(2, '0');
}

function isoDate(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
