/** Paths of elements (`/people/person/name`) and attributes (`/people/person/@id`), found by the bytes of their names. */
import type { FieldNames } from '../field-names.ts';
import { maxOwnFields } from '../limits.ts';

export interface XmlNode {
  readonly path: string;
  readonly parent: XmlNode | null;
  readonly name: Uint8Array;
  /** '@' for an attribute. */
  readonly mark: string;
  readonly children: Map<string, XmlNode>;
  /** The child found last: records repeat themselves. */
  last: XmlNode | null;
  next: XmlNode | null;
  /** Index of its field name, or -1 as long as it was not needed. */
  field: number;
}

export interface XmlTree {
  readonly names: FieldNames;
  readonly root: XmlNode;
  size: number;
}

function createNode(path: string, parent: XmlNode | null, name: Uint8Array, mark = ''): XmlNode {
  return { path, parent, name, mark, children: new Map(), last: null, next: null, field: -1 };
}

export function createXmlTree(names: FieldNames): XmlTree {
  return { names, root: createNode('', null, new Uint8Array(0)), size: 1 };
}

export function fieldOfNode(tree: XmlTree, node: XmlNode): number {
  if (node.field < 0) node.field = tree.names.add(node.path === '' ? '/' : node.path);
  return node.field;
}

export function isNamed(node: XmlNode, bytes: Uint8Array, start: number, end: number): boolean {
  const { name } = node;
  if (name.length !== end - start) return false;
  for (let i = 0; i < name.length; i++) if (name[i] !== bytes[start + i]) return false;
  return true;
}

/** The child of that name; `mark` stands before it in the path ('@' for attributes). Beyond the limit of fields, all share one. */
export function childOf(
  tree: XmlTree,
  parent: XmlNode,
  bytes: Uint8Array,
  range: { start: number; end: number; mark: string },
): XmlNode {
  const { start, end, mark } = range;
  const expected = parent.last?.next;
  if (expected && expected.mark === mark && isNamed(expected, bytes, start, end)) {
    parent.last = expected;
    return expected;
  }
  const name = Buffer.from(bytes.subarray(start, end));
  const key = mark + name.toString('latin1');
  let child = parent.children.get(key);
  if (child === undefined) {
    const isFull = tree.size >= maxOwnFields;
    const shown = isFull ? '*' : `${mark}${name.toString('utf8')}`;
    child = createNode(`${parent.path}/${shown}`, parent, name, mark);
    if (!isFull) {
      parent.children.set(key, child);
      tree.size++;
    }
  }
  if (parent.last !== null) parent.last.next = child;
  parent.last = child;
  return child;
}
