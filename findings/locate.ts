/** Goes through the blocks of an object and hands on every match with its field and place. */
import type { DetectorFailure, Match, Scanner } from '../detectors/contract.ts';
import type { Block, Extent, Note, ReadPart, Unread } from '../readers/contract.ts';

/** A match of a block, with the field it stands in. Valid while the block is looked at: take what you need from it. */
export interface LocatedMatch {
  readonly match: Match;
  readonly block: Block;
  /** True name of the field; null in running text. */
  readonly field: string | null;
}

export interface Listener {
  onMatch(located: LocatedMatch): void;
  /** Called once a block, after its matches. */
  onBlock?(block: Block): void;
  onUnread(unread: Unread): void;
  onNote?(note: Note): void;
  /** What follows belongs to this object inside the one read, '' being the one read itself. */
  onMember?(path: string): void;
  /** How much the part held that was read. */
  onExtent?(extent: Extent): void;
  onFailure(failure: DetectorFailure): void;
}

/** Scans every block as it comes; memory is one block at a time. Errors of the source pass through. */
export async function locateMatches(parts: AsyncIterable<ReadPart>, scanner: Scanner, listener: Listener): Promise<void> {
  for await (const part of parts) locateInPart(part, scanner, listener);
}

/** The same for one of the things that reading gives. */
export function locateInPart(part: ReadPart, scanner: Scanner, listener: Listener): void {
  switch (part.kind) {
    case 'unread':
      return listener.onUnread(part);
    case 'note':
      return listener.onNote?.(part);
    case 'member':
      return listener.onMember?.(part.path);
    case 'extent':
      return listener.onExtent?.(part);
    case 'block':
      scanner.scan(
        part,
        (match) => listener.onMatch({ match, block: part, field: fieldAt(part, match.start) }),
        (failure) => listener.onFailure(failure),
      );
      listener.onBlock?.(part);
  }
}

/** The matched text, as the reader yielded it. The only way from an offset to a value; its callers mask, hash or reveal on demand. */
export function valueOf({ block, match }: LocatedMatch): string {
  return Buffer.from(block.bytes.buffer, block.bytes.byteOffset + match.start, match.end - match.start).toString('utf8');
}

function fieldAt(block: Block, offset: number): string | null {
  const cells = block.cells;
  if (cells === null) return null;
  let low = 0;
  let high = cells.count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((cells.starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return cells.fieldNames[cells.fields[low] ?? 0] ?? null;
}
