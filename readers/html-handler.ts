/** What of a web page is text: its words, tables, filled fields, descriptions and comments; scripts and styles are not. */
import type { FieldTexts } from './contract.ts';
import type { TextWithTables } from './flow-and-tables.ts';

/** A stretch of running text, and where it stands in the source. */
export interface Stretch {
  /** Line of the running text, from 1, and code points before the stretch on that line. */
  readonly line: number;
  readonly column: number;
  /** UTF-16 units before it in the source. */
  readonly at: number;
}

interface Cell {
  text: string;
  /** Where its first word stands in the source. */
  at: number;
}

export interface HtmlReading {
  readonly text: TextWithTables;
  readonly stretches: Stretch[];
  /** Texts of attributes and comments, to be given apart. */
  beside: (readonly [string, string])[];
  /** Above 0 in elements whose text nobody reads. */
  silent: number;
  tables: number;
  cells: Cell[];
}

const silentElements = new Set(['script', 'style']);
/** Elements that stand in their line; all others begin a new one. */
const inlineElements = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

export function startHtml(text: TextWithTables): HtmlReading {
  return { text, stretches: [], beside: [], silent: 0, tables: 0, cells: [] };
}

/** Notes that what is written next stands at `at` in the source. */
function mark({ text, stretches }: HtmlReading, at: number): void {
  stretches.push({ ...text.flow.position(), at });
}

/** Adds text that stands at `at` in the source. */
export function addHtmlText(reading: HtmlReading, data: string, at: number): void {
  if (reading.silent > 0) return;
  const cell = reading.cells.at(-1);
  if (cell !== undefined) {
    if (cell.text.trim() === '') cell.at = at + data.length - data.trimStart().length;
    cell.text += data;
  } else if (reading.tables === 0 || data.trim() !== '') {
    mark(reading, at);
    reading.text.flow.add(data);
  }
}

function breakLine(reading: HtmlReading): void {
  const cell = reading.cells.at(-1);
  if (cell !== undefined) cell.text += '\n';
  else if (reading.tables === 0) reading.text.flow.endLine();
}

type Attributes = Readonly<Record<string, string>>;

/** Attributes that people read or filled in. */
function textsOf(name: string, { href = '', value, alt, title, content, type, ...rest }: Attributes): FieldTexts {
  const own = rest['name'] ?? rest['property'] ?? rest['id'] ?? name;
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

export function openHtmlElement(reading: HtmlReading, name: string, attributes: Attributes): void {
  if (silentElements.has(name)) reading.silent++;
  reading.beside.push(...textsOf(name, attributes));
  if (name === 'table') {
    breakLine(reading);
    if (++reading.tables === 1) reading.text.openTable();
  } else if (name === 'tr' && reading.tables === 1) reading.text.openRow();
  else if ((name === 'td' || name === 'th') && reading.tables > 0) reading.cells.push({ text: '', at: 0 });
  else if (!inlineElements.has(name)) breakLine(reading);
}

function closeCell(reading: HtmlReading): void {
  const cell = reading.cells.pop();
  const outer = reading.cells.at(-1);
  if (cell === undefined) return;
  if (reading.tables === 1) reading.text.addCell(cell.text, () => mark(reading, cell.at));
  else if (outer !== undefined) outer.text += `${cell.text.trim()}\t`;
}

export function closeHtmlElement(reading: HtmlReading, name: string): void {
  if (silentElements.has(name)) reading.silent = Math.max(0, reading.silent - 1);
  if (name === 'table' && reading.tables > 0) {
    if (--reading.tables === 0) reading.text.closeTable();
  } else if ((name === 'td' || name === 'th') && reading.tables > 0) closeCell(reading);
  else if (name === 'tr' && reading.tables === 1) reading.text.closeRow();
  else if (!inlineElements.has(name)) breakLine(reading);
}
