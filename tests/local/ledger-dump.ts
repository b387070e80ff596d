/** Everything that a deployment's ledger holds, in a form in which two ledgers can be compared: without times. */
import { gunzipSync } from 'node:zlib';
import { paginateScan } from '@aws-sdk/client-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { LocalDeployment } from '../../local/deployment.ts';

/** The records as texts, sorted. */
export async function dumpLedger(deployment: LocalDeployment): Promise<readonly string[]> {
  const records = await readLedger(deployment);
  return records.map(withoutTimes).toSorted();
}

/** Shard results and audit entries carry a hash over their own times in their keys. */
function withoutTimes(text: string): string {
  return text
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replace(/^\{"pk":"audit#\d+","sk":"TIME#\w+"/, '{"pk":"audit","sk":"TIME"')
    .replace(/(?<="generation":")\w+/, 'HASH')
    .replace(/(?<="sk":"part#\w+#\w+#)\w+/, 'HASH');
}

/** The records as texts, as they are. */
export async function readLedger({ clients, resources }: LocalDeployment): Promise<readonly string[]> {
  const TableName = resources.find(({ type }) => type === 'AWS::DynamoDB::Table')?.name;
  const records: string[] = [];
  for await (const page of paginateScan({ client: clients.dynamodb }, { TableName })) {
    for (const found of page.Items ?? []) {
      const { body, zip, expiresAt: _, ...keys } = unmarshall(found) as Record<string, unknown>;
      const record = zip === undefined ? (body as string | undefined) : gunzipSync(zip as Uint8Array).toString();
      records.push(`${JSON.stringify(keys)} ${record ?? ''}`);
    }
  }
  return records;
}
