/** Scans: started here, done by the workflow. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ScanRequest } from '../../channels/contract.ts';
import type { Scan } from '../../ledger/contract.ts';
import { component } from './components.ts';
import { pageOf, pageQuery, readPage, writePage } from './pages.ts';
import { Problem } from './problem.ts';
import { noteSchema, scanSchema, skipSchema } from './result-schemas.ts';
import { guards, readers } from './roles.ts';
import { type ApiPorts, defineRoute } from './route.ts';

const parameters = z.strictObject({
  id: z
    .string()
    .regex(/^[\w-]{1,80}$/)
    .describe('Id of the scan.'),
});

const writeScan = (scan: Scan) => ({
  ...scan,
  progress: scan.shardsPlanned === 0 ? null : Math.min(1, scan.shardsDone / scan.shardsPlanned),
});

const orderSchema = component(
  'ScanOrder',
  z.strictObject({
    targets: z.array(z.string().min(1)).min(1).max(100).nullish().describe('Configured targets to scan; null = all of them.'),
    seed: z
      .int()
      .min(0)
      .max(2 ** 31 - 1)
      .optional()
      .describe('Seed of every random choice; drawn from the id where it is left out.'),
  }),
);

const startScan = defineRoute({
  method: 'POST',
  path: '/scans',
  operation: 'startScan',
  summary: 'Starts a scan. With an `Idempotency-Key`, however often it is sent within a day, it starts one.',
  sends: ['location'],
  roles: guards,
  headers: ['idempotency-key'],
  body: orderSchema,
  status: 202,
  answers: scanSchema,
  problems: ['target-not-configured', 'idempotency-mismatch', 'in-progress'],
  async answer({ body, header, caller, context }, ports) {
    refuseForeignTargets(body.targets ?? [], ports);
    const order = { targets: body.targets ?? null, seed: body.seed ?? null };
    const key = header('idempotency-key');
    const scan =
      key === null
        ? await start(`api-${ports.makeId()}`, order, caller.subject, ports)
        : await ports.once({ key: `${caller.subject} ${key}`, payload: order, context }, () =>
            // The same key gives the same id, so that not even a call that ended half-way leads to a second scan.
            start(`api-${digest(`${caller.subject} ${key}`).slice(0, 32)}`, order, caller.subject, ports),
          );
    return { body: writeScan(scan), location: `/scans/${scan.id}` };
  },
});

const listScans = defineRoute({
  method: 'GET',
  path: '/scans',
  operation: 'listScans',
  summary: 'The scans, newest first.',
  roles: readers,
  query: pageQuery,
  answers: component('ScanPage', pageOf(scanSchema)),
  problems: ['bad-cursor'],
  async answer({ query }, { ledger }) {
    return { body: writePage(await ledger.scans.scans(readPage(query)), writeScan) };
  },
});

const getScan = defineRoute({
  method: 'GET',
  path: '/scans/{id}',
  operation: 'getScan',
  summary: 'One scan, with its progress.',
  roles: readers,
  parameters,
  answers: scanSchema,
  problems: ['not-found'],
  async answer({ path }, { ledger }) {
    const scan = await ledger.scans.scan(path.id);
    if (scan === null) throw notStarted(path.id);
    return { body: writeScan(scan) };
  },
});

const listSkips = defineRoute({
  method: 'GET',
  path: '/scans/{id}/skips',
  operation: 'listSkips',
  summary: 'What a scan did not, or not wholly, read, and why.',
  roles: readers,
  parameters,
  query: pageQuery,
  answers: component('SkipPage', pageOf(skipSchema)),
  problems: ['not-found', 'bad-cursor'],
  async answer({ path, query }, { ledger }) {
    if ((await ledger.scans.scan(path.id)) === null) throw notStarted(path.id);
    return { body: writePage(await ledger.scans.skips(path.id, readPage(query)), (skip) => skip) };
  },
});

const listNotes = defineRoute({
  method: 'GET',
  path: '/scans/{id}/notes',
  operation: 'listNotes',
  summary:
    'What is worth knowing of objects that a scan read all the same: a name that promises another type, a repaired encoding.',
  roles: readers,
  parameters,
  query: pageQuery,
  answers: component('NotePage', pageOf(noteSchema)),
  problems: ['not-found', 'bad-cursor'],
  async answer({ path, query }, { ledger }) {
    if ((await ledger.scans.scan(path.id)) === null) throw notStarted(path.id);
    return { body: writePage(await ledger.scans.notes(path.id, readPage(query)), (note) => note) };
  },
});

export const scanRoutes = [startScan, listScans, getScan, listSkips, listNotes];

interface Order {
  readonly targets: readonly string[] | null;
  readonly seed: number | null;
}

/** The head is written first, so that the answer's Location exists; a start that fails leaves a scan that says so. */
async function start(id: string, order: Order, by: string, { ledger, workflow, clock }: ApiPorts): Promise<Scan> {
  const known = await ledger.scans.scan(id);
  if (known !== null && known.state !== 'failed') return known;
  const seed = order.seed ?? Number.parseInt(digest(id).slice(0, 7), 16);
  const request: ScanRequest = { v: 1, scan: id, trigger: 'api', targets: order.targets, seed };
  const scan = plannedScan(request, clock.now());
  await ledger.scans.putScan(scan);
  try {
    await workflow.start(request);
  } catch (error) {
    await ledger.scans.putScan({ ...scan, state: 'failed', endedAt: clock.now(), complete: false });
    throw error;
  }
  await ledger.audit.append({
    v: 1,
    at: scan.startedAt,
    by,
    action: 'scan.start',
    target: id,
    detail: { trigger: 'api', targets: order.targets, seed },
  });
  return scan;
}

/** What `discover` finds out (versions, stores, shards) it writes itself. */
function plannedScan({ scan, trigger, seed }: ScanRequest, startedAt: string): Scan {
  return {
    v: 1,
    id: scan,
    state: 'planned',
    startedAt,
    endedAt: null,
    trigger,
    seed,
    detectorsVersion: 'pending',
    lawVersion: 'pending',
    stores: 0,
    shardsPlanned: 0,
    shardsDone: 0,
    shardsFailed: 0,
    skips: 0,
    complete: null,
  };
}

/** The scanner may read what is configured and nothing else. */
function refuseForeignTargets(targets: readonly string[], { configuration }: ApiPorts): void {
  const configured = configuration.targets.map(({ uri }) => uri);
  const complaints = targets.flatMap((target, index) =>
    configured.includes(target) ? [] : [{ pointer: `/targets/${index}`, detail: 'Is not a configured target' }],
  );
  if (complaints.length === 0) return;
  const advice = `A scan reads configured targets only; name them as they are configured: ${configured.join(', ')}`;
  throw new Problem('target-not-configured', advice, { complaints });
}

function notStarted(id: string): Problem {
  return new Problem('not-found', `There is no scan ${id}; GET /scans lists the scans`);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
