/** The thread in which decoders run that could loop or eat memory: it can be stopped at its deadline, and its memory is its own. */
import { parentPort } from 'node:worker_threads';
import { createPacker } from './block-message.ts';
import type { Block, ByteSource, ReaderLimits, Unread } from '../contract.ts';
import type { DecoderName, FromDecoder, ObjectInfo, Sent, ToDecoder } from './decoder-messages.ts';

type Decode = (source: ByteSource, limits: ReaderLimits) => AsyncIterable<Sent>;
type Parts = AsyncIterable<Block | Unread | null>;

async function* packed(parts: Parts): AsyncGenerator<Sent> {
  const pack = createPacker();
  for await (const part of parts) yield pack(part);
}

const decoders: Readonly<Record<DecoderName, () => Promise<Decode>>> = {
  async pdf() {
    const { readPdf } = await import('../documents/pdf-decoder.ts');
    return (source, limits) => packed(readPdf(source, limits));
  },
  async parquet() {
    const { readParquet } = await import('../tables/parquet-reader.ts');
    return (source, limits) => packed(readParquet(source, limits));
  },
  async avro() {
    const { readAvro } = await import('../tables/avro-reader.ts');
    return (source, limits) => packed(readAvro(source, limits));
  },
  async image() {
    const { readImage } = await import('../documents/image-decoder.ts');
    return (source, limits) => packed(readImage(source, limits));
  },
  async mail() {
    const { parseMail } = await import('../documents/mail-decoder.ts');
    return parseMail;
  },
};

/** Who waits for the next result to be asked for, and for bytes of each stream. */
let wake: () => void = () => {};
const waiting = new Map<number, (bytes: Uint8Array | null) => void>();
let streams = 0;

const say = (message: FromDecoder, transfer: readonly ArrayBuffer[] = []): void =>
  parentPort?.postMessage(message, [...transfer]);

/** The object, whose bytes the other thread reads. */
function proxyOf({ name, size, isSequential }: ObjectInfo): ByteSource {
  async function* stream(range?: { readonly start: number; readonly end: number }): AsyncGenerator<Uint8Array> {
    const id = ++streams;
    try {
      for (;;) {
        const bytes = await new Promise<Uint8Array | null>((resolve) => {
          waiting.set(id, resolve);
          say({ kind: 'read', id, range: range ?? null });
        });
        if (bytes === null) return;
        yield bytes;
      }
    } finally {
      waiting.delete(id);
      say({ kind: 'close', id });
    }
  }
  return { name, size, isSequential, stream };
}

async function decode(decoder: DecoderName, object: ObjectInfo, limits: ReaderLimits): Promise<void> {
  const run = await decoders[decoder]();
  for await (const { message: result, transfer } of run(proxyOf(object), limits)) {
    const asked = new Promise<void>((resolve) => {
      wake = resolve;
    });
    say({ kind: 'result', result }, transfer);
    await asked;
  }
  say({ kind: 'end' });
}

parentPort?.on('message', (message: ToDecoder) => {
  if (message.kind === 'next') wake();
  else if (message.kind === 'bytes') waiting.get(message.id)?.(message.bytes);
  else {
    decode(message.decoder, message.object, message.limits).catch((error: unknown) => {
      const { name, stack = '' } = error instanceof Error ? error : new Error('unknown error');
      say({ kind: 'fault', name, stack });
    });
  }
});
