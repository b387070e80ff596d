/** The first bytes of an object: read once, looked at by every format, and given again to the one that reads on. */
import type { ByteSource, Head } from './contract.ts';
import { chooseDecoder, isUtf16 } from './encodings/encoding.ts';
import { headBytes } from './limits.ts';

/** Lower-case extension of a name, without the dot; '' where there is none. */
export function extensionOf(name: string): string {
  return /\.([^./\\]{1,10})$/u.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Control bytes that text holds: tab, line ends, form feed, the end of file of DOS, escape, and the separators of old exports (0x01–0x03, 0x1C–0x1F). */
const textControls = new Set([0x01, 0x02, 0x03, 0x08, 0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f]);

/** True if control bytes and zeros are as rare as text has them: one in fifty, one in five. A single one in a short text is rare, too. */
function isText(bytes: Uint8Array): boolean {
  if (isUtf16(bytes)) return true;
  let controls = 0;
  let zeros = 0;
  for (const byte of bytes) {
    if (byte === 0) zeros++;
    else if ((byte < 0x20 && !textControls.has(byte)) || byte === 0x7f) controls++;
  }
  return (controls - 1) * 50 < bytes.length - 8 && zeros * 5 <= bytes.length;
}

function decodeHead(bytes: Uint8Array, isWhole: boolean): Uint8Array {
  const decoder = chooseDecoder(bytes);
  return decoder.decode(bytes.subarray(decoder.markBytes), isWhole).bytes;
}

/** Extensions of formats that are read by ranges: of these no more than the head is asked for at first. */
const rangedExtensions = new Set(
  'zip jar apk epub docx docm dotx xlsx xlsm xltx pptx pptm odt ods odp pdf parquet sqlite sqlite3 db'.split(' '),
);

/** True if only the head is asked for: the rest is read by ranges, or in a second request where the name misleads. */
function isHeadEnough({ name, size, isSequential }: ByteSource): boolean {
  return size !== null && size > headBytes && isSequential !== true && rangedExtensions.has(extensionOf(name));
}

/** An object whose start was read. */
export interface Opened {
  readonly head: Head;
  /** The whole object again; its first stream goes on where the head ended. */
  readonly source: ByteSource;
  /** Lets go of the source if nobody read on. */
  readonly close: () => Promise<void>;
}

async function* joinStart(start: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* start;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** Opens an object and reads its head. */
export async function openHead(source: ByteSource): Promise<Opened> {
  const isPart = isHeadEnough(source);
  const rest = source.stream(isPart ? { start: 0, end: headBytes } : undefined)[Symbol.asyncIterator]();
  const start: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  while (length < headBytes && !isWhole) {
    const next = await rest.next();
    if (next.done === true) isWhole = true;
    else {
      start.push(next.value);
      length += next.value.length;
    }
  }
  const bytes = Buffer.concat(start).subarray(0, headBytes);
  const text = bytes.length > 0 && isText(bytes) ? decodeHead(bytes, isWhole) : null;
  let isTaken = false;
  return {
    head: { extension: extensionOf(source.name), bytes, text, isWhole: isWhole && !isPart && length <= headBytes },
    source: {
      name: source.name,
      size: source.size,
      isSequential: source.isSequential ?? false,
      stream(range) {
        if (range !== undefined || isTaken || isPart) return source.stream(range);
        isTaken = true;
        return joinStart(start, rest);
      },
    },
    close: async () => void (await rest.return?.()),
  };
}
