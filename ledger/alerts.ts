/** Alerts in the ledger, in the partition of their store, and the notes of those the channels must still be told of. */
import { isDeepStrictEqual } from 'node:util';
import { type Alert, type AlertState, severities } from '../law/contract.ts';
import { type Condition, deleteItem, getItem, putItem, setAttribute, type Table } from './access.ts';
import { type AlertLedger, type Change, Conflict } from './contract.ts';
import { asStored, type Item, packBody, readBody } from './item.ts';
import { spread, spreadKey, spreadKeys, storePartition } from './keys.ts';
import { type Range, readAll, readPage, readSorted } from './query.ts';

/** Alerts; lists show the most urgent first, those waiting longest before others. */
export function dynamoAlerts(table: Table): AlertLedger {
  return {
    async alert(id) {
      const item = await findAlert(table, id);
      return item === null ? null : readAlert(item);
    },
    alertsOf: async (store) => (await readAll(table, rangeAlerts({ store }))).map(readAlert),
    alerts(filter, page) {
      return readPage(table, rangeAlerts(filter), page, (item) => {
        const alert = readAlert(item);
        const kept =
          (filter.state === undefined || alert.state === filter.state) &&
          (filter.severity === undefined || alert.gap.severity === filter.severity);
        return kept ? alert : null;
      });
    },
    putAlert: (alert, change) => writeAlert(table, alert, change),
    async *untold() {
      for await (const note of readSorted(table, { partitions: spreadKeys('untold', spread.untold) })) {
        const item = await getItem(table, String(note['alertPartition']), alertKey(note.sk));
        if (item !== null && isUntold(item)) yield readAlert(item);
      }
    },
    async told(id, revision) {
      const item = await findAlert(table, id);
      if (item === null) return;
      const lower = { text: '#toldRevision < :revision', values: { ':revision': revision } };
      await setAttribute(table, item, { name: 'toldRevision', value: revision }, lower);
      await deleteItem(table, spreadKey('untold', id, spread.untold), id, notAbove(revision));
    },
  };
}

/** Where the alert lies, then the note to tell, then the alert: a crash in between can leave no alert untold. */
async function writeAlert(table: Table, alert: Alert, change: Change): Promise<void> {
  const { id, revision } = alert;
  const pk = storePartition(alert.store);
  const current = await getItem(table, pk, alertKey(id));
  if (current !== null && isRepeated(current, alert)) return;
  if (current !== null && Number(current['revision']) !== revision - 1) throw conflictWith(alert, current);
  if (current === null) await putItem(table, { pk: pointerPartition(id), sk: 'store', v: 1, alertPartition: pk });
  if (alert.toldRevision < revision) {
    const note: Item = { pk: spreadKey('untold', id, spread.untold), sk: id, v: 1, revision, alertPartition: pk };
    // Refused = a newer revision has its note already, and that one must stand.
    await putItem(table, note, notAbove(revision));
  }
  const condition =
    current === null
      ? { text: 'attribute_not_exists(#pk)' }
      : { text: '#revision = :seen', values: { ':seen': Number(current['revision']) } };
  if (await putItem(table, makeAlert(alert, current, change), condition)) return;
  const winner = await getItem(table, pk, alertKey(id));
  if (winner === null || !isRepeated(winner, alert)) throw conflictWith(alert, winner);
}

function makeAlert(alert: Alert, current: Item | null, change: Change): Item {
  return {
    pk: storePartition(alert.store),
    sk: alertKey(alert.id),
    v: 1,
    listKey: spreadKey('alerts', alert.id, spread.lists),
    listSort: `${stateRanks[alert.state]}${severities.indexOf(alert.gap.severity)}#${alert.openedAt}#${alert.id}`,
    revision: alert.revision,
    toldRevision: Math.max(alert.toldRevision, Number(current?.['toldRevision'] ?? 0)),
    changedAt: change.at,
    changedBy: change.by,
    ...packBody(alert),
  };
}

/** The told revision is kept beside the record: `told` must not rewrite what somebody else may be changing. */
function readAlert(item: Item): Alert {
  return { ...(readBody(item) as Alert), toldRevision: Number(item['toldRevision']) };
}

function isUntold(item: Item): boolean {
  return Number(item['toldRevision']) < Number(item['revision']);
}

/** True if the stored alert is what this very write made of it; what was told since does not count. */
function isRepeated(item: Item, alert: Alert): boolean {
  return isDeepStrictEqual({ ...(readBody(item) as Alert), toldRevision: 0 }, { ...asStored(alert), toldRevision: 0 });
}

async function findAlert(table: Table, id: string): Promise<Item | null> {
  const pointer = await getItem(table, pointerPartition(id), 'store');
  return pointer === null ? null : getItem(table, String(pointer['alertPartition']), alertKey(id));
}

function rangeAlerts(filter: Parameters<AlertLedger['alerts']>[0]): Range {
  if (filter.store !== undefined) return { partitions: [storePartition(filter.store)], prefix: 'alert#' };
  const severity = filter.severity === undefined ? '' : `${severities.indexOf(filter.severity)}#`;
  const prefix = filter.state === undefined ? '' : `${stateRanks[filter.state]}${severity}`;
  return { index: 'list', partitions: spreadKeys('alerts', spread.lists), prefix };
}

const stateRanks: Readonly<Record<AlertState, string>> = {
  open: '0',
  reopened: '1',
  acknowledged: '2',
  suppressed: '3',
  resolved: '4',
};

function notAbove(revision: number): Condition {
  return { text: 'attribute_not_exists(#pk) OR #revision <= :revision', values: { ':revision': revision } };
}

function conflictWith(alert: Alert, current: Item | null): Conflict {
  const revision = current === null ? 0 : Number(current['revision']);
  return new Conflict(
    `Cannot change alert ${alert.id}: it has revision ${revision}, ${alert.revision - 1} was expected; read it again`,
    revision,
  );
}

function alertKey(id: string): string {
  return `alert#${id}`;
}

function pointerPartition(id: string): string {
  return `alert#${id}`;
}
