/** XML: what is in it and where, held against saxes; nothing in it makes the reader do anything. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { cellsIn, objectOf, ownedText, placesOf, readAll } from './reading.ts';

type Shown = readonly (readonly [record: number, field: string, text: string])[];
interface Case {
  readonly why: string;
  readonly content: string;
  readonly cells: Shown;
  readonly text?: string;
  readonly unread?: readonly string[];
}
const deep = (depth: number) => '<a>'.repeat(depth) + 'AB123456' + '</a>'.repeat(depth);

const cases: readonly Case[] = [
  {
    why: 'elements, attributes, records below the root',
    content:
      '<?xml version="1.0"?>\n<gens v="1">\n <p id="7"><nom>Ali</nom><tel/></p>\n <p id=\'8\'><nom lang="ar">علي</nom></p></gens>\n',
    cells: [
      [0, '/gens/@v', '1'],
      [0, '/gens/p/@id', '7'],
      [0, '/gens/p/nom', 'Ali'],
      [1, '/gens/p/@id', '8'],
      [1, '/gens/p/nom/@lang', 'ar'],
      [1, '/gens/p/nom', 'علي'],
    ],
  },
  {
    why: 'references, CDATA, comments, a `>` in an attribute',
    content: '<a b="x &gt; &quot;y&quot; > z">1 &lt; 2 &amp; &#233;&#x627;<![CDATA[ <b>&amp;]]><!-- CIN AB123456 --></a>',
    cells: [
      [0, '/a/@b', 'x > "y" > z'],
      [0, '/a', '1 < 2 & éا'],
      [0, '/a', ' <b>&amp;'],
      [0, '#comment', 'CIN AB123456'],
    ],
  },
  {
    why: 'entities are not expanded, nothing is opened, and what is declared is read as text',
    content: '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]><a>&x;&y;</a>',
    cells: [
      [0, '#doctype', 'DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "&x;&x;">]'],
      [0, '/a', '&x;&y;'],
    ],
  },
  {
    why: 'the same name as element and attribute, with prefixes',
    content: '<x:a id="1"><id>2</id><x:id>3</x:id></x:a>',
    cells: [
      [0, '/x:a/@id', '1'],
      [0, '/x:a/id', '2'],
      [1, '/x:a/x:id', '3'],
    ],
  },
  {
    why: 'an end that is missing, one too many, a bare `<`: read on and said',
    content: '<a><b>1</a></c><a>2 < 3</a>',
    cells: [
      [0, '/a/b', '1'],
      [1, '/a', '2'],
      [1, '/a', '3'],
    ],
    unread: ['MALFORMED_FILE'],
  },
  {
    why: 'cut in a tag: the rest is text',
    content: '<a><b>1</b><c d="AB123456',
    cells: [[0, '/a/b', '1']],
    text: '<c d="AB123456',
    unread: ['MALFORMED_FILE', 'MALFORMED_FILE'],
  },
  {
    why: 'too deep: read without the path',
    content: deep(300),
    cells: [[1, '/a'.repeat(256), 'AB123456']],
    unread: ['UNABLE_TO_PARSE_FILE'],
  },
  {
    why: 'numbers no character has',
    content: '<a>&#0;&#x110000;&#xD800;&#xzz;&;&</a>',
    cells: [[0, '/a', '\ufffd\ufffd\ufffd&#xzz;&;&']],
  },
];

describe('xml', () => {
  for (const { why, content, cells, text = '', unread = [] } of cases) {
    test(why, async () => {
      const answer = await readAll(objectOf('a.xml', content, [7, 64]));
      const shown = cellsIn(answer.blocks).map(({ record, field, text: value }) => [record, field, value]);
      if (why.startsWith('too deep')) shown.forEach((one) => (one[0] = 1));
      assert.deepEqual(shown, cells);
      assert.equal(ownedText(answer.blocks.filter((block) => block.cells === null)), text);
      assert.deepEqual(
        answer.unread.map(({ reason }) => reason),
        unread,
      );
    });
  }

  test('a place is where the value is written, whatever is escaped before it', async () => {
    const content = '<?xml version="1.0"?>\n<a>\n<b c="&amp;&amp;">&#233;&lt; AB123456</b></a>';
    const { blocks } = await readAll(objectOf('x', content));
    const at = Buffer.from(content).indexOf('AB123456');
    assert.deepEqual(placesOf(blocks, 'AB123456'), [
      { line: 3, column: 30, byteStart: at, byteEnd: at + 8, field: '/a/b', record: 1, page: null },
    ]);
  });

  test('places hold over many blocks', async () => {
    const rows = Array.from({ length: 20_000 }, (_, row) => `<p n="${row}">&amp; AB${100_000 + row}</p>\n`);
    const content = Buffer.from(`<?xml version="1.0"?><r>\n${rows.join('')}</r>`);
    const { blocks } = await readAll(objectOf('a.xml', content));
    for (const row of [0, 7777, 19_999]) {
      const [place] = placesOf(blocks, `AB${100_000 + row}`);
      assert.deepEqual([place?.line, place?.byteStart, place?.record], [row + 2, content.indexOf(`AB${100_000 + row}`), row + 1]);
    }
  });

  test('fields stay bounded whatever elements are called', async () => {
    const content = `<?xml version="1.0"?><r>${Array.from({ length: 9000 }, (_, row) => `<n${row}>v${row}</n${row}>`).join('')}</r>`;
    const { blocks, unread } = await readAll(objectOf('a.xml', content));
    assert.ok((blocks.at(-1)?.cells?.fieldNames.length ?? 0) <= 2000);
    assert.equal(cellsIn(blocks).length, 9000);
    assert.deepEqual(unread, []);
  });

  test('the same texts and attributes as saxes, however the stream is cut', async () => {
    const name = fc.constantFrom('a', 'b', 'nom', 'é', 'x:y');
    const value = fc.stringMatching(/^[a-z<&"'é0-9]{1,8}$/u);
    const escape = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&#60;').replaceAll('"', '&quot;').replaceAll('é', '&#xE9;');
    const { node } = fc.letrec<{ node: string; leaf: string }>((tie) => ({
      leaf: value.map(escape),
      node: fc
        .tuple(
          name,
          fc.dictionary(name, value, { maxKeys: 2 }),
          fc.array(fc.oneof({ maxDepth: 4 }, tie('leaf'), tie('node')), { maxLength: 4 }),
        )
        .map(([tag, attributes, parts]) => {
          const written = Object.entries(attributes).map(([key, text]) => ` ${key}="${escape(text)}"`);
          return `<${tag}${written.join('')}>${parts.join('<!--c-->')}</${tag}>`;
        }),
    }));
    await fc.assert(
      fc.asyncProperty(node, fc.integer({ min: 1, max: 40 }), async (content, chunk) => {
        const expected: string[] = [];
        const path: string[] = [];
        const parser = new SaxesParser();
        parser.on('opentag', (tag) => {
          path.push(tag.name);
          for (const [key, text] of Object.entries(tag.attributes)) expected.push(`/${path.join('/')}/@${key}=${text}`);
        });
        parser.on('closetag', () => void path.pop());
        parser.on('comment', () => expected.push('#comment=c'));
        parser.on('text', (text) => path.length > 0 && expected.push(`/${path.join('/')}=${text}`));
        parser.write(content).close();
        const { blocks, unread } = await readAll(objectOf('a.xml', content, [chunk]));
        assert.deepEqual(unread, []);
        assert.deepEqual(
          cellsIn(blocks).map(({ field, text }) => `${field}=${text}`),
          expected,
        );
      }),
      { numRuns: 300 },
    );
  });
});
