/** Rows of a table or items of a collection, as blocks with cells. */
import { makeRowBlock } from './block.ts';
import type { RowPlacing } from './block.ts';
import { addCell, createCellBuffer, keepCells } from './cells.ts';
import type { Block, FieldTexts } from './contract.ts';
import { createFieldNames } from './field-names.ts';
import { maxOwnFields, pieceBytes } from './limits.ts';

const lineFeed = 0x0a;

/** Field of the values, and of the paths, that are beyond the limit of fields: items keyed by people name no field each. */
const sharedField = '*';
const sharedPathField = '*~';

/** Gives blocks of whole records; their places hold field and record, nothing else, or what `placing` says. */
export async function* blocksOfRecords(records: AsyncIterable<FieldTexts>, placing?: RowPlacing): AsyncGenerator<Block> {
  const names = createFieldNames();
  const cells = createCellBuffer();
  const key = { field: 0, record: 0 };
  let bytes = Buffer.allocUnsafeSlow(pieceBytes);
  let length = 0;
  let isSilent = true;

  const emit = (): Block => {
    const block = makeRowBlock(bytes.subarray(0, length), cells, names.list, placing);
    bytes = Buffer.allocUnsafeSlow(pieceBytes);
    length = 0;
    keepCells(cells, 0);
    isSilent = false;
    return block;
  };
  const addText = (field: number, text: string): void => {
    key.field = field;
    // A UTF-16 unit takes at most three bytes of UTF-8; the line feed keeps cells apart.
    const needed = length + text.length * 3 + 1;
    if (needed > bytes.length) bytes = Buffer.concat([bytes.subarray(0, length)], Math.max(needed, bytes.length * 2));
    const end = length + bytes.write(text, length, 'utf8');
    addCell(cells, length, end, key);
    bytes[end] = lineFeed;
    length = end + 1;
  };
  const add = (path: string, text: string): void => {
    const field = names.list.length < maxOwnFields ? names.add(path) : names.find(path);
    if (field === undefined) addText(names.add(sharedPathField), path);
    addText(field ?? names.add(sharedField), text);
  };

  let failure: { readonly error: unknown } | null = null;
  try {
    for await (const record of records) {
      for (const [path, text] of record) add(path, text);
      key.record++;
      if (length >= pieceBytes / 2) yield emit();
    }
  } catch (error) {
    // What was read before the records broke off is still to be seen.
    failure = { error };
  }
  if (length > 0 || (isSilent && names.list.length > 0)) yield emit();
  if (failure) throw failure.error;
}
