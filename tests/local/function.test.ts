import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { makeFunction, type LocalFunction } from '../../local/function.ts';

const folders: string[] = [];
const functions: LocalFunction[] = [];

function make(code: string, settings: { timeoutSeconds?: number; concurrency?: number; output?: string[] } = {}): LocalFunction {
  const folder = mkdtempSync(join(tmpdir(), 'kashf-test-'));
  folders.push(folder);
  writeFileSync(join(folder, 'index.mjs'), code);
  const made = makeFunction({
    folder,
    handler: 'index.handler',
    functionName: 'one',
    functionArn: 'arn:aws:lambda:eu-west-3:000000000000:function:one',
    memoryMb: 64,
    environment: { GIVEN: 'yes' },
    timeoutSeconds: settings.timeoutSeconds ?? 5,
    concurrency: settings.concurrency ?? 1,
    onOutput: (text) => void settings.output?.push(text),
  });
  functions.push(made);
  return made;
}

after(async () => {
  await Promise.all(functions.map((one) => one.stop()));
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe('makeFunction', () => {
  it('gives the template environment and nothing of this process', async () => {
    const one = make('export const handler = () => process.env;');
    assert.deepEqual(await one.invoke({}), { GIVEN: 'yes' });
  });

  it('keeps the state of a bundle between events, and runs one event at a time', async () => {
    const one = make(`
      let count = 0, now = 0, most = 0;
      export const handler = async (event) => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 5));
        now--;
        return { count: ++count, most, event };
      };`);
    const answers = await Promise.all([1, 2, 3].map((n) => one.invoke({ n })));
    assert.deepEqual(answers.at(-1), { count: 3, most: 1, event: { n: 3 } });
  });

  it('starts no more threads than it may', async () => {
    const one = make(
      `import { threadId } from 'node:worker_threads';
       export const handler = async () => { await new Promise((r) => setTimeout(r, 20)); return threadId; };`,
      { concurrency: 2 },
    );
    const threads = new Set(await Promise.all(Array.from({ length: 6 }, () => one.invoke({}))));
    assert.equal(threads.size, 2);
  });

  it('says an error by name and message, as Lambda does', async () => {
    const one = make(`export const handler = () => { const e = new Error('what'); e.name = 'Oops'; throw e; };`);
    await assert.rejects(one.invoke({}), (error: Error) => {
      assert.equal(error.name, 'Oops');
      assert.deepEqual(JSON.parse(error.message), { errorType: 'Oops', errorMessage: 'what' });
      return true;
    });
  });

  it('ends an event that runs over its time, and takes the next on a new thread', async () => {
    const one = make('export const handler = (event) => event.hang ? new Promise(() => setInterval(() => {}, 1000)) : 1;', {
      timeoutSeconds: 1,
    });
    await assert.rejects(one.invoke({ hang: true }), { name: 'Sandbox.Timedout' });
    assert.equal(await one.invoke({}), 1);
  });

  it('survives a bundle that ends itself, and one that is killed', async () => {
    const one = make(
      'export const handler = (event) => { if (event.end) process.exit(1); return event.wait ? new Promise(() => setInterval(() => {}, 9)) : 1; };',
    );
    await assert.rejects(one.invoke({ end: true }), { name: 'Runtime.ExitError' });
    const waiting = one.invoke({ wait: true });
    setTimeout(() => void one.kill(), 50);
    await assert.rejects(waiting, { name: 'Runtime.ExitError' });
    assert.equal(await one.invoke({}), 1);
  });

  it('hands on what the bundle writes', async () => {
    const output: string[] = [];
    const one = make(`export const handler = () => { process.stdout.write('to out;'); process.stderr.write('to err;'); };`, {
      output,
    });
    await one.invoke({});
    await new Promise((resolve) => setTimeout(resolve, 50));
    assert.deepEqual(output.join('').split(';').toSorted(), ['', 'to err', 'to out']);
  });

  it('tells of a bundle that cannot be loaded with each event', async () => {
    const one = make(`import './absent.mjs';`);
    await assert.rejects(one.invoke({}), /absent/);
  });
});
