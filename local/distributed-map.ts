/** Executes a Distributed Map as its template writes it: ItemReader, ItemSelector, ItemBatcher, tolerated failures, ResultWriter. */
import { createHash } from 'node:crypto';
import { ExecutionError, StateMachine } from 'aws-local-stepfunctions';
import { asDefinition, StateError, type Flow, type Json, type JsonObject, type State } from './states.ts';
import { writeResults, type ItemRun } from './map-results.ts';

/** What a map needs from the machine around it. */
export interface MapPorts {
  readonly files: {
    readObject(bucket: string, key: string): Promise<string>;
    writeObject(bucket: string, key: string, text: string): Promise<void>;
  };
  readonly machineArn: string;
  /** Name of the execution the map belongs to. */
  readonly execution: string;
  readonly signal: AbortSignal | undefined;
  runItem(name: string, input: Json, processor: Flow): Promise<Json>;
}

/** How many children run at once where the template sets no limit: enough for one machine. */
const widestConcurrency = 40;
/** Largest input of one child execution, in bytes. */
const maxInputBytes = 262_144;

/** The numbers of a map that may also be given by path (`…Path`). */
const numbers = {
  concurrency: 'MaxConcurrency',
  toleratedCount: 'ToleratedFailureCount',
  toleratedPercentage: 'ToleratedFailurePercentage',
} as const;

export function isDistributedMap(state: State): boolean {
  return state.Type === 'Map' && state.ItemProcessor?.ProcessorConfig?.Mode === 'DISTRIBUTED';
}

const child = (value: unknown, key: string): Json | undefined =>
  typeof value === 'object' && value !== null ? (value as Record<string, Json>)[key] : undefined;

/** A template's entry for a setting that is written as a value or as a path. */
const byPath = (name: string, value: Json | undefined, path: Json | undefined): Record<string, Json> =>
  typeof path === 'string' ? { [`${name}.$`]: path } : { [name]: value ?? null };

/** The keys of a map that mean the same on a task. */
const taskKeys = new Set(['InputPath', 'ResultSelector', 'ResultPath', 'OutputPath', 'Retry', 'Catch', 'Next', 'End']);

/**
 * The same state as a task, so that the interpreter does its input, result, retry and catch. `Parameters` makes it evaluate the
 * map's templates and paths against the state's input and context; the handler gets them ready.
 */
export function asDistributedMapTask(map: State): State {
  const batcher = map['ItemBatcher'];
  const given = (key: string): Json | undefined => map[key] as Json | undefined;
  const Parameters: Record<string, Json> = {
    'input.$': '$',
    reader: child(map['ItemReader'], 'Parameters') ?? null,
    writer: child(map['ResultWriter'], 'Parameters') ?? null,
    batchInput: child(batcher, 'BatchInput') ?? null,
    ...byPath('items', null, given('ItemsPath') ?? (map['ItemReader'] ? undefined : '$')),
    ...byPath('batchItems', child(batcher, 'MaxItemsPerBatch'), child(batcher, 'MaxItemsPerBatchPath')),
    ...byPath('batchBytes', child(batcher, 'MaxInputBytesPerBatch'), child(batcher, 'MaxInputBytesPerBatchPath')),
  };
  for (const [name, key] of Object.entries(numbers)) Object.assign(Parameters, byPath(name, given(key), given(`${key}Path`)));
  const rest = Object.fromEntries(Object.entries(map).filter(([key]) => taskKeys.has(key)));
  return { ...rest, Type: 'Task', Resource: 'local:distributed-map', Parameters };
}

/** Runs the map. `ready` is what the templates of `asDistributedMapTask` gave. */
export async function runDistributedMap(label: string, map: State, ready: JsonObject, ports: MapPorts): Promise<Json> {
  const processor = map.ItemProcessor as Flow;
  const items = await selectItems(map, await readItems(map, ready, ports), ready['input'] ?? null);
  const inputs = map['ItemBatcher'] ? batchItems(items, ready) : items.map((input) => ({ input, items: 1 }));
  const runId = createHash('sha256').update(`${ports.execution}/${label}`).digest('hex').slice(0, 32);
  const runs = await runItems(inputs, ready, items.length, (input, index) =>
    ports.runItem(`${runId}-${index}`, input, processor),
  ).finally(() => ports.signal?.throwIfAborted());
  const machine = ports.machineArn.replace(':stateMachine:', ':mapRun:');
  if (!map['ResultWriter']) {
    failIfIntolerable(runs, ready, items.length);
    return runs.flatMap((run) => (run.status === 'SUCCEEDED' ? [run.output] : []));
  }
  const written = await writeResults(runs, ready['writer'], `${machine}/${label}:${runId}`, ports);
  failIfIntolerable(runs, ready, items.length);
  return written;
}

const readerError = (why: string, cause?: unknown): StateError =>
  new StateError('States.ItemReaderFailed', why, cause === undefined ? {} : { cause });

async function readItems(map: State, ready: JsonObject, ports: MapPorts): Promise<readonly Json[]> {
  if (!map['ItemReader']) {
    if (!Array.isArray(ready['items'])) throw readerError('The items of a Distributed Map are not a list');
    return ready['items'];
  }
  const resource = child(map['ItemReader'], 'Resource');
  if (typeof resource !== 'string' || !resource.endsWith(':s3:getObject')) {
    throw readerError(`The local harness cannot read items with ${JSON.stringify(resource)}: only s3:getObject is offered`);
  }
  const config = child(map['ItemReader'], 'ReaderConfig');
  const { Bucket, Key } = ready['reader'] as JsonObject;
  if (typeof Bucket !== 'string' || typeof Key !== 'string') throw readerError('The ItemReader names no bucket and key');
  let text: string;
  try {
    text = await ports.files.readObject(Bucket, Key);
  } catch (error) {
    throw readerError(`Cannot read s3://${Bucket}/${Key}`, error);
  }
  const items = parseItems(text, child(config, 'InputType'));
  const most = child(config, 'MaxItems');
  return typeof most === 'number' && most > 0 ? items.slice(0, most) : items;
}

function parseItems(text: string, type: Json | undefined): readonly Json[] {
  try {
    if (type === 'JSONL') {
      return text
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as Json);
    }
    const parsed = JSON.parse(text) as Json;
    if (type === 'JSON' && Array.isArray(parsed)) return parsed;
  } catch (error) {
    throw readerError(`The items are not ${JSON.stringify(type)}`, error);
  }
  throw readerError(`The local harness cannot read items of type ${JSON.stringify(type)}`);
}

/** Applies `ItemSelector` to each item. It may name the item (`$$.Map.Item`) and the input of the map. */
async function selectItems(map: State, items: readonly Json[], input: Json): Promise<readonly Json[]> {
  const Parameters = map['ItemSelector'];
  if (Parameters === undefined) return items;
  const flow = { StartAt: 'select', States: { select: { Type: 'Pass', Parameters: Parameters as Json, End: true } } };
  const machine = new StateMachine(asDefinition(flow), { validationOptions: { noValidate: true } });
  return Promise.all(items.map((Value, Index) => machine.run(input, { context: { Map: { Item: { Index, Value } } } }).result));
}

interface ItemInput {
  readonly input: Json;
  /** Number of items in it. */
  readonly items: number;
}

const sizeOf = (value: Json): number => Buffer.byteLength(JSON.stringify(value));

function batchItems(items: readonly Json[], ready: JsonObject): readonly ItemInput[] {
  const most = typeof ready['batchItems'] === 'number' ? ready['batchItems'] : Number.POSITIVE_INFINITY;
  const mostBytes = typeof ready['batchBytes'] === 'number' ? ready['batchBytes'] : maxInputBytes;
  const base = ready['batchInput'] === null ? {} : { BatchInput: ready['batchInput'] ?? {} };
  const batches: { items: Json[]; bytes: number }[] = [];
  for (const item of items) {
    const bytes = sizeOf(item) + 1;
    const last = batches.at(-1);
    if (last && last.items.length < most && last.bytes + bytes <= mostBytes) {
      last.items.push(item);
      last.bytes += bytes;
    } else {
      batches.push({ items: [item], bytes: sizeOf({ ...base, Items: [] }) + bytes });
    }
  }
  return batches.map((batch) => ({ input: { ...base, Items: batch.items }, items: batch.items.length }));
}

/** Runs every input, so many at once as the template allows, until more failed than it tolerates. */
async function runItems(
  inputs: readonly ItemInput[],
  ready: JsonObject,
  total: number,
  run: (input: Json, index: number) => Promise<Json>,
): Promise<readonly ItemRun[]> {
  const runs: ItemRun[] = inputs.map(({ input, items }) => ({ status: 'PENDING', input, items }));
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < inputs.length && !isIntolerable(runs, ready, total)) {
      const index = next++;
      const { input, items } = inputs[index] as ItemInput;
      try {
        runs[index] = { status: 'SUCCEEDED', input, items, output: await run(input, index) };
      } catch (thrown) {
        const error = thrown instanceof ExecutionError ? (thrown.cause as Error) : (thrown as Error);
        if (error.name === 'ExecutionAbortedError') return;
        runs[index] = { status: 'FAILED', input, items, error: error.name, cause: error.message };
      }
    }
  };
  const wide = typeof ready['concurrency'] === 'number' && ready['concurrency'] > 0 ? ready['concurrency'] : widestConcurrency;
  await Promise.all(Array.from({ length: Math.min(wide, inputs.length) }, work));
  return runs;
}

/** True once more items failed than tolerated; where neither limit is written, none may fail. */
function isIntolerable(runs: readonly ItemRun[], ready: JsonObject, total: number): boolean {
  const failed = runs.reduce((sum, run) => sum + (run.status === 'FAILED' ? run.items : 0), 0);
  const { toleratedCount: count, toleratedPercentage: percentage } = ready;
  if (typeof count !== 'number' && typeof percentage !== 'number') return failed > 0;
  return (
    (typeof count === 'number' && failed > count) ||
    (typeof percentage === 'number' && failed * 100 > percentage * Math.max(total, 1))
  );
}

function failIfIntolerable(runs: readonly ItemRun[], ready: JsonObject, total: number): void {
  if (!isIntolerable(runs, ready, total)) return;
  const names = new Set(runs.flatMap((run) => (run.status === 'FAILED' ? [run.error] : [])));
  throw new StateError(
    'States.ExceedToleratedFailureThreshold',
    `The failed items are more than the map tolerates: ${[...names].join(', ')}`,
  );
}
