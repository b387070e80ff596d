/** The audit trail in the ledger: who changed what, when. Entries are only ever added. */
import { putItem, type Table } from './access.ts';
import type { AuditEntry, AuditLedger } from './contract.ts';
import { asStored, packBody, readBody } from './item.ts';
import { hashKey, spread, spreadKey, spreadKeys } from './keys.ts';
import { readPage } from './query.ts';

/** The audit trail, newest first. */
export function dynamoAudit(table: Table): AuditLedger {
  return {
    async append(entry) {
      const id = hashKey(JSON.stringify(sortKeys(asStored(entry))));
      // Where the condition fails the entry is there already: two equal appends are one.
      await putItem(
        table,
        { pk: spreadKey('audit', id, spread.audit), sk: `${entry.at}#${id}`, v: 1, ...packBody(entry) },
        { text: 'attribute_not_exists(#pk)' },
      );
    },
    audit: (page) =>
      readPage(
        table,
        { partitions: spreadKeys('audit', spread.audit), descending: true },
        page,
        (item) => readBody(item) as AuditEntry,
      ),
  };
}

/** The same value with the keys of all its objects in order: equal entries must give equal text. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sortKeys(inner)]),
  );
}
