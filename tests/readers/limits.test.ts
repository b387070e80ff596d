/** Limits and hostile input: what is too much is said, what was read before is kept, memory stays small. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import type { ByteSource } from '../../readers/contract.ts';
import { readObject } from '../../readers/read-object.ts';
import { cellsIn, objectOf, ownedText, placesOf, readAll } from './reading.ts';

const reasons = (answer: Awaited<ReturnType<typeof readAll>>): string[] => answer.unread.map(({ reason }) => reason);

describe('limits', () => {
  test('unpacked bytes: what lies within is read', async () => {
    const answer = await readAll(objectOf('a.txt.gz', gzipSync('x'.repeat(5_000_000))), { maxDecompressedBytes: 1_000_000 });
    assert.equal(ownedText(answer.blocks), 'x'.repeat(1_000_000));
    assert.deepEqual(reasons(answer), ['ARCHIVE_TOTAL_BYTES_EXTRACTED_OVER_LIMIT']);
  });

  test('unpacked bytes: exactly the limit is not over it', async () => {
    const answer = await readAll(objectOf('a.txt.gz', gzipSync('x'.repeat(1_000_000))), { maxDecompressedBytes: 1_000_000 });
    assert.deepEqual(reasons(answer), []);
  });

  test('gzip in gzip in gzip', async () => {
    const packed = gzipSync(gzipSync(gzipSync('hello')));
    assert.equal(ownedText((await readAll(objectOf('a', packed), { maxNesting: 3 })).blocks), 'hello');
    assert.deepEqual(reasons(await readAll(objectOf('a', packed), { maxNesting: 2 })), ['ARCHIVE_NESTING_LEVEL_OVER_LIMIT']);
  });

  test('damage in the middle of gzip data: what stood before is kept', async () => {
    const lines = Array.from({ length: 200_000 }, (_, i) => `line ${i} ${(i * 2_654_435_761) % 1_000_003}\n`).join('');
    const packed = gzipSync(lines);
    packed.fill(0xff, packed.length / 2, packed.length / 2 + 64);
    const answer = await readAll(objectOf('a.log.gz', packed));
    const text = ownedText(answer.blocks);
    assert.ok(text.length > lines.length / 4 && text.startsWith('line 0 0\nline 1 '));
    assert.deepEqual(reasons(answer), ['MALFORMED_FILE']);
  });

  test('the depth of JSON', async () => {
    const nested = `{"a":1,"b":[[[2]]]}`;
    assert.deepEqual(reasons(await readAll(objectOf('a.json', nested), { maxJsonDepth: 4 })), []);
    assert.deepEqual(reasons(await readAll(objectOf('a.json', nested), { maxJsonDepth: 3 })), ['JSON_NESTING_LEVEL_OVER_LIMIT']);
  });

  test('a line of JSON lines that is too deep costs that line only', async () => {
    const answer = await readAll(objectOf('a.jsonl', `{"a":1}\n{"a":[[[2]]]}\n{"a":3}\n`), { maxJsonDepth: 3 });
    assert.deepEqual(
      cellsIn(answer.blocks).map(({ text }) => text),
      ['1', '[2]]]}\n', '3'],
    );
    assert.deepEqual(reasons(answer), ['JSON_NESTING_LEVEL_OVER_LIMIT']);
  });

  const long = 'é'.repeat(700_000);
  const overLong: readonly (readonly [why: string, name: string, content: string, field: string])[] = [
    ['a cell of a table', 'a.csv', `nom,note\nAli,${long}\nSara,x\n`, 'note'],
    ['a string of JSON', 'a.json', `[{"nom":"Ali","note":"${long}"},{"nom":"Sara","note":"x"}]`, '$[*].note'],
    [
      'a string of JSON with escapes',
      'a.json',
      `[{"nom":"Ali","note":"${String.raw`\u00e9`.repeat(700_000)}"},{"nom":"Sara","note":"x"}]`,
      '$[*].note',
    ],
  ];
  for (const [why, name, content, field] of overLong) {
    test(`${why} that outgrows the limit is cut, and nothing of it is lost`, async () => {
      const answer = await readAll(objectOf(name, content), { maxCellBytes: 500_000 });
      assert.ok(
        reasons(answer).length > 0 && reasons(answer).every((reason) => reason === 'MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT'),
      );
      const parts = cellsIn(answer.blocks).filter((cell) => cell.field === field && cell.record === 0);
      assert.equal(parts.map(({ text }) => text).join(''), long);
      assert.ok(parts.length > 1);
      assert.deepEqual(cellsIn(answer.blocks).at(-2)?.text, 'Sara');
      const [place] = placesOf(answer.blocks, 'Sara');
      assert.equal(Buffer.from(content).subarray(place!.byteStart!, place!.byteEnd!).toString(), 'Sara');
      assert.equal(place!.record, 2);
    });
  }

  test('a record of very many cells goes on in the next block, nothing is said', async () => {
    for (const [name, content] of [
      ['a.csv', `a,b\n${'x,'.repeat(600_000)}y\n1,2\n`],
      ['a.json', `{"a":[${'"x",'.repeat(600_000)}"y"]}`],
    ] as const) {
      const answer = await readAll(objectOf(name, content), { maxCellBytes: 500_000 });
      assert.deepEqual(reasons(answer), []);
      assert.ok(answer.blocks.length > 1);
      assert.equal(cellsIn(answer.blocks).filter(({ text }) => text === 'x').length, 600_000);
    }
  });

  test('a quote that nobody closes costs the quote only', async () => {
    const rows = Array.from({ length: 40_000 }, (_, i) => `n${i},06${10_000_000 + i}`).join('\n');
    const answer = await readAll(objectOf('a.csv', `nom,tel\n"Ali,0612345678\n${rows}\n`), { maxCellBytes: 300_000 });
    assert.deepEqual(reasons(answer), ['MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT']);
    assert.equal(placesOf(answer.blocks, '0610039999')[0]?.record, 40_001);
  });
});

describe('running text', () => {
  test('a value is found once and in place wherever a block is cut', async () => {
    const content =
      'é'.repeat(131_000) +
      Array.from({ length: 400 }, (_, i) => ` ville:${100_000 + i}`).join('') +
      'ا'.repeat(300_000) +
      ' ville:999999';
    const stored = Buffer.from(content);
    const { blocks } = await readAll(objectOf('a.txt', content));
    assert.ok(blocks.length > 2);
    assert.equal(ownedText(blocks), content);
    for (const value of [...Array.from({ length: 400 }, (_, i) => `ville:${100_000 + i}`), 'ville:999999']) {
      const at = stored.indexOf(value);
      const column = content.indexOf(value) + 1;
      assert.deepEqual(placesOf(blocks, value), [
        { line: 1, column, byteStart: at, byteEnd: at + value.length, field: null, record: null, page: null },
      ]);
    }
  });

  test('blocks show four kibibytes of their neighbours, cut at no code point', async () => {
    const { blocks } = await readAll(objectOf('a.txt', `${'é'.repeat(99)}\n`.repeat(5000)));
    for (const [i, { bytes, from, to }] of blocks.entries()) {
      if (i > 0) assert.ok(from >= 4096 && from < 4100);
      if (i < blocks.length - 1) assert.ok(bytes.length - to > 4090 && bytes[to - 1] === 0x0a);
      assert.equal(Buffer.from(bytes).toString().includes('\ufffd'), false);
    }
  });
});

/** An object made while it is read. */
function madeUp(name: string, chunk: Uint8Array, count: number, [start = '', end = '']: readonly string[] = []): ByteSource {
  return {
    name,
    size: null,
    async *stream() {
      yield Buffer.from(start);
      for (let i = 0; i < count; i++) yield chunk;
      yield Buffer.from(end);
    },
  };
}

describe('memory', () => {
  const mebibyte = 1024 * 1024;
  const chunk = (pattern: string): Buffer => Buffer.from(pattern.repeat(Math.ceil(mebibyte / pattern.length)).slice(0, mebibyte));
  const cases: readonly ByteSource[] = [
    madeUp('one line.txt', chunk('abcdefg '), 192),
    madeUp('one record.csv', chunk('abcdefg,'), 96, ['a,b\n']),
    madeUp('one cell.csv', chunk('abcdefg '), 96, ['a,b\n1,']),
    madeUp('one array.json', Buffer.from('{"a":"b","c":[1,2,{"d":""}]},'.repeat(20_000)), 150, ['[', '1]']),
    madeUp('one string.json', chunk('abcdefg '), 96, ['{"a":"', '"}']),
    madeUp('open brackets.json', chunk('['), 96),
    madeUp('keys.json', Buffer.from(Array.from({ length: 40_000 }, (_, i) => `"k${i}é":{"k${i * 7}":1},`).join('')), 30, [
      '{',
      '"z":1}',
    ]),
    madeUp('open quotes.csv', chunk('"'), 32, ['a,b\n']),
  ];
  for (const source of cases) {
    test(`${source.name}: stays under 300 MB more than before`, async () => {
      const before = process.memoryUsage().rss;
      let peak = before;
      for await (const part of readObject(source)) {
        peak = Math.max(peak, process.memoryUsage().rss);
        assert.ok(part.kind !== 'block' || part.bytes.length < 40 * mebibyte);
      }
      assert.ok(peak - before < 300 * mebibyte, `${Math.round((peak - before) / mebibyte)} MiB`);
    });
  }
});

describe('sources', () => {
  test('an error of the source is thrown, whatever the format', async () => {
    for (const [name, start] of [
      ['a.csv', Buffer.from('a,b\n1,2\n')],
      ['a.json', Buffer.from('[1,')],
      ['a.txt', Buffer.from('hello')],
      // Data that goes on where the source fails.
      ['a.gz', gzipSync(randomBytes(200_000)).subarray(0, 100_000)],
    ] as const) {
      const broken: ByteSource = {
        name,
        size: null,
        async *stream() {
          yield* await Promise.resolve(name === 'a.gz' ? [start] : [start, Buffer.alloc(70_000, 0x20)]);
          throw new Error('connection lost');
        },
      };
      await assert.rejects(readAll({ ...broken, name }), /connection lost/u);
    }
  });

  test('the source is let go of when reading stops early or nothing reads it', async () => {
    for (const [name, content] of [
      ['a.csv', 'a,b\n1,2\n'],
      ['a.txt', 'hello'],
      ['a.json', '[1]'],
      ['a.png', '\u0089PNG\r\n'],
      ['a.gz', gzipSync('x'.repeat(999_999))],
    ] as const) {
      const bytes = typeof content === 'string' ? Buffer.from(content, 'latin1') : content;
      let isOpen = false;
      const source: ByteSource = {
        name,
        size: null,
        async *stream() {
          isOpen = true;
          try {
            yield bytes;
            for (let i = 0; i < 100; i++) yield await Promise.resolve(Buffer.alloc(65_536, 0x20));
          } finally {
            isOpen = false;
          }
        },
      };
      for await (const part of readObject(source)) {
        assert.ok(part);
        break;
      }
      assert.equal(isOpen, false, name);
    }
  });

  test('any bytes under any name: no reader throws, all offsets lie in the object, chunks change nothing', async () => {
    const pieces = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 20 }),
        fc
          .constantFrom(
            '{"a":',
            '[',
            ']',
            '}',
            '"',
            ',',
            '\n',
            '\\u12',
            ';',
            '\t',
            'nom,tel\n',
            '\u001f\u008b\b\0',
            '\u00ff\u00fe',
          )
          .map((text) => Buffer.from(text, 'latin1')),
      ),
      { maxLength: 12 },
    );
    const names = fc.constantFrom('a.csv', 'a.json', 'a.jsonl', 'a.txt', 'a.gz', 'a');
    await fc.assert(
      fc.asyncProperty(
        pieces,
        names,
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        async (parts, name, chunkSizes) => {
          const bytes = Buffer.concat(parts);
          const whole = await readAll(objectOf(name, bytes));
          const chunked = await readAll(objectOf(name, bytes, chunkSizes));
          assert.deepEqual(chunked.unread, whole.unread);
          assert.deepEqual(cellsIn(chunked.blocks), cellsIn(whole.blocks));
          assert.equal(ownedText(chunked.blocks), ownedText(whole.blocks));
          if (bytes.length > 0) assert.ok(whole.blocks.length + whole.unread.length > 0 || bytes.length < 7);
          for (const block of whole.blocks) {
            const { from, to, cells } = block;
            const [start, end] = cells === null ? [from, to] : [cells.starts[0] ?? 0, cells.ends[0] ?? 0];
            const { byteStart, byteEnd } = block.place(start, end);
            assert.ok(byteStart! >= 0 && byteStart! <= byteEnd!);
          }
        },
      ),
      { numRuns: 1500 },
    );
  });
});

test('a fault inside a reader ends what it was reading and is said; an error of the store passes through', async () => {
  const start = Buffer.from('CIN AB123456\n'.repeat(40_000));
  const faulty: ByteSource = {
    name: 'a.txt',
    size: null,
    async *stream() {
      yield start;
      yield null as never;
    },
  };
  const answer = await readAll(faulty);
  assert.ok(answer.blocks.length > 0);
  assert.deepEqual(reasons(answer), ['UNABLE_TO_PARSE_FILE']);
  const gone: ByteSource = {
    name: 'a.txt',
    size: null,
    async *stream() {
      yield start;
      throw new Error('the store is gone');
    },
  };
  await assert.rejects(readAll(gone), /the store is gone/);
});
