/** Runs one handler bundle in a thread of its own, as the Lambda runtime would: one event at a time, JSON in, JSON or an error out. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

/** What the thread is started with. */
export interface WorkerSettings {
  readonly folder: string;
  /** `file.export`. */
  readonly handler: string;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
}
export interface WorkerRequest {
  readonly requestId: string;
  /** JSON. */
  readonly event: string;
  /** Milliseconds since 1970. */
  readonly deadline: number;
}
export type WorkerAnswer = { readonly result: string } | { readonly errorType: string; readonly errorMessage: string };

type Handler = (event: unknown, context: Readonly<Record<string, unknown>>) => unknown;

const settings = workerData as WorkerSettings;
const loaded = loadHandler(settings);
// A failure to load is told with the first event, as Lambda does.
loaded.catch(() => undefined);

parentPort?.on('message', (request: WorkerRequest) => {
  void answer(request).then((reply) => parentPort?.postMessage(reply, []));
});

async function loadHandler({ folder, handler }: WorkerSettings): Promise<Handler> {
  const [file = '', name = ''] = handler.split('.');
  const path = ['.mjs', '.js', '.cjs']
    .map((extension) => join(folder, file + extension))
    .find((candidate) => existsSync(candidate));
  if (!path) throw new Error(`Cannot find the bundle of ${handler} in ${folder}`);
  const loadedModule = (await import(pathToFileURL(path).href)) as Readonly<Record<string, unknown>>;
  const found = loadedModule[name] ?? (loadedModule['default'] as Readonly<Record<string, unknown>> | undefined)?.[name];
  if (typeof found !== 'function') throw new Error(`The bundle exports no ${name}`);
  return found as Handler;
}

async function answer(request: WorkerRequest): Promise<WorkerAnswer> {
  try {
    const handler = await loaded;
    const result = await handler(JSON.parse(request.event), {
      awsRequestId: request.requestId,
      functionName: settings.functionName,
      functionVersion: '$LATEST',
      invokedFunctionArn: settings.functionArn,
      memoryLimitInMB: String(settings.memoryMb),
      logGroupName: `/aws/lambda/${settings.functionName}`,
      logStreamName: 'local',
      callbackWaitsForEmptyEventLoop: false,
      getRemainingTimeInMillis: () => Math.max(0, request.deadline - Date.now()),
    });
    return { result: JSON.stringify(result ?? null) };
  } catch (error) {
    const known = error instanceof Error ? error : new Error('Something else than an error was thrown');
    return { errorType: known.name, errorMessage: known.message };
  }
}
