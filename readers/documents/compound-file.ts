/** Compound files ([MS-CFB]): the small file systems in which Outlook and the office programs before 2007 store. */

export interface CompoundEntry {
  readonly name: string;
  /** Null for a folder. */
  readonly stream: (() => Buffer) | null;
  readonly entries: readonly CompoundEntry[];
}

interface Directory {
  readonly bytes: Buffer;
  readonly open: (start: number, size: number) => Buffer;
}

const entryBytes = 128;
const none = 0xffffffff;
const maxDepth = 32;

/** Sectors of a chain in order; a chain that leaves the file or turns back ends there. */
function follow(table: Uint32Array, start: number): number[] {
  const chain: number[] = [];
  for (let sector = start; sector < table.length && chain.length <= table.length; sector = table[sector]!) chain.push(sector);
  return chain.length > table.length ? [] : chain;
}

function readAll(bytes: Buffer, chain: readonly number[], sectorBytes: number, first: number): Buffer {
  return Buffer.concat(chain.map((sector) => bytes.subarray(first + sector * sectorBytes, first + (sector + 1) * sectorBytes)));
}

function toTable(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length >> 2 }, (_, index) => bytes.readUInt32LE(index * 4));
}

/** Numbers of the sectors that hold the table of chains: 109 in the header, the others in a chain of their own. */
function listTableSectors(bytes: Buffer, sectorBytes: number): number[] {
  const listed = Array.from({ length: 109 }, (_, index) => bytes.readUInt32LE(76 + 4 * index));
  const last = sectorBytes - 4;
  const seen = new Set<number>();
  for (let sector = bytes.readUInt32LE(68); !seen.has(sector);) {
    seen.add(sector);
    const at = (sector + 1) * sectorBytes;
    if (at + sectorBytes > bytes.length) break;
    for (let i = 0; i < last; i += 4) listed.push(bytes.readUInt32LE(at + i));
    sector = bytes.readUInt32LE(at + last);
  }
  return listed.filter((sector) => (sector + 2) * sectorBytes <= bytes.length + sectorBytes - 1);
}

/** Entries below a node of the tree of names, whose brothers hang left and right. */
function readEntries(directory: Directory, first: number, seen: Set<number>, depth: number): CompoundEntry[] {
  const found: CompoundEntry[] = [];
  const waiting = [first];
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    const at = index * entryBytes;
    if (index === none || at + entryBytes > directory.bytes.length || seen.has(index)) continue;
    seen.add(index);
    const { bytes } = directory;
    waiting.push(bytes.readUInt32LE(at + 68), bytes.readUInt32LE(at + 72));
    const length = Math.max(0, Math.min(64, bytes.readUInt16LE(at + 64)) - 2);
    const isStream = bytes[at + 66] === 2;
    const [start, size] = [bytes.readUInt32LE(at + 116), bytes.readUInt32LE(at + 120)];
    found.push({
      name: bytes.toString('utf16le', at, at + length),
      stream: isStream ? () => directory.open(start, size) : null,
      entries: isStream || depth >= maxDepth ? [] : readEntries(directory, bytes.readUInt32LE(at + 76), seen, depth + 1),
    });
  }
  return found;
}

/** The entries of a compound file, or null where it is damaged. */
export function openCompoundFile(bytes: Buffer): readonly CompoundEntry[] | null {
  if (bytes.length < 1024 || bytes.readUInt32BE(0) !== 0xd0cf11e0) return null;
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return null;
  const sectorBytes = 1 << shift;
  const table = toTable(readAll(bytes, listTableSectors(bytes, sectorBytes), sectorBytes, sectorBytes));
  const read = (start: number): Buffer => readAll(bytes, follow(table, start), sectorBytes, sectorBytes);
  const names = read(bytes.readUInt32LE(48));
  if (names.length < entryBytes) return null;
  // Small streams lie in a file of their own, in sectors of 64 bytes.
  const small = read(names.readUInt32LE(116));
  const smallTable = toTable(read(bytes.readUInt32LE(60)));
  const smallest = bytes.readUInt32LE(56);
  const open = (start: number, size: number): Buffer => {
    const content = size < smallest ? readAll(small, follow(smallTable, start), 64, 0) : read(start);
    return content.subarray(0, size);
  };
  return readEntries({ bytes: names, open }, names.readUInt32LE(76), new Set(), 0);
}
