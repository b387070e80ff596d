/** YAML: paths as in JSON, places of the source, documents longer than a stretch, held against the library's own values. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { parse, parseDocument, stringify } from 'yaml';
import { cellsIn, objectOf, ownedText, placesOf, readAll } from './reading.ts';

interface Case {
  readonly why: string;
  readonly name?: string;
  readonly content: string;
  /** `record path text`. */
  readonly cells: readonly string[];
  readonly text?: string;
  readonly unread?: readonly string[];
}

const cases: readonly Case[] = [
  {
    why: 'maps and lists; elements of the outermost list of maps are records',
    content:
      'version: 2\npeople:\n  - nom: Ali\n    cin: "AB123456"\n    tels: [06, \'07\']\n  - nom: Sara\n    tels:\n    - 08\n',
    cells: [
      '0 $.version 2',
      '0 $.people[*].nom Ali',
      '0 $.people[*].cin AB123456',
      '0 $.people[*].tels[*] 06',
      '0 $.people[*].tels[*] 07',
      '1 $.people[*].nom Sara',
      '1 $.people[*].tels[*] 08',
    ],
  },
  { why: 'a list alone', content: '- Ali\n- - Sara\n  - Zoé\n', cells: ['0 $[*] Ali', '1 $[*][*] Sara', '1 $[*][*] Zoé'] },
  {
    why: 'each document is a record',
    content: '%YAML 1.2\n---\nnom: Ali\n...\n---\nnom: Sara\n--- Zoé\n',
    cells: ['0 $.nom Ali', '1 $.nom Sara', '2 $ Zoé'],
  },
  {
    why: 'lines that are folded, and lines that are not',
    content: 'rue: >-\n  12 rue\n  des Fleurs\n\n  Salé\nnote: |\n  a\n    b\n\n  c\nplain: un\n  deux\n\n  trois\nend: x\n',
    cells: ['0 $.rue 12 rue des Fleurs\nSalé', '0 $.note a\n  b\n\nc', '0 $.plain un deux\ntrois', '0 $.end x'],
  },
  {
    why: 'quotes and escapes',
    content:
      String.raw`a: "d\u00e9j\xe0 \"x\" \\n\t\U0001F600 \
  y"` + "\nb: 'it''s\n  so'\nc: C:\\n\n",
    cells: ['0 $.a déjà "x" \\n\t😀 y', "0 $.b it's so", '0 $.c C:\\n'],
  },
  {
    why: 'comments are content, nothing is not',
    content: '# tel 0612345678\na: ~ # Ali\nb:\nc: null\nd: x # Sara\n',
    cells: ['0 #comment  tel 0612345678', '0 #comment  Ali', '0 $.d x', '0 #comment  Sara'],
  },
  {
    why: 'anchors are read where they stand, aliases and merges expand nothing',
    content: 'base: &b\n  cin: AB123456\nother:\n  <<: *b\n  x: !!str 1\nlist: [*b, *b, *b]\n',
    cells: ['0 $.base.cin AB123456', '0 $.other.x 1'],
  },
  {
    why: 'keys that are no plain names; keys written out',
    content: '"a b": 1\n? x\n: 2\n? [1, 2]\n: 3\n',
    cells: ["0 $['a b'] 1", '0 $.x 2', "0 $[''][*] 1", "0 $[''][*] 2", "0 $[''] 3"],
  },
  {
    why: 'known by its first lines',
    name: 'config',
    content: '---\nnom: Ali\ntel: 0612345678\n',
    cells: ['0 $.nom Ali', '0 $.tel 0612345678'],
  },
  {
    why: 'what breaks the rules is read all the same',
    content: 'a: "x" AB123456\nb: y\nfoo "bar" CD654321 }\n- z\n',
    cells: ['0 $.a x', '0 $ " AB123456', '0 $.b y', '0 $ foo "bar" CD654321 }', '0 $ - z'],
    unread: ['MALFORMED_FILE'],
  },
  {
    why: 'a line under a block that belongs to nothing',
    content: 'a: |\n  x\n AB123456\nb: 1\n',
    cells: ['0 $.a x', '0 $  AB123456', '0 $.b 1'],
    unread: ['MALFORMED_FILE'],
  },
  {
    why: 'a page in Markdown is none',
    name: 'a.md',
    content: '---\ntitle: x\n---\nBonjour, Ali\n',
    cells: [],
    text: '---\ntitle: x\n---\nBonjour, Ali\n',
  },
];

const told = (answer: Awaited<ReturnType<typeof readAll>>): string[] =>
  cellsIn(answer.blocks).map(({ record, field, text }) => `${record} ${field} ${text}`);
const reasons = ({ unread }: Awaited<ReturnType<typeof readAll>>): string[] => unread.map(({ reason }) => reason);

describe('YAML', () => {
  for (const { why, name = 'a.yaml', content, cells, text = '', unread = [] } of cases) {
    test(why, async () => {
      const answer = await readAll(objectOf(name, content));
      assert.deepEqual(told(answer), cells);
      assert.equal(ownedText(answer.blocks.filter((block) => block.cells === null)), text);
      assert.deepEqual(reasons(answer), unread);
    });
  }

  test('places are those of the source, before and after what is written otherwise', async () => {
    const text = 'nom: "Zo\\u00e9 \\"x\\" AB123456"\nnote: >-\n  dé\n  CD654321 x\nliste: [\'it\'\'s EF111111\', GH222222]\n';
    const { blocks } = await readAll(objectOf('a.yml', text));
    const stored = Buffer.from(text);
    for (const [value, line, column, field] of [
      ['AB123456', 1, 22, '$.nom'],
      ['CD654321', 4, 3, '$.note'],
      ['EF111111', 5, 16, '$.liste[*]'],
      ['GH222222', 5, 27, '$.liste[*]'],
    ] as const) {
      const [place] = placesOf(blocks, value);
      assert.deepEqual([place?.line, place?.column, place?.field, place?.record], [line, column, field, 1]);
      assert.equal(stored.subarray(place!.byteStart!, place!.byteEnd!).toString(), value);
    }
  });

  test('depth beyond the limit costs paths, not values', async () => {
    const answer = await readAll(objectOf('a.yaml', `a: ${'['.repeat(50)}AB123456${']'.repeat(50)}\nb: x\n`), {
      maxJsonDepth: 20,
    });
    assert.deepEqual(reasons(answer), ['UNABLE_TO_PARSE_FILE']);
    assert.deepEqual(
      cellsIn(answer.blocks).map(({ text }) => text),
      ['AB123456', 'x'],
    );
  });

  test('one thing longer than a stretch is read as text', async () => {
    const answer = await readAll(objectOf('a.yaml', `nom: Ali\nnote: "${'mot '.repeat(400_000)}AB123456"\n`));
    assert.deepEqual(reasons(answer), ['MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT']);
    assert.equal(placesOf(answer.blocks, 'AB123456')[0]?.line, 2);
  });

  test('what is made to grow stays as it is', async () => {
    const levels = Array.from({ length: 30 }, (_, i) => `l${i + 1}: &l${i + 1} [${Array(9).fill(`*l${i}`).join(', ')}]`);
    const answer = await readAll(objectOf('a.yaml', `l0: &l0 AB123456\n${levels.join('\n')}\n`));
    assert.deepEqual(told(answer), ['0 $.l0 AB123456']);
  });
});

type Leaf = readonly [path: string, text: string];

function leavesOf(value: unknown, path = '$'): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((element) => leavesOf(element, `${path}[*]`));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, `${path}.${key}`));
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  return text === '' ? [] : [[path, text]];
}

describe('YAML against the values of its library', () => {
  const key = fc.string({ unit: fc.constantFrom(...'abcdé'), minLength: 1, maxLength: 3 });
  const words = fc
    .string({ unit: fc.constantFrom(...'aé7 :-#\'"\\,[]{}&*!|>%@\nب😀'), maxLength: 30 })
    .map((text) => `x${text.trim()}`);
  const leaf = fc.oneof(words, fc.constantFrom('x', 'AB123456', '0612345678', ''), fc.integer());
  const { value: values } = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  }));
  const documents = fc.oneof(
    fc.array(values, { minLength: 1, maxLength: 4 }),
    fc.dictionary(key, values, { minKeys: 1, maxKeys: 4 }),
  );
  const spellings = fc.record({
    indent: fc.constantFrom(2, 3, 4),
    indentSeq: fc.boolean(),
    lineWidth: fc.constantFrom(0, 20, 80),
    defaultStringType: fc.constantFrom(
      'PLAIN' as const,
      'QUOTE_SINGLE' as const,
      'QUOTE_DOUBLE' as const,
      'BLOCK_FOLDED' as const,
      'BLOCK_LITERAL' as const,
    ),
    collectionStyle: fc.constantFrom('any' as const, 'flow' as const),
  });

  test('the same values at the same paths', async () => {
    await fc.assert(
      fc.asyncProperty(documents, spellings, async (value, spelling) => {
        const text = stringify(value, { ...spelling, defaultKeyType: 'PLAIN' });
        // It writes some texts of several lines so that it cannot read them itself.
        fc.pre(parseDocument(text).errors.length === 0);
        const answer = await readAll(objectOf('a.yaml', `# x\n${text}`));
        assert.deepEqual(answer.unread, []);
        const found = cellsIn(answer.blocks).filter(({ field }) => field !== '#comment');
        assert.deepEqual(
          found.map(({ field, text: cell }) => [field, cell.trim()]),
          leavesOf(parse(text)),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('a document of many stretches: cut between items, at any depth', async () => {
    const people = Array.from({ length: 3500 }, (_, i) => ({
      nom: `Zoé ${i}`,
      cin: `AB${100_000 + i}`,
      adresses: [{ ville: 'Fès', lignes: ['a', 'b'] }, { ville: 'Salé' }],
    }));
    const value = { version: 1, societe: { filiales: [{ nom: 'X', people }] }, fin: 'x' };
    const text = stringify(value);
    const { blocks, unread } = await readAll(objectOf('a.yaml', text));
    assert.deepEqual(unread, []);
    assert.ok(blocks.length > 2);
    const found = cellsIn(blocks).map(({ field, text: cell }) => [field, cell]);
    // A difference of so many would take minutes to be told.
    assert.ok(isDeepStrictEqual(found, leavesOf(value)));
    const line = text.slice(0, text.indexOf('AB103499')).split('\n').length;
    const [place] = placesOf(blocks, 'AB103499');
    assert.deepEqual([place?.line, place?.field], [line, '$.societe.filiales[*].people[*].cin']);
    // Those of the outermost list are the records: there is one.
    assert.equal(place?.record, 1);
  });

  test('a list of many stretches: as many records as elements', async () => {
    const text = Array.from({ length: 9000 }, (_, i) => `- nom: Ali ${i}\n  tels:\n  - 0612345678\n  - "${i}"\n`).join('');
    const { blocks, unread } = await readAll(objectOf('a.yaml', text));
    assert.deepEqual(unread, []);
    assert.ok(blocks.length > 1);
    const last = cellsIn(blocks).at(-1);
    assert.deepEqual(last, { record: 8999, field: '$[*].tels[*]', text: '8999' });
  });
});
