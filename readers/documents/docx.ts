/** Texts of word processors in Office Open XML: body, headers, footers, notes, comments; deleted and hidden text is text too. */
import type { Block, ReaderLimits, Unread } from '../contract.ts';
import { readRelationships } from './document-parts.ts';
import type { DocumentParts } from './document-parts.ts';
import { blocksOfProperties, readProperties } from './document-properties.ts';
import { createTextWithTables } from '../flow-and-tables.ts';
import type { TextWithTables } from '../flow-and-tables.ts';
import { readAddresses } from './xlsx.ts';
import type { XmlHandler } from './xml-events.ts';

/** A paragraph being written; paragraphs of text boxes lie inside others. */
interface Paragraph {
  text: string;
  /** Text that was struck by a tracked change: kept apart, since it would tear what stayed. */
  deleted: string;
}

interface Reading {
  readonly text: TextWithTables;
  readonly maxCellBytes: number;
  readonly people: Set<string>;
  readonly paragraphs: Paragraph[];
  /** Text of each table cell being read, the outermost first. */
  readonly cells: string[];
  tables: number;
  /** Above 0 among properties, where a tab is a stop of the ruler. */
  properties: number;
  /** Above 0 in the second form of a drawing, which repeats the first. */
  repeats: number;
  isText: boolean;
  isDeleted: boolean;
}

const breaks: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['br', '\n'],
  ['cr', '\n'],
  ['noBreakHyphen', '-'],
  ['ptab', '\t'],
]);

function addText(reading: Reading, data: string): void {
  const paragraph = reading.paragraphs.at(-1);
  if (paragraph === undefined || data === '') return;
  if (reading.isDeleted) paragraph.deleted += data;
  else paragraph.text += data;
  if (paragraph.text.length + paragraph.deleted.length > reading.maxCellBytes) write(reading, paragraph);
}

/** Writes what a paragraph holds up to now; what is longer than any cell is written on the way. */
function write(reading: Reading, paragraph: Paragraph): void {
  const { cells } = reading;
  const text = paragraph.deleted === '' ? paragraph.text : `${paragraph.text}\n${paragraph.deleted}`;
  paragraph.text = '';
  paragraph.deleted = '';
  if (reading.tables === 0) reading.text.flow.add(text);
  else if (cells.length > 0) {
    cells[cells.length - 1] += text;
    if (cells.length === 1 && cells[0]!.length > reading.maxCellBytes) reading.text.addCell(cells.splice(0, 1, '')[0]!);
  }
}

function closeParagraph(reading: Reading): void {
  const paragraph = reading.paragraphs.pop();
  if (paragraph === undefined) return;
  // Empty paragraphs count as lines: a person who counts them sees them.
  paragraph[paragraph.deleted === '' ? 'text' : 'deleted'] += '\n';
  write(reading, paragraph);
}

function openTable(reading: Reading): void {
  reading.tables++;
  if (reading.tables === 1) reading.text.openTable();
}

function closeCell(reading: Reading): void {
  const text = reading.cells.pop() ?? '';
  if (reading.tables === 1) reading.text.addCell(text);
  else if (reading.cells.length > 0) reading.cells[reading.cells.length - 1] += `${text.trim()}\t`;
}

function closeRow(reading: Reading): void {
  if (reading.tables === 1) reading.text.closeRow();
  else if (reading.cells.length > 0) reading.cells[reading.cells.length - 1] += '\n';
}

function open(reading: Reading, name: string, author: string | undefined): void {
  if (name === 'Fallback') reading.repeats++;
  if (reading.repeats > 0) return;
  if (author !== undefined && author !== '' && reading.people.size < 1000) reading.people.add(author);
  if (name === 't') reading.isText = true;
  else if (name === 'delText') {
    reading.isText = true;
    reading.isDeleted = true;
  } else if (name === 'p') reading.paragraphs.push({ text: '', deleted: '' });
  else if (name === 'pPr') reading.properties++;
  else if (name === 'tbl') openTable(reading);
  else if (name === 'tr' && reading.tables === 1) reading.text.openRow();
  else if (name === 'tc') reading.cells.push('');
  else if (reading.properties === 0) addText(reading, breaks.get(name) ?? '');
}

function close(reading: Reading, name: string): void {
  if (name === 'Fallback') reading.repeats--;
  if (reading.repeats > 0) return;
  if (name === 't' || name === 'delText') {
    reading.isText = false;
    reading.isDeleted = false;
  } else if (name === 'pPr') reading.properties--;
  else if (name === 'p') closeParagraph(reading);
  else if (name === 'tc') closeCell(reading);
  else if (name === 'tr') closeRow(reading);
  else if (name === 'tbl') {
    reading.tables--;
    if (reading.tables === 0) reading.text.closeTable();
  }
}

const wanted = new Set(['author']);

function handle(reading: Reading): XmlHandler {
  return {
    wanted,
    open: (name, { author }) => open(reading, name, author),
    text(data) {
      if (reading.isText && reading.repeats === 0) addText(reading, data);
    },
    close: (name) => close(reading, name),
  };
}

const bodyParts = /^word\/(?:document|header\d*|footer\d*|footnotes|endnotes|comments|glossary\/document)\.xml$/iu;

/** Body first, then the others in the order of the file. */
function listParts(parts: DocumentParts): string[] {
  const found = parts.names.filter((name) => bodyParts.test(name));
  const isBody = (name: string): boolean => name.toLowerCase() === 'word/document.xml';
  return [...found.filter(isBody), ...found.filter((name) => !isBody(name))];
}

/** Reads a text. Lines of places are paragraphs, counted through body, headers, footers, notes and comments. */
export async function* readDocx(parts: DocumentParts, limits: ReaderLimits): AsyncGenerator<Block | Unread> {
  const text = createTextWithTables(null);
  const people = new Set<string>();
  for (const name of listParts(parts)) {
    const reading: Reading = {
      text,
      maxCellBytes: limits.maxCellBytes,
      people,
      paragraphs: [],
      cells: [],
      tables: 0,
      properties: 0,
      repeats: 0,
      isText: false,
      isDeleted: false,
    };
    yield* parts.parse(name, handle(reading), () => text.take());
    text.end();
    yield* text.take();
    yield* readAddresses(await readRelationships(parts, name));
  }
  yield* blocksOfProperties([...people].map((person) => ['author', person] as const));
  yield* readProperties(parts, ['docProps/core.xml', 'docProps/app.xml', 'docProps/custom.xml']);
}
