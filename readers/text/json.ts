/** JSON of any depth and JSON lines, streamed: an array of gigabytes takes the memory of one element. */
import { makeCellBlock } from '../block.ts';
import { addCell, addEscapedCell, keepCells } from '../cells.ts';
import type { Block, Extent, PartRef, ReaderLimits, SizedSource, SkipReason, TextFormat, Unread } from '../contract.ts';
import { cutPointOfString, jsonEscapes } from './json-escapes.ts';
import { fieldOf } from './json-path.ts';
import { markHere, returnToMark, startJsonRun, startNextDocument } from './json-run.ts';
import type { JsonRun } from './json-run.ts';
import { isAtString, tokeniseJson } from './json-tokeniser.ts';
import type { JsonOutcome } from './json-tokeniser.ts';
import { extensionOf } from '../head.ts';
import { headBytes, pieceBytes, recordBytes } from '../limits.ts';
import { startOfPoint } from '../origin.ts';
import { lineBorders, shareOf } from '../parts.ts';
import { readRunningText } from './text.ts';
import { openText } from '../text-stream.ts';
import type { TextStream } from '../text-stream.ts';
import { unread } from '../unread.ts';

const lineExtensions = new Set(['jsonl', 'ndjson', 'ldjson']);
const extensions = new Set([...lineExtensions, 'json', 'geojson']);
const lineFeed = 0x0a;
const headDepth = 512;
/** `\\ud83d\\ude00`: two escapes that make one code point. */
const longestEscape = 12;

/** What a look at the start of an object says. */
interface Glance {
  /** Values that were read to their end, and lines that were given up. */
  readonly documents: number;
  readonly brokenLines: number;
}

function glance(text: Uint8Array, isWhole: boolean, byLine = false): Glance {
  const run = startJsonRun(headDepth, true);
  run.byLine = byLine;
  let brokenLines = 0;
  for (let from = 0; from < text.length;) {
    const outcome = tokeniseJson(run, text.subarray(from), isWhole);
    if (outcome === 'end' || outcome === 'more') break;
    brokenLines++;
    startNextDocument(run);
    const newline = text.indexOf(lineFeed, from + run.at);
    from = newline === -1 ? text.length : newline + 1;
  }
  return { documents: run.documents - brokenLines, brokenLines };
}

function firstByte(text: Uint8Array): string {
  const at = text.findIndex((byte) => byte > 0x20);
  return at === -1 ? '' : String.fromCodePoint(text[at]!);
}

/** Lines (or the rest of a document) that were not read as JSON for one reason. */
interface Refusal {
  count: number;
  readonly firstRecord: number;
}

/** Where reading stands: the stream, the run over it, whether anything was given yet, and what was refused. */
interface Reading {
  readonly stream: TextStream;
  readonly run: JsonRun;
  readonly limits: ReaderLimits;
  isSilent: boolean;
  readonly refused: Map<SkipReason, Refusal>;
}

function refuse({ refused, run }: Reading, outcome: JsonOutcome): void {
  const reason = outcome === 'deep' ? 'JSON_NESTING_LEVEL_OVER_LIMIT' : 'MALFORMED_FILE';
  const known = refused.get(reason);
  if (known === undefined) refused.set(reason, { count: 1, firstRecord: run.key.record + 1 });
  else known.count++;
}

function emit(reading: Reading, length: number): Block {
  const { run, stream } = reading;
  const block = makeCellBlock(stream.take(length), run.cells, run.tree.names.list, jsonEscapes);
  keepCells(run.cells, 0);
  markHere(run, 0);
  reading.isSilent = false;
  return block;
}

/** Cuts the string the window starts with; the rest of it follows as a cell of the same field and record. */
function* cutString(reading: Reading): Generator<Block | Unread> {
  const { run, stream } = reading;
  const from = run.inString ? 0 : 1;
  const cut = cutPointOfString(stream.window(), from, stream.window().length - longestEscape);
  run.key.field = fieldOf(run.tree, run.node);
  addEscapedCell(run.cells, from, cut, run.key);
  run.inString = true;
  yield unread('MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT', `a string of record ${run.key.record + 1} was cut after ${cut} bytes`);
  yield emit(reading, cut);
}

/** Reads the rest of a line that is not JSON as one cell of the path `$`, so that nothing in it is lost. */
async function* passLine(reading: Reading): AsyncGenerator<Block> {
  const { run, stream, limits } = reading;
  while (!stream.window().includes(lineFeed) && !stream.isEnded() && stream.window().length < limits.maxCellBytes) {
    await stream.fill(Math.min(stream.window().length * 2 + 1, limits.maxCellBytes));
  }
  const window = stream.window();
  const newline = window.indexOf(lineFeed);
  const length = newline === -1 ? startOfPoint(window, window.length) : newline + 1;
  run.key.field = fieldOf(run.tree, run.tree.root);
  // A line that merely ended too early has been given already.
  if (newline !== 0) addCell(run.cells, 0, length, run.key);
  startNextDocument(run);
  yield emit(reading, length);
}

/** Gives the whole records of the window; where it holds none, gives its whole values, looks further ahead, or cuts a string. */
async function* readMore(reading: Reading): AsyncGenerator<Block | Unread> {
  const { run, stream, limits } = reading;
  const { offset } = run.mark;
  const length = stream.window().length;
  if (offset > 0) {
    returnToMark(run);
    yield emit(reading, offset);
  } else if (run.at > 0 && length >= Math.min(recordBytes, limits.maxCellBytes)) yield emit(reading, run.at);
  else if (length >= limits.maxCellBytes) yield* cutString(reading);
  else returnToMark(run);
  // Twice the window, so that a long record is not begun too often.
  const more = Math.max(length + 1, Math.min(length * 2 + 1, limits.maxCellBytes));
  await stream.fill(stream.window().length === length ? more : stream.window().length + 1);
}

/** True if a token longer than the limit stands first and is no string: such a thing is no JSON. */
function isStuck({ run, stream, limits }: Reading): boolean {
  const window = stream.window();
  return run.mark.offset === 0 && run.at === 0 && window.length >= limits.maxCellBytes && !isAtString(run, window);
}

async function* readDocuments(reading: Reading): AsyncGenerator<Block | Unread> {
  const { run, stream } = reading;
  for (;;) {
    let outcome = tokeniseJson(run, stream.window(), stream.isEnded());
    if (outcome === 'end') break;
    if (outcome === 'more' && isStuck(reading)) outcome = 'broken';
    if (outcome === 'more') {
      yield* readMore(reading);
      continue;
    }
    refuse(reading, outcome);
    if (run.at > 0) yield emit(reading, run.at);
    if (!run.lines) {
      yield* readRunningText(stream);
      return;
    }
    yield* passLine(reading);
    await stream.fill(stream.window().length + 1);
  }
  if (run.depth > 0) refuse(reading, 'broken');
  // Keys without values are content too: they are given even if there is no cell.
  if (run.cells.count > 0 || (reading.isSilent && run.tree.names.list.length > 0)) yield emit(reading, stream.window().length);
}

/** Looks at the start of the stream and makes ready to read on. */
async function startReading(stream: TextStream, name: string, limits: ReaderLimits): Promise<Reading> {
  await stream.fill(pieceBytes + 1);
  const window = stream.window();
  const near = window.subarray(0, headBytes);
  let seen = glance(near, stream.isEnded());
  const isShort = seen.documents < 2 && near.length < window.length;
  if (isShort) seen = glance(window, stream.isEnded());
  const run = startJsonRun(limits.maxJsonDepth, lineExtensions.has(extensionOf(name)) || seen.documents > 1);
  const byLine = glance(isShort ? window : near, stream.isEnded(), true);
  run.byLine = seen.documents > 1 && byLine.documents === seen.documents && byLine.brokenLines === seen.brokenLines;
  return { stream, run, limits, isSilent: true, refused: new Map() };
}

function* sayRefused({ refused }: Reading): Generator<Unread> {
  for (const [reason, { count, firstRecord }] of refused) {
    yield unread(reason, `not read as JSON: ${count} ${count === 1 ? 'place' : 'places'}, the first in record ${firstRecord}`);
  }
}

async function* readPart(reading: Reading, source: SizedSource, part: PartRef): AsyncGenerator<Block | Unread | Extent> {
  const { stream, run } = reading;
  try {
    const share = await shareOf(source, part, stream.originAt(0).stored, lineBorders(source, stream.newline()));
    if (share === null) {
      yield { kind: 'extent', lines: 0, records: 0 };
      return;
    }
    await stream.jump(share, 1);
    await stream.fill(pieceBytes + 1);
    yield* readDocuments(reading);
    yield* sayRefused(reading);
    yield { kind: 'extent', lines: stream.originAt(stream.window().length).line - 1, records: run.documents };
  } finally {
    await stream.close();
  }
}

/**
 * Reads JSON and JSON lines. What breaks the rules is still read: a line as one cell, the rest of a document as running
 * text; `MALFORMED_FILE` or `JSON_NESTING_LEVEL_OVER_LIMIT` says so. A record of megabytes is given in several
 * blocks, a string longer than `maxCellBytes` is cut (`MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT`).
 */
export const jsonFormat: TextFormat = {
  id: 'json',
  recognises({ text, extension, isWhole }) {
    if (text === null) return false;
    const first = firstByte(text);
    if (first !== '{' && first !== '[') return lineExtensions.has(extension);
    if (extensions.has(extension)) return true;
    const { documents, brokenLines } = glance(text, isWhole);
    return documents >= 4 * brokenLines;
  },
  async *read(source, limits) {
    const stream = openText(source);
    try {
      const reading = await startReading(stream, source.name, limits);
      yield* readDocuments(reading);
      yield* sayRefused(reading);
    } finally {
      await stream.close();
    }
  },
  async openPart(source, limits, part) {
    const stream = openText(source);
    const reading = await startReading(stream, source.name, limits);
    if (reading.run.byLine && stream.canJump()) return readPart(reading, source, part);
    await stream.close();
    return null;
  },
};
