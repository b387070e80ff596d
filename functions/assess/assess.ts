/** Holds what was found in a store against the register: verdicts, and the alerts they open and close. */
import { reconcileAlerts } from '../../law/alerts.ts';
import type { StoreEvidence, Verdict } from '../../law/contract.ts';
import { summariseFields } from '../../law/evidence.ts';
import { judgeStore } from '../../law/judge.ts';
import type { Register } from '../../law/register.ts';
import { Conflict, type Change, type Ledger } from '../../ledger/contract.ts';
import type { Configuration } from '../configuration.ts';
import type { ReassessMessage } from '../../channels/contract.ts';
import type { AssessBatch } from '../workflow.ts';
import { summariseMarks } from './marks.ts';
import type { AssessPorts } from './ports.ts';
import { rollUpStore } from './roll-up-store.ts';

/** Rolls up and assesses the stores of one batch of a scan. */
export async function assessBatch(
  batch: AssessBatch,
  configuration: Configuration,
  ports: AssessPorts,
): Promise<{ readonly stores: number }> {
  for (const { store, shards } of batch.Items) {
    await rollUpStore({ store, scan: batch.BatchInput.scan, shards: shards ?? 0 }, ports);
    await assessStore(store, configuration, ports);
  }
  return { stores: batch.Items.length };
}

/** Assesses one store anew, because the register changed or one of its objects did. */
export async function reassess(message: ReassessMessage, configuration: Configuration, ports: AssessPorts): Promise<void> {
  if (message.scan !== null) await rollUpStore({ store: message.store, scan: message.scan, shards: null }, ports);
  await assessStore(message.store, configuration, ports);
}

/**
 * Draws the verdicts of one store from the ledger and the register, and writes them and their alerts where they changed. Where
 * another worker was faster (a newer register, a changed alert), what it wrote is read and the store judged again.
 */
export async function assessStore(uri: string, configuration: Configuration, ports: AssessPorts): Promise<readonly Verdict[]> {
  for (let tries = 3; ; tries -= 1) {
    try {
      return await judgeAndWrite(uri, configuration, ports);
    } catch (error) {
      if (!(error instanceof Conflict) || tries === 0) throw error;
    }
  }
}

async function judgeAndWrite(
  uri: string,
  configuration: Configuration,
  { ledger, clock }: AssessPorts,
): Promise<readonly Verdict[]> {
  const evidence = await gatherEvidence(uri, ledger);
  if (evidence === null) return [];
  const { revision, controller, treatments } = await ledger.register.read();
  const register: Register = {
    version: 1,
    controller: controller ?? { name: 'unknown' },
    treatments: treatments.map((entry) => entry.value),
  };
  const now = clock.now();
  const verdicts = judgeStore(evidence, register, {
    revision,
    asOf: calendarDate(now),
    choices: configuration.choices,
    minConfidence: configuration.minConfidence,
  });
  const change: Change = { by: 'kashf', at: now };
  await ledger.results.putVerdicts(uri, verdicts, change);
  const changed = reconcileAlerts(await ledger.alerts.alertsOf(uri), verdicts, uri, now);
  for (const alert of changed) await ledger.alerts.putAlert(alert, change);
  return verdicts;
}

async function gatherEvidence(uri: string, ledger: Ledger): Promise<StoreEvidence | null> {
  const entry = await ledger.results.store(uri);
  if (!entry) return null;
  const entries = await Array.fromAsync(ledger.results.findingsOf(uri));
  const open = entries.filter(({ state }) => state === 'open').map(({ finding }) => finding);
  return {
    store: entry.store,
    fields: summariseFields(open),
    ...summariseMarks(await Array.fromAsync(ledger.results.marks(uri))),
  };
}

/** Legal dates are calendar dates in Morocco. */
export function calendarDate(instant: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Casablanca' }).format(new Date(instant));
}
