/** Readers whose decoders could loop or eat memory, run in a thread of their own with a deadline for each sign of life. */
import { createUnpacker } from './block-message.ts';
import type { PartMessage } from './block-message.ts';
import type { Block, ByteSource, ReaderLimits, SkipReason, Unread } from '../contract.ts';
import type { DecoderName, FromDecoder, ToDecoder } from './decoder-messages.ts';
import { startDecoder } from './decoder-thread.ts';
import type { DecoderThread, Ending } from './decoder-thread.ts';
import { readRange } from '../random-access.ts';
import { unread } from '../unread.ts';

type Thread = DecoderThread<ToDecoder, FromDecoder>;

/** Threads kept for the next object: starting one and loading its decoder costs more than most files do. */
const maxIdle = 2;
/** Objects after which a thread is given up with what they may have left behind in it. */
const maxObjects = 200;

const problems: Readonly<Record<Ending, readonly [SkipReason, string]>> = {
  deadline: ['DECODER_DEADLINE', 'decoding took too long'],
  memory: ['FILE_EXCEEDS_SIZE_LIMIT', 'decoding takes more memory than one thread has'],
  crash: ['UNABLE_TO_PARSE_FILE', 'the decoder broke off'],
};

const idle = new Set<Thread>();
const objects = new WeakMap<Thread, number>();

/** A thread for one object. */
function takeThread(): Thread {
  for (const thread of idle) {
    idle.delete(thread);
    if (thread.isGone()) continue;
    thread.keepAlive(true);
    return thread;
  }
  return startDecoder(new URL('./decoder-worker.ts', import.meta.url));
}

async function giveBack(thread: Thread, isSound: boolean): Promise<void> {
  const read = (objects.get(thread) ?? 0) + 1;
  objects.set(thread, read);
  if (isSound && idle.size < maxIdle && read < maxObjects) {
    thread.keepAlive(false);
    idle.add(thread);
  } else await thread.close();
}

/** Reads for a thread what it asks for. */
interface Server {
  read(id: number, range: { readonly start: number; readonly end: number } | null): Promise<Uint8Array<ArrayBuffer> | null>;
  close(id: number): Promise<void>;
  closeAll(): Promise<void>;
}

/** Ranges are given in one piece each, whole streams piece by piece. */
function serve(source: ByteSource): Server {
  const open = new Map<number, AsyncIterator<Uint8Array>>();
  const given = new Set<number>();
  const close = async (id: number): Promise<void> => {
    given.delete(id);
    await open.get(id)?.return?.();
    open.delete(id);
  };
  return {
    close,
    async closeAll() {
      for (const id of open.keys()) await close(id);
    },
    async read(id, range) {
      if (range !== null) {
        if (given.has(id)) return null;
        given.add(id);
        return Uint8Array.from(await readRange(source, range.start, range.end));
      }
      const stream = open.get(id) ?? source.stream()[Symbol.asyncIterator]();
      open.set(id, stream);
      const { value, done } = await stream.next();
      return done === true ? null : Uint8Array.from(value);
    },
  };
}

/** Time that a thread took since its last sign of life. */
function createClock(limitMilliseconds: number) {
  let spent = 0;
  return {
    left: () => Math.max(1, limitMilliseconds - spent),
    restart: () => {
      spent = 0;
    },
    async time<T>(wait: Promise<T>): Promise<T> {
      const start = performance.now();
      const value = await wait;
      spent += performance.now() - start;
      return value;
    },
  };
}

/** A fault in a decoder's own thread; the stack is that of the thread. */
export class DecoderFault extends Error {
  constructor(name: string, stack: string) {
    super('a decoder broke off');
    this.name = name;
    this.stack = stack;
  }
}

/**
 * Decodes one object in a thread and gives its results as they come. Where the thread ends before the object does, the
 * last of them says why. Errors of the source, and faults of our own, are thrown on.
 */
export async function* decodeInThread<Result>(
  decoder: DecoderName,
  source: ByteSource,
  limits: ReaderLimits,
): AsyncGenerator<Result | Unread> {
  const thread = takeThread();
  const server = serve(source);
  const clock = createClock(limits.maxDecoderMilliseconds);
  const { name, size, isSequential = false } = source;
  let isSound = false;
  thread.ask({ kind: 'start', decoder, object: { name, size, isSequential }, limits });
  try {
    for (;;) {
      const message = await clock.time(thread.answer(clock.left()));
      if (typeof message === 'string') {
        yield unread(...problems[message]);
        return;
      }
      if (message.kind === 'end') {
        isSound = true;
        return;
      }
      if (message.kind === 'fault') throw new DecoderFault(message.name, message.stack);
      if (message.kind === 'close') await server.close(message.id);
      else if (message.kind === 'read') {
        const bytes = await server.read(message.id, message.range);
        thread.ask({ kind: 'bytes', id: message.id, bytes }, bytes === null ? [] : [bytes.buffer]);
      } else {
        clock.restart();
        yield message.result as Result;
        thread.ask({ kind: 'next' });
      }
    }
  } finally {
    await server.closeAll();
    await giveBack(thread, isSound);
  }
}

/** The blocks of an object that is decoded in a thread. */
export async function* readInThread(
  decoder: DecoderName,
  source: ByteSource,
  limits: ReaderLimits,
): AsyncGenerator<Block | Unread> {
  const unpack = createUnpacker();
  for await (const message of decodeInThread<PartMessage>(decoder, source, limits)) {
    const part = unpack(message);
    if (part !== null) yield part;
  }
}
