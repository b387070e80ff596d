/** A deployed function on this machine: its bundle in threads of their own, with the template's environment, timeout and memory. */
import { randomUUID } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { WorkerAnswer, WorkerRequest, WorkerSettings } from './function-worker.ts';
import { StateError, type Json } from './states.ts';

export interface FunctionSettings extends WorkerSettings {
  /** The whole environment; nothing of this process is passed on. */
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  /** Most threads, so most events at once. */
  readonly concurrency: number;
  /** Everything the function writes, as it comes. */
  readonly onOutput: (text: string) => void;
}

export interface LocalFunction {
  /** Rejects with an error whose name is the function's `errorType`; its message is JSON as Step Functions' Cause. */
  invoke(event: Json): Promise<Json>;
  /** Ends every thread, whatever it does; later calls start new ones. */
  kill(): Promise<void>;
  /** Ends every thread for good. */
  stop(): Promise<void>;
}

/** Makes a function. Threads start with the first events and are used again, like Lambda's execution environments. */
export function makeFunction(settings: FunctionSettings): LocalFunction {
  const idle: Worker[] = [];
  const all = new Set<Worker>();
  const waiting: ((worker: Worker) => void)[] = [];
  let stopped = false;

  const take = (): Worker | Promise<Worker> => {
    const free = idle.pop();
    if (free) return free;
    if (all.size < settings.concurrency) return start();
    return new Promise((resolve) => waiting.push(resolve));
  };
  const start = (): Worker => {
    const worker = startWorker(settings);
    all.add(worker);
    // A thread may also end between two events; it is then not used again.
    worker
      .on('error', () => undefined)
      .once('exit', () => {
        all.delete(worker);
        const at = idle.indexOf(worker);
        if (at >= 0) idle.splice(at, 1);
      });
    return worker;
  };
  const giveBack = (worker: Worker): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };
  const discard = async (worker: Worker): Promise<void> => {
    all.delete(worker);
    await worker.terminate();
    const next = stopped ? undefined : waiting.shift();
    if (next) next(start());
  };

  return {
    async invoke(event) {
      if (stopped) throw new StateError('Lambda.ServiceException', `${settings.functionName} is stopped`);
      const worker = await take();
      try {
        const answer = await ask(worker, event, settings);
        giveBack(worker);
        if ('result' in answer) return JSON.parse(answer.result) as Json;
        throw new StateError(answer.errorType, JSON.stringify(answer));
      } catch (error) {
        if (error instanceof WorkerLost) {
          await discard(worker);
          throw new StateError(error.errorType, error.message);
        }
        throw error;
      }
    },
    async kill() {
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
    async stop() {
      stopped = true;
      await Promise.all([...all].map((worker) => worker.terminate()));
    },
  };
}

/** The thread is of no more use: it timed out, ran out of memory or ended. */
class WorkerLost extends Error {
  override readonly name = 'WorkerLost';
  readonly errorType: string;
  constructor(errorType: string, message: string) {
    super(message);
    this.errorType = errorType;
  }
}

function startWorker({ environment, onOutput, memoryMb, folder, handler, functionName, functionArn }: FunctionSettings): Worker {
  const workerData: WorkerSettings = { folder, handler, functionName, functionArn, memoryMb };
  const worker = new Worker(new URL('./function-worker.ts', import.meta.url), {
    workerData,
    env: { ...environment },
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  for (const stream of [worker.stdout, worker.stderr]) stream.setEncoding('utf8').on('data', onOutput);
  worker.setMaxListeners(0);
  return worker;
}

/** Sends one event and waits for its answer, no longer than the function's timeout. */
function ask(worker: Worker, event: Json, settings: FunctionSettings): Promise<WorkerAnswer> {
  const { functionName, timeoutSeconds } = settings;
  return new Promise((resolve, reject) => {
    const settle = (act: () => void): void => {
      clearTimeout(timer);
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
      act();
    };
    const onMessage = (answer: WorkerAnswer): void => settle(() => resolve(answer));
    const onError = (error: Error & { code?: string }): void => {
      const memory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      const type = memory ? 'Runtime.OutOfMemory' : 'Runtime.ExitError';
      settle(() => reject(new WorkerLost(type, `${functionName} ended: ${memory ? 'out of memory' : error.name}`)));
    };
    const onExit = (): void => settle(() => reject(new WorkerLost('Runtime.ExitError', `${functionName} ended`)));
    const timer = setTimeout(
      () => settle(() => reject(new WorkerLost('Sandbox.Timedout', `${functionName} timed out after ${timeoutSeconds} s`))),
      timeoutSeconds * 1000,
    );
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    const request: WorkerRequest = {
      requestId: randomUUID(),
      event: JSON.stringify(event),
      deadline: Date.now() + timeoutSeconds * 1000,
    };
    worker.postMessage(request, []);
  });
}
