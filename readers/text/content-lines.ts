/**
 * Cards and calendars (vCard 2.1 to 4.0, RFC 6350; iCalendar, RFC 5545): lines of a name, parameters and a value, folded, escaped or
 * quoted-printable. Each card, event or task is a record; names are fields, parameters that hold words as well.
 */
import { addCell, addEscapedCell, createCellBuffer } from '../cells.ts';
import type { CellBuffer } from '../cells.ts';
import { escapesOfLines, isFoldedAt, spellingOf } from './content-line-escapes.ts';
import type { LineSpelling } from './content-line-escapes.ts';
import type { Head, TextFormat } from '../contract.ts';
import { createFieldNames } from '../field-names.ts';
import type { FieldNames } from '../field-names.ts';
import { openText } from '../text-stream.ts';
import { readTokens } from '../token-blocks.ts';
import { unread } from '../unread.ts';

const lineFeed = 0x0a;
const quote = 0x22;
const semicolon = 0x3b;
const colon = 0x3a;
const equalsSign = 0x3d;
const fold = /\r?\n[ \t]/gu;
const maxHeads = 2000;

/** Parameters that say how a value is written or used; all others hold words. */
const technical = new Set(
  'TYPE VALUE ENCODING CHARSET LANGUAGE PREF PID ALTID MEDIATYPE CALSCALE INDEX LEVEL TZ PARTSTAT ROLE RSVP CUTYPE TZID FMTTYPE FBTYPE RANGE RELATED RELTYPE ALTREP DISPLAY SCHEDULE-AGENT SCHEDULE-STATUS SCHEDULE-FORCE-SEND X-ABADR'.split(
    ' ',
  ),
);
/** Values of several parts, by name. */
const parts: Readonly<Record<string, readonly string[]>> = {
  N: ['family-name', 'given-name', 'additional-name', 'prefix', 'suffix'],
  ADR: ['po-box', 'extended', 'street', 'locality', 'region', 'postal-code', 'country'],
  ORG: ['name', 'unit'],
};

interface Run {
  readonly cells: CellBuffer;
  readonly names: FieldNames;
  readonly key: { field: number; record: number };
  /** How the cells of the last window are written that do not read as they are, by where they begin. */
  spellings: Map<number, LineSpelling>;
  /** Components that are open, outermost first. */
  readonly open: string[];
  /** The components in the name of a field. */
  prefix: string;
  /** What stands before the colon of lines, taken apart, by a sum of its bytes: most lines repeat that of others. */
  readonly heads: Map<number, LineHead>;
  isBroken: boolean;
}

interface Parameter {
  readonly name: string;
  readonly value: string;
  /** From the start of the line. */
  readonly start: number;
  readonly end: number;
}

interface LineHead {
  /** What was taken apart, and the components that were open. */
  readonly written: Uint8Array;
  readonly prefix: string;
  readonly name: string;
  readonly field: string;
  readonly parameters: readonly Parameter[];
  /** Index of `field` among the names; -1 as long as it was not needed. */
  index: number;
}

const asciiOf = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');

/** Where the head of a line ends: the first colon that stands in no quotes, or -1. */
function endOfHead(bytes: Uint8Array, start: number, end: number): number {
  let inQuotes = false;
  for (let at = start; at < end; at++) {
    if (bytes[at] === quote) inQuotes = !inQuotes;
    else if (!inQuotes && bytes[at] === colon) return at;
  }
  return -1;
}

/** A parameter; one without a name is a type or an encoding, as version 2.1 has it. */
function readParameter(text: string, start: number): Parameter {
  const equals = text.indexOf('=');
  const isQuoted = equals !== -1 && text[equals + 1] === '"' && text.endsWith('"') && text.length > equals + 2;
  const from = equals + 1 + (isQuoted ? 1 : 0);
  const to = text.length - (isQuoted ? 1 : 0);
  const unnamed = /^(?:QUOTED-PRINTABLE|BASE64)$/iu.test(text) ? 'ENCODING' : 'TYPE';
  const name = equals === -1 ? unnamed : text.slice(0, equals).replaceAll(fold, '').toUpperCase();
  return { name, value: text.slice(from, to), start: start + from, end: start + to };
}

/** Takes a head apart at the semicolons that stand in no quotes. */
function parseHead(written: Uint8Array, prefix: string): LineHead {
  const text = asciiOf(written, 0, written.length);
  const ends = [...text.matchAll(/"[^"]*"?|;/gu)].filter(([mark]) => mark === ';').map(({ index }) => index);
  const parameters = ends.map((at, index) => readParameter(text.slice(at + 1, ends[index + 1] ?? text.length), at + 1));
  // `item1.TEL`: what groups lines is no part of the name.
  const name = text
    .slice(0, ends[0] ?? text.length)
    .replaceAll(fold, '')
    .replace(/^[^.]*\./u, '')
    .trim()
    .toUpperCase();
  return { written, prefix, name, field: prefix + name, parameters, index: -1 };
}

function isHeadAt({ written }: LineHead, bytes: Uint8Array, start: number, end: number): boolean {
  if (written.length !== end - start) return false;
  for (let i = 0; i < written.length; i++) if (written[i] !== bytes[start + i]) return false;
  return true;
}

/** The head of a line whose colon stands at `end`. */
function readHead(run: Run, bytes: Uint8Array, start: number, end: number): LineHead {
  let sum = run.prefix.length;
  for (let at = start; at < end; at++) sum = (Math.imul(sum, 31) + bytes[at]!) | 0;
  const known = run.heads.get(sum);
  if (known !== undefined && known.prefix === run.prefix && isHeadAt(known, bytes, start, end)) return known;
  const head = parseHead(bytes.slice(start, end), run.prefix);
  if (run.heads.size < maxHeads || known !== undefined) run.heads.set(sum, head);
  return head;
}

interface Value {
  readonly start: number;
  readonly end: number;
}

function addText(run: Run, field: number, range: Value, spelling: LineSpelling | null): void {
  run.key.field = field;
  if (spelling === null || range.end <= range.start) return addCell(run.cells, range.start, range.end, run.key);
  run.spellings.set(range.start, spelling);
  return addEscapedCell(run.cells, range.start, range.end, run.key);
}

/** Adds the parts of a value that semicolons keep apart. */
function addParts(run: Run, bytes: Uint8Array, { name, field, parameters }: LineHead, { start, end }: Value): void {
  const spelling = spellingOf(bytes, { start, end }, parameters);
  let from = start;
  let index = 0;
  for (let at = start; at <= end; at++) {
    if (at < end && bytes[at] === 0x5c) at++;
    else if (at === end || bytes[at] === semicolon) {
      if (at > from)
        addText(
          run,
          run.names.add(`${field}.${parts[name]?.[index] ?? `part ${index + 1}`}`),
          { start: from, end: at },
          spelling,
        );
      from = at + 1;
      index++;
    }
  }
}

/** A component begins or ends. Those right below a calendar, and cards, are records. */
function passBorder(run: Run, name: string, component: string): void {
  const depth = run.open[0] === 'VCALENDAR' ? 2 : 1;
  if (name === 'BEGIN') run.open.push(component);
  else {
    if (run.open.at(-1) !== component) run.isBroken = true;
    if (run.open.length === depth && component !== 'VCALENDAR') run.key.record++;
    run.open.pop();
  }
  const inner = run.open.filter((one) => one !== 'VCARD' && one !== 'VCALENDAR');
  run.prefix = inner.map((one) => `${one}.`).join('');
}

function addLine(run: Run, bytes: Uint8Array, start: number, end: number): void {
  const at = endOfHead(bytes, start, end);
  const head = at === -1 ? null : readHead(run, bytes, start, at);
  if (head === null || head.name === '') {
    run.isBroken = true;
    addText(run, run.names.add('#line'), { start, end }, null);
    return;
  }
  const value = { start: at + 1, end };
  if (head.name === 'BEGIN' || head.name === 'END') {
    passBorder(run, head.name, asciiOf(bytes, value.start, end).trim().toUpperCase());
    return;
  }
  for (const one of head.parameters) {
    if (technical.has(one.name)) continue;
    const range = { start: start + one.start, end: start + one.end };
    addText(run, run.names.add(`${head.field}.${one.name}`), range, spellingOf(bytes, range, []));
  }
  if (head.name in parts) addParts(run, bytes, head, value);
  else {
    if (head.index < 0) head.index = run.names.add(head.field);
    addText(run, head.index, value, spellingOf(bytes, value, head.parameters));
  }
}

/** True if the line whose end is at `lineEnd` ends softly, as quoted-printable does. */
function isSoftAt(bytes: Uint8Array, start: number, lineEnd: number): boolean {
  if (bytes[bytes[lineEnd - 1] === 0x0d ? lineEnd - 2 : lineEnd - 1] !== equalsSign) return false;
  return /^[^:]*[;=]QUOTED-PRINTABLE[;:]/iu.test(asciiOf(bytes, start, Math.min(lineEnd, start + 512)));
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (bytes[at]! > 0x20) return false;
  return true;
}

/** Reads whole lines with all that is folded under them; what the window cuts waits. */
function tokeniseLines(run: Run, bytes: Uint8Array, isEnded: boolean): number {
  let start = 0;
  while (start < bytes.length) {
    let end = bytes.indexOf(lineFeed, start);
    const isSoft = end !== -1 && isSoftAt(bytes, start, end);
    while (end !== -1 && isFoldedAt(bytes, end, isSoft)) end = bytes.indexOf(lineFeed, end + 1);
    // The line after it may be a part of it.
    if ((end === -1 || end + 1 === bytes.length) && !isEnded) break;
    const stop = end === -1 ? bytes.length : end;
    const isReturn = stop > start && bytes[stop - 1] === 0x0d;
    const last = isReturn ? stop - 1 : stop;
    if (!isBlank(bytes, start, last)) addLine(run, bytes, start, last);
    start = stop + 1;
  }
  return Math.min(start, bytes.length);
}

function makeFormat(id: string, component: string): TextFormat {
  const begin = new RegExp(`^\\uFEFF?\\s*BEGIN:${component}\\s`, 'iu');
  return {
    id,
    recognises: ({ text }: Head) => text !== null && begin.test(Buffer.from(text.subarray(0, 200)).toString('utf8')),
    async *read(source, limits) {
      const stream = openText(source);
      const run: Run = {
        cells: createCellBuffer(),
        names: createFieldNames(),
        key: { field: 0, record: 0 },
        spellings: new Map(),
        open: [],
        prefix: '',
        heads: new Map(),
        isBroken: false,
      };
      const tokens = {
        cells: run.cells,
        names: run.names,
        escapes: escapesOfLines(run.spellings),
        tokenise(window: Uint8Array, isEnded: boolean): number {
          run.spellings = new Map();
          tokens.escapes = escapesOfLines(run.spellings);
          return tokeniseLines(run, window, isEnded);
        },
      };
      try {
        yield* readTokens(stream, tokens, limits);
        if (run.isBroken || run.open.length > 0)
          yield unread('MALFORMED_FILE', 'lines that are no content lines, or an end that is missing');
      } finally {
        await stream.close();
      }
    },
  };
}

/** Cards of people (`.vcf`). */
export const vcardFormat: TextFormat = makeFormat('vcard', 'VCARD');
/** Calendars (`.ics`). */
export const icalendarFormat: TextFormat = makeFormat('icalendar', 'VCALENDAR');
