/** The scanner is a processing of personal data too: each deployment enters itself in the register it works for. */
import type { Clock } from '../../findings/clock.ts';
import { dateInMorocco } from '../../law/calendar.ts';
import { Conflict, type Ledger } from '../../ledger/contract.ts';
import { describeScanner, ownTreatmentId, type Deployment } from '../../papers/own-treatment.ts';

export interface DeclarePorts {
  readonly ledger: Pick<Ledger, 'register' | 'audit'>;
  readonly clock: Clock;
}

/** Where a function runs, from its ARN (`arn:aws:lambda:region:account:function:name`). */
export function placeOf(functionArn: string): { readonly region: string | null; readonly account: string | null } {
  const [, , , region, account] = functionArn.split(':');
  return { region: region || null, account: account || null };
}

/**
 * Writes the product's own entry if the register has none, in French, the language of the CNDP's forms. An entry that is there is the
 * controller's to complete and is never touched; one that was taken out comes back with the next scan.
 */
export async function declareItself(deployment: Omit<Deployment, 'startedOn'>, { ledger, clock }: DeclarePorts): Promise<void> {
  const { controller, treatments } = await ledger.register.read();
  if (treatments.some(({ value }) => value.id === ownTreatmentId)) return;
  const now = clock.now();
  const surroundings = { controller, treatments: treatments.map(({ value }) => value) };
  const treatment = describeScanner({ ...deployment, startedOn: dateInMorocco(now) }, surroundings, 'fr');
  const change = { by: 'kashf', at: now };
  try {
    await ledger.register.putTreatment(treatment, 0, change);
  } catch (error) {
    // Somebody else entered it in the meantime.
    if (error instanceof Conflict) return;
    throw error;
  }
  const detail = { before: null, after: treatment };
  await ledger.audit.append({ v: 1, ...change, action: 'treatment.put', target: treatment.id, detail });
}
