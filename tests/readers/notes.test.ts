/** What is noted of an object that is read all the same: a name that promises another type, an encoding that was repaired. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { createScanner } from '../../detectors/scanner.ts';
import { mergeParts } from '../../findings/roll-up.ts';
import { tallyObject } from '../../findings/tally-object.ts';
import type { PartRef } from '../../readers/contract.ts';
import { readObject } from '../../readers/read-object.ts';
import { formats } from '../../readers/registry.ts';
import { noteType } from '../../readers/type-note.ts';
import { objectOf } from './reading.ts';
import { paragraph, writeDocx, writeXlsx } from './write-office.ts';
import { writePdf } from './write-pdf.ts';
import { writeTar } from './write-tar.ts';
import { writeZip } from './write-zip.ts';

/** UTF-8 as a program writes it that takes it for windows-1252. */
const broken = (text: string): string => new TextDecoder('windows-1252').decode(Buffer.from(text));

const table = 'nom,ville\nA,Salé\nB,Fès\n';
const html = '<!doctype html><table><tr><td>A</td></tr></table>';
const zip = writeZip([{ name: 'a.txt', content: 'A\n' }]);
const xlsx = writeXlsx({ sheets: [{ name: 'S', rows: '<row r="1"><c r="A1"><v>1</v></c></row>' }] });
const docx = writeDocx({ 'word/document.xml': paragraph('A') });
const pdf = writePdf({ pages: ['A'] });
const rtf = '{\\rtf1 A}';

async function notesOf(name: string, content: Uint8Array | string, part: PartRef | null = null): Promise<string[]> {
  const notes: string[] = [];
  let path = '';
  for await (const one of readObject(objectOf(name, content), {}, part)) {
    if (one.kind === 'member') path = one.path;
    if (one.kind === 'note') notes.push(`${path === '' ? '' : `${path}: `}${one.code} ${one.detail}`);
  }
  return notes;
}

const contradictions: readonly (readonly [name: string, content: Uint8Array | string, detail: string])[] = [
  ['export.csv', html, 'named .csv, read as HTML'],
  ['export.CSV', xlsx, 'named .csv, read as Office document'],
  ['export.xls', html, 'named .xls, read as HTML'],
  ['export.xlsx', table, 'named .xlsx, read as text'],
  ['letter.pdf', zip, 'named .pdf, read as ZIP archive'],
  ['letter.pdf', 'Nothing of the kind.\n', 'named .pdf, read as text'],
  ['photo.jpg', 'Nothing of the kind.\n', 'named .jpg, read as text'],
  ['readme.txt', zip, 'named .txt, read as ZIP archive'],
  ['readme.txt', pdf, 'named .txt, read as PDF'],
  ['letter.rtf', docx, 'named .rtf, read as Office document'],
  ['answer.json', html, 'named .json, read as HTML'],
  ['day.gz', table, 'named .gz, read as text'],
];

const honest: readonly (readonly [why: string, name: string, content: Uint8Array | string])[] = [
  ['what its name says', 'a.csv', table],
  ['no extension', 'a', zip],
  ['an unknown extension', 'a.d41d8c', zip],
  ['extensions that promise nothing', 'a.dat', zip],
  ['a log that was packed', 'a.log', gzipSync('A\n')],
  ['texts share .txt', 'a.txt', '{"a": 1}'],
  ['HTML in .txt', 'a.txt', html],
  ['a table in .json', 'a.json', table],
  ['RTF in .doc', 'a.doc', rtf],
  ['a document in .zip', 'a.zip', docx],
  ['a document of the new kind under the old ending', 'a.xls', xlsx],
  ['an empty object', 'a.pdf', ''],
  ['what is not read is a skip, not a note', 'a.csv', Buffer.from([0, 1, 2, 255, 254, 0, 9, 8, 7, 6, 0, 0, 200, 3])],
];

describe('a name that promises another type is noted', () => {
  for (const [name, content, detail] of contradictions)
    test(`${name}: ${detail}`, async () => assert.deepEqual(await notesOf(name, content), [`TYPE_DIFFERS_FROM_NAME ${detail}`]));

  test('of a member as well, by its path', async () => {
    const tar = writeTar([
      { name: 'in.csv', content: html },
      { name: 'sound.csv', content: table },
      { name: 'in.pdf', content: zip },
    ]);
    assert.deepEqual(await notesOf('a.tar', tar), [
      'in.csv: TYPE_DIFFERS_FROM_NAME named .csv, read as HTML',
      'in.pdf: TYPE_DIFFERS_FROM_NAME named .pdf, read as ZIP archive',
    ]);
  });

  test('every format has words of its own', () => {
    const sameAsId = formats.filter((format) => noteType('pdf', format)?.detail === `named .pdf, read as ${format.id}`);
    assert.deepEqual(
      sameAsId.map(({ id }) => id),
      ['image', 'gzip', 'bzip2', 'mailbox', 'mail', 'text'],
    );
  });
});

describe('honest names are quiet', () => {
  for (const [why, name, content] of honest) test(why, async () => assert.deepEqual(await notesOf(name, content), []));
});

const repair = 'ENCODING_REPAIRED UTF-8 taken for windows-1252 and written again';

describe('a repaired encoding is noted once', () => {
  for (const [name, text] of [
    ['a.csv', `nom,ville\nA,${broken('Salé')}\nB,${broken('Fès')}\n`],
    ['a.txt', `La ville de ${broken('Salé')}.\n`],
    ['a.json', `{"ville": "${broken('المغرب')}"}`],
    ['a.html', `<!doctype html><p>${broken('Salé')}</p>`],
  ] as const)
    test(name, async () => assert.deepEqual(await notesOf(name, text), [repair]));

  test('not where nothing was', async () => {
    assert.deepEqual(await notesOf('a.csv', table), []);
    assert.deepEqual(await notesOf('a.txt', Buffer.from('Sal\u00e9\n', 'latin1')), []);
  });
});

test('the parts of an object give the notes of the whole, and each note once', async () => {
  const rows = Array.from({ length: 20_000 }, (_, index) => `${index},${index > 2_000 ? broken('Salé') : 'Fes'}\n`);
  const text = `nom,ville\n${rows.join('')}`;
  const tools = { scanner: createScanner(), key: Buffer.alloc(32, 5) };
  const tallyOf = async (part: PartRef | null) => {
    const object = { name: 'a.pdf', version: '1', sizeBytes: null, modifiedAt: null, part };
    return (await tallyObject(object, readObject(objectOf('a.pdf', text), {}, part), tools))[0].tally;
  };
  const parts = await Promise.all([0, 1, 2].map((index) => tallyOf({ index, of: 3 })));
  const whole = await tallyOf(null);
  assert.deepEqual(
    whole.notes?.map(({ code }) => code),
    ['TYPE_DIFFERS_FROM_NAME', 'ENCODING_REPAIRED'],
  );
  assert.deepEqual(mergeParts(parts.toReversed())[0]?.notes, whole.notes);
  assert.equal(whole.complete, true, 'a note is no skip');
});
