/** How many pixels a picture says it has: looked up before anything unpacks them. */

interface Numbers {
  readonly u16: (at: number) => number;
  readonly u32: (at: number) => number;
}

function numbersOf(bytes: Buffer, isLittle: boolean): Numbers {
  const u16 = (at: number): number => (at + 2 > bytes.length ? 0 : isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
  const u32 = (at: number): number => (at + 4 > bytes.length ? 0 : isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
  return { u16, u32 };
}

/** Width times height from the frame header of a JPEG, behind the segments before it. */
function jpegPixels(bytes: Buffer): number | null {
  const { u16 } = numbersOf(bytes, false);
  for (let at = 2; at + 9 < bytes.length; at += 2 + Math.max(2, u16(at + 2))) {
    const marker = bytes[at + 1]!;
    if (bytes[at] !== 0xff) return null;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return u16(at + 5) * u16(at + 7);
  }
  return null;
}

const widthTag = 0x100;
const heightTag = 0x101;
const shortType = 3;

/** The first picture of a TIFF, which is the one that is read. */
function tiffPixels(bytes: Buffer): number | null {
  const { u16, u32 } = numbersOf(bytes, bytes[0] === 0x49);
  const start = u32(4);
  const sides = new Map<number, number>();
  const count = u16(start);
  for (let i = 0; i < count; i++) {
    const at = start + 2 + 12 * i;
    const tag = u16(at);
    if (tag === widthTag || tag === heightTag) sides.set(tag, u16(at + 2) === shortType ? u16(at + 8) : u32(at + 8));
  }
  const [width, height] = [sides.get(widthTag), sides.get(heightTag)];
  return width === undefined || height === undefined ? null : width * height;
}

/** Pixels of a PNG, JPEG or TIFF; null for other files and where it is not said. */
export function countPixels(bytes: Buffer): number | null {
  const start = bytes.toString('latin1', 0, 4);
  if (start === '\u0089PNG') return bytes.length < 24 ? null : bytes.readUInt32BE(16) * bytes.readUInt32BE(20);
  if (start.startsWith('\u00ff\u00d8\u00ff')) return jpegPixels(bytes);
  return start === 'II*\0' || start === 'MM\0*' ? tiffPixels(bytes) : null;
}

/** True for a TIFF of several pictures: only the first one's text is recognised. */
export function hasFurtherPictures(bytes: Buffer): boolean {
  const start = bytes.toString('latin1', 0, 4);
  if (start !== 'II*\0' && start !== 'MM\0*') return false;
  const { u16, u32 } = numbersOf(bytes, bytes[0] === 0x49);
  const first = u32(4);
  return u32(first + 2 + 12 * u16(first)) !== 0;
}
