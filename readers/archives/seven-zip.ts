/** 7z archives: entry after entry, unpacked by libarchive in a thread of its own. */
import type { ByteSource, ContainerFormat, ReaderLimits, ReadPart, SkipReason, Unread } from '../contract.ts';
import { startDecoder } from '../threads/decoder-thread.ts';
import type { DecoderThread } from '../threads/decoder-thread.ts';
import { pieceBytes } from '../limits.ts';
import { readBytes } from '../random-access.ts';
import type { SevenZipAnswer, SevenZipRequest } from './seven-zip-messages.ts';
import type { Ending } from './unpack.ts';
import { cutRange } from './unpacked-source.ts';
import { unread } from '../unread.ts';

const magic = Buffer.from('7z\u00bc\u00af\u0027\u001c', 'latin1');

type Thread = DecoderThread<SevenZipRequest, SevenZipAnswer>;
type Reply = Exclude<SevenZipAnswer, { readonly kind: 'failed' }>;

const problems: Readonly<Record<string, readonly [SkipReason, string]>> = {
  encrypted: ['ENCRYPTED', '7z data is protected by a password'],
  method: ['UNSUPPORTED_FILE_TYPE_EXCEPTION', 'a method of 7z compression that is not known'],
  damaged: ['MALFORMED_FILE', '7z data is damaged'],
  crash: ['UNABLE_TO_PARSE_FILE', 'the decoder of 7z broke off'],
  memory: ['ARCHIVE_EXCEEDS_SIZE_LIMIT', '7z data needs more memory than is given to it'],
  deadline: ['DECODER_DEADLINE', 'unpacking of 7z took too long'],
};

/** Asks and waits; of a thread that is gone every further question has the same answer. */
async function askFor(thread: Thread, request: SevenZipRequest, limits: ReaderLimits): Promise<Reply | Unread> {
  thread.ask(request);
  const answer = await thread.answer(limits.maxDecoderMilliseconds);
  if (typeof answer === 'string') return unread(...problems[answer]!);
  return answer.kind === 'failed' ? unread(...problems[answer.why]!) : answer;
}

/** True if what was said is about one entry, and the next may be sound. */
const isOfEntry = ({ reason }: Unread): boolean => reason !== 'DECODER_DEADLINE' && reason !== 'UNABLE_TO_PARSE_FILE';

async function* readEntry(thread: Thread, limits: ReaderLimits, ending: Ending): AsyncGenerator<Uint8Array> {
  for (;;) {
    const reply = await askFor(thread, { kind: 'read', maxBytes: pieceBytes }, limits);
    if (reply.kind === 'unread') ending.problem = reply;
    if (reply.kind !== 'bytes' || reply.bytes.length === 0) return;
    yield reply.bytes;
  }
}

function sourceOf(thread: Thread, entry: { name: string; bytes: number }, limits: ReaderLimits, ending: Ending): ByteSource {
  return {
    name: entry.name,
    size: entry.bytes,
    isSequential: true,
    stream(range) {
      const chunks = readEntry(thread, limits, ending);
      return range === undefined ? chunks : cutRange(chunks, range);
    },
  };
}

async function* readEntries(thread: Thread, archive: Uint8Array, limits: ReaderLimits): AsyncGenerator<ByteSource | ReadPart> {
  let reply = await askFor(thread, { kind: 'open', archive }, limits);
  while (reply.kind !== 'unread' && reply.kind !== 'end') {
    reply = await askFor(thread, { kind: 'next' }, limits);
    if (reply.kind !== 'entry' || !reply.isFile) continue;
    const ending: Ending = { problem: null };
    yield { kind: 'member', path: reply.name === '' ? '(no name)' : reply.name };
    yield sourceOf(thread, reply, limits, ending);
    if (ending.problem === null) continue;
    yield ending.problem;
    if (!isOfEntry(ending.problem)) return;
  }
  if (reply.kind !== 'unread') return;
  yield { kind: 'member', path: '' };
  yield reply;
}

export const sevenZipFormat: ContainerFormat = {
  id: '7z',
  isPacked: true,
  recognises: ({ bytes }) => magic.equals(bytes.subarray(0, magic.length)),
  async *open(source, limits) {
    const archive = await readBytes(source.stream(), limits.maxHeldBytes);
    if (archive === null) {
      yield unread('ARCHIVE_EXCEEDS_SIZE_LIMIT', `a 7z archive of more than ${limits.maxHeldBytes} bytes`);
      return;
    }
    const thread: Thread = startDecoder(new URL('./seven-zip-worker.ts', import.meta.url));
    try {
      yield* readEntries(thread, archive, limits);
    } finally {
      await thread.close();
    }
  },
};
