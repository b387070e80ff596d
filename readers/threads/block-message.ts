/** Blocks on their way from one thread to another: their memory goes along, their places are made anew. */
import { placeRows } from '../block.ts';
import type { Block, Placing, Unread } from '../contract.ts';
import { placeFlow } from '../text-flow.ts';

interface BlockMessage {
  readonly kind: 'block';
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly to: number;
  readonly placing: Placing;
  /** Parallel arrays, as in `Cells`; null for running text. */
  readonly cells: readonly [starts: Uint32Array, ends: Uint32Array, fields: Uint32Array, records: Uint32Array] | null;
  /** Names of fields from `firstName` on; those before it were sent with an earlier block. */
  readonly firstName: number;
  readonly names: readonly string[];
}

/** A block, what could not be read, or null: a sign of life. */
export type PartMessage = BlockMessage | Unread | null;

export interface Packed {
  readonly message: PartMessage;
  readonly transfer: readonly ArrayBuffer[];
}

/** Memory of a view that nobody else has: it can go along. */
const ownMemory = (view: Uint8Array | Uint32Array): readonly ArrayBuffer[] =>
  view.buffer instanceof ArrayBuffer ? [view.buffer] : [];

function packBlock(block: Block, firstName: number): Packed {
  const { bytes, from, to, cells, placing } = block;
  if (placing === undefined) throw new TypeError('a block whose places are no data cannot leave its thread');
  const common = { kind: 'block', from, to, placing } as const;
  if (cells === null) {
    // Blocks of running text share their memory.
    const copy = Uint8Array.from(bytes);
    return { message: { ...common, bytes: copy, cells: null, firstName: 0, names: [] }, transfer: [copy.buffer] };
  }
  const { starts, ends, fields, records, fieldNames } = cells;
  const message = {
    ...common,
    bytes,
    cells: [starts, ends, fields, records],
    firstName,
    names: fieldNames.slice(firstName),
  } as const;
  return { message, transfer: [...ownMemory(bytes), ...ownMemory(starts)] };
}

/** Packs the parts that one reader gives, in their order. */
export function createPacker(): (part: Block | Unread | null) => Packed {
  let names: readonly string[] = [];
  let sent = 0;
  return (part) => {
    if (part?.kind !== 'block') return { message: part, transfer: [] };
    if (part.cells === null) return packBlock(part, 0);
    const { fieldNames } = part.cells;
    const packed = packBlock(part, fieldNames === names ? sent : 0);
    names = fieldNames;
    sent = names.length;
    return packed;
  };
}

/** Makes the parts again, in the order in which they were packed. */
export function createUnpacker(): (message: PartMessage) => Block | Unread | null {
  let names: string[] = [];
  return (message) => {
    if (message?.kind !== 'block') return message;
    const { bytes, from, to, cells, placing } = message;
    if (cells === null || placing.kind === 'flow')
      return placing.kind === 'flow' ? placeFlow(bytes, { from, to }, placing) : null;
    if (message.firstName === 0) names = [];
    names.push(...message.names);
    const [starts, ends, fields, records] = cells;
    return placeRows(bytes, { count: starts.length, starts, ends, fields, records, fieldNames: names }, placing);
  };
}
