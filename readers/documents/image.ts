/** What pictures say about where and by whom they were taken (EXIF, IPTC, XMP), decoded in a thread of its own; the text in them where that is asked for. */
import type { TextFormat } from '../contract.ts';
import { readPictureText } from './ocr.ts';
import { readInThread } from '../threads/thread-reader.ts';

/** JPEG, PNG, TIFF of either byte order. */
const signatures = ['ffd8ff', '89504e47', '49492a00', '4d4d002a'];

const startsAs = (bytes: Uint8Array, hex: string): boolean =>
  Buffer.from(bytes.subarray(0, hex.length / 2)).toString('hex') === hex;

/** HEIC and AVIF. */
const isHeif = (bytes: Uint8Array): boolean =>
  /^ftyp(?:heic|heix|mif1|msf1|avif)/u.test(Buffer.from(bytes.subarray(4, 12)).toString('latin1'));

export const imageFormat: TextFormat = {
  id: 'image',
  recognises: ({ bytes }) => signatures.some((hex) => startsAs(bytes, hex)) || isHeif(bytes),
  async *read(source, limits) {
    yield* readInThread('image', source, limits);
    yield* readPictureText(source, limits);
  },
};
