/** Goes through the tokens of a stretch of YAML: scalars as cells, keys and lists as paths like those of JSON. Nothing is ever expanded. */
import type { CST } from 'yaml';
import { createCellBuffer } from '../cells.ts';
import type { CellBuffer, CellKey } from '../cells.ts';
import { createFieldNames } from '../field-names.ts';
import { createPathTree, elementOf, fieldOf, memberOf } from './json-path.ts';
import type { PathNode, PathTree } from './json-path.ts';
import type { Spelling } from './yaml-escapes.ts';

export type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;
type Item = CST.CollectionItem;

/** What was found and understood, in no order. Keys, anchors and the like are no cells: they have no field. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly field: number | null;
  readonly record: number;
  readonly spelling: Spelling | null;
}

/** A collection that was left open where a stretch was cut. */
export interface OpenLevel {
  readonly indent: number;
  readonly isList: boolean;
  /** Path of what goes on in it. */
  readonly inner: PathNode;
}

export interface YamlRun {
  readonly cells: CellBuffer;
  readonly tree: PathTree;
  readonly key: CellKey;
  readonly maxDepth: number;
  /** What is open where the stretch begins; its first lines say that again, without content. */
  open: readonly OpenLevel[];
  /** True if the stretch goes on with a document. */
  isContinued: boolean;
  /** The list whose elements are records, and whether it has had one. */
  records: PathNode | null;
  hasElement: boolean;
  hasDocument: boolean;
  isTooDeep: boolean;
  isBroken: boolean;
}

export function startYamlRun(maxDepth: number): YamlRun {
  return {
    cells: createCellBuffer(),
    tree: createPathTree(createFieldNames()),
    key: { field: 0, record: 0 },
    maxDepth,
    open: [],
    isContinued: false,
    records: null,
    hasElement: false,
    hasDocument: false,
    isTooDeep: false,
    isBroken: false,
  };
}

/** One stretch: its bytes, how far its tokens are shifted against them, and where it ends. */
export interface Stretch {
  readonly run: YamlRun;
  readonly bytes: Uint8Array;
  readonly shift: number;
  readonly end: number;
  /** Collections that go on after it. */
  readonly open: ReadonlySet<CST.Token>;
  readonly found: Found[];
}

export const isBlockCollection = (token: CST.Token | null | undefined): token is CST.BlockMap | CST.BlockSequence =>
  token?.type === 'block-map' || token?.type === 'block-seq';
const isCollection = (token: CST.Token | null | undefined): token is Collection =>
  isBlockCollection(token) || token?.type === 'flow-collection';
export const isList = (token: Collection): boolean =>
  token.type === 'block-seq' || (token.type === 'flow-collection' && token.start.source === '[');

const nulls = new Set(['', '~', 'null', 'Null', 'NULL']);
const commentField = '#comment';

function add(stretch: Stretch, found: Omit<Found, 'record'>): void {
  if (found.start < 0 || found.start >= stretch.end || found.end <= found.start) return;
  stretch.found.push({ ...found, record: stretch.run.key.record });
}

const noCell = { field: null, record: 0, spelling: null };

/** Notes what is no content. */
function pass(stretch: Stretch, { offset, source }: { readonly offset: number; readonly source: string }): void {
  const start = offset - stretch.shift;
  if (start < 0) return;
  stretch.found.push({ start, end: start + source.length, ...noCell });
}

/** What stands around values. Comments are content too. */
export function visitMarks(stretch: Stretch, marks: readonly CST.Token[] | undefined): void {
  for (const mark of marks ?? []) {
    if (mark.type === 'error') stretch.run.isBroken ||= mark.offset - stretch.shift < stretch.end;
    else if (mark.type === 'comment') {
      const start = mark.offset - stretch.shift + 1;
      if (start >= stretch.end) continue;
      const length = mark.source.slice(1).trimEnd().length;
      add(stretch, { start, end: start + length, field: stretch.run.tree.names.add(commentField), spelling: null });
    } else if (mark.type === 'anchor' || mark.type === 'tag' || mark.type === 'directive') pass(stretch, mark);
  }
}

const styles = { scalar: 'plain', 'single-quoted-scalar': 'single', 'double-quoted-scalar': 'double' } as const;

const isFlowScalar = (token: CST.Token | null | undefined): token is CST.FlowScalar =>
  token !== null && token !== undefined && (token.type in styles || token.type === 'alias');

/** Where the content of a scalar stands, without its quotes. */
function contentOf(token: CST.FlowScalar, shift: number): { readonly start: number; readonly end: number } {
  const isQuoted = token.type !== 'scalar';
  const start = token.offset - shift + (isQuoted ? 1 : 0);
  const isClosed = isQuoted && token.source.length > 1 && token.source.at(-1) === token.source[0];
  return { start, end: token.offset - shift + token.source.length - (isClosed ? 1 : 0) };
}

function visitScalar(stretch: Stretch, token: CST.FlowScalar, node: PathNode): void {
  if (token.type === 'alias') {
    pass(stretch, token);
    return;
  }
  const field = fieldOf(stretch.run.tree, node);
  if (token.type === 'scalar' && nulls.has(token.source)) {
    pass(stretch, token);
    return;
  }
  const style = styles[token.type];
  const isPlain = !/\n|\\|''/u.test(token.source) || (style === 'plain' && !token.source.includes('\n'));
  add(stretch, { ...contentOf(token, stretch.shift), field, spelling: isPlain ? null : { style, indent: 0 } });
}

function visitBlock(stretch: Stretch, token: CST.BlockScalar, node: PathNode): void {
  visitMarks(stretch, token.props);
  const field = fieldOf(stretch.run.tree, node);
  const last = token.props.at(-1);
  const [lead = ''] = /^(?:[ \r]*\n)*/u.exec(token.source) ?? [];
  const indent = /^ */u.exec(token.source.slice(lead.length))![0].length;
  if (last === undefined || !('source' in last)) return;
  const start = last.offset + last.source.length - stretch.shift + lead.length + indent;
  const end = start - indent - lead.length + token.source.trimEnd().length;
  const header = token.props.find(({ type }) => type === 'block-scalar-header');
  const isFolded = header !== undefined && 'source' in header && header.source.startsWith('>');
  const style = isFolded ? 'folded' : 'literal';
  add(stretch, { start, end, field, spelling: { style, indent } });
}

/** Everything in a token that lies too deep for a path of its own. */
function visitDeep(stretch: Stretch, deep: CST.Token, node: PathNode): void {
  stretch.run.isTooDeep = true;
  const waiting: (CST.Token | null | undefined)[] = [deep];
  while (waiting.length > 0) {
    const token = waiting.pop();
    if (!isCollection(token)) visitLeaf(stretch, token, node);
    else for (const { key, value, start, sep = [] } of token.items) waiting.push(key, value, ...start, ...sep);
  }
}

function visitLeaf(stretch: Stretch, token: CST.Token | null | undefined, node: PathNode): void {
  if (token === null || token === undefined) fieldOf(stretch.run.tree, node);
  else if (token.type === 'block-scalar') visitBlock(stretch, token, node);
  else if (isFlowScalar(token)) {
    visitScalar(stretch, token, node);
    visitMarks(stretch, token.end);
  } else visitMarks(stretch, [token]);
}

/** Where the name in a key stands. A key has one line: what a broken document leaves above it is none of its own. */
function nameOf(key: CST.FlowScalar, shift: number): { readonly start: number; readonly end: number } {
  const { start, end } = contentOf(key, shift);
  const lines = key.type === 'scalar' ? key.source.lastIndexOf('\n') + 1 : 0;
  const blanks = /^ */u.exec(key.source.slice(lines))![0].length;
  return lines === 0 ? { start, end } : { start: key.offset - shift + lines + blanks, end };
}

/** Path of the value of a key; a key that is no plain word stands for itself without a name. */
function memberNode(stretch: Stretch, node: PathNode, key: CST.Token | null | undefined): PathNode {
  if (!isFlowScalar(key)) return memberOf(stretch.run.tree, node, stretch.bytes, { start: 0, end: 0 });
  const range = nameOf(key, stretch.shift);
  const member = memberOf(stretch.run.tree, node, stretch.bytes, range);
  // Beyond the limit names are content of one field.
  if (member.index < 0) add(stretch, { ...range, field: stretch.run.tree.names.add(`${member.path}~`), spelling: null });
  else stretch.found.push({ ...range, end: Math.max(range.end, key.offset - stretch.shift + key.source.length), ...noCell });
  return member;
}

/** Path of the value of an item. */
export function nodeOfItem(stretch: Stretch, parent: PathNode, list: boolean, { key }: Item): PathNode {
  return list ? elementOf(parent) : memberNode(stretch, parent, key);
}

/** True for a line of a map that has no colon: it belongs to nothing. */
function isStray(item: Item, parent: Collection): boolean {
  const isKey = item.key !== undefined && item.key !== null && parent.type === 'block-map';
  return isKey && !('explicitKey' in item) && item.sep?.some(({ type }) => type === 'map-value-ind') !== true;
}

/** The path of a collection, how deep it lies, and whether it is a list. */
interface Around {
  readonly node: PathNode;
  readonly depth: number;
  readonly list: boolean;
}

function visitItem(stretch: Stretch, item: Item, { node: parent, depth, list }: Around): void {
  visitMarks(stretch, item.start);
  // `[a: b]` is a list of one pair.
  const isPair = list && item.key !== null && item.key !== undefined;
  const outer = isPair ? elementOf(parent) : parent;
  if (isCollection(item.key)) visitValue(stretch, item.key, nodeOfItem(stretch, outer, false, {} as Item), depth + 1);
  const node = nodeOfItem(stretch, outer, list && !isPair, item);
  visitMarks(stretch, item.key !== null && item.key !== undefined && 'end' in item.key ? item.key.end : undefined);
  visitMarks(stretch, item.sep);
  const isEmpty = item.key === undefined && item.value === undefined;
  if (!isEmpty) visitValue(stretch, item.value, node, depth + 1);
}

/** The first byte of an item, after what stands before it. */
export function startOfItem({ start, key, value }: Item): number {
  const mark = start.find(({ type }) => type !== 'space' && type !== 'newline' && type !== 'comment');
  return mark?.offset ?? key?.offset ?? value?.offset ?? -1;
}

/** True for a list whose elements are records: the outermost one, if it is all of the document or holds more than plain values. */
function isRecordList(run: YamlRun, token: Collection, node: PathNode): boolean {
  if (run.records !== null || !isList(token)) return false;
  return node === run.tree.root || token.items.some(({ value, key }) => isCollection(value) || isCollection(key));
}

function startElement(run: YamlRun): void {
  if (run.hasElement) run.key.record++;
  run.hasElement = true;
}

function visitCollection(stretch: Stretch, token: Collection, node: PathNode, depth: number): void {
  const { run } = stretch;
  if (isRecordList(run, token, node)) run.records = node;
  if (token.items.length === 0) fieldOf(run.tree, node);
  for (const item of token.items) {
    const again = startOfItem(item) < stretch.shift ? run.open[depth] : undefined;
    if (again !== undefined) {
      visitValue(stretch, item.value, again.inner, depth + 1);
      continue;
    }
    if (startOfItem(item) - stretch.shift >= stretch.end) return;
    if (run.records === node && (item.key !== undefined || item.value !== undefined || token.type === 'block-seq'))
      startElement(run);
    if (isStray(item, token)) visitMarks(stretch, item.start);
    else visitItem(stretch, item, { node, depth, list: isList(token) });
  }
  if ('end' in token) visitMarks(stretch, token.end);
  if (run.records === node && !stretch.open.has(token)) run.records = null;
}

export function visitValue(stretch: Stretch, token: CST.Token | null | undefined, node: PathNode, depth: number): void {
  if (!isCollection(token)) visitLeaf(stretch, token, node);
  else if (depth >= stretch.run.maxDepth) visitDeep(stretch, token, node);
  else visitCollection(stretch, token, node, depth);
}
