/** Scans in the ledger: heads, and what their shards found. Progress is counted from the shards' done heads. */
import { getItem, putItem, type Table } from './access.ts';
import type { Page, PageRequest, Scan, ScanLedger } from './contract.ts';
import { packBody, readBody, type Item } from './item.ts';
import { spread, spreadKey, spreadKeys } from './keys.ts';
import { readPage } from './query.ts';
import { dynamoShards, type ShardReader } from './shards.ts';

/** Scans, newest first, and the results of their shards. */
export function dynamoScans(table: Table): ScanLedger {
  const shards = dynamoShards(table);
  return {
    ...shards.ledger,
    async putScan(scan) {
      await putItem(table, makeHead(isEnded(scan) ? await countProgress(shards, scan) : scan));
    },
    async scan(id) {
      const head = await getItem(table, scanKey(id), 'head');
      return head === null ? null : readScan(shards, head);
    },
    scans(page: PageRequest): Promise<Page<Scan>> {
      const partitions = spreadKeys('scans', spread.lists);
      return readPage(table, { index: 'list', partitions, descending: true }, page, (head) => readScan(shards, head));
    },
  };
}

function makeHead(scan: Scan): Item {
  return {
    pk: scanKey(scan.id),
    sk: 'head',
    v: 1,
    listKey: spreadKey('scans', scan.id, spread.lists),
    listSort: `${scan.startedAt}#${scan.id}`,
    ...packBody(scan),
  };
}

/** While a scan runs its progress is counted; once ended it is what was counted then, for shard results do not live as long. */
function readScan(shards: ShardReader, head: Item): Scan | Promise<Scan> {
  const scan = readBody(head) as Scan;
  return isEnded(scan) ? scan : countProgress(shards, scan);
}

async function countProgress(shards: ShardReader, scan: Scan): Promise<Scan> {
  let shardsDone = 0;
  let shardsFailed = 0;
  let skips = 0;
  for await (const head of shards.heads(scan.id)) {
    shardsDone += 1;
    if (head.failed) shardsFailed += 1;
    skips += head.skips;
  }
  return { ...scan, shardsDone, shardsFailed, skips };
}

function isEnded(scan: Scan): boolean {
  return scan.state === 'completed' || scan.state === 'failed';
}

function scanKey(id: string): string {
  return `scan#${id}`;
}
