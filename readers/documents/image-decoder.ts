/** What pictures say about where and by whom they were taken (EXIF, IPTC, XMP). Loaded in the thread of the decoders. */
import exifr from 'exifr';
import type { Block, ByteSource, FieldTexts, ReaderLimits, Unread } from '../contract.ts';
import { blocksOfProperties } from './document-properties.ts';
import { readBytes, readRange } from '../random-access.ts';
import { unread } from '../unread.ts';

const tiffSignatures = new Set(['49492a00', '4d4d002a']);

/** Properties of the others stand at the start of the file. */
const startBytes = 1024 * 1024;

/** Texts and positions; numbers of the camera say nothing about people. */
function fieldsOf(properties: Readonly<Record<string, unknown>>): FieldTexts {
  const { latitude, longitude, ...others } = properties;
  const position =
    typeof latitude === 'number' && typeof longitude === 'number' && Number.isFinite(latitude) && Number.isFinite(longitude)
      ? [['GPS position', `${latitude.toFixed(6)}, ${longitude.toFixed(6)}`] as const]
      : [];
  return [...position, ...Object.entries(others).flatMap(([name, value]) => textsOf(name, value, 0))];
}

function textsOf(name: string, value: unknown, depth: number): FieldTexts {
  if (typeof value === 'string') return value.trim() === '' ? [] : [[name, value.replaceAll('\0', '').trim()]];
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? [] : [[name, value.toISOString()]];
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || depth > 4) return [];
  const named = Array.isArray(value) ? value.map((one: unknown) => [name, one] as const) : Object.entries(value);
  return named.flatMap(([inner, one]) => textsOf(Array.isArray(value) || inner === 'value' ? name : inner, one, depth + 1));
}

async function readFields(bytes: Uint8Array): Promise<FieldTexts | null> {
  try {
    const all = { tiff: true, exif: true, gps: true, iptc: true, xmp: true, icc: false, jfif: false, ihdr: false };
    const found: unknown = await exifr.parse(bytes, { ...all, userComment: true, makerNote: false });
    return fieldsOf((found ?? {}) as Readonly<Record<string, unknown>>);
  } catch {
    return null;
  }
}

/** Reads the properties of a picture. */
export async function* readImage(source: ByteSource, limits: ReaderLimits): AsyncGenerator<Block | Unread> {
  const isTiff = tiffSignatures.has((await readRange(source, 0, 4)).toString('hex'));
  const bytes = isTiff ? await readBytes(source.stream(), limits.maxHeldBytes) : await readRange(source, 0, startBytes);
  if (bytes === null) {
    yield unread('FILE_EXCEEDS_SIZE_LIMIT', `a picture of more than ${limits.maxHeldBytes} bytes`);
    return;
  }
  const fields = await readFields(bytes);
  if (fields === null) yield unread('MALFORMED_FILE', 'the properties of the picture are damaged');
  else yield* blocksOfProperties(fields);
}
