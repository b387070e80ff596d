/** The last state of the scan workflow: the scan ends in the ledger, and whoever must know is told of what changed. */
import type { AlertChannel } from '../../channels/contract.ts';
import type { Clock } from '../../findings/clock.ts';
import type { Alert, AlertState } from '../../law/contract.ts';
import type { Ledger, Scan } from '../../ledger/contract.ts';
import type { AlertInput } from '../workflow.ts';
import { assessEntries } from './assess-entries.ts';

export interface AlertPorts {
  readonly ledger: Ledger;
  readonly channels: readonly AlertChannel[];
  readonly clock: Clock;
}

export interface AlertOutcome {
  readonly v: 1;
  readonly scan: string | null;
  readonly state: Scan['state'] | null;
  readonly skips: number;
  readonly shardsFailed: number;
  /** Alerts told of in this run. */
  readonly told: number;
}

/** Ends the scan, then tells what is untold. Called again after a fault it takes up where it stopped; called again after success it does nothing. */
export async function endScan(input: AlertInput, ports: AlertPorts): Promise<AlertOutcome> {
  const scan = input.scan === null ? null : await closeScan(input.scan, input.failed, ports);
  if (scan !== null) await assessEntries(scan, ports.clock.now(), ports.ledger);
  const told = await tellAlerts(ports);
  return {
    v: 1,
    scan: input.scan,
    state: scan?.state ?? null,
    skips: scan?.skips ?? 0,
    shardsFailed: scan?.shardsFailed ?? 0,
    told,
  };
}

/** Tells every channel of every alert whose latest revision was not told; returns how many. A channel may hear of one twice after a fault, never of none. */
export async function tellAlerts({ ledger, channels }: AlertPorts): Promise<number> {
  let told = 0;
  for await (const alert of ledger.alerts.untold()) {
    await noteChange(alert, ledger);
    for (const channel of channels) await channel.tell(alert);
    await ledger.alerts.told(alert.id, alert.revision);
    told += 1;
  }
  return told;
}

/** Changes that an assessment made go into the audit here, with the time they were made: noted again after a fault, the entry is the same. */
async function noteChange({ id, store, gap, state, revision, updatedAt, updatedBy }: Alert, ledger: Ledger): Promise<void> {
  if (updatedBy !== assessor) return;
  const detail = { store, kind: gap.kind, treatment: gap.treatment, category: gap.category, revision };
  await ledger.audit.append({ v: 1, at: updatedAt, by: updatedBy, action: actions[state], target: id, detail });
}

const assessor = 'kashf';
const actions: Readonly<Record<AlertState, string>> = {
  open: 'alert.open',
  acknowledged: 'alert.acknowledge',
  suppressed: 'alert.suppress',
  resolved: 'alert.resolve',
  reopened: 'alert.reopen',
};

/** A scan that completed stays so; one that failed may complete after the workflow was redriven. */
async function closeScan(id: string, failed: string | null, { ledger, clock }: AlertPorts): Promise<Scan> {
  const known = await ledger.scans.scan(id);
  const before = known ?? unseenScan(id, clock.now());
  const state = failed === null || before.state === 'completed' ? 'completed' : 'failed';
  const endedAt = before.state === state && before.endedAt !== null ? before.endedAt : clock.now();
  const scan: Scan = { ...before, state, endedAt, complete: state === 'completed' && known !== null && isComplete(known) };
  await ledger.scans.putScan(scan);
  await ledger.audit.append({
    v: 1,
    at: endedAt,
    by: 'kashf',
    action: 'scan.end',
    target: id,
    detail: { state, complete: scan.complete, failed: state === 'failed' ? failed : null },
  });
  return scan;
}

function isComplete(scan: Scan): boolean {
  return scan.skips === 0 && scan.shardsFailed === 0 && scan.shardsDone === scan.shardsPlanned;
}

/** Head of a scan whose workflow failed before `discover` could write it. */
function unseenScan(id: string, now: string): Scan {
  return {
    v: 1,
    id,
    state: 'planned',
    startedAt: now,
    endedAt: null,
    trigger: 'schedule',
    seed: 0,
    detectorsVersion: 'unknown',
    lawVersion: 'unknown',
    stores: 0,
    shardsPlanned: 0,
    shardsDone: 0,
    shardsFailed: 0,
    skips: 0,
    complete: null,
  };
}
