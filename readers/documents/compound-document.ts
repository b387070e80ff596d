/** What compound files hold: messages of Outlook, texts of old Word, workbooks of old Excel, and new documents under a password. */
import type { CompoundEntry } from './compound-file.ts';
import type { ByteSource, ContainerFormat, ReaderLimits, ReadPart } from '../contract.ts';
import { readBytes } from '../random-access.ts';
import { unread } from '../unread.ts';

async function* readProperties(entries: readonly CompoundEntry[]): AsyncGenerator<ReadPart> {
  const { readCompoundProperties } = await import('./compound-properties.ts');
  yield* readCompoundProperties(entries);
}

async function* readEntries(entries: readonly CompoundEntry[], limits: ReaderLimits): AsyncGenerator<ByteSource | ReadPart> {
  const has = (name: string): boolean => entries.some((entry) => entry.name === name);
  if (has('EncryptedPackage') || has('EncryptionInfo')) yield unread('ENCRYPTED', 'the document is protected by a password');
  else if (has('__properties_version1.0')) {
    const { readOutlookMessage } = await import('./outlook-message.ts');
    yield* readOutlookMessage(entries, limits);
  } else if (has('WordDocument')) {
    const { readWordDocument } = await import('./word-document.ts');
    yield* readWordDocument(entries);
    yield* readProperties(entries);
  } else if (has('Workbook') || has('Book')) {
    const { readXls } = await import('./xls.ts');
    yield* readXls(entries);
    yield* readProperties(entries);
  } else yield unread('UNSUPPORTED_FILE_TYPE_EXCEPTION', 'no reader for this kind of Office file before 2007');
}

export const compoundFormat: ContainerFormat = {
  id: 'compound',
  isPacked: false,
  recognises: ({ bytes }) => Buffer.from(bytes.subarray(0, 8)).toString('hex') === 'd0cf11e0a1b11ae1',
  async *open(source, limits) {
    const bytes = await readBytes(source.stream(), limits.maxHeldBytes);
    if (bytes === null) {
      yield unread('FILE_EXCEEDS_SIZE_LIMIT', `a compound file of more than ${limits.maxHeldBytes} bytes`);
      return;
    }
    const { openCompoundFile } = await import('./compound-file.ts');
    const entries = openCompoundFile(bytes);
    if (entries === null) yield unread('MALFORMED_FILE', 'the directory of the compound file is damaged');
    else yield* readEntries(entries, limits);
  },
};
