/** Brings the sample organisation up on this machine: database, deployment, data, register. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Target } from '../../functions/configuration.ts';
import type { Deployment } from '../../infra/config.ts';
import { makeApiClient, type ApiAnswer } from '../api-client.ts';
import { deployLocally, type DeploymentOptions, type LocalDeployment } from '../deployment.ts';
import { startPostgresql, type PostgresqlServer } from '../emulators/postgresql.ts';
import { synthesizeApart, type Synthesized } from '../synthesized.ts';
import { fillBuckets, fillDatabase, fillNewsletter } from './fill.ts';
import { sampleRegister } from './register.ts';
import { account, bucketDescriptions, bucketOf, database, region, stores, type BucketStore } from './stores.ts';

export interface PreparedOptions {
  /** Seed of the generated values. */
  readonly seed: number;
  /** Folders to scan along with the sample. */
  readonly folders?: readonly string[];
  /** Changes of the deployment's configuration. */
  readonly change?: Partial<Deployment>;
}

/** The filled database and the synthesized stack that scans it; any number of deployments may stand on them. */
export interface PreparedSample {
  readonly seed: number;
  readonly server: PostgresqlServer;
  readonly synthesized: Synthesized;
  /** Stops the database and removes every file that was made. */
  stop(): Promise<void>;
}

/** Prepares the sample. On failure nothing is left running and no file remains. */
export async function prepareSample(options: PreparedOptions): Promise<PreparedSample> {
  const cleanUp: (() => unknown)[] = [];
  const stop = async (): Promise<void> => {
    for (const end of cleanUp.splice(0).toReversed()) await end();
  };
  try {
    const server = await startPostgresql();
    cleanUp.push(() => server.stop());
    const folder = mkdtempSync(join(tmpdir(), 'kashf-cdk-'));
    const remove = (): void => rmSync(folder, { recursive: true, force: true });
    process.once('exit', remove);
    cleanUp.push(remove, () => process.off('exit', remove));
    const [synthesized] = await Promise.all([
      synthesizeApart(describeDeployment(server, options), folder),
      fillDatabase(server, options.seed),
    ]);
    return { seed: options.seed, server, synthesized, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

export type DeployOptions = Omit<DeploymentOptions, 'synthesized' | 'account' | 'region' | 'buckets' | 'secrets'>;

/** Deploys the prepared stack with empty servers of its own, fills them and writes the register. On failure nothing is left running. */
export async function deploySample(
  { seed, server, synthesized }: PreparedSample,
  options: DeployOptions,
): Promise<LocalDeployment> {
  const buckets = Object.entries(bucketDescriptions).map(([store, description]) => [bucketOf(store as BucketStore), description]);
  const deployment = await deployLocally({
    ...options,
    synthesized,
    account,
    region,
    buckets: Object.fromEntries(buckets) as DeploymentOptions['buckets'],
    secrets: { [databaseSecret]: JSON.stringify({ username: server.user, password: server.password }) },
  });
  try {
    await fillNewsletter(deployment.clients.dynamodb, seed);
    await fillBuckets(deployment.clients.s3, seed);
    await declare(deployment);
    return deployment;
  } catch (error) {
    await deployment.stop();
    throw error;
  }
}

const databaseSecret = `arn:aws:secretsmanager:${region}:${account}:secret:dmre-portail`;

function describeDeployment(server: PostgresqlServer, { folders = [], change = {} }: PreparedOptions): Deployment {
  const targets: Target[] = [
    { uri: `postgresql://${server.host}/${database}`, state: 'MA', port: server.port, secret: databaseSecret },
    { uri: stores.newsletter },
    ...Object.keys(bucketDescriptions).map((store) => ({ uri: stores[store as BucketStore] })),
    ...folders.map((folder) => ({ uri: pathToFileURL(resolve(folder)).href })),
  ];
  return { account, region, timeZone: 'Africa/Casablanca', folders: true, targets, ...change };
}

function demandSuccess(what: string, { status, body }: ApiAnswer): void {
  if (status >= 300) throw new Error(`Cannot declare ${what}: the API answered ${status} ${JSON.stringify(body)}`);
}

/** Writes the register through the API, as the organisation's lawyer would. */
async function declare({ apiUrl, token }: LocalDeployment): Promise<void> {
  const api = makeApiClient(apiUrl, token('lawyer'));
  demandSuccess('the controller', await api.call('PUT', '/controller', sampleRegister.controller, { 'if-match': '"0"' }));
  for (const treatment of sampleRegister.treatments) {
    demandSuccess(treatment.id, await api.call('PUT', `/treatments/${treatment.id}`, treatment, { 'if-none-match': '*' }));
  }
}

/** A new id for a scan that this machine starts. */
export function makeScanId(): string {
  return `local-${randomBytes(6).toString('hex')}`;
}
