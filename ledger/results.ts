/** Stores, findings and marks in the ledger; verdicts are in `verdicts.ts`. */
import { deleteItems, getItem, putItem, putItems, type Table } from './access.ts';
import type { FindingEntry, Mark, ResultLedger, StoreEntry } from './contract.ts';
import { type Item, packBody, readBody } from './item.ts';
import { boundKey, hashKey, spread, spreadKey, spreadKeys, storePartition } from './keys.ts';
import { type Range, readPage, readSorted } from './query.ts';
import { dynamoVerdicts } from './verdicts.ts';

/** Stores with what was found in them, what was read of them, and what the law says. */
export function dynamoResults(table: Table): ResultLedger {
  return { ...dynamoStores(table), ...dynamoFindings(table), ...dynamoMarks(table), ...dynamoVerdicts(table) };
}

function dynamoStores(table: Table): Pick<ResultLedger, 'putStore' | 'store' | 'stores'> {
  return {
    async putStore(entry) {
      await putItem(table, {
        pk: storePartition(entry.store.uri),
        sk: 'store',
        v: 1,
        listKey: spreadKey('stores', entry.store.uri, spread.lists),
        listSort: boundKey(entry.store.uri),
        ...packBody(entry),
      });
    },
    async store(uri) {
      const item = await getItem(table, storePartition(uri), 'store');
      return item === null ? null : (readBody(item) as StoreEntry);
    },
    stores: (page) =>
      readPage(
        table,
        { index: 'list', partitions: spreadKeys('stores', spread.lists) },
        page,
        (item) => readBody(item) as StoreEntry,
      ),
  };
}

function dynamoFindings(table: Table): Pick<ResultLedger, 'findingsOf' | 'putFindings' | 'findings'> {
  return {
    async *findingsOf(store) {
      for await (const item of readSorted(table, rangeFindings({ store }))) yield readBody(item) as FindingEntry;
    },
    putFindings: (store, entries) =>
      putItems(
        table,
        entries.map((entry) => makeFinding(store, entry)),
      ),
    findings(filter, page) {
      return readPage(table, rangeFindings(filter), page, (item) => {
        const entry = readBody(item) as FindingEntry;
        const kept =
          (filter.state === undefined || entry.state === filter.state) &&
          (filter.detector === undefined || entry.finding.detector === filter.detector);
        return kept ? entry : null;
      });
    },
  };
}

/** Open findings come first in every list. */
const findingRanks = { open: '0', closed: '1' } as const;

function makeFinding(store: string, entry: FindingEntry): Item {
  const { id, detector } = entry.finding;
  const listSort = `${findingRanks[entry.state]}#${hashKey(store)}#${id}`;
  return {
    pk: spreadKey(findingsKind(store), id, spread.findings),
    sk: id,
    v: 1,
    listKey: spreadKey('findings', id, spread.lists),
    listSort,
    groupKey: spreadKey(`findings#${detector}`, id, spread.lists),
    groupSort: listSort,
    ...packBody(entry),
  };
}

function rangeFindings(filter: Parameters<ResultLedger['findings']>[0]): Range {
  if (filter.store !== undefined) return { partitions: spreadKeys(findingsKind(filter.store), spread.findings) };
  const prefix = filter.state === undefined ? '' : `${findingRanks[filter.state]}#`;
  return filter.detector === undefined
    ? { index: 'list', partitions: spreadKeys('findings', spread.lists), prefix }
    : { index: 'group', partitions: spreadKeys(`findings#${filter.detector}`, spread.lists), prefix };
}

function dynamoMarks(table: Table): Pick<ResultLedger, 'marks' | 'putMarks' | 'deleteMarks'> {
  return {
    async *marks(store) {
      const partitions = spreadKeys(marksKind(store), spread.marks);
      for await (const item of readSorted(table, { partitions })) yield readBody(item) as Mark;
    },
    putMarks: (store, marks) =>
      putItems(
        table,
        marks.map((mark) => ({ ...markKey(store, mark.objectId), v: 1, ...packBody(mark) })),
      ),
    deleteMarks: (store, objectIds) =>
      deleteItems(
        table,
        objectIds.map((objectId) => markKey(store, objectId)),
      ),
  };
}

function markKey(store: string, objectId: string): { readonly pk: string; readonly sk: string } {
  return { pk: spreadKey(marksKind(store), objectId, spread.marks), sk: objectId };
}

function findingsKind(store: string): string {
  return `findings#${hashKey(store)}`;
}

function marksKind(store: string): string {
  return `marks#${hashKey(store)}`;
}
