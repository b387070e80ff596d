/** One table per format: what an object holds, as cells or text, and what is said about the rest. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { cellsIn, objectOf, ownedText, readAll } from './reading.ts';

/** Rows of `[field, text]`, by record. */
type Records = readonly (readonly (readonly [field: string, text: string])[])[];

interface Case {
  readonly why: string;
  readonly name: string;
  readonly content: string | Uint8Array;
  /** Records expected, or the running text. */
  readonly records?: Records;
  readonly text?: string;
  /** All field names, where more than those of the cells. */
  readonly fields?: readonly string[];
  readonly unread?: readonly string[];
}

const csv: readonly Case[] = [
  {
    why: 'a header and two rows',
    name: 'a.csv',
    content: 'nom,tel\nAli,0612345678\nSara,0712345678\n',
    records: [
      [
        ['nom', 'Ali'],
        ['tel', '0612345678'],
      ],
      [
        ['nom', 'Sara'],
        ['tel', '0712345678'],
      ],
    ],
  },
  {
    why: 'doubled quotes, line ends and delimiters inside quotes, CRLF',
    name: 'a.csv',
    content: 'nom,note\r\n"Ali ""le grand""","a,b\r\nc"\r\n',
    records: [
      [
        ['nom', 'Ali "le grand"'],
        ['note', 'a,b\r\nc'],
      ],
    ],
  },
  {
    why: 'semicolons with decimal commas',
    name: 'a.csv',
    content: 'nom;solde\nAli;1,5\nSara;2,25\n',
    records: [
      [
        ['nom', 'Ali'],
        ['solde', '1,5'],
      ],
      [
        ['nom', 'Sara'],
        ['solde', '2,25'],
      ],
    ],
  },
  {
    why: 'tabs, no telling name',
    name: 'export',
    content: 'nom\ttel\nAli\t0612345678\n',
    records: [
      [
        ['nom', 'Ali'],
        ['tel', '0612345678'],
      ],
    ],
  },
  {
    why: 'pipes',
    name: 'a.txt',
    content: 'nom|tel\nAli|0612345678\n',
    records: [
      [
        ['nom', 'Ali'],
        ['tel', '0612345678'],
      ],
    ],
  },
  {
    why: 'no header: the first row is like the others',
    name: 'a.csv',
    content: 'Ali,AB123456\nSara,CD654321\n',
    records: [
      [
        ['column 1', 'Ali'],
        ['column 2', 'AB123456'],
      ],
      [
        ['column 1', 'Sara'],
        ['column 2', 'CD654321'],
      ],
    ],
  },
  {
    why: 'ragged rows: a missing cell, an empty one, one too many; a blank line is no record',
    name: 'a.csv',
    content: 'nom,tel\nAli\n\nSara,,x\n',
    records: [
      [['nom', 'Ali']],
      [
        ['nom', 'Sara'],
        ['column 3', 'x'],
      ],
    ],
  },
  {
    why: 'a header cell that is empty, a quoted one, a doubled quote in one',
    name: 'a.csv',
    content: 'nom,,"n°, tel","a ""b"""\nAli,x,0612345678,y',
    records: [
      [
        ['nom', 'Ali'],
        ['column 2', 'x'],
        ['n°, tel', '0612345678'],
        ['a "b"', 'y'],
      ],
    ],
  },
  {
    why: 'a header alone: its names are content',
    name: 'a.csv',
    content: 'nom,prénom,tel\n',
    records: [],
    fields: ['nom', 'prénom', 'tel'],
  },
  {
    why: 'a title above the header',
    name: 'a.csv',
    content: 'Liste des clients, 2024\n\nnom,tel,cin,x\nAli,06,AB1,\nSara,07,CD2,\n',
    records: [
      [
        ['column 1', 'Liste des clients'],
        ['column 2', ' 2024'],
        ['nom', 'Ali'],
        ['tel', '06'],
        ['cin', 'AB1'],
      ],
      [
        ['nom', 'Sara'],
        ['tel', '07'],
        ['cin', 'CD2'],
      ],
    ],
  },
  {
    why: 'rows that end with a delimiter are wider than the header',
    name: 'a.csv',
    content: 'nom;tel\nAli;0612345678;\nSara;0712345678;\n',
    records: [
      [
        ['nom', 'Ali'],
        ['tel', '0612345678'],
      ],
      [
        ['nom', 'Sara'],
        ['tel', '0712345678'],
      ],
    ],
  },
  {
    why: 'the separator named in the first line',
    name: 'a.csv',
    content: 'sep=|\r\nnom;x|tel\r\nAli;x|06\r\n',
    records: [
      [
        ['nom;x', 'Ali;x'],
        ['tel', '06'],
      ],
    ],
  },
  {
    why: 'one column',
    name: 'a.csv',
    content: 'cin\nAB123456\nCD654321\n',
    records: [[['cin', 'AB123456']], [['cin', 'CD654321']]],
  },
  {
    why: 'line ends of old Macs',
    name: 'a.csv',
    content: 'nom,tel\rAli,0612345678\r',
    records: [
      [
        ['nom', 'Ali'],
        ['tel', '0612345678'],
      ],
    ],
  },
  {
    why: 'text after a closing quote is kept',
    name: 'a.csv',
    content: 'nom,tel\n"Ali" Ben,"06" \n',
    records: [
      [
        ['nom', 'Ali" Ben'],
        ['tel', '06'],
      ],
    ],
  },
  {
    why: 'a quote nobody closes is a character, and is said',
    name: 'a.csv',
    content: 'nom,tel\n"Ali,06\nSara,07\n',
    records: [
      [
        ['nom', '"Ali'],
        ['tel', '06'],
      ],
      [
        ['nom', 'Sara'],
        ['tel', '07'],
      ],
    ],
    unread: ['MALFORMED_FILE'],
  },
  {
    why: 'NUL bytes in cells',
    name: 'a.csv',
    content: 'nom,tel\nA\0li,0612345678\n',
    records: [
      [
        ['nom', 'A\0li'],
        ['tel', '0612345678'],
      ],
    ],
  },
  {
    why: 'pipes, quotes with pipes and line ends in them, a ragged row, no header',
    name: 'a.psv',
    content: '1|"Ali | ""B"""|0612345678\r\n2|"Sara\r\nRabat"\r\n3|Omar|0712345678|x\r\n',
    records: [
      [
        ['column 1', '1'],
        ['column 2', 'Ali | "B"'],
        ['column 3', '0612345678'],
      ],
      [
        ['column 1', '2'],
        ['column 2', 'Sara\r\nRabat'],
      ],
      [
        ['column 1', '3'],
        ['column 2', 'Omar'],
        ['column 3', '0712345678'],
        ['column 4', 'x'],
      ],
    ],
  },
  {
    why: 'the header on the fourth row, with an empty name, under a logo and a date',
    name: 'a.csv',
    content: 'Banque X\n"Édité le 12/03/2024"\n\nnom;;tel;ville\nAli;x;0612345678;Fès\nSara;y;0712345678;Salé\n',
    records: [
      [
        ['column 1', 'Banque X'],
        ['nom', 'Ali'],
        ['column 2', 'x'],
        ['tel', '0612345678'],
        ['ville', 'Fès'],
      ],
      [
        ['column 1', 'Édité le 12/03/2024'],
        ['nom', 'Sara'],
        ['column 2', 'y'],
        ['tel', '0712345678'],
        ['ville', 'Salé'],
      ],
    ],
  },
  {
    why: 'names that stand twice are one field',
    name: 'a.csv',
    content: 'tel,tel\n0612345678,0712345678\n',
    records: [
      [
        ['tel', '0612345678'],
        ['tel', '0712345678'],
      ],
    ],
  },
  {
    why: 'a log that names its columns, as CloudFront writes it',
    name: 'E2.2024-03-12-10.log',
    content: '#Version: 1.0\n#Fields: date c-ip cs(User-Agent)\n2024-03-12\t196.200.131.44\tx;y,z\n',
    records: [
      [
        ['column 1', '#Version: 1.0'],
        ['date', '2024-03-12'],
        ['c-ip', '196.200.131.44'],
        ['cs(User-Agent)', 'x;y,z'],
      ],
      [['column 1', '#Fields: date c-ip cs(User-Agent)']],
    ],
  },
  { why: 'an empty object', name: 'a.csv', content: '' },
];

const json: readonly Case[] = [
  {
    why: 'elements of the outermost array are records; numbers and booleans are cells, null and empty strings are not',
    name: 'a.json',
    content: '{"v":1,"people":[{"cin":"AB123456","n":12.5,"ok":true,"no":null},{"cin":"","tels":["06","07"]}]}',
    records: [
      [
        ['$.v', '1'],
        ['$.people[*].cin', 'AB123456'],
        ['$.people[*].n', '12.5'],
        ['$.people[*].ok', 'true'],
      ],
      [
        ['$.people[*].tels[*]', '06'],
        ['$.people[*].tels[*]', '07'],
      ],
    ],
    fields: ['$.v', '$.people[*].cin', '$.people[*].n', '$.people[*].ok', '$.people[*].no', '$.people[*].tels[*]'],
  },
  {
    why: 'a document without an outer array is one record',
    name: 'a.json',
    content: '{"nom":"Ali","tels":["06","07"],"cin":"AB123456"}',
    records: [
      [
        ['$.nom', 'Ali'],
        ['$.tels[*]', '06'],
        ['$.tels[*]', '07'],
        ['$.cin', 'AB123456'],
      ],
    ],
  },
  { why: 'a list of values', name: 'x', content: ' [ "a" , 2 ] ', records: [[['$[*]', 'a']], [['$[*]', '2']]] },
  {
    why: 'escapes, astral characters, half a surrogate pair',
    name: 'a.json',
    content: String.raw`{"a":"\u0627\n\"\\\/\u00e9\ud83d\ude00\ud800x"}`,
    records: [[['$.a', 'ا\n"\\/é😀\ufffdx']]],
  },
  {
    why: 'keys that are no plain names, escaped ones, empty ones',
    name: 'a.json',
    content: String.raw`{"a b":1,"it's":2,"\u0627":3,"":4}`,
    records: [
      [
        ["$['a b']", '1'],
        [String.raw`$['it\'s']`, '2'],
        ['$.ا', '3'],
        ["$['']", '4'],
      ],
    ],
  },
  {
    why: 'keys of empty things are content',
    name: 'a.json',
    content: '{"AB123456":{},"x":[],"y":null}',
    records: [],
    fields: ['$.AB123456', '$.x', '$.y'],
  },
  {
    why: 'what stands before the break is kept, the rest is read as text',
    name: 'a.json',
    content: '{"a":"x", b: "y"}',
    records: [[['$.a', 'x']]],
    text: 'b: "y"}',
    unread: ['MALFORMED_FILE'],
  },
  {
    why: 'truncated in a string',
    name: 'a.json',
    content: '[{"a":"x"},{"a":"yy',
    records: [[['$[*].a', 'x']]],
    text: '"yy',
    unread: ['MALFORMED_FILE'],
  },
  {
    why: 'truncated between values',
    name: 'a.json',
    content: '[{"a":"x"},',
    records: [[['$[*].a', 'x']]],
    unread: ['MALFORMED_FILE'],
  },
  { why: 'not JSON at all', name: 'a.json', content: '{ hello', text: 'hello', unread: ['MALFORMED_FILE'] },
  {
    why: 'NaN, as some writers leave it',
    name: 'a.json',
    content: '[{"a":NaN,"b":1}]',
    records: [[['$[*].b', '1']]],
    fields: ['$[*].a', '$[*].b'],
  },
  {
    why: 'too deep',
    name: 'a.json',
    content: `{"a":1,"b":${'['.repeat(300)}2${']'.repeat(300)}}`,
    records: [[['$.a', '1']]],
    text: `${'['.repeat(45)}2${']'.repeat(300)}}`,
    unread: ['JSON_NESTING_LEVEL_OVER_LIMIT'],
  },
];

const jsonLines: readonly Case[] = [
  {
    why: 'each line is a record, whatever lists it holds',
    name: 'a.jsonl',
    content: '{"a":[{"b":1},{"b":2}]}\r\n\n{"a":[{"b":3}]}',
    records: [
      [
        ['$.a[*].b', '1'],
        ['$.a[*].b', '2'],
      ],
      [['$.a[*].b', '3']],
    ],
  },
  {
    why: 'known without the extension',
    name: 'events',
    content: '{"a":1}\n{"a":2}\n',
    records: [[['$.a', '1']], [['$.a', '2']]],
  },
  {
    why: 'a broken line is kept as one cell',
    name: 'a.ndjson',
    content: '{"a":1}\n{"a":"x" "y"}\n{"a":3}\n',
    records: [
      [['$.a', '1']],
      [
        ['$.a', 'x'],
        ['$', '"y"}\n'],
      ],
      [['$.a', '3']],
    ],
    unread: ['MALFORMED_FILE'],
  },
  {
    why: 'a string left open ends with its line',
    name: 'a.ndjson',
    content: '{"a":"x}\n{"a":3}\n',
    records: [[['$', '"x}\n']], [['$.a', '3']]],
    unread: ['MALFORMED_FILE'],
  },
];

const text: readonly Case[] = [
  {
    why: 'a log with commas stays text',
    name: 'a.log',
    content: '2024-01-01 12:00:00,123 INFO a, b\n2024-01-01 12:00:01,456 INFO c\n',
    text: '2024-01-01 12:00:00,123 INFO a, b\n2024-01-01 12:00:01,456 INFO c\n',
  },
  { why: 'prose', name: 'lettre', content: 'Bonjour, Ali; ça va ?\nOui, merci.\n', text: 'Bonjour, Ali; ça va ?\nOui, merci.\n' },
  {
    why: 'brackets are not yet JSON',
    name: 'app',
    content: '[main] started\n[main] done\n',
    text: '[main] started\n[main] done\n',
  },
  { why: 'a NUL byte in between', name: 'a.txt', content: 'one\0two three four\n', text: 'one\0two three four\n' },
];

const packed: readonly Case[] = [
  {
    why: 'a table inside',
    name: 'a.csv.gz',
    content: gzipSync('nom,tel\nAli,06\n'),
    records: [
      [
        ['nom', 'Ali'],
        ['tel', '06'],
      ],
    ],
  },
  {
    why: 'two members are one text',
    name: 'a.csv.gz',
    content: Buffer.concat([gzipSync('nom,tel\nAl'), gzipSync('i,06\n')]),
    records: [
      [
        ['nom', 'Ali'],
        ['tel', '06'],
      ],
    ],
  },
  {
    why: 'known without the extension, twice packed',
    name: 'x',
    content: gzipSync(gzipSync('{"a":1}')),
    records: [[['$.a', '1']]],
  },
  { why: 'nothing inside', name: 'x.gz', content: gzipSync('') },
  {
    why: 'cut at the end: what was there is kept',
    name: 'x.txt.gz',
    content: gzipSync('hello hello hello').subarray(0, -6),
    text: 'hello hello hello',
    unread: ['MALFORMED_FILE'],
  },
  {
    why: 'not gzip after its header',
    name: 'x.gz',
    content: Buffer.from('1f8b08000000000000ffffffffff', 'hex'),
    unread: ['MALFORMED_FILE'],
  },
];

const foreign: readonly Case[] = [
  {
    why: 'an image',
    name: 'a.csv',
    content: Buffer.from('474946383961000000', 'hex'),
    unread: ['UNSUPPORTED_FILE_TYPE_EXCEPTION'],
  },
  { why: 'a PDF, though it starts as text', name: 'a.txt', content: '%PDF-1.7\n', unread: ['UNABLE_TO_PARSE_FILE'] },
  {
    why: 'bytes of no type',
    name: 'a',
    content: Buffer.from(Array.from({ length: 999 }, (_, i) => (i * 7919) % 251)),
    unread: ['UNSUPPORTED_FILE_TYPE_EXCEPTION'],
  },
];

function recordsOf(cells: ReturnType<typeof cellsIn>): Records {
  const records: [string, string][][] = [];
  for (const { record, field, text: value } of cells) (records[record] ??= []).push([field, value]);
  return records;
}

for (const [format, cases] of Object.entries({ csv, json, jsonLines, text, packed, foreign })) {
  describe(format, () => {
    for (const { why, name, content, records = [], text: running = '', fields, unread = [] } of cases) {
      test(why, async () => {
        const answer = await readAll(objectOf(name, content));
        const cells = answer.blocks.filter((block) => block.cells !== null);
        assert.deepEqual(recordsOf(cellsIn(cells)), records);
        assert.equal(ownedText(answer.blocks.filter((block) => block.cells === null)), running);
        assert.deepEqual(
          answer.unread.map(({ reason }) => reason),
          unread,
        );
        if (fields !== undefined) assert.deepEqual(cells.at(-1)?.cells?.fieldNames, fields);
      });
    }
  });
}
