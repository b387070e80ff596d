/** After a scan: which declared categories no store of a treatment holds. Notes in the ledger, no alerts. */
import type { Verdict } from '../../law/contract.ts';
import { judgeEntry, registerUri, sumVerdicts } from '../../law/judge-register.ts';
import type { Treatment } from '../../law/register.ts';
import type { Ledger, Scan } from '../../ledger/contract.ts';

const verdictsAPage = 200;
/** A treatment with more verdicts than these, not all its categories among them, is left open: nothing is said of it. */
const maxPages = 50;

/** Writes a verdict on each entry of the register that declares what its stores do not hold, and takes away those that are over. */
export async function assessEntries(scan: Scan, at: string, ledger: Ledger): Promise<void> {
  if (scan.state !== 'completed') return;
  const { revision, controller, treatments } = await ledger.register.read();
  for (const { value: treatment } of treatments) {
    const verdicts = await readVerdicts(treatment, ledger);
    // Without a verdict the treatment may have stores that were not read: only a whole scan shows that there is none.
    const known = verdicts !== null && (verdicts.length > 0 || scan.complete === true);
    const verdict = known ? judgeEntry(treatment, controller ?? { name: 'unknown' }, sumVerdicts(verdicts), revision) : null;
    await ledger.results.putVerdicts(registerUri(treatment.id), verdict === null ? [] : [verdict], { by: 'kashf', at });
  }
}

/** Verdicts on the stores of a treatment, no more than needed to see every category it declares; null = too many. */
async function readVerdicts(treatment: Treatment, ledger: Ledger): Promise<readonly Verdict[] | null> {
  const absent = new Set((treatment.dataCategories ?? []).map(({ category }) => category));
  const verdicts: Verdict[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < maxPages; page += 1) {
    const found = await ledger.results.verdicts({ treatment: treatment.id }, { limit: verdictsAPage, cursor });
    for (const verdict of found.items) {
      if (verdict.store === registerUri(treatment.id)) continue;
      verdicts.push(verdict);
      for (const category of verdict.categories) absent.delete(category);
    }
    cursor = found.next;
    if (cursor === null || absent.size === 0) return verdicts;
  }
  return null;
}
