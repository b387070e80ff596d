/** What documents of before 2007 say about themselves and their people ([MS-OLEPS]): title, author, company, and what was added by hand. */
import type { CompoundEntry } from './compound-file.ts';
import type { Block, FieldTexts } from '../contract.ts';
import { blocksOfProperties } from './document-properties.ts';

/** Properties by number, in the stream every document has and in the one of office documents. */
const summary: Readonly<Record<number, string>> = {
  2: 'title',
  3: 'subject',
  4: 'author',
  5: 'keywords',
  6: 'comments',
  8: 'last saved by',
};
const documentSummary: Readonly<Record<number, string>> = { 2: 'category', 14: 'manager', 15: 'company' };

const narrowText = 0x1e;
const wideText = 0x1f;
const dictionaryId = 0;
const codePageId = 1;
const utf8 = 65_001;
const maxProperties = 10_000;

interface PropertySet {
  readonly bytes: Buffer;
  /** Where each property stands, by its number. */
  readonly places: ReadonlyMap<number, number>;
  readonly decode: (bytes: Buffer) => string;
}

function numberAt(bytes: Buffer, at: number): number {
  return at >= 0 && at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0;
}

function openSet(stream: Buffer, start: number): PropertySet {
  const bytes = stream.subarray(start);
  const places = new Map<number, number>();
  const count = Math.min(numberAt(bytes, 4), maxProperties);
  for (let i = 0; i < count; i++) places.set(numberAt(bytes, 8 + 8 * i), numberAt(bytes, 12 + 8 * i));
  const codePage = numberAt(bytes, (places.get(codePageId) ?? -8) + 4) & 0xffff;
  const isKnown = codePage >= 1250 && codePage <= 1258;
  const decoder = new TextDecoder(
    codePage === utf8 ? 'utf-8' : codePage === 1200 ? 'utf-16le' : isKnown ? `windows-${codePage}` : 'windows-1252',
  );
  return { bytes, places, decode: (text) => decoder.decode(text).replace(/\0.*$/su, '').trim() };
}

function textAt({ bytes, decode }: PropertySet, at: number): string {
  const type = numberAt(bytes, at) & 0xffff;
  const length = numberAt(bytes, at + 4);
  if (type === narrowText) return decode(bytes.subarray(at + 8, at + 8 + length));
  if (type !== wideText) return '';
  return bytes
    .toString('utf16le', at + 8, Math.min(bytes.length, at + 8 + 2 * length))
    .replace(/\0.*$/su, '')
    .trim();
}

/** Names that people gave their own properties. */
function ownNames(set: PropertySet): Map<number, string> {
  const names = new Map<number, string>();
  const start = set.places.get(dictionaryId);
  if (start === undefined) return names;
  const count = Math.min(numberAt(set.bytes, start), maxProperties);
  for (let i = 0, at = start + 4; i < count && at + 8 <= set.bytes.length; i++) {
    const length = numberAt(set.bytes, at + 4);
    names.set(numberAt(set.bytes, at), set.decode(set.bytes.subarray(at + 8, at + 8 + length)));
    at += 8 + length;
  }
  return names;
}

function readSets(stream: Buffer, known: Readonly<Record<number, string>>): FieldTexts {
  const sets = Math.min(numberAt(stream, 24), 2);
  return Array.from({ length: sets }, (_, index) => openSet(stream, numberAt(stream, 44 + 20 * index))).flatMap((set, index) => {
    // The second set holds what people added; its names are in a dictionary.
    const own = index === 0 ? null : ownNames(set);
    return [...set.places].flatMap(([id, at]) => {
      const name = own === null ? known[id] : own.get(id);
      const text = name === undefined ? '' : textAt(set, at);
      return name === undefined || text === '' ? [] : [[name, text] as const];
    });
  });
}

/** Reads the properties of a document from its compound file. */
export async function* readCompoundProperties(entries: readonly CompoundEntry[]): AsyncGenerator<Block> {
  const streamOf = (name: string): Buffer => entries.find((entry) => entry.name === name)?.stream?.() ?? Buffer.alloc(0);
  yield* blocksOfProperties([
    ...readSets(streamOf('\u0005SummaryInformation'), summary),
    ...readSets(streamOf('\u0005DocumentSummaryInformation'), documentSummary),
  ]);
}
