/** Writes what the children of a Distributed Map gave, in the files and shapes of Step Functions' ResultWriter. */
import { StateError, type Json, type JsonObject } from './states.ts';

/** One child execution of a map. */
export type ItemRun = { readonly input: Json; /** Number of items in it. */ readonly items: number } & (
  | { readonly status: 'PENDING' }
  | { readonly status: 'SUCCEEDED'; readonly output: Json }
  | { readonly status: 'FAILED'; readonly error: string; readonly cause: string }
);

interface ResultPorts {
  readonly files: { writeObject(bucket: string, key: string, text: string): Promise<void> };
  readonly machineArn: string;
}

/** Writes `manifest.json` and one file per status under `<Prefix>/<run>/`; returns the result of the map state. */
export async function writeResults(
  runs: readonly ItemRun[],
  writer: Json | undefined,
  mapRunArn: string,
  ports: ResultPorts,
): Promise<Json> {
  const { Bucket, Prefix } = (writer ?? {}) as JsonObject;
  if (typeof Bucket !== 'string') throw new StateError('States.ResultWriterFailed', 'The ResultWriter names no bucket');
  const run = mapRunArn.split(':').at(-1) ?? '';
  const folder = typeof Prefix === 'string' && Prefix !== '' ? `${Prefix.replace(/\/$/, '')}/${run}` : run;
  const write = async (name: string, content: Json): Promise<{ Key: string; Size: number }> => {
    const text = JSON.stringify(content);
    const Key = `${folder}/${name}`;
    try {
      await ports.files.writeObject(Bucket, Key, text);
    } catch (error) {
      throw new StateError('States.ResultWriterFailed', `Cannot write s3://${Bucket}/${Key}`, { cause: error });
    }
    return { Key, Size: Buffer.byteLength(text) };
  };
  const ResultFiles: Record<string, Json> = {};
  for (const status of ['FAILED', 'PENDING', 'SUCCEEDED'] as const) {
    const chosen = runs.flatMap((child, index) =>
      child.status === status ? [describeRun(child, `${run}-${index}`, ports)] : [],
    );
    ResultFiles[status] = chosen.length === 0 ? [] : [await write(`${status}_0.json`, chosen)];
  }
  const { Key } = await write('manifest.json', { DestinationBucket: Bucket, MapRunArn: mapRunArn, ResultFiles });
  return { MapRunArn: mapRunArn, ResultWriterDetails: { Bucket, Key } };
}

function describeRun(run: ItemRun, name: string, ports: ResultPorts): Json {
  return {
    ExecutionArn: `${ports.machineArn.replace(':stateMachine:', ':execution:')}:${name}`,
    Input: JSON.stringify(run.input),
    InputDetails: { Included: true },
    Name: name,
    ...(run.status === 'SUCCEEDED' && { Output: JSON.stringify(run.output), OutputDetails: { Included: true } }),
    ...(run.status === 'FAILED' && { Error: run.error, Cause: run.cause }),
    StateMachineArn: ports.machineArn,
    Status: run.status,
  };
}
