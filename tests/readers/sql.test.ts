/** SQL dumps as MySQL and PostgreSQL write them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cellsIn, objectOf, ownedText, placesOf, readAll } from './reading.ts';

type Shown = readonly (readonly [record: number, field: string, text: string])[];
interface Case {
  readonly why: string;
  readonly content: string;
  readonly rows: Shown;
  readonly text?: string;
  readonly unread?: readonly string[];
}

const mysql = `-- MySQL dump 10.13
CREATE TABLE \`clients\` (
  \`id\` int(11) NOT NULL,
  \`num cin\` varchar(10) DEFAULT 'a,b)',
  \`note\` text,
  \`solde\` decimal(10,2),
  PRIMARY KEY (\`id\`),
  KEY \`k\` (\`num cin\`)
) ENGINE=InnoDB;
`;
const cases: readonly Case[] = [
  {
    why: 'columns from CREATE TABLE, backslashes, doubled quotes, NULL, several rows',
    content: `${mysql}INSERT INTO \`clients\` VALUES (1,'AB123456','l\\'eau, (x);\\n y',NULL),\n(2, 'CD654321' ,'d''or',-1.5);\n`,
    rows: [
      [0, 'clients.id', '1'],
      [0, 'clients.num cin', 'AB123456'],
      [0, 'clients.note', "l'eau, (x);\n y"],
      [1, 'clients.id', '2'],
      [1, 'clients.num cin', 'CD654321'],
      [1, 'clients.note', "d'or"],
      [1, 'clients.solde', '-1.5'],
    ],
  },
  {
    why: 'columns named in the statement, a schema, prefixes and functions, standard strings',
    content: String.raw`INSERT INTO public."Clients" (cin, "né le", chemin) VALUES (E'AB123456', to_date('1990-01-31', 'YYYY-MM-DD'), 'C:\');`,
    rows: [
      [0, 'Clients.cin', 'AB123456'],
      [0, 'Clients.né le', '1990-01-31'],
      [0, 'Clients.né le', 'YYYY-MM-DD'],
      [0, 'Clients.chemin', 'C:\\'],
    ],
  },
  {
    why: 'COPY: tabs, escapes, nulls, the end, and what follows it',
    content:
      'COPY public.clients (id, cin, note) FROM stdin;\n1\tAB123456\ta\\tb\\\\c\n2\t\\N\t\n\\.\n\nINSERT INTO t (a) VALUES (3);\n',
    rows: [
      [0, 'clients.id', '1'],
      [0, 'clients.cin', 'AB123456'],
      [0, 'clients.note', 'a\tb\\c'],
      [1, 'clients.id', '2'],
      [2, 't.a', '3'],
    ],
  },
  {
    why: 'a row without a name for its columns',
    content: "INSERT INTO t VALUES ('a', 2);",
    rows: [
      [0, 't.column 1', 'a'],
      [0, 't.column 2', '2'],
    ],
  },
  {
    why: 'cut in a row: the rows before are counted, the rest is text',
    content: "INSERT INTO t (a) VALUES ('x'), ('AB123456",
    rows: [[0, 't.a', 'x']],
    text: "('AB123456",
    unread: ['MALFORMED_FILE'],
  },
];

describe('sql', () => {
  for (const { why, content, rows, text = '', unread = [] } of cases) {
    for (const chunk of [1, 1000]) {
      test(`${why}, in chunks of ${chunk}`, async () => {
        const answer = await readAll(objectOf('dump.sql', content, [chunk]));
        const cells = cellsIn(answer.blocks).filter(({ field }) => !field.startsWith('#'));
        assert.deepEqual(
          cells.map(({ record, field, text: value }) => [record, field, value]),
          rows,
        );
        assert.equal(ownedText(answer.blocks.filter((block) => block.cells === null)), text);
        assert.deepEqual(
          answer.unread.map(({ reason }) => reason),
          unread,
        );
      });
    }
  }

  test('other statements and comments are read as they stand', async () => {
    const content = "-- CIN AB123456\nUPDATE t SET tel = '0612345678; x' WHERE id = 1;\n/* mail a@exemple.ma */ SELECT 1";
    const { blocks } = await readAll(objectOf('a.sql', content));
    const shown = cellsIn(blocks).map(({ field, text }) => `${field} ${text}`);
    assert.deepEqual(shown, [
      '#comment -- CIN AB123456\n',
      "#statement UPDATE t SET tel = '0612345678; x' WHERE id = 1;",
      '#comment /* mail a@exemple.ma */',
      '#statement SELECT 1',
    ]);
  });

  test('places hold over one long INSERT of many blocks', async () => {
    const rows = Array.from({ length: 60_000 }, (_, row) => `(${row},'l\\'an','AB${100_000 + row}')`);
    const content = Buffer.from(`${mysql}INSERT INTO \`clients\` VALUES ${rows.join(',')};\n`);
    const { blocks, unread } = await readAll(objectOf('a.sql', content));
    assert.deepEqual(unread, []);
    for (const row of [0, 31_234, 59_999]) {
      const [place] = placesOf(blocks, `AB${100_000 + row}`);
      assert.deepEqual(
        [place?.byteStart, place?.record, place?.field],
        [content.indexOf(`AB${100_000 + row}`), row + 1, 'clients.note'],
      );
    }
  });

  test('known without its extension', async () => {
    const { blocks } = await readAll(objectOf('backup', 'COPY t (a) FROM stdin;\nx\n\\.\n'));
    assert.deepEqual(
      cellsIn(blocks)
        .map(({ field, text }) => `${field}=${text}`)
        .slice(-1),
      ['t.a=x'],
    );
  });
});
