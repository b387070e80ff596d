/** Text in TIFF pictures: of the first picture it is read, of further ones that it is not is said. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { ocrLimits } from '../../readers/limits.ts';
import { objectOf, ownedText, readAll } from './reading.ts';

interface Picture {
  readonly width: number;
  readonly height: number;
  /** One byte a pixel. */
  readonly grey: Buffer;
}

/** The number nearest to what its neighbours let expect (PNG, 9.4). */
function paeth(left: number, above: number, corner: number): number {
  const guess = left + above - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - above), Math.abs(guess - corner)];
  return a <= b && a <= c ? left : b <= c ? above : corner;
}

/** The pixels of a PNG of four bytes each. */
function readPng(png: Buffer): Picture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const packed = inflateSync(Buffer.concat(data));
  const stride = width * 4;
  const pixels = Buffer.alloc(stride * height);
  for (let i = 0; i < pixels.length; i++) {
    const row = Math.floor(i / stride);
    const x = i % stride;
    const left = x < 4 ? 0 : pixels[i - 4]!;
    const above = row === 0 ? 0 : pixels[i - stride]!;
    const corner = x < 4 || row === 0 ? 0 : pixels[i - stride - 4]!;
    const guesses = [0, left, above, (left + above) >> 1, paeth(left, above, corner)];
    pixels[i] = packed[row * (stride + 1) + 1 + x]! + guesses[packed[row * (stride + 1)]!]!;
  }
  return { width, height, grey: Buffer.from(pixels.filter((_, i) => i % 4 === 0)) };
}

/** A TIFF without compression; `next` is the offset of a further picture. */
function writeTiff({ width, height, grey }: Picture, next: number): Buffer {
  const tags = [
    [256, width],
    [257, height],
    [258, 8],
    [259, 1],
    [262, 1],
    [273, 200],
    [277, 1],
    [278, height],
    [279, grey.length],
  ] as const;
  const head = Buffer.alloc(200);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(8, 4);
  head.writeUInt16LE(tags.length, 8);
  for (const [i, [tag, value]] of tags.entries()) {
    head.writeUInt16LE(tag, 10 + 12 * i);
    head.writeUInt16LE(4, 12 + 12 * i);
    head.writeUInt32LE(1, 14 + 12 * i);
    head.writeUInt32LE(value, 18 + 12 * i);
  }
  head.writeUInt32LE(next, 10 + 12 * tags.length);
  return Buffer.concat([head, grey]);
}

const png = readFileSync(join(import.meta.dirname, 'fixtures', 'picture-of-text-png.png'));

for (const [what, next, reasons] of [
  ['one picture', 0, []],
  ['several pictures', 8, ['UNSUPPORTED_FILE_TYPE_EXCEPTION']],
] as const) {
  test(`text in a TIFF of ${what}`, async () => {
    const asPng = ownedText((await readAll(objectOf('a.png', png), ocrLimits)).blocks);
    const { blocks, unread } = await readAll(objectOf('a.tif', writeTiff(readPng(png), next)), ocrLimits);
    assert.ok(asPng.trim().length > 20);
    assert.equal(ownedText(blocks).trim(), asPng.trim());
    assert.deepEqual(
      unread.map(({ reason }) => reason),
      reasons,
    );
  });
}
