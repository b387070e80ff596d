/** Cursors of pages: opaque to others, here the position after which the next page begins. */
import { BadCursor } from './contract.ts';

/** Makes a cursor of a position. */
export function writeCursor(position: readonly string[]): string {
  return Buffer.from(JSON.stringify([1, ...position])).toString('base64url');
}

/** Reads the position back. Throws `BadCursor`. */
export function readCursor(cursor: string): readonly string[] {
  try {
    const [version, ...position] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[];
    if (version === 1 && position.length > 0 && position.every((part) => typeof part === 'string')) return position;
  } catch {
    // Said below, like every other way of being wrong.
  }
  throw new BadCursor('Cannot read the cursor: pass `next` of the page before, unchanged');
}
