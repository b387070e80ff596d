/** A decoder that could loop or eat memory, in a thread of its own with a deadline for each answer. */
import { Worker } from 'node:worker_threads';

/** How waiting for an answer can end instead. */
export type Ending = 'deadline' | 'memory' | 'crash';

export interface DecoderThread<Request, Answer> {
  /** Sends a request; memory in `transfer` goes along. */
  ask(request: Request, transfer?: readonly ArrayBuffer[]): void;
  /** The next answer, or how the thread ended. */
  answer(withinMilliseconds: number): Promise<Answer | Ending>;
  /** Whether it keeps the process alive: one that waits for its next object should not. */
  keepAlive(isKept: boolean): void;
  isGone(): boolean;
  close(): Promise<void>;
}

/** Heap of one thread. */
const maxHeapMegabytes = 512;
/** What one thread may hold in buffers: the largest PDF file and its pages, or an archive and its dictionary. */
const maxBufferBytes = 800 * 1024 * 1024;
/** How often that is looked at: memory is not filled faster than some hundred megabytes in that time. */
const lookMilliseconds = 100;

/** Room for what lives as long as one page or column: with less, much of it is copied before it is let go of. */
const youngMegabytes = 64;

/** The file of a decoder: as source, or bundled under the same name beside the bundle. */
function fileOf(source: URL): URL {
  if (import.meta.url.endsWith('.ts')) return source;
  const name = source.pathname.slice(source.pathname.lastIndexOf('/') + 1);
  return new URL(name.replace(/\.ts$/, '.mjs'), import.meta.url);
}

function endingOf(error: unknown): Ending {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  // A decoder that is not there is a fault of the installation, not of the file.
  if (code === 'ERR_MODULE_NOT_FOUND') throw error;
  return code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash';
}

/** True if a thread holds more in buffers than it may; false where it does not say so in time. */
async function holdsTooMuch(worker: Worker, withinMilliseconds: number): Promise<boolean> {
  const bytes = worker.getHeapStatistics().then(
    ({ external_memory: held }) => held,
    // It has ended.
    () => 0,
  );
  return (await within(withinMilliseconds, bytes, 0)) > maxBufferBytes;
}

/** What is waited for, or `other` where it takes longer. */
async function within<T>(milliseconds: number, waited: Promise<T>, other: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(resolve, milliseconds, other);
  });
  try {
    return await Promise.race([waited, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Starts the decoder that a source file holds. It is to be closed however reading ends. */
export function startDecoder<Request, Answer>(source: URL): DecoderThread<Request, Answer> {
  const worker = new Worker(fileOf(source), {
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
    stdout: true,
    stderr: true,
  });
  const answers: Answer[] = [];
  let failure: { readonly error: unknown } | null = null;
  let wake: () => void = () => {};
  worker.on('message', (message: Answer) => {
    answers.push(message);
    wake();
  });
  worker.on('error', (error) => {
    failure ??= { error };
    wake();
  });
  worker.on('exit', () => {
    failure ??= { error: null };
    wake();
  });
  return {
    ask: (request, transfer = []) => worker.postMessage(request, [...transfer]),
    async answer(withinMilliseconds) {
      const end = performance.now() + withinMilliseconds;
      const isWaiting = (): boolean => answers.length === 0 && failure === null;
      while (isWaiting()) {
        const left = end - performance.now();
        if (left <= 0) return 'deadline';
        const news = new Promise<void>((resolve) => {
          wake = resolve;
        });
        await within(Math.min(left, lookMilliseconds), news, undefined);
        if (isWaiting() && (await holdsTooMuch(worker, lookMilliseconds)) && isWaiting()) return 'memory';
      }
      return answers.shift() ?? endingOf(failure?.error ?? null);
    },
    keepAlive: (isKept) => (isKept ? worker.ref() : worker.unref()),
    isGone: () => failure !== null,
    close: async () => void (await worker.terminate()),
  };
}
