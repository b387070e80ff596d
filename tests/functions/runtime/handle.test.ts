import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { Conflict } from '../../../ledger/contract.ts';
import { concealFailure, describeFailure } from '../../../functions/runtime/failure.ts';

const secret = 'AB123456';

/** Runs a handler in a process of its own and gives everything it wrote, and what it answered or threw. */
async function invoke(
  use: string,
): Promise<{ output: string; lines: Record<string, unknown>[]; result: Record<string, unknown> }> {
  const source = `
    import { handle } from './functions/runtime/handle.ts';
    import { count } from './functions/runtime/metrics.ts';
    const handler = handle(${use});
    const context = { functionName: 'test', awsRequestId: '1', memoryLimitInMB: '1', invokedFunctionArn: 'arn', getRemainingTimeInMillis: () => 1000 };
    const result = await handler({ cell: '${secret}' }, context).then(
      (answer) => ({ answer: answer.told }),
      (error) => ({ name: error.name, message: error.message, stack: error.stack, cause: error.cause }),
    );
    process.stdout.write('RESULT' + JSON.stringify(result));`;
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', source], {
    // All that could make Powertools write more than it should.
    env: { ...process.env, POWERTOOLS_LOGGER_LOG_EVENT: 'true', POWERTOOLS_LOG_LEVEL: 'DEBUG', AWS_REGION: 'eu-west-3' },
  });
  const [log = '', result = ''] = stdout.split('RESULT');
  return {
    output: log + result + stderr,
    lines: (log + stderr)
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Record<string, unknown>),
    result: JSON.parse(result) as Record<string, unknown>,
  };
}

test('handle() gives the answer, publishes what was counted and logs neither event nor answer', async () => {
  const { output, lines, result } = await invoke(
    `async (event) => { count('AlertsTold', 3); return { told: 3, cell: event.cell }; }`,
  );
  assert.deepEqual(result, { answer: 3 });
  const metric = lines.find((line) => '_aws' in line);
  assert.equal(metric?.['AlertsTold'], 3);
  assert.equal(metric?.['service'], 'kashf');
  assert.ok(!output.includes(secret));
});

test('handle() reports a failure by name, code and place, never by a foreign message', async () => {
  const { output, lines, result } = await invoke(
    `async (event) => { throw Object.assign(new TypeError('invalid input: ' + event.cell, { cause: new Error(event.cell) }), { code: '22P02', detail: event.cell }); }`,
  );
  assert.equal(result['name'], 'TypeError');
  assert.equal(result['message'], 'Ended by TypeError (22P02); the log line of this invocation says where');
  const failure = lines.find((line) => line['message'] === 'Function failed')?.['failure'] as Record<string, unknown>;
  assert.equal(failure['code'], '22P02');
  assert.ok((failure['frames'] as string[]).length > 0);
  assert.ok(!output.includes(secret));
});

test('concealFailure() keeps the sentences of our own errors and the names of all', () => {
  const own = concealFailure(new Conflict('Treatment portal was changed in the meantime', 4));
  assert.equal(own.name, 'Conflict');
  assert.equal(own.message, 'Treatment portal was changed in the meantime');
  const foreign = concealFailure(Object.assign(new Error(`cannot read s3://bucket/${secret}.csv`), { name: 'AccessDenied' }));
  assert.equal(foreign.name, 'AccessDenied');
  assert.ok(!`${foreign.message}${foreign.stack}`.includes(secret));
});

test('describeFailure() says nothing of the value when something else than an error is thrown', () => {
  assert.deepEqual(describeFailure(secret), {
    name: 'string',
    code: null,
    status: null,
    requestId: null,
    message: null,
    frames: [],
    cause: null,
  });
});

test('describeFailure() drops every line of a message of several lines', () => {
  const error = new Error(`one\n    at ${secret}:1:1`);
  assert.ok(!JSON.stringify(describeFailure(error)).includes(secret));
});
