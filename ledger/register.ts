/** The register in the ledger: one item an entry, each with its revision; the register's revision is their sum. */
import { isDeepStrictEqual } from 'node:util';
import type { Controller, Treatment } from '../law/register.ts';
import { getItem, putItem, type Table } from './access.ts';
import { type Change, Conflict, type RegisterLedger, type Revised } from './contract.ts';
import { asStored, type Item, packBody, readBody } from './item.ts';
import { readAll } from './query.ts';

const partition = 'register';
const controllerKey = 'controller';

/** The register of processing. Every change is one conditional write. */
export function dynamoRegister(table: Table): RegisterLedger {
  return {
    async read() {
      const entries = await readEntries(table);
      const controller = entries.find((entry) => entry.sk === controllerKey);
      return {
        revision: sumRevisions(entries),
        controller: controller === undefined ? null : (readBody(controller) as Controller),
        treatments: entries.filter((entry) => entry.sk !== controllerKey && !isTombstone(entry)).map(readRevised),
      };
    },
    async treatment(id) {
      const entry = await getItem(table, partition, treatmentKey(id));
      return entry === null || isTombstone(entry) ? null : readRevised(entry);
    },
    async putTreatment(treatment, expected, change) {
      const name = `treatment ${treatment.id}`;
      const entry = await changeEntry(table, { sk: treatmentKey(treatment.id), name }, expected, { value: treatment, change });
      return { entry: readRevised(entry), revision: sumRevisions(await readEntries(table)) };
    },
    async deleteTreatment(id, expected, change) {
      await changeEntry(table, { sk: treatmentKey(id), name: `treatment ${id}` }, expected, { value: null, change });
      return { revision: sumRevisions(await readEntries(table)) };
    },
    async putController(controller, change) {
      await putLast(table, controller, change);
      return { revision: sumRevisions(await readEntries(table)) };
    },
  };
}

/** What an entry shall become; a null value is a tombstone. */
interface Wanted {
  readonly value: Treatment | Controller | null;
  readonly change: Change;
}

async function changeEntry(
  table: Table,
  key: { readonly sk: string; readonly name: string },
  expected: number,
  wanted: Wanted,
): Promise<Item> {
  const current = await getItem(table, partition, key.sk);
  if (current !== null && isRepeated(current, expected, wanted)) return current;
  if (liveRevision(current) !== expected || (expected === 0 && wanted.value === null)) {
    throw conflictWith(key.name, current, expected);
  }
  if (current !== null && !isTombstone(current) && isDeepStrictEqual(readBody(current), asStored(wanted.value))) return current;
  const entry = makeEntry(key.sk, current, wanted);
  if (await putIfUnchanged(table, entry, current)) return entry;
  // Somebody was faster; or it was this very write, sent again by a client that never saw the first answer.
  const winner = await getItem(table, partition, key.sk);
  if (winner !== null && isRepeated(winner, expected, wanted)) return winner;
  throw conflictWith(key.name, winner, expected);
}

/** The controller has no expected revision: the last one to write wins, and each write still raises the revision by one. */
async function putLast(table: Table, controller: Controller, change: Change): Promise<void> {
  for (;;) {
    const current = await getItem(table, partition, controllerKey);
    if (current !== null && isDeepStrictEqual(readBody(current), asStored(controller))) return;
    if (await putIfUnchanged(table, makeEntry(controllerKey, current, { value: controller, change }), current)) return;
  }
}

function makeEntry(sk: string, current: Item | null, wanted: Wanted): Item {
  return {
    pk: partition,
    sk,
    v: 1,
    revision: revisionOf(current) + 1,
    updatedAt: wanted.change.at,
    updatedBy: wanted.change.by,
    ...(wanted.value === null ? { deleted: true } : packBody(wanted.value)),
  };
}

function putIfUnchanged(table: Table, entry: Item, current: Item | null): Promise<boolean> {
  return putItem(
    table,
    entry,
    current === null
      ? { text: 'attribute_not_exists(#pk)' }
      : { text: '#revision = :seen', values: { ':seen': revisionOf(current) } },
  );
}

/** True if the entry is what this very change made of it: same value, same person, same time, next revision. */
function isRepeated(entry: Item, expected: number, wanted: Wanted): boolean {
  return (
    (expected === 0 || revisionOf(entry) === expected + 1) &&
    entry['updatedAt'] === wanted.change.at &&
    entry['updatedBy'] === wanted.change.by &&
    (wanted.value === null
      ? isTombstone(entry) && expected > 0
      : !isTombstone(entry) && isDeepStrictEqual(readBody(entry), asStored(wanted.value)))
  );
}

function conflictWith(name: string, current: Item | null, expected: number): Conflict {
  const revision = liveRevision(current);
  const now = revision === 0 ? 'does not exist' : `has revision ${revision}`;
  const then = expected === 0 ? 'a new one was to be made' : `revision ${expected} was expected`;
  return new Conflict(`Cannot change ${name}: it ${now}, ${then}; read it again`, revision);
}

function readEntries(table: Table): Promise<readonly Item[]> {
  return readAll(table, { partitions: [partition] });
}

function readRevised(entry: Item): Revised<Treatment> {
  return {
    revision: revisionOf(entry),
    updatedAt: String(entry['updatedAt']),
    updatedBy: String(entry['updatedBy']),
    value: readBody(entry) as Treatment,
  };
}

function sumRevisions(entries: readonly Item[]): number {
  return entries.reduce((sum, entry) => sum + revisionOf(entry), 0);
}

function revisionOf(entry: Item | null): number {
  return entry === null ? 0 : Number(entry['revision']);
}

/** The revision that `If-Match` sees: a deleted entry has none. */
function liveRevision(entry: Item | null): number {
  return entry === null || isTombstone(entry) ? 0 : revisionOf(entry);
}

function isTombstone(entry: Item): boolean {
  return entry['deleted'] === true;
}

function treatmentKey(id: string): string {
  return `treatment#${id}`;
}
