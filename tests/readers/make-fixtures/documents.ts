/** Documents, as LibreOffice, SheetJS and others write them. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as sheetJs from '@e965/xlsx';
import type { Planted } from '../fixture.ts';
import { writeCompound } from '../write-compound.ts';
import { writeDocx } from '../write-office.ts';
import { drawLines, writePdf } from '../write-pdf.ts';
import { letter, picture, slides, workbook } from './flat-open-document.ts';
import { mail, mailIn, python } from './plan.ts';
import type { FixturePlan } from './plan.ts';

const libreOffice = 'LibreOffice 7.4';

/** What LibreOffice makes of a flat document. */
function convert(document: string, kind: 'fodt' | 'fods' | 'fodp', filter: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'kashf-'));
  try {
    writeFileSync(join(folder, `a.${kind}`), document);
    execFileSync('soffice', ['--headless', '--convert-to', filter, '--outdir', folder, join(folder, `a.${kind}`)], {
      stdio: 'ignore',
    });
    return readFileSync(join(folder, `a.${filter.split(':')[0]}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Lines = Readonly<Record<string, readonly [line: number, column: number]>>;
const linesOf = (lines: Lines, page?: number): Planted[] =>
  Object.entries(lines).map(([name, [line, column]]) => mail(name, { line, column, ...(page !== undefined && { page }) }));
const plateAt = (line: number, column: number): Planted => ({ value: '12345-أ-6', detector: 'ma/plate', line, column });

const letterCells = [mail('tableau1', { field: 'courriel', record: 1 }), mail('tableau2', { field: 'courriel', record: 2 })];

const letters: FixturePlan[] = [
  {
    name: 'letter-libreoffice.docx',
    by: libreOffice,
    content: () => convert(letter, 'fodt', 'docx'),
    found: [
      ...linesOf({ corps: [1, 25], arabe: [2, 32], ajoute: [3, 12], supprime: [4, 1], boite: [6, 9] }),
      ...linesOf({ entete: [9, 9], note: [12, 7], commentaire: [13, 10] }),
      plateAt(2, 61),
      ...letterCells,
      mail('auteur', { field: 'creator' }),
    ],
  },
  {
    name: 'letter-libreoffice.odt',
    by: libreOffice,
    content: () => convert(letter, 'fodt', 'odt'),
    found: [
      ...linesOf({ supprime: [1, 1], corps: [2, 25], arabe: [3, 32], ajoute: [4, 12], note: [5, 13], commentaire: [6, 46] }),
      ...linesOf({ boite: [8, 9], entete: [1, 9] }),
      plateAt(3, 61),
      ...letterCells,
      mail('auteur', { field: 'initial-creator' }),
    ],
  },
  {
    name: 'letter-libreoffice.rtf',
    by: libreOffice,
    content: () => convert(letter, 'fodt', 'rtf'),
    found: [
      ...linesOf({ entete: [1, 9], corps: [2, 25], arabe: [3, 32], supprime: [4, 7], ajoute: [4, 32], note: [5, 13] }),
      ...linesOf({ commentaire: [5, 55], boite: [6, 9], tableau1: [9, 6], tableau2: [10, 6] }),
      plateAt(3, 61),
      mail('auteur', { field: 'author' }),
    ],
  },
  {
    name: 'letter-libreoffice.doc',
    by: libreOffice,
    content: () => convert(letter, 'fodt', 'doc:MS Word 97'),
    found: [
      ...linesOf({ corps: [1, 25], arabe: [2, 32], supprime: [3, 7], ajoute: [3, 32], tableau1: [6, 20], tableau2: [6, 46] }),
      ...linesOf({ note: [7, 7], entete: [9, 9], commentaire: [14, 10], boite: [16, 9] }),
      plateAt(2, 61),
      mail('auteur', { field: 'author' }),
    ],
  },
  {
    name: 'letter-libreoffice.pdf',
    by: libreOffice,
    content: () => convert(letter, 'fodt', 'pdf'),
    found: [
      ...linesOf({ entete: [1, 9], corps: [2, 25], arabe: [3, 32], supprime: [4, 7], ajoute: [4, 32] }, 1),
      ...linesOf({ tableau1: [7, 6], tableau2: [8, 6], note: [10, 8], boite: [12, 1] }, 1),
      mail('auteur', { field: 'Author' }),
    ],
  },
];

const cellsOf = (
  sheet: number,
  cells: Readonly<Record<string, readonly [cell: string, field: string, record: number]>>,
): Planted[] => Object.entries(cells).map(([name, [cell, field, record]]) => mail(name, { page: sheet, cell, field, record }));

const workbookCells: Planted[] = [
  ...cellsOf(1, { b2: ['B2', 'courriel', 1], b6: ['B6', 'courriel', 2] }),
  mail('a7-repete', { page: 1, cell: 'A7', field: 'nom', record: 3 }),
  mail('a7-repete', { page: 1, cell: 'B7', field: 'courriel', record: 3 }),
  mail('note-b2', { page: 1, cell: 'B2', field: 'comment' }),
  ...cellsOf(2, { cache: ['A2', 'note', 1] }),
  { value: '1990-05-17', detector: 'global/birth-date', page: 1, cell: 'C2', field: 'naissance', record: 1 },
  { value: '2000-02-29', detector: 'global/birth-date', page: 1, cell: 'C7', field: 'naissance', record: 3 },
  { value: '0600000001', detector: 'global/phone', page: 1, cell: 'D2', field: 'téléphone', record: 1 },
];

const sheets: FixturePlan[] = (
  [
    ['xlsx', 'xlsx', 'creator'],
    ['ods', 'ods', 'initial-creator'],
    ['xls', 'xls:MS Excel 97', 'author'],
  ] as const
).map(([extension, filter, author]) => ({
  name: `workbook-libreoffice-${extension}.${extension}`,
  by: libreOffice,
  content: () => convert(workbook, 'fods', filter),
  found: [...workbookCells, mail('auteur', { field: author })],
}));

/** The same rows by SheetJS, in the kinds of workbooks LibreOffice does not write. */
function sheetJsBook(bookType: 'biff5' | 'biff8' | 'xlsb'): Buffer {
  const book = sheetJs.utils.book_new();
  const rows = [
    ['nom', 'courriel', 'naissance', 'montant'],
    ['Sara', 'b2@exemple.ma', new Date(Date.UTC(1990, 4, 17)), 12.5],
    ['Omar', 'b3@exemple.ma', new Date(Date.UTC(2000, 1, 29)), 3],
  ];
  const sheet = sheetJs.utils.aoa_to_sheet(rows, { cellDates: true });
  (sheet['B3'] as sheetJs.CellObject).c = [{ a: 'Nadia', t: 'voir note-b3@exemple.ma' }];
  sheetJs.utils.book_append_sheet(book, sheet, 'Clients');
  sheetJs.utils.book_append_sheet(book, sheetJs.utils.aoa_to_sheet([['note'], ['cache@exemple.ma']]), 'cachee');
  book.Workbook = { Sheets: [{}, { Hidden: 1 }] };
  return sheetJs.write(book, { type: 'buffer', bookType, bookSST: bookType !== 'biff5' }) as Buffer;
}

const sheetJsSheets: FixturePlan[] = (['biff5', 'biff8', 'xlsb'] as const).map((kind) => ({
  name: `workbook-sheetjs-${kind}.${kind === 'xlsb' ? 'xlsb' : 'xls'}`,
  by: 'SheetJS 0.20.3',
  content: () => sheetJsBook(kind),
  found: [
    ...cellsOf(1, { b2: ['B2', 'courriel', 1], b3: ['B3', 'courriel', 2] }),
    mail('note-b3', { page: 1, cell: 'B3', field: 'comment' }),
    ...cellsOf(2, { cache: ['A2', 'note', 1] }),
    { value: '1990-05-17', detector: 'global/birth-date', page: 1, cell: 'C2', field: 'naissance', record: 1 },
  ],
}));

const presentations: FixturePlan[] = (['pptx', 'odp'] as const).map((extension) => ({
  name: `slides-libreoffice-${extension}.${extension}`,
  by: libreOffice,
  content: () => convert(slides, 'fodp', extension),
  found: [
    ...linesOf({ page1: [1, 10], note1: [2, 6] }, 1),
    ...linesOf({ page2: [1, 6] }, 2),
    mail('auteur', { field: extension === 'pptx' ? 'creator' : 'initial-creator' }),
  ],
}));

/** A page that is a picture, as scanners write it; with and without its text being asked for. */
function scanOf(jpeg: Buffer): Buffer {
  const page = 'q 400 0 0 150 0 0 cm /I Do Q';
  const image = `<< /Type /XObject /Subtype /Image /Width 606 /Height 228 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length ${jpeg.length} >>`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 150] /Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    `${image}\nstream\n${jpeg.toString('latin1')}\nendstream`,
  ].map((body, index) => `${index + 1} 0 obj\n${body}\nendobj\n`);
  return Buffer.from(`%PDF-1.4\n${objects.join('')}trailer\n<< /Size 6 /Root 1 0 R >>\n%%EOF\n`, 'latin1');
}

const scans: FixturePlan[] = [true, false].map((ocr) => ({
  name: ocr ? 'scan-recognised.pdf' : 'scan.pdf',
  by: 'as scanners write it',
  content: () => scanOf(convert(picture, 'fodt', 'jpg')),
  ocr,
  found: ocr
    ? [
        { value: '0600000001', detector: 'global/phone', line: 2, column: 13, page: 1 },
        mail('sara', { line: 5, column: 10, page: 1 }),
      ]
    : [],
  skips: ocr ? [] : [{ reason: 'UNSUPPORTED_FILE_TYPE_EXCEPTION' }],
}));

/** سلام in the forms of its letters, as it looks from the left: meem, lam-alef, seen. */
const glyphs = '\ufee1\ufefc\ufeb3';

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const properties = { '__properties_version1.0': Buffer.alloc(32) };
const messageText = 'Bonjour,\r\nécrire à corps@exemple.ma\r\n';

const letterPython = python(
  `from email.message import EmailMessage
from email import policy
import sys
m = EmailMessage(policy=policy.SMTP.clone(max_line_length=70))
m['From'] = 'Hélène <de@exemple.ma>'; m['To'] = 'a@exemple.ma'; m['Subject'] = 'Réponse à sujet@exemple.ma'
m['Date'] = 'Mon, 12 Jan 2026 10:00:00 +0100'; m['Message-ID'] = '<1@exemple.invalid>'
m.set_content('Été à Fès,\\nmerci d écrire à texte@exemple.ma avant la fin de la semaine prochaine, cordialement.\\n', cte='quoted-printable')
m.add_attachment('nom;courriel\\nSara;piece@exemple.ma\\nOmar;piece2@exemple.ma\\n'.encode('cp1252'), maintype='text', subtype='csv', filename='clients été.csv')
m.set_boundary('=_frontiere')
sys.stdout.buffer.write(m.as_bytes())`,
);
const letterFound = (inside = ''): Planted[] => [
  mail('de', { field: 'From', ...(inside !== '' && { member: inside }) }),
  mail('a', { field: 'To', ...(inside !== '' && { member: inside }) }),
  mail('sujet', { field: 'Subject', ...(inside !== '' && { member: inside }) }),
  mail('texte', { line: 2, column: 18, ...(inside !== '' && { member: inside }) }),
  mail('piece', {
    line: 2,
    column: 6,
    field: 'courriel',
    record: 1,
    member: `${inside === '' ? '' : `${inside}!/`}clients été.csv`,
  }),
  mail('piece2', {
    line: 3,
    column: 6,
    field: 'courriel',
    record: 2,
    member: `${inside === '' ? '' : `${inside}!/`}clients été.csv`,
  }),
];

const others: FixturePlan[] = [
  {
    name: 'pdf-pages-and-forms.pdf',
    by: 'made by hand',
    content: writePdf({
      pages: [drawLines('page1@exemple.ma'), `${drawLines('x', 'page2@exemple.ma')} BT /F2 12 Tf 50 600 Td <000100020003> Tj ET`],
      glyphs,
      author: 'auteur@exemple.ma',
      annotations: ['<< /Type /Annot /Subtype /Widget /FT /Tx /T (courriel) /V (champ@exemple.ma) /Rect [0 0 100 20] >>'],
    }),
    found: [
      mail('page1', { line: 1, column: 1, page: 1 }),
      mail('page2', { line: 2, column: 1, page: 2 }),
      mail('champ', { field: 'courriel', page: 1 }),
      mail('auteur', { field: 'Author' }),
    ],
  },
  {
    name: 'split-runs.docx',
    by: 'as Word writes it',
    content: writeDocx({
      document:
        '<w:p><w:r><w:t>Courriel : cou</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>pe@exem</w:t></w:r><w:r><w:t xml:space="preserve">ple.ma </w:t></w:r></w:p>' +
        '<w:p><w:r><w:instrText>HYPERLINK "mailto:lien@exemple.ma"</w:instrText></w:r></w:p>',
    }),
    found: [mail('coupe', { line: 1, column: 12 })],
  },
  {
    name: 'message.msg',
    by: 'as Outlook writes it',
    content: writeCompound({
      ...properties,
      '__substg1.0_0037001F': wide('Dossier sujet@exemple.ma'),
      '__substg1.0_1000001F': wide(messageText),
      '__recip_version1.0_#00000000': { ...properties, '__substg1.0_39FE001F': wide('vers@exemple.ma') },
      '__attach_version1.0_#00000000': {
        ...properties,
        '__substg1.0_3707001F': wide('clients.csv'),
        '__substg1.0_37010102': Buffer.from('nom,courriel\nAli,piece@exemple.ma\nSara,piece2@exemple.ma\n'),
      },
    }),
    found: [
      mail('sujet', { field: 'subject' }),
      mailIn(messageText, 'corps'),
      mail('vers', { field: 'address' }),
      mail('piece', { line: 2, column: 5, field: 'courriel', record: 1, member: 'clients.csv' }),
    ],
  },
  { name: 'letter-quoted-printable.eml', by: 'Python email', content: letterPython, found: letterFound() },
  {
    name: 'two-letters.mbox',
    by: 'Python mailbox',
    content: python(
      `import mailbox, os, sys, tempfile
path = os.path.join(tempfile.mkdtemp(), 'a.mbox'); box = mailbox.mbox(path)
raw = sys.stdin.buffer.read()
one = mailbox.mboxMessage(raw); one.set_from('de@exemple.invalid Mon Jan 12 10:00:00 2026'); box.add(one)
two = mailbox.mboxMessage(b'From: x\\r\\nSubject: y\\r\\n\\r\\nFrom here on: second@exemple.ma\\r\\n'); two.set_from('x Mon Jan 12 10:00:00 2026'); box.add(two)
box.flush(); sys.stdout.buffer.write(open(path, 'rb').read())`,
      letterPython,
    ),
    found: [...letterFound('message 1'), mail('second', { line: 1, column: 16, member: 'message 2' })],
  },
];

const pictures: FixturePlan[] = (['png', 'jpg'] as const).map((extension) => ({
  name: `picture-of-text-${extension}.${extension}`,
  by: libreOffice,
  content: () => convert(picture, 'fodt', extension),
  ocr: true,
  found: [{ value: '0600000001', detector: 'global/phone', line: 2, column: 13 }, mail('sara', { line: 5, column: 10 })],
}));

export const documentPlans: readonly FixturePlan[] = [
  ...pictures,
  ...scans,
  ...letters,
  ...sheets,
  ...sheetJsSheets,
  ...presentations,
  ...others,
];
