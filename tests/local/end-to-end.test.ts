import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import type { Alert, Verdict } from '../../law/contract.ts';
import type { FindingEntry, Scan } from '../../ledger/contract.ts';
import { makeApiClient, type ApiClient } from '../../local/api-client.ts';
import type { LocalDeployment } from '../../local/deployment.ts';
import { tellObjectCreated } from '../../local/object-events.ts';
import { compareVerdicts } from '../../local/sample/compare.ts';
import { deploySample, prepareSample, type PreparedSample } from '../../local/sample/organisation.ts';
import { bucketOf, stores } from '../../local/sample/stores.ts';
import type { Json } from '../../local/states.ts';
import { dumpLedger } from './ledger-dump.ts';

interface Call {
  readonly name: string;
  readonly event: Json;
}

/** A deployment whose calls are noted, with every secret the same so that fingerprints can be compared. */
interface Watched {
  readonly deployment: LocalDeployment;
  readonly calls: Call[];
  readonly api: ApiClient;
  onCall: () => void;
}

let prepared: PreparedSample;
/** What one scan left that nobody disturbed. */
let undisturbed: { readonly ledger: readonly string[]; readonly view: unknown };
const running: LocalDeployment[] = [];

async function deploy(): Promise<Watched> {
  const calls: Call[] = [];
  const hook = { onCall: (): void => undefined };
  const deployment = await deploySample(prepared, {
    timeScale: 0.01,
    secretValue: 'the same in every deployment of this test, 64 letters or so long',
    onCall: (name, event) => {
      calls.push({ name, event });
      hook.onCall();
    },
  });
  running.push(deployment);
  await deployment.settled();
  return Object.assign(hook, { deployment, calls, api: makeApiClient(deployment.apiUrl, deployment.token('administrator')) });
}

async function scan({ deployment }: Watched, id: string, signal?: AbortSignal): Promise<string> {
  const outcome = await deployment.runScan({ v: 1, scan: id, trigger: 'local', targets: null, seed: 5 }, signal);
  if (outcome.status === 'SUCCEEDED') await deployment.settled();
  return outcome.status;
}

/** What the API shows of the results, without the scan that gave them and the times. */
async function viewResults({ api }: Watched): Promise<unknown> {
  const lists = await Promise.all(['/stores', '/findings', '/verdicts', '/alerts'].map((path) => api.list<object>(path)));
  const text = JSON.stringify(lists)
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/"scan-[\w-]+"/g, '"SCAN"');
  return (JSON.parse(text) as object[][]).map((list) => list.map((item) => JSON.stringify(item)).toSorted());
}

before(async () => {
  prepared = await prepareSample({ seed: 5, change: { maxItemsPerBatch: 2 } });
});
after(async () => {
  await Promise.all(running.map((deployment) => deployment.stop()));
  await prepared?.stop();
});

describe('the sample organisation, scanned through the synthesized stack', () => {
  let watched: Watched;
  before(async () => {
    watched = await deploy();
    assert.equal(await scan(watched, 'scan-1'), 'SUCCEEDED');
    undisturbed = { ledger: await dumpLedger(watched.deployment), view: await viewResults(watched) };
  });

  it('gets the verdicts that were written down before', async () => {
    assert.deepEqual(compareVerdicts(await watched.api.list<Verdict>('/verdicts')), []);
  });

  it('tells how the scan went, and what could not be read', async () => {
    const { body } = await watched.api.call('GET', '/scans/scan-1');
    const told = body as Scan & { readonly progress: number };
    assert.equal(told.state, 'completed');
    assert.equal(told.progress, 1);
    assert.equal(told.stores, 10);
    assert.equal(told.complete, false);
    const skips = await watched.api.list<{ store: string }>('/scans/scan-1/skips');
    assert.deepEqual([...new Set(skips.map(({ store }) => store))], [stores.archives]);
  });

  it('told people and machines of every open alert', async () => {
    const alerts = await watched.api.list<Alert>('/alerts');
    assert.ok(alerts.length > 10);
    assert.equal(watched.deployment.gateway.events().length, alerts.length);
    assert.ok(alerts.every(({ state, revision, toldRevision }) => state === 'open' && revision === toldRevision));
  });

  it('changes nothing where every message of the scan is delivered twice', async () => {
    const delivered = [...watched.calls].filter(({ name }) => name !== 'api');
    for (const { name, event } of delivered) await watched.deployment.invoke(name, event);
    await watched.deployment.settled();
    assert.deepEqual(await dumpLedger(watched.deployment), undisturbed.ledger);
  });

  it('writes no new finding and no new alert in a second scan', async () => {
    const findings = await watched.api.list<FindingEntry>('/findings');
    const alerts = await watched.api.list<Alert>('/alerts');
    const told = watched.deployment.gateway.events().length;
    assert.equal(await scan(watched, 'scan-2'), 'SUCCEEDED');
    assert.deepEqual(await watched.api.list<FindingEntry>('/findings'), findings);
    assert.deepEqual(await watched.api.list<Alert>('/alerts'), alerts);
    assert.equal(watched.deployment.gateway.events().length, told);
  });

  it('follows the register without a scan: declared, authorised, deleted', async () => {
    const { api, calls, deployment } = watched;
    const scanned = calls.filter(({ name }) => name === 'scan').length;
    const look = async (): Promise<readonly [Verdict | undefined, ReadonlyMap<string, string>]> => {
      await deployment.settled();
      const query = `store=${encodeURIComponent(stores.cinExport)}`;
      const [verdict] = await api.list<Verdict>(`/verdicts?${query}`);
      const alerts = await api.list<Alert>(`/alerts?${query}`);
      return [verdict, new Map(alerts.map(({ gap, state }) => [gap.kind, state]))];
    };
    const kinds = (verdict: Verdict | undefined): readonly string[] => verdict?.gaps.map(({ kind }) => kind) ?? [];

    const declared = await api.call('PUT', '/treatments/user-mailing', userMailing, { 'if-none-match': '*' });
    assert.equal(declared.status, 202, JSON.stringify(declared.body));
    let [verdict, alerts] = await look();
    assert.deepEqual(kinds(verdict), ['formality-not-obtained']);
    assert.equal(verdict?.formality, 'authorisation');
    assert.ok(verdict?.gaps[0]?.articles.includes('12(1)(e)'));
    assert.deepEqual([alerts.get('undeclared-store'), alerts.get('formality-not-obtained')], ['resolved', 'open']);

    const formality = { kind: 'authorisation', reference: 'A-123/2025', grantedOn: '2025-01-15' };
    const authorised = await api.call(
      'PUT',
      '/treatments/user-mailing',
      { ...userMailing, formality },
      { 'if-match': declared.etag ?? '' },
    );
    assert.equal(authorised.status, 202, JSON.stringify(authorised.body));
    [verdict, alerts] = await look();
    assert.equal(verdict?.state, 'covered', JSON.stringify(verdict?.gaps));
    assert.equal(alerts.get('formality-not-obtained'), 'resolved');

    const stale = await api.call('DELETE', '/treatments/user-mailing', undefined, { 'if-match': declared.etag ?? '' });
    assert.equal(stale.status, 412);
    const deleted = await api.call('DELETE', '/treatments/user-mailing', undefined, { 'if-match': authorised.etag ?? '' });
    assert.equal(deleted.status, 202, JSON.stringify(deleted.body));
    [verdict, alerts] = await look();
    assert.deepEqual(kinds(verdict), ['undeclared-store']);
    assert.equal(alerts.get('undeclared-store'), 'reopened');
    assert.equal(calls.filter(({ name }) => name === 'scan').length, scanned);
  });

  it('scans a new object as it comes, once however often it is told', async () => {
    const { api, deployment } = watched;
    const bucket = bucketOf('publications');
    const key = 'communiques/liste.csv';
    const body = 'nom;cin\r\nX;AB123457\r\nY;BK234568\r\nZ;JB345679\r\n';
    const { ETag = '' } = await deployment.clients.s3.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: body }));
    const object = { bucket, key, etag: ETag.replaceAll('"', ''), size: body.length };
    const look = async (): Promise<unknown> => {
      await deployment.settled();
      const verdicts = await api.list<Verdict>(`/verdicts?store=${encodeURIComponent(stores.publications)}`);
      const findings = await api.list<FindingEntry>('/findings?state=open');
      return [verdicts, findings.filter(({ finding }) => finding.store === stores.publications)];
    };
    assert.equal(await tellObjectCreated(deployment, object), 1);
    let first = await look();
    // The event's scan asks for the assessment through a second queue.
    for (let tries = 0; tries < 20 && (first as [Verdict[]])[0][0]?.gaps.length === 0; tries++) first = await look();
    const [[verdict], [entry]] = first as [Verdict[], FindingEntry[]];
    assert.deepEqual(verdict?.gaps.map(({ kind }) => kind).toSorted(), ['security-breach', 'undeclared-store']);
    assert.equal(entry?.finding.detector, 'ma/cin');
    await tellObjectCreated(deployment, object);
    assert.deepEqual(await look(), first);
  });

  it('starts a scan through the API, which a lawyer may not', async () => {
    const { deployment, api } = watched;
    const order = { targets: [stores.letters], seed: 1 };
    const lawyer = makeApiClient(deployment.apiUrl, deployment.token('lawyer'));
    assert.equal((await lawyer.call('POST', '/scans', order)).status, 403);
    const started = await api.call('POST', '/scans', order);
    assert.equal(started.status, 202);
    await deployment.settled();
    const { id } = started.body as Scan;
    const { body } = await api.call('GET', `/scans/${id}`);
    assert.deepEqual([(body as Scan).state, (body as Scan).stores], ['completed', 1]);
  });
});

describe('a scan that is killed midway and started again', () => {
  for (const [stages, again] of [
    [['scan', 'assess'], 'scan-1'],
    [['scan'], 'scan-9'],
  ] as const) {
    it(`leaves the same ledger when killed in ${stages.join(', then in ')} and started again as ${again}`, async () => {
      const watched = await deploy();
      for (const stage of stages) assert.equal(await killIn(watched, stage), 'ABORTED');
      assert.equal(await scan(watched, again), 'SUCCEEDED');
      assert.deepEqual(await viewResults(watched), undisturbed.view);
      if (again === 'scan-1') assert.deepEqual(await dumpLedger(watched.deployment), undisturbed.ledger);
      await watched.deployment.stop();
    });
  }
});

/** Runs `scan-1` and cuts the power 30 ms after the second call of a stage; returns how the execution ended. */
async function killIn(watched: Watched, stage: string): Promise<string> {
  const { deployment, calls } = watched;
  const stop = new AbortController();
  const earlier = calls.length;
  const dead: Promise<void>[] = [];
  watched.onCall = () => {
    if (dead.length > 0 || calls.slice(earlier).filter(({ name }) => name === stage).length < 2) return;
    stop.abort();
    dead.push(new Promise((resolve) => setTimeout(() => void deployment.kill().then(resolve), 30)));
  };
  const status = await scan(watched, 'scan-1', stop.signal);
  await Promise.all(dead);
  return status;
}

/** A complete entry for the export of card numbers; only the formality is missing. */
const userMailing = {
  id: 'user-mailing',
  name: 'Mailing to the users of the consular service',
  characteristics: 'Extract of the consular files, sent by post',
  purposes: ['Inform users of changes of the consular service'],
  startedOn: '2025-02-01',
  dataSubjects: ['Users of the consular service'],
  dataCategories: [{ category: 'national-id-number' }, { category: 'civil-identity' }],
  recipients: [],
  processors: [],
  transfers: [{ state: 'FR', ground: 'adequate' }],
  retention: { period: 'P10Y', from: 'collection' },
  rightsContact: 'DMRE, Rabat',
  rightsMeasures: 'Written request, answered within ten clear days',
  security: { general: 'Encrypted, versioned, logged, closed to the public' },
  interconnections: [],
  cessions: [],
  legalBasis: { ground: 'public-mission' },
  stores: [stores.cinExport],
};
