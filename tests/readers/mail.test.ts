/** Mails and mailboxes: headers, bodies and what is attached, each where it belongs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { objectOf, ownedText, placesOf, readAll } from './reading.ts';
import { writeXlsx } from './write-office.ts';
import { writeZip } from './write-zip.ts';

const sheet = writeXlsx({
  sheets: [
    {
      name: 'x',
      rows: [
        ['nom', 'tel'],
        ['Ali', '0600000001'],
      ],
    },
  ],
});
const inner = 'From: b@exemple.ma\r\nTo: c@exemple.ma\r\nSubject: dedans\r\n\r\nappeler 0600000002\r\n';

function part(headers: string, body: string): string {
  return `--b1\r\n${headers}\r\n\r\n${body}\r\n`;
}

const mail = [
  'Received: from host (host [192.0.2.1]) by exemple.ma; Mon, 1 Jan 2024 10:00:00 +0000',
  'From: =?UTF-8?B?TmFkaWEgRXhlbXBsZQ==?= <nadia@exemple.ma>',
  'To: Omar Exemple <omar@exemple.ma>,',
  '\tsara@exemple.ma',
  'Subject: =?iso-8859-1?Q?t=E9l=E9phone?=',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b1"',
  '',
  part(
    'Content-Type: text/plain; charset=windows-1256\r\nContent-Transfer-Encoding: quoted-printable',
    'bonjour\r\nt=E9l 0600=\r\n000003',
  ) +
    part('Content-Type: text/html; charset=utf-8', '<html><body>le <b>0600000004</b></body></html>') +
    part(
      'Content-Type: application/octet-stream; name="clients.xlsx"\r\nContent-Disposition: attachment; filename="clients.xlsx"\r\nContent-Transfer-Encoding: base64',
      sheet.toString('base64').replaceAll(/.{76}/gu, '$&\r\n'),
    ) +
    part('Content-Type: message/rfc822', inner) +
    '--b1--\r\n',
].join('\r\n');

test('a mail: decoded headers, both bodies, attachments and mails inside it', async () => {
  for (const name of ['a.eml', 'a']) {
    const { members, unread } = await readAll(objectOf(name, mail, [100]));
    assert.deepEqual(unread, []);
    const own = members.get('')!.blocks;
    assert.partialDeepStrictEqual(placesOf(own, 'Nadia Exemple')[0], { field: 'From', record: null });
    assert.partialDeepStrictEqual(placesOf(own, 'sara@exemple.ma')[0], { field: 'To' });
    assert.partialDeepStrictEqual(placesOf(own, 'téléphone')[0], { field: 'Subject' });
    assert.partialDeepStrictEqual(placesOf(own, '0600000003')[0], { line: 2, column: 5, field: null });
    assert.equal(placesOf(own, '0600000004').length, 1);
    const table = members.get('clients.xlsx')!.blocks;
    assert.partialDeepStrictEqual(placesOf(table, '0600000001')[0], { field: 'tel', record: 1, cell: 'B2' });
    const nested = [...members].find(([path]) => path.startsWith('attachment 2'));
    assert.partialDeepStrictEqual(placesOf(nested![1].blocks, '0600000002')[0], { line: 1, column: 9 });
  }
});

test('a mail that says the same as text and as a page is read once, what only the page says is read too', async () => {
  const write = (html: string): string =>
    [
      'From: a@exemple.ma',
      'To: b@exemple.ma',
      'Subject: x',
      'Content-Type: multipart/alternative; boundary="b1"',
      '',
      part('Content-Type: text/plain', 'appeler 0600000009') + part('Content-Type: text/html', html) + '--b1--',
    ].join('\r\n');
  const same = await readAll(objectOf('a.eml', write('<p>appeler <b>0600000009</b></p>')));
  assert.equal(placesOf(same.blocks, '0600000009').length, 1);
  const more = await readAll(objectOf('a.eml', write('<p>appeler</p><p>0600000010</p>')));
  assert.equal(placesOf(more.blocks, '0600000010').length, 1);
});

test('a mailbox: each message by itself, wherever its bytes were cut', async () => {
  const box =
    'From a@exemple.ma Mon Jan  1 10:00:00 2024\nFrom: a@exemple.ma\nTo: b@exemple.ma\n\n>From here 0600000005\n\n' +
    'From b@exemple.ma Tue Jan  2 10:00:00 2024\nSubject: deux\nFrom: b@exemple.ma\n\ntél 0600000006\n';
  for (const chunk of [1, 5, 41, 65_536]) {
    const { members, unread } = await readAll(objectOf('archive.mbox', box, [chunk]));
    assert.deepEqual(unread, []);
    assert.deepEqual([...members.keys()].toSorted(), ['', 'message 1', 'message 2']);
    assert.equal(placesOf(members.get('message 1')!.blocks, '0600000005').length, 1);
    assert.partialDeepStrictEqual(placesOf(members.get('message 2')!.blocks, '0600000006')[0], { line: 1, column: 5 });
  }
});

test('an archive attached to a mail in a mailbox is read, and its place says so', async () => {
  const zip = writeZip([{ name: 'clients.csv', content: 'nom,tel\nAli,0600000007\nSara,0600000008\n' }]).toString('base64');
  const box =
    'From a@exemple.ma Mon Jan  1 10:00:00 2024\nFrom: a@exemple.ma\nContent-Type: application/zip; name="a.zip"\n' +
    `Content-Disposition: attachment; filename="a.zip"\nContent-Transfer-Encoding: base64\n\n${zip}\n`;
  const { members } = await readAll(objectOf('archive.mbox', box));
  const table = members.get('message 1!/a.zip!/clients.csv');
  assert.partialDeepStrictEqual(placesOf(table!.blocks, '0600000008')[0], { field: 'tel', record: 2 });
});

test('a mail too large to hold, or with parts inside parts without end, is said', async () => {
  const large = await readAll(objectOf('a.eml', `From: a@exemple.ma\nTo: b\n\n${'x'.repeat(5000)}`), { maxHeldBytes: 1000 });
  assert.equal(large.unread[0]?.reason, 'FILE_EXCEEDS_SIZE_LIMIT');
  const deep = Array.from({ length: 2000 }, (_, i) => `Content-Type: multipart/mixed; boundary="b${i}"\n\n--b${i}\n`).join('');
  const { unread } = await readAll(objectOf('a.eml', `From: a@exemple.ma\n${deep}`));
  assert.equal(unread[0]?.reason, 'UNABLE_TO_PARSE_FILE');
});

test('settings and notes with colons stay text', async () => {
  const text = 'name: x\nport: 80\nsubject: y\n\nlast line\n';
  const { blocks } = await readAll(objectOf('notes', text));
  assert.equal(ownedText(blocks), text);
});
