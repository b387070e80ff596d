/** Documents that are ZIP files of XML parts (Office Open XML, OpenDocument): their parts by name, each opened by its own range. */
import type { ByteSource, ReaderLimits, Unread } from '../contract.ts';
import { openRandomAccess, readBytes } from '../random-access.ts';
import type { RandomAccess } from '../random-access.ts';
import type { Ending } from '../archives/unpack.ts';
import { unread } from '../unread.ts';
import { parseXml } from './xml-events.ts';
import type { XmlHandler } from './xml-events.ts';
import { readZipDirectory } from '../archives/zip-directory.ts';
import type { ZipEntry } from '../archives/zip-directory.ts';
import { openZipEntry } from '../archives/zip-entry.ts';

export interface DocumentParts {
  /** Problems met in parts that only say where the others are; to be told at the end. */
  readonly notes: Unread[];
  /** Names of the parts, in the order of the directory. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The bytes of a part; where they end early, `ending` says why. A part that is not there gives nothing. */
  open(name: string, ending: Ending): AsyncIterable<Uint8Array>;
  /** Parses a part as XML and gives what `drain` has after each piece; a part that is not there gives nothing. */
  parse<T>(name: string, handler: XmlHandler, drain: () => Iterable<T>): AsyncGenerator<T | Unread>;
  /** A small part in one piece; empty where it is not there or too large. */
  bytesOf(name: string): Promise<Uint8Array>;
}

interface Budget {
  left: number;
}

const maxWholePartBytes = 1024 * 1024;

/** Names are compared without case and without a first slash, as office programs do. */
const keyOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/u, '').toLowerCase();

function refuseBeforehand(entry: ZipEntry, budget: Budget, limits: ReaderLimits): Unread | null {
  if (entry.bytes > budget.left) {
    return unread('OOXML_UNCOMPRESSED_SIZE_EXCEEDS_LIMIT', `parts of more than ${limits.maxDocumentBytes} bytes when unpacked`);
  }
  if (entry.bytes > limits.minRatioBytes && entry.bytes > entry.packedBytes * limits.maxDocumentRatio) {
    const detail = `a part of more than ${limits.maxDocumentRatio} times its packed size`;
    return unread('OOXML_UNCOMPRESSED_RATIO_EXCEEDS_LIMIT', detail);
  }
  return null;
}

function explain(problem: Unread): Unread {
  if (problem.reason !== 'ARCHIVE_TOTAL_BYTES_EXTRACTED_OVER_LIMIT') return problem;
  return unread('OOXML_UNCOMPRESSED_SIZE_EXCEEDS_LIMIT', 'a part is larger than the ZIP directory says');
}

function makeParts(source: RandomAccess, entries: readonly ZipEntry[], limits: ReaderLimits): DocumentParts {
  const byName = new Map(entries.map((entry) => [keyOf(entry.name), entry]));
  const budget: Budget = { left: limits.maxDocumentBytes };

  async function* open(name: string, ending: Ending): AsyncGenerator<Uint8Array> {
    const entry = byName.get(keyOf(name));
    if (entry === undefined) return;
    ending.problem = refuseBeforehand(entry, budget, limits);
    if (ending.problem !== null) return;
    budget.left -= entry.bytes;
    yield* openZipEntry(source, entry, entry.bytes, ending);
    if (ending.problem !== null) ending.problem = explain(ending.problem);
  }

  async function* parse<T>(name: string, handler: XmlHandler, drain: () => Iterable<T>): AsyncGenerator<T | Unread> {
    if (!byName.has(keyOf(name))) return;
    const ending: Ending = { problem: null };
    const { maxXmlDepth: maxDepth, maxCellBytes: maxTokenLength } = limits;
    for await (const part of parseXml(open(name, ending), { handler, maxDepth, maxTokenLength, drain })) {
      // Data that broke off is the better reason.
      const isOwn = typeof part === 'object' && part !== null && 'reason' in part;
      if (!isOwn || ending.problem === null) yield part;
    }
    if (ending.problem !== null) yield ending.problem;
  }

  return {
    notes: [],
    names: entries.map(({ name }) => name),
    has: (name) => byName.has(keyOf(name)),
    open,
    parse,
    async bytesOf(name) {
      const entry = byName.get(keyOf(name));
      if (entry === undefined || entry.bytes > maxWholePartBytes) return new Uint8Array(0);
      return (
        (await readBytes(openZipEntry(source, entry, entry.bytes, { problem: null }), maxWholePartBytes)) ?? new Uint8Array(0)
      );
    },
  };
}

/** Opens a document by its directory. */
export async function openDocumentParts(source: ByteSource, limits: ReaderLimits): Promise<DocumentParts | Unread> {
  const opened = await openRandomAccess(source, limits);
  if ('reason' in opened) return opened;
  const entries = await readZipDirectory(opened, limits.maxDocumentParts);
  if ('reason' in entries) return entries;
  if (entries.length > limits.maxDocumentParts) {
    return unread('ARCHIVE_TOTAL_DOCUMENTS_PROCESSED_OVER_LIMIT', `more than ${limits.maxDocumentParts} parts`);
  }
  if (entries.some(({ isEncrypted }) => isEncrypted)) return unread('ENCRYPTED', 'parts of the document are encrypted');
  return makeParts(opened, entries, limits);
}

/** Parses a part for what the handler keeps; gives the problems alone. */
export async function learnPart(parts: DocumentParts, name: string, handler: XmlHandler): Promise<Unread[]> {
  const problems: Unread[] = [];
  for await (const problem of parts.parse<never>(name, handler, () => [])) problems.push(problem);
  return problems;
}

/** Texts in the part `text` of each element named in `elements`, one handler for all simple parts. */
export function collectTexts(elements: ReadonlySet<string>, onText: (element: string, text: string) => void): XmlHandler {
  let text: string | null = null;
  return {
    open(name) {
      if (elements.has(name)) text = '';
    },
    text(data) {
      if (text !== null) text += data;
    },
    close(name) {
      if (text !== null && elements.has(name)) {
        onText(name, text);
        text = null;
      }
    },
  };
}

/** A link from one part to another, or to the outside. */
export interface Relationship {
  readonly id: string;
  /** Last word of its type: `worksheet`, `hyperlink`. */
  readonly type: string;
  /** Name of a part, or an address outside. */
  readonly target: string;
  readonly isOutside: boolean;
}

function resolve(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}/${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** The links of a part, from its `_rels` part. */
export async function readRelationships(parts: DocumentParts, name: string): Promise<readonly Relationship[]> {
  const slash = name.lastIndexOf('/');
  const folder = name.slice(0, Math.max(0, slash));
  const found: Relationship[] = [];
  const problems = await learnPart(parts, `${folder}/_rels/${name.slice(slash + 1)}.rels`, {
    open(element, { Id, Type, Target, TargetMode }) {
      if (element !== 'Relationship' || Target === undefined) return;
      const isOutside = TargetMode === 'External';
      const target = isOutside ? Target : resolve(folder, Target);
      found.push({ id: Id ?? '', type: Type?.split('/').at(-1) ?? '', target, isOutside });
    },
    text() {},
    close() {},
  });
  parts.notes.push(...problems);
  return found;
}
