import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { deploymentSchema, type Deployment } from '../../infra/config.ts';
import { runStateMachine } from '../../local/state-machine.ts';
import type { Flow, Json } from '../../local/states.ts';
import { readSynthesized } from '../../local/synthesized.ts';
import { synthesize } from '../../local/synthesize.ts';
import { resolveTemplate } from '../../local/template.ts';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const shards = Array.from({ length: 25 }, (_, n) => JSON.stringify({ v: 1, id: `shard-${n}` })).join('\n');
const stores = Array.from({ length: 7 }, (_, n) => JSON.stringify({ v: 1, store: `s3://bucket-${n}` })).join('\n');

/** Synthesizes the stack, runs its machine on 25 shards of 7 stores; returns how many items each call of a function got. */
async function runWith(change: Partial<Deployment>): Promise<Readonly<Record<string, readonly number[]>>> {
  const folder = mkdtempSync(join(tmpdir(), 'kashf-test-'));
  folders.push(folder);
  synthesize({ ...deploymentSchema.parse({ targets: [{ uri: 's3://bucket-0' }] }), ...change }, folder, false);
  const place = { account: '000000000000', region: 'eu-west-3', stack: 'Kashf', endpoint: 'http://127.0.0.1:1' };
  const resources = resolveTemplate(readSynthesized(folder).template, place);
  const machine = resources.find(({ type }) => type === 'AWS::StepFunctions::StateMachine');
  const calls: Record<string, number[]> = {};
  const outcome = await runStateMachine(
    {
      definition: JSON.parse(machine?.properties['DefinitionString'] as string) as Flow,
      machineArn: machine?.arn ?? '',
      name: 'run-1',
      input: { trigger: 'schedule', targets: null, seed: 1 },
      timeScale: 0.001,
    },
    {
      async invoke(functionArn, event) {
        const description = resources.find(({ arn }) => arn === functionArn)?.properties['Description'];
        const name = String(description).split(': ').at(-1) ?? '';
        const { Items, scan } = event as { Items?: Json[]; scan?: string };
        (calls[name] ??= []).push(Items?.length ?? 0);
        const planned = {
          v: 1,
          scan: scan ?? '',
          seed: 1,
          stores: { key: 'stores', count: 7 },
          shards: { key: 'shards', count: 25 },
        };
        return name === 'discover' || name === 'plan' ? planned : {};
      },
      readObject: async (_, key) => (key === 'shards' ? shards : stores),
      writeObject: async () => undefined,
    },
  );
  assert.equal(outcome.status, 'SUCCEEDED', JSON.stringify(outcome));
  return calls;
}

describe('the synthesized state machine', () => {
  for (const [maxItemsPerBatch, expected] of [
    [10, [10, 10, 5]],
    [25, [25]],
    [7, [7, 7, 7, 4]],
  ] as const) {
    it(`calls scan with ${expected.join(', ')} shards where CDK is told ${maxItemsPerBatch} a batch`, async () => {
      const calls = await runWith({ maxItemsPerBatch });
      assert.deepEqual(calls['scan'], expected);
      assert.deepEqual(calls['discover'], [0]);
      assert.deepEqual(calls['plan'], [0]);
      assert.deepEqual(calls['alert'], [0]);
      assert.equal(
        calls['assess']?.reduce((sum, count) => sum + count, 0),
        7,
      );
    });
  }
});
