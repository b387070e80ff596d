/** Compound files: messages of Outlook, texts of old Word, documents under a password. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objectOf, placesOf, readAll } from './reading.ts';
import { writeCompound } from './write-compound.ts';
import type { CompoundTree } from './write-compound.ts';

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
const base: CompoundTree = { '__properties_version1.0': Buffer.alloc(32) };

const message: CompoundTree = {
  ...base,
  '__substg1.0_0037001F': wide('Dossier de Sara Exemple'),
  '__substg1.0_1000001F': wide(`${'bonjour\r\n'.repeat(600)}tél 0600000001`),
  '__substg1.0_0C1F001E': Buffer.from('nadia@exemple.ma'),
  '__recip_version1.0_#00000000': { ...base, '__substg1.0_39FE001F': wide('omar@exemple.ma') },
  '__attach_version1.0_#00000000': {
    ...base,
    '__substg1.0_3707001F': wide('clients.csv'),
    '__substg1.0_37010102': Buffer.from('nom,tel\nAli,0600000002\nSara,0600000003\n'),
  },
  '__attach_version1.0_#00000001': {
    ...base,
    '__substg1.0_3707001F': wide('dedans'),
    '__substg1.0_3701000D': { ...base, '__substg1.0_1000001F': wide('appeler 0600000004') },
  },
};

test('a message: subject, people, body, attachments and messages attached', async () => {
  const { members, unread } = await readAll(objectOf('a.msg', writeCompound(message)));
  assert.deepEqual(unread, []);
  const own = members.get('')!.blocks;
  assert.partialDeepStrictEqual(placesOf(own, 'Sara Exemple')[0], { field: 'subject' });
  assert.partialDeepStrictEqual(placesOf(own, 'nadia@exemple.ma')[0], { field: 'from address' });
  assert.partialDeepStrictEqual(placesOf(own, 'omar@exemple.ma')[0], { field: 'address' });
  assert.partialDeepStrictEqual(placesOf(own, '0600000001')[0], { field: null, line: 601, column: 5 });
  assert.partialDeepStrictEqual(placesOf(members.get('clients.csv')!.blocks, '0600000003')[0], { field: 'tel', record: 2 });
  assert.partialDeepStrictEqual(placesOf(members.get('dedans')!.blocks, '0600000004')[0], { line: 1, column: 9 });
});

function writeWord(narrow: string, text: string, flags = 0x0200): Buffer {
  const main = Buffer.alloc(2048 + narrow.length + text.length * 2);
  main.writeUInt16LE(flags, 0x0a);
  main.writeUInt32LE(3 + 4, 0x1a2);
  Buffer.from(narrow, 'latin1').copy(main, 2048);
  wide(text).copy(main, 2048 + narrow.length);
  const pieces = Buffer.alloc(12 + 16);
  pieces.writeUInt32LE(narrow.length, 4);
  pieces.writeUInt32LE(narrow.length + text.length, 8);
  pieces.writeUInt32LE(((2048 * 2) | 0x40000000) >>> 0, 12 + 2);
  pieces.writeUInt32LE(2048 + narrow.length, 20 + 2);
  const table = Buffer.concat([Buffer.alloc(7), Buffer.from([1, 2, 0, 9, 9, 2]), Buffer.alloc(4), pieces]);
  table.writeUInt32LE(pieces.length, 13);
  main.writeUInt32LE(table.length - 7, 0x1a6);
  return writeCompound({ WordDocument: main, '1Table': table });
}

test('a text of old Word: both kinds of pieces, fields and cells', async () => {
  const content = writeWord('T\u00e9l 0600000005\rvoir \u0013 HYPERLINK x \u0014ici\u0015\r', 'الاسم علي\rnom\u0007Ali\u0007');
  const { blocks, unread } = await readAll(objectOf('a.doc', content));
  assert.deepEqual(unread, []);
  assert.partialDeepStrictEqual(placesOf(blocks, '0600000005')[0], { line: 1, column: 5 });
  assert.partialDeepStrictEqual(placesOf(blocks, 'voir ici')[0], { line: 2, column: 1 });
  assert.partialDeepStrictEqual(placesOf(blocks, 'علي')[0], { line: 3, column: 7 });
  assert.partialDeepStrictEqual(placesOf(blocks, 'Ali')[0], { line: 4, column: 5 });
});

const refused: readonly (readonly [why: string, name: string, content: Buffer, reason: string])[] = [
  [
    'a workbook under a password',
    'a.xlsx',
    writeCompound({ EncryptionInfo: Buffer.alloc(9), EncryptedPackage: Buffer.alloc(5000) }),
    'ENCRYPTED',
  ],
  ['a text under a password', 'a.doc', writeWord('x', 'y', 0x0300), 'ENCRYPTED'],
  [
    'slides of before 2007',
    'a.ppt',
    writeCompound({ 'PowerPoint Document': Buffer.alloc(100) }),
    'UNSUPPORTED_FILE_TYPE_EXCEPTION',
  ],
  ['a workbook without its beginning', 'a.xls', writeCompound({ Workbook: Buffer.alloc(100) }), 'MALFORMED_FILE'],
  [
    'a workbook under a password',
    'a.xls',
    writeCompound({
      Workbook: Buffer.from('09081000000605100000000000000000000000002f00060000000000000000000a000000', 'hex'),
    }),
    'ENCRYPTED',
  ],
  ['cut off', 'a.msg', writeCompound(message).subarray(0, 700), 'MALFORMED_FILE'],
];
for (const [why, name, content, reason] of refused) {
  test(`refused: ${why}`, async () => {
    const { unread } = await readAll(objectOf(name, content));
    assert.deepEqual(
      unread.map((one) => one.reason),
      [reason],
    );
  });
}

test('a code of a field that contains another is left out with it', async () => {
  const content = writeWord('a\u0013 IF \u0013 DATE \u0014 b \u0015 c \u0014d\u0015e', '\r');
  const { blocks } = await readAll(objectOf('a.doc', content));
  assert.equal(placesOf(blocks, 'ade').length, 1);
});

test('chains and trees that turn back on themselves end', async () => {
  const whole = writeCompound(message);
  for (let at = 0; at < whole.length; at += 97) {
    const bytes = Buffer.from(whole);
    bytes.writeUInt32LE(at % 40, Math.min(bytes.length - 4, at & ~3));
    await readAll(objectOf('a.msg', bytes));
  }
});
