/** What a new reading changes in the findings of a store. Pure; a second reading of the same data changes nothing. */
import type { Finding } from '../../findings/finding.ts';
import type { ObjectTally } from '../../findings/tally.ts';
import type { FindingEntry } from '../../ledger/contract.ts';

/** What was read of a store. */
export interface Reading {
  readonly scan: string;
  readonly at: string;
  readonly detectorsVersion: string;
  /** Objects read, whole or in part. */
  readonly objects: readonly ObjectTally[];
  readonly findings: readonly Finding[];
  /** True if `objects` are all the store has: what is not among them is gone. */
  readonly whole: boolean;
}

/**
 * The entries to write: new, changed, closed and reopened ones. A finding closes only if its object was read whole, or is gone; a
 * reading of a part never closes one nor makes its count smaller.
 */
export function reconcileFindings(previous: readonly FindingEntry[], reading: Reading): readonly FindingEntry[] {
  const before = new Map(previous.map((entry) => [entry.finding.id, entry]));
  const objects = new Map(reading.objects.map((object) => [object.objectId, object]));
  const found = new Set(reading.findings.map((finding) => finding.id));
  const written = reading.findings.flatMap((finding) => {
    const complete = objects.get(finding.objectId)?.complete ?? false;
    const known = before.get(finding.id);
    const entry = finding.count === 0 ? setAside(known, finding, reading, complete) : renew(known, finding, reading, complete);
    return entry ? [entry] : [];
  });
  const closed = previous.filter(
    (entry) => entry.state === 'open' && !found.has(entry.finding.id) && isOver(entry, objects, reading.whole),
  );
  return [...written, ...closed.map((entry) => close(entry, reading))];
}

function renew(known: FindingEntry | undefined, finding: Finding, reading: Reading, complete: boolean): FindingEntry | null {
  const fresh = { v: 1, finding, state: 'open', updatedAt: reading.at, closedAt: null, scan: reading.scan } as const;
  if (!known) return { ...fresh, openedAt: reading.at, detectorsVersion: reading.detectorsVersion };
  if (known.state === 'open') {
    if (!complete && finding.count < known.finding.count) return null;
    if (isEqual(known.finding, finding)) return null;
  }
  return { ...fresh, openedAt: known.state === 'open' ? known.openedAt : reading.at, detectorsVersion: reading.detectorsVersion };
}

/** A finding whose matches are all allowed is closed, and says how many there are; a reading of a part leaves an open one open. */
function setAside(known: FindingEntry | undefined, finding: Finding, reading: Reading, complete: boolean): FindingEntry | null {
  if (known?.state === 'open' && !complete) return null;
  if (known?.state === 'closed' && isEqual(known.finding, finding)) return null;
  const { at, scan, detectorsVersion } = reading;
  const openedAt = known?.openedAt ?? at;
  return { v: 1, finding, state: 'closed', openedAt, updatedAt: at, closedAt: known?.closedAt ?? at, scan, detectorsVersion };
}

const isOver = ({ finding }: FindingEntry, objects: ReadonlyMap<string, ObjectTally>, whole: boolean) =>
  objects.get(finding.objectId)?.complete ?? isGone(finding, objects, whole);

/**
 * True if an object that was not read is surely no more: the nearest of its containers that was read was read whole, or, where
 * none was, the store was.
 */
export function isGone(
  { containers = [] }: { readonly containers?: readonly string[] },
  objects: ReadonlyMap<string, ObjectTally>,
  whole: boolean,
): boolean {
  const nearest = containers.findLast((id) => objects.has(id));
  return nearest === undefined ? whole : (objects.get(nearest)?.complete ?? false);
}

const close = (entry: FindingEntry, { at, scan, detectorsVersion }: Reading): FindingEntry => ({
  ...entry,
  state: 'closed',
  updatedAt: at,
  closedAt: at,
  scan,
  detectorsVersion,
});

/** Order of keys is of our own making, so the texts of equal findings are equal. */
const isEqual = (a: Finding, b: Finding) => canonical(a) === canonical(b);

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
