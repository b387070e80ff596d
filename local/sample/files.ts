/** The files of the sample organisation, made anew from a seed. The same seed gives the same bytes; none is kept in the repository. */
import { gzipSync } from 'node:zlib';
import { encodeUtf16, encodeWindows1252, encodeWindows1256 } from './encodings.ts';
import { makePerson, makePersons, type Person } from './persons.ts';
import { makeRandom, type Random } from './random.ts';
import type { BucketStore } from './stores.ts';

export interface SampleFile {
  readonly key: string;
  readonly body: Uint8Array;
}

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

/** Makes every file of one bucket. */
export function makeFiles(store: BucketStore, seed: number): readonly SampleFile[] {
  return makers[store](makeRandom(seed, store));
}

const makers: Readonly<Record<BucketStore, (random: Random) => readonly SampleFile[]>> = {
  /** An extract of consular files that somebody made for a mailing and left there; nobody declared it. */
  cinExport: (random) => [
    {
      key: '2025/extraction-usagers.csv',
      body: encodeWindows1252(
        csv(
          ['nom', 'prénom', 'cin', 'ville'],
          makePersons(random, 400).map((person) => [person.lastName, person.firstName, person.cin, random.pick(towns)]),
        ),
      ),
    },
  ],
  /** Staff with the union whose dues are held back from their pay. */
  staff: (random) => [
    {
      key: 'paie/etat-du-personnel.csv',
      body: utf8(
        `\ufeff${csv(
          ['matricule', 'nom', 'prenom', 'syndicat', 'cotisation_syndicale', 'rib'],
          makePersons(random, 120).map((person) => [
            random.digits(6),
            person.lastName,
            person.firstName,
            random.pick(unions),
            `${random.integer(20, 60)},00`,
            person.rib,
          ]),
        )}`,
      ),
    },
  ],
  /** Requests for aid with the illness that grounds them. */
  socialAid: (random) => [
    {
      key: 'demandes/2025.jsonl',
      body: utf8(
        makePersons(random, 150)
          .map((person) => `${JSON.stringify(aidRequest(person, random))}\n`)
          .join(''),
      ),
    },
  ],
  /** What the portal's web server wrote when persons signed up. */
  signUpLogs: (random) => [
    { key: 'inscriptions/2025-10.log', body: utf8(signUpLog(random, 10, 600)) },
    { key: 'inscriptions/2025-09.log.gz', body: gzipSync(utf8(signUpLog(random, 9, 600))) },
  ],
  /** Letters in Arabic, as three generations of computers wrote them. */
  letters: (random) => {
    const encodings = [utf8, encodeWindows1256, encodeUtf16];
    return Array.from({ length: 12 }, (_, index) => ({
      key: `courrier/${2014 + index}/lettre-${String(index + 1).padStart(3, '0')}.txt`,
      body: (encodings[index % encodings.length] ?? utf8)(letter(makePerson(random, index + 1), random)),
    }));
  },
  /** Published on purpose: no person in it. */
  publications: (random) => [
    { key: 'communiques/rencontre-annuelle.txt', body: utf8(pressRelease(random)) },
    {
      key: 'budget/execution.csv',
      body: utf8(
        csv(
          ['chapitre', 'libelle', 'credits', 'engagements'],
          budgetLines.map((line, index) => [
            `${index + 1}`,
            line,
            `${random.integer(100, 900)}000`,
            `${random.integer(10, 99)}000`,
          ]),
        ),
      ),
    },
    {
      key: 'ouvertures.json',
      body: utf8(JSON.stringify({ consulats: towns.map((ville) => ({ ville, guichets: random.integer(2, 14) })) }, null, 2)),
    },
  ],
  /** One archive lost its second half: nobody can say what it held. */
  archives: (random) => {
    const whole = gzipSync(
      utf8(Array.from({ length: 400 }, () => `lot ${random.digits(4)};rayon ${random.digits(3)}\n`).join('')),
    );
    return [
      { key: 'inventaire.txt', body: utf8('Inventaire des archives : douze cartons, salle B, rayon 3.\n') },
      { key: '2011/versement.csv.gz', body: whole.subarray(0, Math.floor(whole.length / 2)) },
    ];
  },
};

const towns = ['Paris', 'Bruxelles', 'Madrid', 'Montréal', 'Milan', 'Utrecht', 'Francfort', 'Lyon'] as const;
const unions = ['UMT', 'CDT', 'UGTM', 'UNTM', 'FDT'] as const;
const illnesses = [
  'diabète de type 2',
  'insuffisance rénale chronique',
  'asthme sévère',
  'cancer du sein',
  'sclérose en plaques',
  'hépatite C',
] as const;
const budgetLines = ['Accueil', 'Culture', 'Rencontres', 'Informatique', 'Publications', 'Déplacements'] as const;

function csv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.join(';')}\r\n`).join('');
}

function aidRequest(person: Person, random: Random): Readonly<Record<string, unknown>> {
  return {
    demandeur: { nom: person.lastName, prenom: person.firstName, telephone: person.phone },
    maladie: random.pick(illnesses),
    montant: random.integer(5, 40) * 100,
  };
}

function signUpLog(random: Random, month: number, lines: number): string {
  return makePersons(random, lines)
    .map((person, index) => {
      const minute = Math.floor((index * 43200) / lines);
      const at = new Date(Date.UTC(2025, month - 1, 1, 0, minute)).toISOString();
      return `${at} INFO portail inscription ok email=${person.email} tel=+212${person.phone.slice(1)} duree_ms=${random.integer(20, 900)}\n`;
    })
    .join('');
}

function letter(person: Person, random: Random): string {
  return [
    'إلى السيد الوزير المحترم',
    '',
    `أنا الموقع أسفله ${person.arabicName}، الحامل للبطاقة الوطنية للتعريف رقم ${person.cin}، أتقدم إليكم بهذا الطلب`,
    `قصد الحصول على وثائق تخص ملفي عدد ${random.digits(4)}.`,
    `رقم الهاتف: ${person.phone}`,
    '',
    'وتقبلوا فائق الاحترام والتقدير.',
    '',
  ].join('\n');
}

function pressRelease(random: Random): string {
  return [
    'Communiqué de presse',
    '',
    `La rencontre annuelle a réuni ${random.integer(80, 300)} associations venues de ${random.integer(9, 30)} pays.`,
    "Les ateliers ont porté sur la culture, l'investissement et les services en ligne.",
    'Le programme complet est publié sur le portail.',
    '',
  ].join('\n');
}
