/** Splits JSON (RFC 8259) into cells as it streams by: only the containers around the current value are kept. */
import { addCell, addEscapedCell } from '../cells.ts';
import { elementOf, expectedMember, fieldOf, keyFieldOf, memberOf } from './json-path.ts';
import { broken, endOfScalar, endOfString, incomplete, isNumberAt, readMembers } from './json-members.ts';
import { expected, markHere, startNextDocument } from './json-run.ts';
import type { JsonRun } from './json-run.ts';

export type JsonOutcome = 'end' | 'more' | 'broken' | 'deep';

const tooDeep = -3;

const code = {
  quote: 0x22,
  comma: 0x2c,
  colon: 0x3a,
  openArray: 0x5b,
  closeArray: 0x5d,
  openObject: 0x7b,
  closeObject: 0x7d,
};
const lineFeed = 0x0a;

function endValue(run: JsonRun, offset: number): number {
  if (run.depth === 0) {
    startNextDocument(run);
    markHere(run, offset);
    return offset;
  }
  run.next = expected.commaOrClose;
  if (run.depth === run.recordDepth || run.depth < run.mark.depth) markHere(run, offset);
  return offset;
}

function openContainer(run: JsonRun, isArray: boolean, offset: number): number {
  if (run.depth >= run.maxDepth) return tooDeep;
  // A list of plain values inside an object belongs to that object's record; a list of objects is a list of records.
  if (!run.lines && run.recordDepth === 0 && run.depth > 0 && run.isArray[run.depth] === true) {
    run.recordDepth = run.depth;
    run.key.record = 0;
  }
  run.depth++;
  run.isArray[run.depth] = isArray;
  run.nodes[run.depth] = run.node;
  if (isArray) {
    if (!run.lines && run.depth === 1) {
      run.recordDepth = 1;
      run.key.record = 0;
    }
    run.node = elementOf(run.node);
    run.next = expected.valueOrClose;
  } else {
    run.node.next = 0;
    run.next = expected.keyOrClose;
  }
  return offset + 1;
}

function closeContainer(run: JsonRun, isArray: boolean, offset: number): number {
  if (run.depth === 0 || run.isArray[run.depth] !== isArray) return broken;
  // An empty container has no cells, but its path is content all the same.
  if (run.next !== expected.commaOrClose) fieldOf(run.tree, run.nodes[run.depth]!);
  if (run.depth === run.recordDepth) run.recordDepth = 0;
  run.depth--;
  return endValue(run, offset + 1);
}

/** Reads a string whose text starts at `from` as a cell. */
function readString(run: JsonRun, bytes: Uint8Array, from: number): number {
  const end = endOfString(run, bytes, from);
  if (end < 0) return end;
  run.key.field = fieldOf(run.tree, run.node);
  if (run.hasEscape) addEscapedCell(run.cells, from, end, run.key);
  else addCell(run.cells, from, end, run.key);
  run.inString = false;
  return endValue(run, end + 1);
}

/** Reads the colon after a key if it stands right there. */
function readColon(run: JsonRun, bytes: Uint8Array, at: number): number {
  const isThere = bytes[at] === code.colon;
  run.next = isThere ? expected.value : expected.colon;
  return isThere ? at + 1 : at;
}

function readKey(run: JsonRun, bytes: Uint8Array, start: number): number {
  // Where a block may end after a value, values are read one by one.
  const passed = run.depth < run.mark.depth ? start : readMembers(run, bytes, start);
  if (passed > start) return passed;
  const around = run.nodes[run.depth]!;
  const known = expectedMember(around, bytes, start + 1);
  if (known !== null) {
    run.node = known;
    return readColon(run, bytes, start + known.key.length + 2);
  }
  const end = endOfString(run, bytes, start + 1);
  if (end < 0) return end;
  run.node = memberOf(run.tree, around, bytes, { start: start + 1, end });
  if (run.node.index < 0) {
    run.key.field = keyFieldOf(run.tree, run.node);
    if (run.hasEscape) addEscapedCell(run.cells, start + 1, end, run.key);
    else addCell(run.cells, start + 1, end, run.key);
  }
  return readColon(run, bytes, end + 1);
}

interface Word {
  readonly bytes: Uint8Array;
  /** False for words that stand for no value; writers of other languages leave some of them in their JSON. */
  readonly isContent: boolean;
}

const words: readonly Word[] = [
  ...['true', 'false'].map((text) => ({ bytes: Buffer.from(text), isContent: true })),
  ...['null', 'NaN', 'Infinity', '-Infinity', 'undefined', 'None'].map((text) => ({
    bytes: Buffer.from(text),
    isContent: false,
  })),
];

function wordAt(bytes: Uint8Array, start: number, end: number): Word | null {
  for (const word of words) {
    const text = word.bytes;
    let i = 0;
    while (i < text.length && bytes[start + i] === text[i]) i++;
    if (i === text.length && i === end - start) return word;
  }
  return null;
}

function readScalar(run: JsonRun, bytes: Uint8Array, start: number, isLast: boolean): number {
  const end = endOfScalar(bytes, start);
  if (end === bytes.length && !isLast) return incomplete;
  const isNumber = isNumberAt(bytes, start);
  const word = isNumber ? null : wordAt(bytes, start, end);
  if (!isNumber && word === null) return broken;
  run.key.field = fieldOf(run.tree, run.node);
  if (isNumber || word?.isContent === true) addCell(run.cells, start, end, run.key);
  return endValue(run, end);
}

function readValue(run: JsonRun, bytes: Uint8Array, at: number, isLast: boolean): number {
  if (run.depth === 0 && run.documents > 0 && !run.lines) {
    run.lines = true;
    run.key.record = run.documents;
  }
  const byte = bytes[at]!;
  if (byte === code.quote) return readString(run, bytes, at + 1);
  if (byte === code.openObject) return openContainer(run, false, at);
  if (byte === code.openArray) return openContainer(run, true, at);
  if (byte === code.closeArray && run.next === expected.valueOrClose) return closeContainer(run, true, at);
  return readScalar(run, bytes, at, isLast);
}

function readComma(run: JsonRun, at: number): number {
  if (run.isArray[run.depth] !== true) {
    run.next = expected.key;
    return at + 1;
  }
  run.next = expected.value;
  run.node = elementOf(run.nodes[run.depth]!);
  if (run.depth === run.recordDepth) run.key.record++;
  return at + 1;
}

function readToken(run: JsonRun, bytes: Uint8Array, at: number, isLast: boolean): number {
  const byte = bytes[at]!;
  switch (run.next) {
    case expected.value:
    case expected.valueOrClose:
      return readValue(run, bytes, at, isLast);
    case expected.colon:
      if (byte !== code.colon) return broken;
      run.next = expected.value;
      return at + 1;
    case expected.key:
    case expected.keyOrClose:
      if (byte === code.quote) return readKey(run, bytes, at);
      return byte === code.closeObject && run.next === expected.keyOrClose ? closeContainer(run, false, at) : broken;
    case expected.commaOrClose:
      if (byte === code.comma) return readComma(run, at);
      if (byte === code.closeObject) return closeContainer(run, false, at);
      return byte === code.closeArray ? closeContainer(run, true, at) : broken;
    default:
      return run.next satisfies never;
  }
}

/** True if the value that comes next in `bytes`, or that they go on with, is a string. */
export function isAtString(run: JsonRun, bytes: Uint8Array): boolean {
  return run.inString || (bytes[0] === code.quote && (run.next === expected.value || run.next === expected.valueOrClose));
}

/** Reads on in the bytes given, which start where the last call was told to go on, and adds the cells in them. */
export function tokeniseJson(run: JsonRun, bytes: Uint8Array, isLast: boolean): JsonOutcome {
  const end = bytes.length;
  let at = 0;
  run.at = 0;
  run.view = new DataView(bytes.buffer, bytes.byteOffset, end);
  if (run.inString) at = readString(run, bytes, 0);
  while (at >= 0 && at < end) {
    run.at = at;
    const byte = bytes[at]!;
    if (byte === 0x20 || (byte >= 0x09 && byte <= 0x0d)) at = byte === lineFeed && run.byLine && run.depth > 0 ? broken : at + 1;
    else at = readToken(run, bytes, at, isLast);
  }
  if (at >= 0) {
    run.at = end;
    return isLast ? 'end' : 'more';
  }
  if (at === incomplete) return isLast ? 'broken' : 'more';
  return at === tooDeep ? 'deep' : 'broken';
}
