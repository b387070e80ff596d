/** Jobs done side by side by threads, their answers in the order of the jobs: what comes out is the same for any number of threads. */
import { parentPort, Worker, workerData } from 'node:worker_threads';

/** Weight of answers that a thread may be ahead of whoever takes them; then it waits, so that memory stays flat. */
const maxAhead = 50_000;

type ToThread<Job> = { readonly kind: 'job'; readonly job: Job } | { readonly kind: 'taken'; readonly weight: number };
type FromThread<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer; readonly weight: number }
  | { readonly kind: 'done' };

/** One job's answers on their way. */
interface Lane<Job, Answer> {
  readonly job: Job;
  readonly answers: { readonly answer: Answer; readonly weight: number }[];
  thread: Worker | null;
  isDone: boolean;
}

/** The file of a thread in this folder: as source, or bundled under the same name beside the bundle. */
const fileOf = (name: string): URL => new URL(`./${name}.${import.meta.url.endsWith('.ts') ? 'ts' : 'mjs'}`, import.meta.url);

export interface PoolOptions {
  /** Threads. */
  readonly workers: number;
  /** Name of the thread's file in this folder, without its ending. */
  readonly file: string;
  /** What each thread is given at its start. */
  readonly data: unknown;
}

/** Gives all answers, those of the first job first. */
export async function* answerInOrder<Job, Answer>(
  jobs: AsyncIterable<Job> | Iterable<Job>,
  { workers, file, data }: PoolOptions,
): AsyncGenerator<Answer> {
  const lanes: Lane<Job, Answer>[] = [];
  let failure: Error | null = null;
  let wake: () => void = () => {};
  const threads = Array.from({ length: workers }, () => new Worker(fileOf(file), { workerData: data }));
  const laneOf = (thread: Worker): Lane<Job, Answer> | undefined => lanes.find((lane) => lane.thread === thread && !lane.isDone);
  const start = (): void => {
    for (const thread of threads) {
      const lane = laneOf(thread) === undefined ? lanes.find((one) => one.thread === null) : undefined;
      if (lane === undefined) continue;
      lane.thread = thread;
      thread.postMessage({ kind: 'job', job: lane.job } satisfies ToThread<Job>, []);
    }
  };
  for (const thread of threads) {
    thread.on('message', (message: FromThread<Answer>) => {
      const lane = laneOf(thread);
      if (message.kind === 'answer') lane?.answers.push(message);
      else if (lane !== undefined) lane.isDone = true;
      start();
      wake();
    });
    thread.on('error', (error) => {
      failure = error instanceof Error ? error : new Error('a thread ended');
      wake();
    });
  }
  const source = makeQueue(jobs);
  try {
    for (;;) {
      while (lanes.length < 2 * workers) {
        const next = await source();
        if (next.done === true) break;
        lanes.push({ job: next.value, answers: [], thread: null, isDone: false });
        start();
      }
      const first = lanes[0];
      if (first === undefined) return;
      while (first.answers.length > 0 || !first.isDone) {
        if (failure !== null) throw failure as Error;
        const next = first.answers.shift();
        if (next === undefined) {
          await new Promise<void>((resolve) => (wake = resolve));
          continue;
        }
        if (!first.isDone) first.thread?.postMessage({ kind: 'taken', weight: next.weight } satisfies ToThread<Job>, []);
        yield next.answer;
      }
      lanes.shift();
    }
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

/** A source of jobs that is asked one at a time. */
function makeQueue<Job>(jobs: AsyncIterable<Job> | Iterable<Job>): () => Promise<IteratorResult<Job>> {
  const iterator = Symbol.asyncIterator in jobs ? jobs[Symbol.asyncIterator]() : jobs[Symbol.iterator]();
  return async () => iterator.next();
}

/**
 * The thread's side: makes its runner of what the pool was given, runs each job that comes and sends what that answers. `weigh`
 * says how much memory an answer stands for.
 */
export function serveJobs<Answer>(
  makeRun: (data: never) => (job: never) => AsyncIterable<Answer>,
  weigh: (answer: Answer) => number,
): void {
  const run = makeRun(workerData as never);
  const sent = { ahead: 0, wake: (): void => {} };
  const send = (message: FromThread<Answer>): void => parentPort?.postMessage(message, []);
  async function work(job: unknown): Promise<void> {
    sent.ahead = 0;
    for await (const answer of run(job as never)) {
      while (sent.ahead >= maxAhead) await new Promise<void>((resolve) => (sent.wake = resolve));
      const weight = weigh(answer);
      sent.ahead += weight;
      send({ kind: 'answer', answer, weight });
    }
    send({ kind: 'done' });
  }
  parentPort?.on('message', (message: ToThread<unknown>) => {
    if (message.kind === 'job') void work(message.job);
    else {
      sent.ahead -= message.weight;
      sent.wake();
    }
  });
}
