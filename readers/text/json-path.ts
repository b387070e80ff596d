/** Paths of JSON values, with `[*]` for the elements of an array, found by the bytes of their keys. */
import type { FieldNames } from '../field-names.ts';
import { maxFields, maxMembers, maxOwnFields } from '../limits.ts';

export interface PathNode {
  readonly path: string;
  /** Bytes of the key as written, escapes included. */
  readonly key: Uint8Array;
  /** The same with the quote and the colon after it, as words of four bytes; of the last one `lastMask` says what counts. */
  readonly words: Int32Array;
  readonly lastMask: number;
  /** Place among the members of its object, in order of first appearance. */
  readonly index: number;
  readonly members: PathNode[];
  readonly membersByKey: Map<string, PathNode>;
  /** Index of the member expected next: records repeat the order of their keys. */
  next: number;
  element: PathNode | null;
  /** Stands for every member beyond the limit. */
  rest: PathNode | null;
  /** True below a `rest`. */
  readonly isShared: boolean;
  /** Index of its field name, or -1 as long as it was not needed. */
  field: number;
}

export interface PathTree {
  readonly names: FieldNames;
  readonly root: PathNode;
  size: number;
}

const noKey = new Uint8Array(0);

/** A key and what follows it, in words. */
function wordsOf(key: Uint8Array): Pick<PathNode, 'words' | 'lastMask'> {
  const bytes = Buffer.concat([key, Buffer.from('":')]);
  const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
  const words = Int32Array.from({ length: padded.length / 4 }, (_, i) => padded.readInt32LE(4 * i));
  return { words, lastMask: (-1 >>> ((padded.length - bytes.length) * 8)) | 0 };
}

function createNode(path: string, isShared: boolean, key: Uint8Array = noKey, index = 0): PathNode {
  const own = { path, isShared, key, ...wordsOf(key), index };
  return { ...own, members: [], membersByKey: new Map(), next: 0, element: null, rest: null, field: -1 };
}

export function createPathTree(names: FieldNames): PathTree {
  return { names, root: createNode('$', false), size: 1 };
}

/** Index of the field name of a node. */
export function fieldOf(tree: PathTree, node: PathNode): number {
  if (node.field < 0) node.field = tree.names.add(node.path);
  return node.field;
}

/** The node of the elements of an array. */
export function elementOf(node: PathNode): PathNode {
  return (node.element ??= createNode(`${node.path}[*]`, node.isShared));
}

/** Index of the field that holds the keys of an object's members beyond the limit. */
export function keyFieldOf(tree: PathTree, rest: PathNode): number {
  return tree.names.add(`${rest.path}~`);
}

/** The member that comes next in most records, if its key and the quote after it stand at `start`. */
export function expectedMember(node: PathNode, bytes: Uint8Array, start: number): PathNode | null {
  const member = node.members[node.next];
  if (member === undefined) return null;
  const { key } = member;
  const { length } = key;
  if (bytes[start + length] !== 0x22) return null;
  for (let i = 0; i < length; i++) if (key[i] !== bytes[start + i]) return null;
  node.next++;
  return member;
}

function unescapeKey(text: string): string {
  if (!text.includes('\\')) return text;
  try {
    return String(JSON.parse(`"${text}"`));
  } catch {
    return text;
  }
}

function memberPath(path: string, key: string): string {
  if (/^[\p{L}_$][\p{L}\p{M}\p{N}_$-]*$/u.test(key)) return `${path}.${key}`;
  return `${path}['${key.replaceAll('\\', String.raw`\\`).replaceAll("'", String.raw`\'`)}']`;
}

function addMember(tree: PathTree, node: PathNode, key: Buffer): PathNode {
  const isFull = node.members.length >= maxMembers || tree.size >= (node.isShared ? maxFields : maxOwnFields);
  if (isFull) return (node.rest ??= createNode(`${node.path}.*`, true, noKey, -1));
  const path = memberPath(node.path, unescapeKey(key.toString('utf8')));
  const member = createNode(path, node.isShared, Uint8Array.from(key), node.members.length);
  tree.size++;
  node.members.push(member);
  node.membersByKey.set(key.toString('latin1'), member);
  return member;
}

/** The node of the member whose key lies in `[start, end)`. Its index is negative if it stands for many. */
export function memberOf(
  tree: PathTree,
  node: PathNode,
  bytes: Uint8Array,
  range: { readonly start: number; readonly end: number },
): PathNode {
  const { start, end } = range;
  const key = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start);
  const member = node.membersByKey.get(key.toString('latin1')) ?? addMember(tree, node, key);
  if (member.index >= 0) node.next = member.index + 1;
  return member;
}
