/** What of a web page is text: its words, tables, filled fields, descriptions and comments; scripts and styles are not. */
import type { FieldTexts } from '../contract.ts';
import type { TextWithTables } from '../flow-and-tables.ts';
import { noAttributes } from './markup.ts';
import type { Attributes, MarkupHandler } from './markup.ts';
import type { SourceCursor } from './source-cursor.ts';
import type { Point } from './stretches.ts';

interface Cell {
  text: string;
  /** Where its first word stands in the source. */
  line: number;
  column: number;
}

/** A table and the cell of it that is open. */
interface Table {
  cell: Cell | null;
}

export interface HtmlReading {
  /** Where a cell is said to stand when its text is added. */
  readonly text: TextWithTables<Point>;
  /** Asked for the place of a text while it is told. */
  readonly source: () => SourceCursor;
  /** Called where what is written next to the running text stands in the source. */
  readonly onWritten: (source: Point) => void;
  readonly maxTables: number;
  readonly maxCellLength: number;
  /** Texts of attributes and comments, to be given apart. */
  beside: (readonly [string, string])[];
  /** Above 0 in elements whose text nobody reads. */
  silent: number;
  /** Tables that are open, the outermost first. */
  readonly tables: Table[];
  /** Tables open in the innermost of them, which are no tables of their own any more. */
  deeper: number;
  hasLongCell: boolean;
}

type Kind = 'inline' | 'silent' | 'table' | 'row' | 'cell';

/** Elements that stand in their line, and those that make tables or are not read; all others begin a new line. */
const kinds: ReadonlyMap<string, Kind> = new Map<string, Kind>([
  ...'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'
    .split(' ')
    .map((name) => [name, 'inline'] as const),
  ['script', 'silent'],
  ['style', 'silent'],
  ['table', 'table'],
  ['tr', 'row'],
  ['td', 'cell'],
  ['th', 'cell'],
]);
const wanted = new Set(['href', 'value', 'alt', 'title', 'content', 'type', 'name', 'property', 'id']);

/** The innermost cell that is open. */
function cellOf({ tables }: HtmlReading): Cell | null {
  for (let i = tables.length - 1; i >= 0; i--) {
    const { cell } = tables[i]!;
    if (cell !== null) return cell;
  }
  return null;
}

/** True if nothing but white space is in it. */
function isBlank(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x20) return text.trim() === '';
  return true;
}

function addToCell(reading: HtmlReading, cell: Cell, data: string, at: number): void {
  if (cell.text === '' || (cell.text.length < 256 && isBlank(cell.text))) {
    const source = reading.source();
    source.moveTo(at + data.length - data.trimStart().length);
    cell.line = source.line;
    cell.column = source.column;
  }
  cell.text += data;
  if (cell.text.length <= reading.maxCellLength) return;
  // What follows is read as a cell of its own.
  reading.hasLongCell = true;
  endCell(reading);
  openCell(reading);
}

function addText(reading: HtmlReading, data: string, at: number): void {
  if (reading.silent > 0) return;
  const cell = cellOf(reading);
  if (cell !== null) addToCell(reading, cell, data, at);
  else if (reading.tables.length === 0 || !isBlank(data)) {
    const source = reading.source();
    source.moveTo(at);
    reading.onWritten(source);
    reading.text.flow.add(data);
  }
}

function breakLine(reading: HtmlReading): void {
  const cell = cellOf(reading);
  if (cell !== null) cell.text += '\n';
  else if (reading.tables.length === 0) reading.text.flow.endLine();
}

/** Attributes that people read or filled in. */
function textsOf(element: string, attributes: Attributes): FieldTexts {
  const { href = '', value, alt, title, content, type, name, property, id } = attributes;
  const own = name ?? property ?? id ?? element;
  const address = /^(?:mailto|tel|sms):(.*)/iu.exec(href)?.[1];
  const filled = type === 'submit' || type === 'button' ? undefined : value;
  const all = [
    [own, filled],
    [own, content],
    ['alt', alt],
    ['title', title],
    ['link', address],
  ] as const;
  return all.flatMap(([field, text]) => (text === undefined || text.trim() === '' ? [] : [[field, text.trim()] as const]));
}

const isInTable = ({ tables, deeper }: HtmlReading): boolean => tables.length > 0 && deeper === 0;

function openTable(reading: HtmlReading): void {
  breakLine(reading);
  if (reading.tables.length >= reading.maxTables) reading.deeper++;
  else if (reading.tables.push({ cell: null }) === 1) reading.text.openTable();
}

function openRow(reading: HtmlReading): void {
  endRow(reading);
  if (reading.tables.length === 1) reading.text.openRow();
}

function openCell(reading: HtmlReading): void {
  endCell(reading);
  reading.tables.at(-1)!.cell = { text: '', line: 1, column: 1 };
}

/** Ends the open cell, whether or not the page says that it ends. */
function endCell(reading: HtmlReading): void {
  const { tables, text } = reading;
  const table = tables.at(-1);
  const cell = table?.cell ?? null;
  if (table === undefined || cell === null) return;
  table.cell = null;
  if (tables.length === 1) text.addCell(cell.text, cell);
  else {
    const outer = cellOf(reading);
    if (outer !== null) outer.text += `${cell.text.trim()}\t`;
  }
}

function endRow(reading: HtmlReading): void {
  endCell(reading);
  if (reading.tables.length === 1) reading.text.closeRow();
  else breakLine(reading);
}

function endTable(reading: HtmlReading): void {
  if (reading.deeper > 0) {
    reading.deeper--;
    return;
  }
  endRow(reading);
  reading.tables.pop();
  if (reading.tables.length === 0) reading.text.closeTable();
}

function openElement(reading: HtmlReading, name: string, attributes: Attributes, isEmpty: boolean): void {
  const kind = kinds.get(name);
  if (attributes !== noAttributes) reading.beside.push(...textsOf(name, attributes));
  if (kind === 'inline') return;
  if (kind === 'table') openTable(reading);
  else if (kind === 'silent' && !isEmpty) reading.silent++;
  else if (kind === 'cell' && isInTable(reading)) openCell(reading);
  else if (kind === 'row' && isInTable(reading)) openRow(reading);
  else breakLine(reading);
}

function closeElement(reading: HtmlReading, name: string): void {
  const kind = kinds.get(name);
  if (kind === 'inline') return;
  if (kind === 'table' && reading.tables.length > 0) endTable(reading);
  else if (kind === 'silent') reading.silent = Math.max(0, reading.silent - 1);
  else if (kind === 'cell' && isInTable(reading)) endCell(reading);
  else if (kind === 'row' && isInTable(reading)) endRow(reading);
  else breakLine(reading);
}

/** Ends what the page left open. */
export function endHtml(reading: HtmlReading): void {
  reading.deeper = 0;
  while (reading.tables.length > 0) endTable(reading);
}

/** Writes what is told of a page to its reading. */
export function handleHtml(reading: HtmlReading): MarkupHandler {
  return {
    wanted,
    open: (name, attributes, isEmpty) => openElement(reading, name, attributes, isEmpty),
    text: (data, at) => addText(reading, data, at),
    close: (name) => closeElement(reading, name),
    comment: (text) => void (text.trim() !== '' && reading.beside.push(['comment', text.trim()])),
  };
}
