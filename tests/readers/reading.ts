/** What the tests of the readers share: objects made of bytes, and answers in a form that can be compared. */
import type { Block, ByteSource, Place, ReaderLimits, Unread } from '../../readers/contract.ts';
import { readObject } from '../../readers/read-object.ts';

/** An object in memory, given out in chunks of the sizes named, in turn. */
export function objectOf(name: string, content: Uint8Array | string, chunkSizes: readonly number[] = [65_536]): ByteSource {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return {
    name,
    size: bytes.length,
    async *stream(range = { start: 0, end: bytes.length }) {
      let turn = 0;
      for (let at = range.start; at < range.end;) {
        const next = Math.min(range.end, at + chunkSizes[turn++ % chunkSizes.length]!);
        yield bytes.subarray(at, next);
        at = next;
      }
    },
  };
}

export interface Answer {
  /** By the path of the object they belong to, '' being the one that was opened. */
  readonly members: ReadonlyMap<string, MemberAnswer>;
  readonly blocks: readonly Block[];
  readonly unread: readonly Unread[];
}

export interface MemberAnswer {
  readonly blocks: Block[];
  readonly unread: Unread[];
}

export async function readAll(source: ByteSource, limits: Partial<ReaderLimits> = {}): Promise<Answer> {
  const members = new Map<string, MemberAnswer>([['', { blocks: [], unread: [] }]]);
  let member = members.get('')!;
  for await (const part of readObject(source, limits)) {
    if (part.kind === 'member') {
      member = members.get(part.path) ?? { blocks: [], unread: [] };
      members.set(part.path, member);
    } else if (part.kind === 'block') member.blocks.push(part);
    else if (part.kind === 'unread') member.unread.push(part);
  }
  const all = [...members.values()];
  return { members, blocks: all.flatMap(({ blocks }) => blocks), unread: all.flatMap(({ unread }) => unread) };
}

export interface Cell {
  readonly record: number;
  readonly field: string;
  readonly text: string;
}

/** All cells, in order; records from 0. */
export function cellsIn(blocks: readonly Block[]): Cell[] {
  const found: Cell[] = [];
  for (const { cells, bytes } of blocks) {
    if (cells === null) continue;
    for (let i = 0; i < cells.count; i++) {
      const text = Buffer.from(bytes.subarray(cells.starts[i], cells.ends[i])).toString('utf8');
      found.push({ record: cells.records[i]!, field: cells.fieldNames[cells.fields[i]!]!, text });
    }
  }
  return found;
}

/** The text the blocks own, put together. */
export function ownedText(blocks: readonly Block[]): string {
  return Buffer.concat(blocks.map(({ bytes, from, to }) => bytes.subarray(from, to))).toString('utf8');
}

/** Every place of a value: in running text where a block owns its start, in tables inside cells. */
export function placesOf(blocks: readonly Block[], value: string): Place[] {
  const places: Place[] = [];
  for (const block of blocks) {
    const bytes = Buffer.from(block.bytes);
    for (let at = bytes.indexOf(value); at !== -1; at = bytes.indexOf(value, at + 1)) {
      const end = at + Buffer.byteLength(value);
      if (at < block.from || at >= block.to || !isInCell(block, at, end)) continue;
      places.push(block.place(at, end));
    }
  }
  return places;
}

function isInCell({ cells }: Block, start: number, end: number): boolean {
  if (cells === null) return true;
  for (let i = 0; i < cells.count; i++) if (cells.starts[i]! <= start && end <= cells.ends[i]!) return true;
  return false;
}

/** Code points of a text. */
export function pointsIn(text: string): number {
  return Array.from(text).length;
}
