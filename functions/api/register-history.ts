/** The register as it stood at an instant: what the verdicts of that day were drawn from. */
import { z } from 'zod';
import { controllerSchema, treatmentSchema } from '../../law/register.ts';
import type { AuditEntry, Ledger } from '../../ledger/contract.ts';
import { registerAsOf } from '../../ledger/register-as-of.ts';
import { component } from './components.ts';
import { readers } from './roles.ts';
import { defineRoute } from './route.ts';
import { time, versioned, versionField } from './schema-parts.ts';

const query = z.strictObject({ asOf: z.iso.datetime().optional().describe('Instant in UTC; now if left out.') });

const getRegister = defineRoute({
  method: 'GET',
  path: '/register',
  operation: 'getRegister',
  summary: 'The whole register, as it is or as it stood at an instant.',
  roles: readers,
  query,
  answers: component(
    'Register',
    z.strictObject({
      ...versionField,
      asOf: time,
      controller: component('Controller', controllerSchema).nullable(),
      treatments: z.array(component('Treatment', treatmentSchema)).readonly(),
      uncertain: z
        .array(z.string())
        .readonly()
        .describe('Entries changed without a trace in the audit trail since: their past is not certain.'),
    }),
  ),
  async answer({ query: { asOf } }, { ledger, clock }) {
    const { controller, treatments } = await ledger.register.read();
    const current = { controller, treatments: treatments.map(({ value }) => value) };
    const instant = asOf ?? clock.now();
    const trail = asOf === undefined ? [] : await readTrail(ledger, asOf);
    return { body: { ...versioned, asOf: instant, ...registerAsOf(trail, current, instant) } };
  },
});

export const registerRoutes = [getRegister];

/** Entries a page of the trail holds. */
const pageSize = 200;

/** The audit trail back to an instant, newest first. */
async function readTrail({ audit }: Ledger, instant: string): Promise<readonly AuditEntry[]> {
  const entries: AuditEntry[] = [];
  let cursor: string | null = null;
  do {
    const page = await audit.audit({ limit: pageSize, cursor });
    const since = page.items.filter(({ at }) => Date.parse(at) > Date.parse(instant));
    entries.push(...since);
    cursor = since.length < page.items.length ? null : page.next;
  } while (cursor !== null);
  return entries;
}
