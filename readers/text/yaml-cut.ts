/** Where a stretch of YAML may end, so that a document of any length is read in bounded memory: before the last item that is in sight. */
import type { CST } from 'yaml';
import { isBlockCollection, isList, nodeOfItem, startOfItem } from './yaml-run.ts';
import type { OpenLevel, Stretch } from './yaml-run.ts';

type BlockCollection = CST.BlockMap | CST.BlockSequence;
type Item = CST.CollectionItem;

/** An item at the end of what is in sight, with the collections it lies in. */
interface Last {
  readonly collection: BlockCollection;
  readonly item: Item;
}

export interface Cut {
  /** Offset in the text with its first lines; 0 where there is none. */
  readonly at: number;
  /** The collections around it, outermost first; the last one goes on right there. */
  readonly around: readonly Last[];
}

function lastOf(collection: BlockCollection): Last | null {
  for (let index = collection.items.length - 1; index >= 0; index--) {
    const item: Item = collection.items[index]!;
    if (startOfItem(item) >= 0) return { collection, item };
  }
  return null;
}

/** The items at the end of a document, from the outside in. What stands under a written-out key cannot be gone on with. */
function lastItems(document: CST.Document, maxDepth: number): Last[] {
  const chain: Last[] = [];
  for (let token = document.value; isBlockCollection(token) && chain.length < maxDepth;) {
    const last = lastOf(token);
    if (last === null) break;
    chain.push(last);
    if ('explicitKey' in last.item) break;
    token = last.item.value;
  }
  return chain;
}

/** Start of the line that an offset is the first character of, or -1 where it is not. */
function lineStart(text: string, offset: number): number {
  let at = offset;
  while (at > 0 && text[at - 1] === ' ') at--;
  return at === 0 || text[at - 1] === '\n' ? at : -1;
}

/** Finds where to end. `shift` is the length of the lines that only say again what is open. */
export function findCut(tokens: readonly CST.Token[], text: string, shift: number, maxDepth: number): Cut {
  const document = tokens.findLast((token) => token.type === 'document');
  if (document === undefined) return { at: 0, around: [] };
  const chain = lastItems(document, maxDepth);
  for (let depth = chain.length - 1; depth >= 0; depth--) {
    const at = lineStart(text, startOfItem(chain[depth]!.item));
    if (at > shift) return { at, around: chain.slice(0, depth + 1) };
  }
  const at = lineStart(text, document.offset);
  return { at: at > shift ? at : 0, around: [] };
}

/** What is open at a cut, by path; the items around it have been gone through. */
export function openLevelsAt(stretch: Stretch, { around }: Cut): OpenLevel[] {
  const levels: OpenLevel[] = [];
  let node = stretch.run.tree.root;
  for (const [depth, { collection, item }] of around.slice(0, -1).entries()) {
    const before = startOfItem(item) < stretch.shift ? stretch.run.open[depth] : undefined;
    node = before?.inner ?? nodeOfItem(stretch, node, isList(collection), item);
    levels.push({ indent: collection.indent, isList: isList(collection), inner: node });
  }
  return levels;
}

/** Lines that open the same collections again. */
export function linesOf(levels: readonly OpenLevel[]): string {
  return levels.map(({ indent, isList: list }) => `${' '.repeat(Math.max(0, indent))}${list ? '-' : 'x:'}\n`).join('');
}
