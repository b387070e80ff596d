/** Messages of Outlook ([MS-OXMSG]): all texts by their names, body, attachments and messages attached. */
import type { ByteSource, ReaderLimits, ReadPart } from '../contract.ts';
import { memberSeparator } from '../contract.ts';
import type { CompoundEntry } from './compound-file.ts';
import { blocksOfProperties } from './document-properties.ts';
import { holdBytes } from '../random-access.ts';
import { createTextFlow } from '../text-flow.ts';
import { unread } from '../unread.ts';

/** Names of the properties that hold texts of people; others keep their number. */
const names: Readonly<Record<string, string>> = {
  '0037': 'subject',
  '0C1A': 'from',
  '0C1F': 'from address',
  '5D01': 'from address',
  '0E04': 'to',
  '0E03': 'cc',
  '0E02': 'bcc',
  '007D': 'headers',
  '3001': 'name',
  '3003': 'address',
  '39FE': 'address',
};
/** Types of messages and of addresses, keys and languages say nothing about people. */
const technical = new Set([
  '001A',
  '3002',
  '0C1E',
  '0064',
  '0075',
  '0077',
  '003D',
  '5902',
  '3703',
  '370E',
  '8000',
  '0E1D',
  '0070',
]);
const body = '1000';
const page = '1013';

interface Property {
  readonly id: string;
  readonly type: string;
  readonly entry: CompoundEntry;
}

function propertiesOf(entries: readonly CompoundEntry[]): Property[] {
  return entries.flatMap((entry) => {
    const match = /^__substg1\.0_([0-9A-F]{4})([0-9A-F]{4})$/iu.exec(entry.name);
    return match === null ? [] : [{ id: match[1]!.toUpperCase(), type: match[2]!.toUpperCase(), entry }];
  });
}

/** Text of a property; 8-bit texts are taken for the code page of the west, for its number stands elsewhere. */
function textOf({ type, entry }: Property): string | null {
  if (entry.stream === null) return null;
  if (type === '001F') return entry.stream().toString('utf16le').replaceAll('\0', '');
  return type === '001E' ? new TextDecoder('windows-1252').decode(entry.stream()).replaceAll('\0', '') : null;
}

async function* readTexts(properties: readonly Property[]): AsyncGenerator<ReadPart> {
  const fields: [string, string][] = [];
  for (const property of properties) {
    if (property.id === body || property.id === page || technical.has(property.id)) continue;
    const text = textOf(property);
    if (text !== null && text.trim() !== '') fields.push([names[property.id] ?? `property ${property.id}`, text]);
  }
  yield* blocksOfProperties(fields);
}

function* readBody(properties: readonly Property[]): Generator<ByteSource | ReadPart> {
  const text = properties.filter(({ id }) => id === body).map(textOf)[0] ?? null;
  if (text !== null) {
    const flow = createTextFlow(null);
    flow.add(text);
    flow.cut();
    yield* flow.take();
    return;
  }
  const markup = properties.find(({ id }) => id === page);
  if (markup?.entry.stream) yield holdBytes('body.html', markup.entry.stream());
}

interface Nesting {
  /** Path of the message inside the file, with a separator after it; '' for the file itself. */
  readonly path: string;
  readonly depth: number;
}

/** Reads the entries of one message. */
export async function* readOutlookMessage(
  entries: readonly CompoundEntry[],
  limits: ReaderLimits,
  { path, depth }: Nesting = { path: '', depth: 0 },
): AsyncGenerator<ByteSource | ReadPart> {
  const properties = propertiesOf(entries);
  yield* readTexts(properties);
  yield* readBody(properties);
  for (const { name, entries: inner } of entries) {
    if (name.startsWith('__recip_version1.0_')) yield* readTexts(propertiesOf(inner));
  }
  const attached = entries.filter(({ name }) => name.startsWith('__attach_version1.0_'));
  for (const [index, { entries: inner }] of attached.entries()) {
    const parts = propertiesOf(inner);
    const nameOf = (id: string): string | null => parts.filter((one) => one.id === id).map(textOf)[0] ?? null;
    const data = parts.find(({ id }) => id === '3701');
    const name = nameOf('3707') ?? nameOf('3704') ?? `attachment ${index + 1}`;
    yield { kind: 'member', path: `${path}${name}` };
    if (data?.entry.stream) yield holdBytes(name, data.entry.stream());
    else if (data !== undefined && depth >= limits.maxNesting) {
      yield unread('ARCHIVE_NESTING_LEVEL_OVER_LIMIT', `more than ${limits.maxNesting} levels`);
    } else if (data !== undefined) {
      const nested = { path: `${path}${name}${memberSeparator}`, depth: depth + 1 };
      yield* readOutlookMessage(data.entry.entries, limits, nested);
    }
  }
}
