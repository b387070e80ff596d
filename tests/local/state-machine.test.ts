import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runStateMachine, type MachinePorts, type Outcome } from '../../local/state-machine.ts';
import type { Flow, Json, JsonObject } from '../../local/states.ts';

const machineArn = 'arn:aws:states:eu-west-3:000000000000:stateMachine:scan';
const arn = (name: string): string => `arn:aws:lambda:eu-west-3:000000000000:function:${name}`;

class Oops extends Error {
  override readonly name: string;
  constructor(name: string) {
    super(`${name} happened`);
    this.name = name;
  }
}

interface World extends MachinePorts {
  readonly calls: { readonly name: string; readonly payload: Json }[];
  readonly files: Map<string, string>;
}

function makeWorld(functions: Record<string, (payload: Json, call: number) => Json | Promise<Json>>): World {
  const calls: World['calls'] = [];
  const files = new Map<string, string>();
  return {
    calls,
    files,
    async invoke(functionArn, payload) {
      const name = functionArn.split(':').at(-1) ?? '';
      const call = calls.filter((earlier) => earlier.name === name).length;
      calls.push({ name, payload });
      const run = functions[name];
      if (!run) throw new Oops('Lambda.ResourceNotFoundException');
      return run(payload, call);
    },
    async readObject(bucket, key) {
      const text = files.get(`${bucket}/${key}`);
      if (text === undefined) throw new Oops('NoSuchKey');
      return text;
    },
    async writeObject(bucket, key, text) {
      files.set(`${bucket}/${key}`, text);
    },
  };
}

const run = (definition: Flow, world: World, input: Json = {}, signal?: AbortSignal): Promise<Outcome> =>
  runStateMachine({ definition, machineArn, name: 'run-1', input, timeScale: 0.001, ...(signal && { signal }) }, world);

const numbers = (count: number): Json[] => Array.from({ length: count }, (_, n) => ({ n }));

/** A machine that is one Distributed Map over `manifests/items.json`. */
function mapFlow(extra: JsonObject, task: JsonObject = {}): Flow {
  return {
    StartAt: 'Map',
    States: {
      Map: {
        Type: 'Map',
        Label: 'Map',
        ItemReader: {
          Resource: 'arn:aws:states:::s3:getObject',
          ReaderConfig: { InputType: 'JSON' },
          Parameters: { Bucket: 'manifests', 'Key.$': '$.key' },
        },
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
          StartAt: 'Work',
          States: {
            Work: {
              Type: 'Task',
              Resource: 'arn:aws:states:::lambda:invoke',
              Parameters: { FunctionName: arn('work'), 'Payload.$': '$' },
              OutputPath: '$.Payload',
              End: true,
              ...task,
            },
          },
        },
        End: true,
        ...extra,
      },
    },
  };
}

function succeeded(outcome: Outcome): Json {
  assert.equal(outcome.status, 'SUCCEEDED', JSON.stringify(outcome));
  return 'output' in outcome ? outcome.output : null;
}

const retryFlow = (maxAttempts: number): Flow => ({
  StartAt: 'Call',
  States: {
    Call: {
      Type: 'Task',
      Resource: arn('shaky'),
      Retry: [
        { ErrorEquals: ['Throttled'], IntervalSeconds: 2, BackoffRate: 2, MaxAttempts: maxAttempts },
        { ErrorEquals: ['States.ALL'], MaxAttempts: 0 },
      ],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.error', Next: 'Caught' }],
      ResultPath: '$',
      End: true,
    },
    Caught: { Type: 'Pass', End: true },
  },
});

const shaky = (): World =>
  makeWorld({
    shaky: (_, call) => {
      if (call < 2) throw new Oops('Throttled');
      return { call };
    },
  });

const items = (world: World, count: number): void => void world.files.set('manifests/items.json', JSON.stringify(numbers(count)));

describe('ordinary states', () => {
  it('hand paths, selectors, intrinsics and the context on as written', async () => {
    const flow: Flow = {
      StartAt: 'Make',
      States: {
        Make: {
          Type: 'Pass',
          Parameters: { 'name.$': '$$.Execution.Name', 'key.$': "States.Format('scans/{}/x', $.id)" },
          ResultPath: '$.made',
          Next: 'Call',
        },
        Call: {
          Type: 'Task',
          Resource: arn('echo'),
          InputPath: '$.made',
          ResultSelector: { 'got.$': '$.key' },
          ResultPath: '$.called',
          Next: 'Which',
        },
        Which: { Type: 'Choice', Choices: [{ Variable: '$.id', NumericEquals: 7, Next: 'Wait' }], Default: 'Bad' },
        Wait: { Type: 'Wait', Seconds: 5, Next: 'Done' },
        Done: { Type: 'Succeed', OutputPath: '$' },
        Bad: { Type: 'Fail', Error: 'Wrong', Cause: 'took the wrong way' },
      },
    };
    const world = makeWorld({ echo: (payload) => payload });
    assert.deepEqual(succeeded(await run(flow, world, { id: 7 })), {
      id: 7,
      made: { name: 'run-1', key: 'scans/7/x' },
      called: { got: 'scans/7/x' },
    });
    const wrong = await run(flow, world, { id: 8 });
    assert.deepEqual(wrong, { status: 'FAILED', error: 'Wrong', cause: 'took the wrong way' });
  });

  it('retries by name and rate, then catches', async () => {
    const enough = shaky();
    assert.deepEqual(succeeded(await run(retryFlow(2), enough, { id: 1 })), { call: 2 });
    assert.equal(enough.calls.length, 3);
    const tooFew = shaky();
    assert.deepEqual(succeeded(await run(retryFlow(1), tooFew, { id: 1 })), {
      id: 1,
      error: { Error: 'Throttled', Cause: 'Throttled happened' },
    });
    assert.equal(tooFew.calls.length, 2);
  });

  it('says which resource it does not offer', async () => {
    const flow: Flow = {
      StartAt: 'Send',
      States: { Send: { Type: 'Task', Resource: 'arn:aws:states:::sqs:sendMessage', Parameters: {}, End: true } },
    };
    const outcome = await run(flow, makeWorld({}));
    assert.equal(outcome.status, 'FAILED');
    assert.match('cause' in outcome ? outcome.cause : '', /sqs:sendMessage/);
  });
});

const failing = (numbersThatFail: readonly number[]): World => {
  const world = makeWorld({
    work: (payload) => {
      const batch = (payload as { Items: { n: number }[] }).Items;
      if (batch.some(({ n }) => numbersThatFail.includes(n))) throw new Oops('Broken');
      return batch.length;
    },
  });
  items(world, 12);
  return world;
};

describe('Distributed Map', () => {
  const batching = { ItemBatcher: { MaxItemsPerBatch: 4, BatchInput: { 'scan.$': '$.scan', 'by.$': '$$.Execution.Name' } } };
  const input = { key: 'items.json', scan: 's1' };

  it('reads JSON and JSON lines, batches, gives the batch input to each child', async () => {
    for (const type of ['JSON', 'JSONL']) {
      const world = makeWorld({ work: (payload) => ((payload as JsonObject)['Items'] as Json[]).length });
      const lines = numbers(10);
      world.files.set(
        'manifests/items.json',
        type === 'JSON' ? JSON.stringify(lines) : `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`,
      );
      const flow = mapFlow(batching);
      const map = flow.States['Map'] as Record<string, JsonObject>;
      map['ItemReader'] = { ...map['ItemReader'], ReaderConfig: { InputType: type } };
      assert.deepEqual(succeeded(await run(flow, world, input)), [4, 4, 2], type);
      assert.deepEqual(world.calls[2]?.payload, { BatchInput: { scan: 's1', by: 'run-1' }, Items: [{ n: 8 }, { n: 9 }] });
    }
  });

  it('cuts a batch before its input grows over the limit', async () => {
    const world = makeWorld({ work: (payload) => ((payload as JsonObject)['Items'] as Json[]).length });
    items(world, 10);
    const flow = mapFlow({ ItemBatcher: { MaxInputBytesPerBatch: 45 } });
    const counts = succeeded(await run(flow, world, input)) as number[];
    assert.deepEqual(counts, [4, 4, 2]);
  });

  it('selects items before batching', async () => {
    const world = makeWorld({ work: (payload) => payload });
    items(world, 2);
    const flow = mapFlow({
      ItemSelector: { 'at.$': '$$.Map.Item.Index', 'n.$': '$$.Map.Item.Value.n', 'scan.$': '$.scan' },
    });
    assert.deepEqual(succeeded(await run(flow, world, input)), [
      { at: 0, n: 0, scan: 's1' },
      { at: 1, n: 1, scan: 's1' },
    ]);
  });

  it('never runs more children at once than MaxConcurrency', async () => {
    let now = 0;
    let most = 0;
    const world = makeWorld({
      work: async () => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 5));
        now--;
        return null;
      },
    });
    items(world, 12);
    succeeded(await run(mapFlow({ MaxConcurrency: 3 }), world, input));
    assert.equal(most, 3);
  });

  // A failed batch of four counts as four failed items of twelve: 33.3 %.
  for (const [tolerance, expected] of [
    [{}, 'FAILED'],
    [{ ToleratedFailureCount: 4 }, 'SUCCEEDED'],
    [{ ToleratedFailureCount: 3 }, 'FAILED'],
    [{ ToleratedFailurePercentage: 34 }, 'SUCCEEDED'],
    [{ ToleratedFailurePercentage: 33 }, 'FAILED'],
    [{ ToleratedFailurePercentage: 34, ToleratedFailureCount: 3 }, 'FAILED'],
    [{ ToleratedFailurePercentagePath: '$.most' }, 'SUCCEEDED'],
  ] as const) {
    it(`with ${JSON.stringify(tolerance)} a failed third has ${expected}`, async () => {
      const world = failing([5]);
      const outcome = await run(mapFlow({ ...batching, MaxConcurrency: 1, ...tolerance }), world, { ...input, most: 50 });
      assert.equal(outcome.status, expected);
      if (outcome.status === 'SUCCEEDED') assert.deepEqual(outcome.output, [4, 4]);
      else assert.equal(outcome.error, 'States.ExceedToleratedFailureThreshold');
      // Once too many failed, no further child is started.
      assert.equal(world.calls.length, expected === 'SUCCEEDED' ? 3 : 2);
    });
  }

  it('retries inside a child before it counts as failed', async () => {
    const world = makeWorld({
      work: (_, call) => {
        if (call === 0) throw new Oops('Throttled');
        return call;
      },
    });
    items(world, 1);
    const flow = mapFlow({}, { Retry: [{ ErrorEquals: ['Throttled'], MaxAttempts: 1 }] });
    assert.deepEqual(succeeded(await run(flow, world, input)), [1]);
  });

  it('lets the map itself be caught', async () => {
    const world = failing([0, 11]);
    const flow = mapFlow({ ...batching, Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failed', Next: 'After' }] });
    const states = { ...flow.States, After: { Type: 'Pass', OutputPath: '$.failed.Error', End: true } };
    assert.equal(succeeded(await run({ ...flow, States: states }, world, input)), 'States.ExceedToleratedFailureThreshold');
  });

  it('writes results where the ResultWriter says and returns where they are', async () => {
    const world = failing([5]);
    const flow = mapFlow({
      ...batching,
      ToleratedFailurePercentage: 100,
      ResultWriter: {
        Resource: 'arn:aws:states:::s3:putObject',
        Parameters: { Bucket: 'manifests', 'Prefix.$': "States.Format('results/{}', $.scan)" },
      },
    });
    const { ResultWriterDetails } = succeeded(await run(flow, world, input)) as { ResultWriterDetails: { Key: string } };
    assert.match(ResultWriterDetails.Key, /^results\/s1\/.+\/manifest\.json$/);
    const manifest = JSON.parse(world.files.get(`manifests/${ResultWriterDetails.Key}`) ?? '') as {
      ResultFiles: Record<string, { Key: string }[]>;
    };
    const read = (status: string): { Status: string; Error?: string; Input: string }[] =>
      (manifest.ResultFiles[status] ?? []).flatMap(({ Key }) => JSON.parse(world.files.get(`manifests/${Key}`) ?? '') as never[]);
    assert.equal(read('SUCCEEDED').length, 2);
    assert.deepEqual(
      read('FAILED').map(({ Error: name }) => name),
      ['Broken'],
    );
    assert.deepEqual((JSON.parse(read('FAILED')[0]?.Input ?? '') as { Items: unknown }).Items, numbers(8).slice(4));
  });

  it('says that the manifest cannot be read', async () => {
    const outcome = await run(mapFlow({}), makeWorld({}), input);
    assert.deepEqual(outcome, {
      status: 'FAILED',
      error: 'States.ItemReaderFailed',
      cause: 'Cannot read s3://manifests/items.json',
    });
  });

  it('starts no child after it was stopped', async () => {
    const stop = new AbortController();
    const world = makeWorld({
      work: (_, call) => {
        if (call === 1) stop.abort();
        return call;
      },
    });
    items(world, 20);
    const outcome = await run(mapFlow({ MaxConcurrency: 1 }), world, input, stop.signal);
    assert.equal(outcome.status, 'ABORTED');
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.equal(world.calls.length, 2);
  });
});
