/**
 * Cards and calendars (vCard 2.1 to 4.0, RFC 6350; iCalendar, RFC 5545): lines of a name, parameters and a value, folded, escaped or
 * quoted-printable. Each card, event or task is a record; names are fields, parameters that hold words as well.
 */
import { addCell, addEscapedCell, createCellBuffer } from './cells.ts';
import type { CellBuffer } from './cells.ts';
import { escapesOfLines, isFoldedAt, spellingOf } from './content-line-escapes.ts';
import type { LineSpelling } from './content-line-escapes.ts';
import type { Head, TextFormat } from './contract.ts';
import { createFieldNames } from './field-names.ts';
import type { FieldNames } from './field-names.ts';
import { openText } from './text-stream.ts';
import { readTokens } from './token-blocks.ts';
import { unread } from './unread.ts';

const lineFeed = 0x0a;
const quote = 0x22;
const semicolon = 0x3b;
const colon = 0x3a;

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
  isBroken: boolean;
}

interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

interface Line {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Where the value stands. */
  readonly start: number;
  readonly end: number;
}

const asciiOf = (bytes: Uint8Array, start: number, end: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');

/** The first colon or semicolon from `from` on that stands in no quotes, or `end`. */
function endOfPart(bytes: Uint8Array, from: number, end: number): number {
  let inQuotes = false;
  for (let at = from; at < end; at++) {
    if (bytes[at] === quote) inQuotes = !inQuotes;
    else if (!inQuotes && (bytes[at] === colon || bytes[at] === semicolon)) return at;
  }
  return end;
}

/** A parameter; one without a name is a type, as version 2.1 has it. */
function readParameter(bytes: Uint8Array, start: number, end: number): Parameter {
  const text = asciiOf(bytes, start, end);
  const equals = text.indexOf('=');
  const isQuoted = equals !== -1 && text[equals + 1] === '"' && text.endsWith('"') && text.length > equals + 2;
  const from = start + equals + 1 + (isQuoted ? 1 : 0);
  const to = end - (isQuoted ? 1 : 0);
  const name = equals === -1 ? (/^(?:QUOTED-PRINTABLE|BASE64)$/iu.test(text) ? 'ENCODING' : 'TYPE') : text.slice(0, equals);
  return { name: name.replaceAll(/\r?\n[ \t]/gu, '').toUpperCase(), value: asciiOf(bytes, from, to), start: from, end: to };
}

/** A line taken apart, or null where it has no colon. */
function readLine(bytes: Uint8Array, start: number, end: number): Line | null {
  let at = endOfPart(bytes, start, end);
  // `item1.TEL`: what groups lines is no part of the name.
  const name = asciiOf(bytes, start, at)
    .replaceAll(/\r?\n[ \t]/gu, '')
    .replace(/^[^.]*\./u, '')
    .trim()
    .toUpperCase();
  const parameters: Parameter[] = [];
  while (at < end && bytes[at] === semicolon) {
    const next = endOfPart(bytes, at + 1, end);
    parameters.push(readParameter(bytes, at + 1, next));
    at = next;
  }
  return at >= end || name === '' ? null : { name, parameters, start: at + 1, end };
}

function addText(
  run: Run,
  field: string,
  range: { readonly start: number; readonly end: number },
  spelling: LineSpelling | null,
): void {
  run.key.field = run.names.add(field);
  if (spelling === null || range.end <= range.start) return addCell(run.cells, range.start, range.end, run.key);
  run.spellings.set(range.start, spelling);
  return addEscapedCell(run.cells, range.start, range.end, run.key);
}

/** Adds the parts of a value that semicolons keep apart. */
function addParts(run: Run, bytes: Uint8Array, { name, start, end }: Line, field: string, spelling: LineSpelling | null): void {
  let from = start;
  let index = 0;
  for (let at = start; at <= end; at++) {
    if (at < end && bytes[at] === 0x5c) at++;
    else if (at === end || bytes[at] === semicolon) {
      if (at > from) addText(run, `${field}.${parts[name]?.[index] ?? `part ${index + 1}`}`, { start: from, end: at }, spelling);
      from = at + 1;
      index++;
    }
  }
}

/** A component begins or ends. Those right below a calendar, and cards, are records. */
function passBorder(run: Run, name: string, component: string): void {
  const depth = run.open[0] === 'VCALENDAR' ? 2 : 1;
  if (name === 'BEGIN') {
    run.open.push(component);
    return;
  }
  if (run.open.at(-1) !== component) run.isBroken = true;
  if (run.open.length === depth && component !== 'VCALENDAR') run.key.record++;
  run.open.pop();
}

function addLine(run: Run, bytes: Uint8Array, start: number, end: number): void {
  const line = readLine(bytes, start, end);
  if (line === null) {
    run.isBroken = true;
    addText(run, '#line', { start, end }, null);
    return;
  }
  if (line.name === 'BEGIN' || line.name === 'END') {
    passBorder(run, line.name, asciiOf(bytes, line.start, end).trim().toUpperCase());
    return;
  }
  const inner = run.open.filter((component) => component !== 'VCARD' && component !== 'VCALENDAR');
  const field = [...inner, line.name].join('.');
  for (const one of line.parameters) {
    if (!technical.has(one.name)) addText(run, `${field}.${one.name}`, one, spellingOf(bytes, one, []));
  }
  const spelling = spellingOf(bytes, line, line.parameters);
  if (line.name in parts) addParts(run, bytes, line, field, spelling);
  else addText(run, field, line, spelling);
}

const isQuotedPrintable = (bytes: Uint8Array, start: number, end: number): boolean =>
  /^[^:]*[;=]QUOTED-PRINTABLE[;:]/iu.test(asciiOf(bytes, start, Math.min(end, start + 512)));

/** Reads whole lines with all that is folded under them; what the window cuts waits. */
function tokeniseLines(run: Run, bytes: Uint8Array, isEnded: boolean): number {
  let start = 0;
  while (start < bytes.length) {
    let end = bytes.indexOf(lineFeed, start);
    const isSoft = end !== -1 && isQuotedPrintable(bytes, start, end);
    while (end !== -1 && isFoldedAt(bytes, end, isSoft)) end = bytes.indexOf(lineFeed, end + 1);
    // The line after it may be a part of it.
    if ((end === -1 || end + 1 === bytes.length) && !isEnded) break;
    const stop = end === -1 ? bytes.length : end;
    const isReturn = stop > start && bytes[stop - 1] === 0x0d;
    const last = isReturn ? stop - 1 : stop;
    if (asciiOf(bytes, start, Math.min(last, start + 80)).trim() !== '') addLine(run, bytes, start, last);
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
