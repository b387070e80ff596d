/** The register: one resource a treatment, each with its revision. */
import { z } from 'zod';
import { registerUri } from '../../law/judge-register.ts';
import { treatmentSchema, type Treatment } from '../../law/register.ts';
import { Conflict, type Revised } from '../../ledger/contract.ts';
import { component } from './components.ts';
import { cutPage, pageOf, pageQuery, readPage, writePage } from './pages.ts';
import { readExpected, readExpectedOrNew, refuseStale } from './precondition.ts';
import { Problem } from './problem.ts';
import { reassessTouched } from './reassess.ts';
import { readers, registrars } from './roles.ts';
import { type ApiPorts, defineRoute } from './route.ts';
import { time, versioned, versionField } from './schema-parts.ts';

const parameters = z.strictObject({ id: treatmentSchema.shape.id.describe('Id of the treatment.') });

const entrySchema = component(
  'TreatmentEntry',
  z.strictObject({
    v: z.literal(1),
    revision: z.int(),
    updatedAt: time,
    updatedBy: z.string(),
    treatment: component('Treatment', treatmentSchema),
  }),
);

const changeSchema = component(
  'RegisterChange',
  z.strictObject({
    ...versionField,
    revision: z.int().describe('Revision of the whole register; verdicts name the one they were drawn from.'),
    stores: z.int().describe('Stores that are being assessed anew in the background.'),
    entry: entrySchema.nullable().describe('null after a deletion.'),
  }),
);

const writeEntry = ({ value, ...revised }: Revised<Treatment>) => ({ v: 1 as const, ...revised, treatment: value });

const listTreatments = defineRoute({
  method: 'GET',
  path: '/treatments',
  operation: 'listTreatments',
  summary: 'The treatments of the register, by id.',
  roles: readers,
  query: pageQuery,
  answers: component('TreatmentPage', pageOf(entrySchema)),
  problems: ['bad-cursor'],
  async answer({ query }, { ledger }) {
    const { treatments } = await ledger.register.read();
    const sorted = treatments.toSorted((a, b) => (a.value.id < b.value.id ? -1 : 1));
    return {
      body: writePage(
        cutPage(sorted, readPage(query), ({ value }) => value.id),
        writeEntry,
      ),
    };
  },
});

const getTreatment = defineRoute({
  method: 'GET',
  path: '/treatments/{id}',
  operation: 'getTreatment',
  summary: 'One treatment, with its revision as ETag.',
  sends: ['etag'],
  roles: readers,
  parameters,
  answers: entrySchema,
  problems: ['not-found'],
  async answer({ path }, { ledger }) {
    const entry = await ledger.register.treatment(path.id);
    if (entry === null) throw notDeclared(path.id);
    return { body: writeEntry(entry), revision: entry.revision };
  },
});

const putTreatment = defineRoute({
  method: 'PUT',
  path: '/treatments/{id}',
  operation: 'putTreatment',
  summary: 'Declares or changes a treatment; the stores it touches are assessed anew in the background.',
  sends: ['etag'],
  roles: registrars,
  parameters,
  headers: ['if-match', 'if-none-match'],
  body: treatmentSchema,
  status: 202,
  answers: changeSchema,
  problems: ['precondition-required', 'precondition-failed', 'bad-precondition'],
  async answer({ path, body, header, caller }, ports) {
    const expected = readExpectedOrNew(header);
    if (body.id !== path.id) {
      throw new Problem('invalid-body', 'The treatment in the body has another id than the path; make them the same', {
        complaints: [{ pointer: '/id', detail: `Is not ${path.id}` }],
      });
    }
    const before = await ports.ledger.register.treatment(path.id);
    const change = { by: caller.subject, at: ports.clock.now() };
    const { entry, revision } = await refusingStale(expected, () => ports.ledger.register.putTreatment(body, expected, change));
    const stores = await reassessTouched([before?.value ?? null, entry.value], revision, ports);
    if (entry.revision !== before?.revision) {
      // What the last scan said of the entry is said of an entry that is no more; the next one says it anew.
      await ports.ledger.results.putVerdicts(registerUri(path.id), [], change);
      await audit(
        ports,
        { action: 'treatment.put', target: path.id, ...change },
        { before: before?.value ?? null, after: entry.value },
      );
    }
    return { body: { ...versioned, revision, stores, entry: writeEntry(entry) }, revision: entry.revision };
  },
});

const deleteTreatment = defineRoute({
  method: 'DELETE',
  path: '/treatments/{id}',
  operation: 'deleteTreatment',
  summary: 'Takes a treatment out of the register; the stores it claimed are assessed anew in the background.',
  roles: registrars,
  parameters,
  headers: ['if-match'],
  status: 202,
  answers: changeSchema,
  problems: ['not-found', 'precondition-required', 'precondition-failed', 'bad-precondition'],
  async answer({ path, header, caller }, ports) {
    const expected = readExpected(header);
    const before = await ports.ledger.register.treatment(path.id);
    if (before === null) throw notDeclared(path.id);
    const change = { by: caller.subject, at: ports.clock.now() };
    const { revision } = await refusingStale(expected, () => ports.ledger.register.deleteTreatment(path.id, expected, change));
    const stores = await reassessTouched([before.value], revision, ports);
    await ports.ledger.results.putVerdicts(registerUri(path.id), [], change);
    await audit(ports, { action: 'treatment.delete', target: path.id, ...change }, { before: before.value, after: null });
    return { body: { ...versioned, revision, stores, entry: null } };
  },
});

export const treatmentRoutes = [listTreatments, getTreatment, putTreatment, deleteTreatment];

function notDeclared(id: string): Problem {
  return new Problem('not-found', `The register has no treatment ${id}; GET /treatments lists those it has`);
}

async function refusingStale<T>(expected: number, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    throw error instanceof Conflict ? refuseStale(expected, error.current) : error;
  }
}

function audit(
  { ledger }: ApiPorts,
  entry: { readonly action: string; readonly target: string; readonly by: string; readonly at: string },
  detail: { readonly before: Treatment | null; readonly after: Treatment | null },
): Promise<void> {
  return ledger.audit.append({ v: 1, ...entry, detail });
}
