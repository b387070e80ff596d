/** Flat texts: every encoding, tables, JSON, XML, dumps, declarations, logs. */
import type { Encoding, Planted } from '../fixture.ts';
import { mail, mailIn, nameIn, plateIn, python } from './plan.ts';
import type { FixturePlan } from './plan.ts';

const french =
  "Réunion du comité à Fès : l'été dernier, Mme Hélène Exemple s'est inscrite.\nCourriel de la cliente : helene@exemple.ma, merci.\n";
const arabic = 'السيد أحمد يسكن في مدينة فاس منذ سنوات عديدة.\nرقم اللوحة 12345-أ-6 والبريد الإلكتروني ahmed@exemple.ma شكرا\n';

/** Python's name of each encoding, and the mark before the text. */
const codecs: readonly (readonly [encoding: Encoding, codec: string, language: 'french' | 'arabic', mark?: string])[] = [
  ['utf-8', 'utf-8', 'arabic'],
  ['utf-8 with mark', 'utf-8-sig', 'arabic'],
  ['utf-16le', 'utf-16-le', 'arabic'],
  ['utf-16le with mark', 'utf-16-le', 'arabic', '\ufeff'],
  ['utf-16be', 'utf-16-be', 'arabic'],
  ['utf-16be with mark', 'utf-16-be', 'arabic', '\ufeff'],
  ['windows-1252', 'cp1252', 'french'],
  ['windows-1256', 'cp1256', 'arabic'],
  ['iso-8859-6', 'iso8859_6', 'arabic'],
  ['iso-8859-15', 'iso8859_15', 'french'],
  ['MacArabic', 'mac_arabic', 'arabic'],
  ['DOS French', 'cp850', 'french'],
  ['DOS Arabic', 'cp720', 'arabic'],
];

const found = {
  french: [nameIn(french, 'Hélène Exemple'), mailIn(french, 'helene')],
  arabic: [plateIn(arabic, '12345-أ-6'), mailIn(arabic, 'ahmed')],
};

function encode(codec: string, text: string): Buffer {
  return python(
    `import sys; sys.stdout.buffer.write(sys.stdin.buffer.read().decode('utf-8').encode(${JSON.stringify(codec)}))`,
    text,
  );
}

const encoded: FixturePlan[] = codecs.map(([encoding, codec, language, mark = '']) => ({
  name: `text-${encoding.replaceAll(' ', '-')}.txt`,
  by: 'Python',
  encoding,
  content: encode(codec, mark + (language === 'french' ? french : arabic)),
  found: found[language],
}));

/** As a program writes it that took UTF-8 for windows-1252 and encoded it again. */
const mojibake: FixturePlan = {
  name: 'text-mojibake.txt',
  by: 'Python',
  encoding: 'UTF-8 taken for windows-1252',
  content: python("import sys; sys.stdout.buffer.write(sys.stdin.buffer.read().decode('cp1252').encode('utf-8'))", french),
  // Six letters before the name are two in the file.
  found: found.french.map((one) => (one.line === 1 ? { ...one, column: one.column! + 6 } : one)),
};

type Finder = (text: string) => readonly Planted[];

/** A plan whose places are counted in the text itself. */
function flat(name: string, by: string, text: string, find: Finder): FixturePlan {
  return { name, by, content: text, found: find(text) };
}

const quoted = python(
  `import csv, sys
w = csv.writer(sys.stdout, delimiter=';')
w.writerow(['prénom', 'courriel', 'لوحة السيارة', 'note'])
w.writerow(['Hélène', 'helene@exemple.ma', '12345-أ-6', 'un "mot"; deux\\nlignes, q1@exemple.ma'])
w.writerow(['علي', 'ali@exemple.ma', '', ''])`,
).toString();

const arabicTable = 'الاسم,البريد,اللوحة\r\nأحمد مثال,ahmed@exemple.ma,12345-أ-6\r\nفاطمة مثال,fatima@exemple.ma,54321-ب-1\r\n';

const titled =
  'Liste des clients\n\nnom\tcourriel\tville\nAli\tali@exemple.ma\tFès\nNora\tnora@exemple.ma\tFès\nSara\tsara@exemple.ma\n' +
  'Imane\timane@exemple.ma\tSalé\nOmar\tomar@exemple.ma\tRabat\treste\n';

const tables: FixturePlan[] = [
  flat('csv-quotes.csv', 'Python csv', quoted, (text) => [
    mailIn(text, 'helene', { field: 'courriel', record: 1 }),
    plateIn(text, '12345-أ-6', { field: 'لوحة السيارة', record: 1 }),
    mailIn(text, 'q1', { field: 'note', record: 1 }),
    mailIn(text, 'ali', { field: 'courriel', record: 2 }),
  ]),
  {
    ...flat('csv-windows-1256.csv', 'Python', arabicTable, (text) => [
      mailIn(text, 'ahmed', { field: 'البريد', record: 1 }),
      plateIn(text, '12345-أ-6', { field: 'اللوحة', record: 1 }),
      mailIn(text, 'fatima', { field: 'البريد', record: 2 }),
      plateIn(text, '54321-ب-1', { field: 'اللوحة', record: 2 }),
    ]),
    encoding: 'windows-1256',
    content: encode('cp1256', arabicTable),
  },
  flat('csv-titles-and-ragged.tsv', 'made by hand', titled, (text) =>
    ['ali', 'nora', 'sara', 'imane', 'omar'].map((name, index) => mailIn(text, name, { field: 'courriel', record: index + 1 })),
  ),
  flat(
    'csv-no-names.csv',
    'made by hand',
    '1|Ali|ali@exemple.ma|2024-01-03\n2|Sara|sara@exemple.ma|2024-01-04\n3|Omar|omar@exemple.ma|2024-01-05\n',
    (text) => ['ali', 'sara', 'omar'].map((name, index) => mailIn(text, name, { field: 'column 3', record: index + 1 })),
  ),
];

const nested = python(
  `import json, sys
people = [{'nom': 'Hélène', 'contacts': [{'courriel': 'helene@exemple.ma'}, {'courriel': 'h2@exemple.ma'}]}, {'nom': 'علي', 'contacts': []}]
sys.stdout.write(json.dumps({'clients': people, 'suivi': {'par': 'note à "ali@exemple.ma"'}}, indent=1))`,
).toString();
const jsonLines = python(
  `import json
for name in ['ali', 'sara']: print(json.dumps({'nom': name, 'courriel': name + '@exemple.ma', 'ville': 'Fès'}))`,
).toString();
const xml = python(
  `import sys, xml.etree.ElementTree as E
root = E.Element('clients')
for name in ['hélène', 'ali']:
    client = E.SubElement(root, 'client', courriel='a-' + str(len(name)) + '@exemple.ma')
    E.SubElement(client, 'nom').text = name + ' & fils, n-' + str(len(name)) + '@exemple.ma'
sys.stdout.write(E.tostring(root, encoding='unicode'))`,
).toString();
const xmlLatin = `<?xml version='1.0' encoding='windows-1252'?>\n${xml}`;

const trees: FixturePlan[] = [
  flat('json-nested.json', 'Python json', nested, (text) => [
    mailIn(text, 'helene', { field: '$.clients[*].contacts[*].courriel', record: 1 }),
    mailIn(text, 'h2', { field: '$.clients[*].contacts[*].courriel', record: 1 }),
    mailIn(text, 'ali', { field: '$.suivi.par', record: 2 }),
  ]),
  flat('json-lines.jsonl', 'Python json', jsonLines, (text) =>
    ['ali', 'sara'].map((name, index) => mailIn(text, name, { field: '$.courriel', record: index + 1 })),
  ),
  {
    ...flat('xml-attributes.xml', 'Python ElementTree', xmlLatin, (text) => [
      mailIn(text, 'a-6', { field: '/clients/client/@courriel', record: 1 }),
      mailIn(text, 'n-6', { field: '/clients/client/nom', record: 1 }),
      mailIn(text, 'a-3', { field: '/clients/client/@courriel', record: 2 }),
      mailIn(text, 'n-3', { field: '/clients/client/nom', record: 2 }),
    ]),
    encoding: 'windows-1252',
    content: encode('cp1252', xmlLatin),
  },
];

const people = python(
  `import yaml
print(yaml.safe_dump({'version': 1, 'clients': [
  {'nom': 'Hélène', 'courriel': 'helene@exemple.ma', 'note': 'Écrire à "h2@exemple.ma"\\nou: appeler\\n'},
  {'nom': 'علي', 'contacts': ['ali@exemple.ma', {'autre': 'sara@exemple.ma'}]}]}, allow_unicode=True, sort_keys=False), end='')`,
).toString();
const documents =
  "# Écrire à c0@exemple.ma\n---\nbase: &b\n  courriel: ali@exemple.ma # ou c1@exemple.ma\nautre:\n  <<: *b\n  note: |-\n    un\n    n1@exemple.ma\n--- \nliste: [x, 'l1@exemple.ma']\n";

const yaml: FixturePlan[] = [
  flat('yaml-python.yaml', 'PyYAML', people, (text) => [
    mailIn(text, 'helene', { field: '$.clients[*].courriel', record: 1 }),
    mailIn(text, 'h2', { field: '$.clients[*].note', record: 1 }),
    mailIn(text, 'ali', { field: '$.clients[*].contacts[*]', record: 2 }),
    mailIn(text, 'sara', { field: '$.clients[*].contacts[*].autre', record: 2 }),
  ]),
  flat('yaml-documents.yml', 'made by hand', documents, (text) => [
    mailIn(text, 'c0', { field: '#comment', record: 1 }),
    mailIn(text, 'ali', { field: '$.base.courriel', record: 1 }),
    mailIn(text, 'c1', { field: '#comment', record: 1 }),
    mailIn(text, 'n1', { field: '$.autre.note', record: 1 }),
    mailIn(text, 'l1', { field: '$.liste[*]', record: 2 }),
  ]),
];

const cards = [
  'BEGIN:VCARD',
  'VERSION:2.1',
  'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Exemple;H=C3=A9l=C3=A8ne;;;',
  'TEL;CELL:0612345678',
  'EMAIL;HOME:helene@exemple.ma',
  'NOTE;CHARSET=windows-1256;ENCODING=QUOTED-PRINTABLE:=E1=E6=CD=C9 12345-=C3-=',
  '6',
  'END:VCARD',
  'BEGIN:VCARD',
  'VERSION:4.0',
  'FN:Ali Exemple',
  'item1.EMAIL;TYPE=work:ali@',
  ' exemple.ma',
  String.raw`NOTE:Écrire à\, ou à c1@exemple.ma`,
  'END:VCARD',
  '',
].join('\r\n');
const calendar = [
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'SUMMARY:Réunion',
  'END:VEVENT',
  'BEGIN:VEVENT',
  'ORGANIZER;CN="Exemple, Sara":mailto:sara@exemple.ma',
  'ATTENDEE;CN=omar@exemple.ma;PARTSTAT=ACCEPTED:mailto:o2@exemple.ma',
  String.raw`DESCRIPTION:Dossier\;\nd1@exemple.ma`,
  'END:VEVENT',
  'END:VCALENDAR',
  '',
].join('\r\n');

const contentLines: FixturePlan[] = [
  {
    ...flat('cards-of-two-versions.vcf', 'as telephones write it', cards, (text) => [
      mailIn(text, 'helene', { field: 'EMAIL', record: 1 }),
      mailIn(text, 'c1', { field: 'NOTE', record: 2 }),
    ]),
    found: [
      mailIn(cards, 'helene', { field: 'EMAIL', record: 1 }),
      { value: '12345-أ-6', detector: 'ma/plate', line: 6, column: 66, field: 'NOTE', record: 1 },
      mail('ali', { line: 12, column: 23, field: 'EMAIL', record: 2 }),
      mailIn(cards, 'c1', { field: 'NOTE', record: 2 }),
    ],
  },
  flat('calendar.ics', 'as calendars write it', calendar, (text) => [
    mailIn(text, 'sara', { field: 'VEVENT.ORGANIZER', record: 2 }),
    mailIn(text, 'omar', { field: 'VEVENT.ATTENDEE.CN', record: 2 }),
    mailIn(text, 'o2', { field: 'VEVENT.ATTENDEE', record: 2 }),
    mailIn(text, 'd1', { field: 'VEVENT.DESCRIPTION', record: 2 }),
  ]),
];

const inserts = python(
  `import sqlite3
db = sqlite3.connect(':memory:')
db.execute('CREATE TABLE clients (id INTEGER PRIMARY KEY, nom TEXT, courriel TEXT)')
db.executemany('INSERT INTO clients (nom, courriel) VALUES (?, ?)', [("L'été", 'ali@exemple.ma'), ('سارة', 'sara@exemple.ma')])
print('\\n'.join(db.iterdump()))`,
).toString();
const copied =
  "-- PostgreSQL database dump\nSET client_encoding = 'UTF8';\nCREATE TABLE public.clients (\n    id integer NOT NULL,\n    courriel text\n);\n" +
  'COPY public.clients (id, courriel) FROM stdin;\n1\tali@exemple.ma\n2\t\\N\n3\tsara@exemple.ma\n\\.\n';
const log =
  '203.0.113.7 - - [12/Jan/2026:10:00:00 +0100] "GET /inscription?courriel=ali@exemple.ma HTTP/1.1" 200 512\n' +
  '203.0.113.9 - sara@exemple.ma [12/Jan/2026:10:00:01 +0100] "GET / HTTP/1.1" 200 512\n';
const balancer =
  'http 2026-03-12T10:00:00.186641Z app/lb/50dc6c495c0c9188 196.200.131.44:2817 10.0.0.1:80 0.000 0.001 0.000 200 200 34 366 "GET http://www.exemple.ma:80/?m=ali@exemple.ma HTTP/1.1" "curl/7.46.0" - - - "-" "-" "-" 0\n';
const s3Log =
  '79a59df900 compte [06/Feb/2026:00:00:38 +0000] 196.200.131.44 79a59df900 3E57427F3EXAMPLE REST.GET.OBJECT a.csv "GET /a.csv?m=ali@exemple.ma HTTP/1.1" 200 - 113 - 7 - "-" "S3Console/0.4" -\n';
const columns =
  '#Version: 1.0\n#Fields: date c-ip cs-uri-query\n2026-03-12\t196.200.131.44\tm=ali@exemple.ma\n2026-03-12\t10.0.3.44\t-\n';
const syslog =
  '<34>Oct 11 22:14:15 srv sshd[12]: Accepted password for ali from 196.200.131.44 port 22 ssh2\n' +
  '<165>1 2026-10-11T22:14:15.003Z srv app 12 ID47 [m@32473 email="ali@exemple.ma" cin="AB123456"] Connexion\n';
const wage = (...parts: readonly string[]): string => `${parts.join('').padEnd(260)}\r\n`;
const wages =
  wage('B00', '12345671', '7B0') +
  wage('A02', '1234567', '202401', '111222333', 'EL EXEMPLE'.padEnd(30), 'SÁRA'.padEnd(30), '02000120') +
  wage('B02', '1234567', '202401', '444555666', 'BEN EXEMPLE'.padEnd(30), 'OMAR'.padEnd(30), 'AB123456260000500000');

const others: FixturePlan[] = [
  flat('sql-inserts.sql', 'Python sqlite3', inserts, (text) => [
    mailIn(text, 'ali', { field: 'clients.courriel', record: 1 }),
    mailIn(text, 'sara', { field: 'clients.courriel', record: 2 }),
  ]),
  flat('sql-copy.sql', 'as pg_dump writes it', copied, (text) => [
    mailIn(text, 'ali', { field: 'clients.courriel', record: 1 }),
    mailIn(text, 'sara', { field: 'clients.courriel', record: 3 }),
  ]),
  flat('log-access.txt', 'as Apache writes it', log, (text) => [mailIn(text, 'ali'), mailIn(text, 'sara')]),
  flat('log-load-balancer.txt', 'as ELB writes it', balancer, (text) => [
    { value: '196.200.131.44', detector: 'global/ip-address', line: 1, column: 58 },
    mailIn(text, 'ali'),
  ]),
  flat('log-s3.txt', 'as S3 writes it', s3Log, (text) => [
    { value: '196.200.131.44', detector: 'global/ip-address', line: 1, column: 48 },
    mailIn(text, 'ali'),
  ]),
  flat('log-cloudfront.txt', 'as CloudFront writes it', columns, (text) => [
    { value: '196.200.131.44', detector: 'global/ip-address', line: 3, column: 12, field: 'c-ip', record: 1 },
    mailIn(text, 'ali', { field: 'cs-uri-query', record: 1 }),
    { value: '10.0.3.44', detector: 'global/ip-address', line: 4, column: 12, field: 'c-ip', record: 2 },
  ]),
  flat('log-syslog.txt', 'as syslogd writes it (RFC 3164, RFC 5424)', syslog, (text) => [
    { value: '196.200.131.44', detector: 'global/ip-address', line: 1, column: 66 },
    mailIn(text, 'ali'),
    { value: 'AB123456', detector: 'ma/cin', line: 2, column: 86 },
  ]),
  flat('settings.properties', 'as Java writes it', '# Note\nclient.cin=AB123456\nadmin.courriel: ali@exemple.ma\n', (text) => [
    { value: 'AB123456', detector: 'ma/cin', line: 2, column: 12 },
    mailIn(text, 'ali'),
  ]),
  flat('settings.ini', 'Python configparser', '[client]\ncin = AB123456\n\n[admin]\ncourriel = ali@exemple.ma\n', (text) => [
    { value: 'AB123456', detector: 'ma/cin', line: 2, column: 7 },
    mailIn(text, 'ali'),
  ]),
  flat('settings.env', 'made by hand', 'CLIENT_CIN=AB123456\nexport ADMIN_EMAIL="ali@exemple.ma"\n', (text) => [
    { value: 'AB123456', detector: 'ma/cin', line: 1, column: 12 },
    mailIn(text, 'ali'),
  ]),
  flat('settings.toml', 'made by hand', '[client]\ncin = "AB123456"\ncontacts = ["ali@exemple.ma"]\n', (text) => [
    { value: 'AB123456', detector: 'ma/cin', line: 2, column: 8 },
    mailIn(text, 'ali'),
  ]),
  flat('markdown.md', 'made by hand', '# Équipe\n\n| nom | courriel |\n|---|---|\n| Ali | ali@exemple.ma |\n', (text) => [
    mailIn(text, 'ali'),
  ]),
  {
    name: 'html-page.html',
    by: 'made by hand',
    content:
      '<!doctype html>\n<html><head><title>&Eacute;quipe</title></head><body>\n<p title="t@exemple.ma">Écrire &agrave; <b>ali</b>@exemple.ma<br>ou</p>\n' +
      '<table><tr><th>nom</th><th>courriel</th></tr><tr><td>Sara</td><td>sara@exemple.ma</td></tr><tr><td>Omar</td><td>omar@exemple.ma</td></tr></table>\n</body></html>\n',
    found: [
      mail('t', { field: 'title' }),
      mail('ali', { line: 3, column: 44 }),
      mail('sara', { field: 'courriel', record: 1 }),
      mail('omar', { field: 'courriel', record: 2 }),
    ],
  },
  {
    name: 'declaration-cnss.txt',
    by: 'made by hand',
    content: wages,
    found: [{ value: 'AB123456', detector: 'ma/cin', line: 3, column: 86, field: 'B02.num_cin', record: 3 }],
  },
];

export const textPlans: readonly FixturePlan[] = [...encoded, mojibake, ...tables, ...trees, ...yaml, ...contentLines, ...others];
