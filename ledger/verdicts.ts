/** Verdicts in the ledger: at most one for each store and treatment, drawn from the newest register revision. */
import { isDeepStrictEqual } from 'node:util';
import type { Verdict, VerdictState } from '../law/contract.ts';
import { deleteItem, putItem, type Table } from './access.ts';
import { type Change, Conflict, type ResultLedger } from './contract.ts';
import { asStored, type Item, packBody, readBody } from './item.ts';
import { boundKey, spread, spreadKey, spreadKeys, storePartition } from './keys.ts';
import { type Range, readAll, readPage } from './query.ts';

/** Verdicts of stores; lists show first what needs somebody. */
export function dynamoVerdicts(table: Table): Pick<ResultLedger, 'putVerdicts' | 'verdictsOf' | 'verdicts'> {
  return {
    putVerdicts: (store, verdicts, change) => replaceVerdicts(table, store, verdicts, change),
    async verdictsOf(store) {
      return (await readStored(table, store)).map((item) => readBody(item) as Verdict);
    },
    verdicts: (filter, page) => readPage(table, rangeVerdicts(filter), page, (item) => readBody(item) as Verdict),
  };
}

async function replaceVerdicts(table: Table, store: string, verdicts: readonly Verdict[], change: Change): Promise<void> {
  const stored = new Map((await readStored(table, store)).map((item) => [item.sk, item]));
  const wanted = new Map(verdicts.map((verdict) => [verdictKey(verdict.treatment), verdict]));
  const revision = Math.max(0, ...verdicts.map((verdict) => verdict.revision));
  const notNewer = { text: 'attribute_not_exists(#pk) OR #revision <= :revision', values: { ':revision': revision } };
  const demand = (written: boolean): void => {
    if (!written) throw outdated(store, revision);
  };
  demand(verdicts.length === 0 || [...stored.values()].every((item) => Number(item['revision']) <= revision));
  for (const [sk, verdict] of wanted) {
    const item = stored.get(sk);
    if (item !== undefined && isDeepStrictEqual(readBody(item), asStored(verdict))) continue;
    demand(await putItem(table, makeVerdict(store, verdict, change), notNewer));
  }
  // Obsolete ones go last: a crash in between leaves one verdict too many, never none.
  for (const item of stored.values()) {
    if (wanted.has(item.sk)) continue;
    demand(await deleteItem(table, item.pk, item.sk, verdicts.length === 0 ? undefined : notNewer));
  }
}

function makeVerdict(store: string, verdict: Verdict, change: Change): Item {
  const { treatment } = verdict;
  const id = `${store}#${treatment ?? ''}`;
  const listSort = `${verdictRanks[verdict.state]}#${boundKey(store)}#${treatment ?? ''}`;
  return {
    pk: storePartition(store),
    sk: verdictKey(treatment),
    v: 1,
    listKey: spreadKey('verdicts', id, spread.lists),
    listSort,
    ...(treatment === null ? {} : { groupKey: spreadKey(`verdicts#${treatment}`, id, spread.lists), groupSort: listSort }),
    revision: verdict.revision,
    updatedAt: change.at,
    updatedBy: change.by,
    ...packBody(verdict),
  };
}

/** What needs somebody comes first. */
const verdictRanks: Readonly<Record<VerdictState, string>> = {
  gaps: '0',
  undetermined: '1',
  incomplete: '2',
  covered: '3',
  'no-personal-data': '4',
};

function rangeVerdicts(filter: Parameters<ResultLedger['verdicts']>[0]): Range {
  const prefix = filter.state === undefined ? '' : `${verdictRanks[filter.state]}#`;
  return filter.treatment === undefined
    ? { index: 'list', partitions: spreadKeys('verdicts', spread.lists), prefix }
    : { index: 'group', partitions: spreadKeys(`verdicts#${filter.treatment}`, spread.lists), prefix };
}

function readStored(table: Table, store: string): Promise<readonly Item[]> {
  return readAll(table, { partitions: [storePartition(store)], prefix: 'verdict#' });
}

function verdictKey(treatment: string | null): string {
  return `verdict#${treatment ?? ''}`;
}

function outdated(store: string, revision: number): Conflict {
  return new Conflict(
    `Cannot replace the verdicts of ${store}: some are newer than register revision ${revision}; assess it again`,
    revision,
  );
}
