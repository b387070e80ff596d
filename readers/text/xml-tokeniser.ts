/** XML, token by token over bytes. Nothing is expanded and nothing opened: a document type is text like any other. */
import { addCell, addEscapedCell, createCellBuffer } from '../cells.ts';
import type { CellBuffer } from '../cells.ts';
import { createFieldNames } from '../field-names.ts';
import { childOf, createXmlTree, fieldOfNode, isNamed } from './xml-path.ts';
import type { XmlNode, XmlTree } from './xml-path.ts';

const less = 0x3c;
const greater = 0x3e;
const slash = 0x2f;
const equals = 0x3d;
const bang = 0x21;
const question = 0x3f;
const ampersand = 0x26;
const doubleQuote = 0x22;
const singleQuote = 0x27;

export interface XmlRun {
  readonly tree: XmlTree;
  readonly cells: CellBuffer;
  readonly key: { field: number; record: number };
  readonly maxDepth: number;
  node: XmlNode;
  depth: number;
  /** Elements open below the deepest one kept apart. */
  beyond: number;
  /** Where the next `&` of the window stands, found once for all cells before it. */
  ampersandAt: number;
  isBroken: boolean;
  isTooDeep: boolean;
}

export function startXmlRun(maxDepth: number): XmlRun {
  const tree = createXmlTree(createFieldNames());
  const state = { node: tree.root, depth: 0, beyond: 0, ampersandAt: -1, isBroken: false, isTooDeep: false };
  return { tree, cells: createCellBuffer(), key: { field: 0, record: 0 }, maxDepth, ...state };
}

const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
/** Bytes that end a name. */
const isNameEnd = (byte: number): boolean => isSpace(byte) || byte === greater || byte === slash || byte === equals;
const isNameStart = (byte: number): boolean =>
  (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x41 && byte <= 0x5a) || byte >= 0x80 || byte === 0x5f || byte === 0x3a;

/** Adds text without the white space around it. */
function addText(run: XmlRun, bytes: Uint8Array, range: { start: number; end: number }, field: number): void {
  let { start, end } = range;
  while (start < end && isSpace(bytes[start]!)) start++;
  while (end > start && isSpace(bytes[end - 1]!)) end--;
  if (start === end) return;
  run.key.field = field;
  if (run.ampersandAt < start) {
    const found = bytes.indexOf(ampersand, start);
    run.ampersandAt = found === -1 ? Infinity : found;
  }
  if (run.ampersandAt < end) addEscapedCell(run.cells, start, end, run.key);
  else addCell(run.cells, start, end, run.key);
}

function indexOfText(bytes: Uint8Array, text: string, from: number): number {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).indexOf(text, from, 'latin1');
}

/** After the `>` of a tag or declaration that begins at `at`: one in quotes, or in the brackets of a document type, ends nothing. -1 if it is not there. */
function endOfTag(bytes: Uint8Array, at: number, isDeclaration: boolean): number {
  let brackets = 0;
  for (let i = at + 1; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte === greater && brackets <= 0) return i + 1;
    if (byte === doubleQuote || byte === singleQuote) {
      i = bytes.indexOf(byte, i + 1);
      if (i === -1) return -1;
    } else if (isDeclaration && byte === 0x5b) brackets++;
    else if (isDeclaration && byte === 0x5d) brackets--;
  }
  return -1;
}

function readAttributes(run: XmlRun, bytes: Uint8Array, from: number, end: number): void {
  for (let at = from; at < end;) {
    while (at < end && isNameEnd(bytes[at]!)) at++;
    const nameStart = at;
    while (at < end && !isNameEnd(bytes[at]!)) at++;
    const nameEnd = at;
    while (at < end && isSpace(bytes[at]!)) at++;
    if (nameEnd === nameStart || bytes[at] !== equals) continue;
    at++;
    while (at < end && isSpace(bytes[at]!)) at++;
    const quote = bytes[at];
    const isQuoted = quote === doubleQuote || quote === singleQuote;
    const start = isQuoted ? at + 1 : at;
    let close = isQuoted ? bytes.indexOf(quote, start) : start;
    if (!isQuoted) while (close < end && !isSpace(bytes[close]!)) close++;
    if (close === -1 || close > end) close = end;
    const attribute = childOf(run.tree, run.node, bytes, { start: nameStart, end: nameEnd, mark: '@' });
    addText(run, bytes, { start, end: close }, fieldOfNode(run.tree, attribute));
    at = close + 1;
  }
}

function openElement(run: XmlRun, bytes: Uint8Array, at: number, end: number): void {
  let nameEnd = at + 1;
  while (nameEnd < end && !isNameEnd(bytes[nameEnd]!)) nameEnd++;
  const isEmpty = bytes[end - 2] === slash;
  if (run.depth >= run.maxDepth) {
    run.isTooDeep = true;
    readAttributes(run, bytes, nameEnd, end - 1);
    if (!isEmpty) run.beyond++;
    return;
  }
  run.node = childOf(run.tree, run.node, bytes, { start: at + 1, end: nameEnd, mark: '' });
  fieldOfNode(run.tree, run.node);
  run.depth++;
  readAttributes(run, bytes, nameEnd, end - (isEmpty ? 2 : 1));
  if (isEmpty) leaveElement(run);
}

/** What lies right below the root is a record. */
function leaveElement(run: XmlRun): void {
  run.node.last = null;
  run.node = run.node.parent ?? run.node;
  if (run.depth === 2) run.key.record++;
  run.depth--;
}

function closeElement(run: XmlRun, bytes: Uint8Array, at: number, end: number): void {
  if (run.beyond > 0) {
    run.beyond--;
    return;
  }
  let nameEnd = at + 2;
  while (nameEnd < end && !isNameEnd(bytes[nameEnd]!)) nameEnd++;
  let steps = 1;
  let node: XmlNode | null = run.node;
  while (node?.parent && !isNamed(node, bytes, at + 2, nameEnd)) {
    node = node.parent;
    steps++;
  }
  if (node?.parent === null || node === null) {
    // An end that nothing began.
    run.isBroken = true;
    return;
  }
  if (steps > 1) run.isBroken = true;
  for (; steps > 0; steps--) leaveElement(run);
}

const sections: readonly (readonly [open: string, close: string, field: string | null])[] = [
  ['<!--', '-->', '#comment'],
  ['<![CDATA[', ']]>', null],
  ['<?', '?>', '#instruction'],
];

/** Reads a comment, CDATA, instruction or declaration; its end, or -1 if that is not there yet. */
function readSection(run: XmlRun, bytes: Uint8Array, at: number): number {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(9, bytes.length - at)).toString('latin1');
  for (const [open, close, field] of sections) {
    if (!start.startsWith(open)) continue;
    const end = indexOfText(bytes, close, at + open.length);
    if (end === -1) return -1;
    if (field === null) {
      // In CDATA an ampersand is an ampersand.
      run.key.field = fieldOfNode(run.tree, run.node);
      addCell(run.cells, at + open.length, end, run.key);
    } else if (!start.startsWith('<?xml ')) addText(run, bytes, { start: at + open.length, end }, run.tree.names.add(field));
    return end + close.length;
  }
  if (bytes.length - at < 9) return -1;
  const end = endOfTag(bytes, at, true);
  if (end !== -1) addText(run, bytes, { start: at + 2, end: end - 1 }, run.tree.names.add('#doctype'));
  return end;
}

/** Reads the token that begins with the `<` at `at`; its end, or -1 if that is not there yet. */
function readMarkup(run: XmlRun, bytes: Uint8Array, at: number): number {
  const next = bytes[at + 1];
  if (next === undefined) return -1;
  if (next === bang || next === question) return readSection(run, bytes, at);
  if (next !== slash && !isNameStart(next)) {
    // A bare `<` is a mistake, and text.
    run.isBroken = true;
    return at + 1;
  }
  const end = endOfTag(bytes, at, false);
  if (end === -1) return -1;
  if (next === slash) closeElement(run, bytes, at, end);
  else openElement(run, bytes, at, end);
  return end;
}

/** Reads whole tokens from the start of `bytes`; gives the bytes read. */
export function tokeniseXml(run: XmlRun, bytes: Uint8Array, isEnded: boolean): number {
  let at = 0;
  run.ampersandAt = -1;
  while (at < bytes.length) {
    if (bytes[at] !== less) {
      const found = bytes.indexOf(less, at);
      if (found === -1 && !isEnded) return at;
      const end = found === -1 ? bytes.length : found;
      addText(run, bytes, { start: at, end }, fieldOfNode(run.tree, run.node));
      at = end;
      continue;
    }
    const end = readMarkup(run, bytes, at);
    if (end === -1) return at;
    at = end;
  }
  return at;
}
