import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';

const program = fileURLToPath(new URL('../../local/start.ts', import.meta.url));
let home: string;
before(() => {
  home = makeFolder(join(tmpdir(), 'kashf-test-'));
});
after(() => rmSync(home, { recursive: true }));

/** Open to all, since PostgreSQL runs as somebody else where this is root. */
function makeFolder(prefix: string): string {
  const folder = mkdtempSync(prefix);
  chmodSync(folder, 0o1777);
  return folder;
}

/** npm keeps compiled code there; it is none of ours. */
const cacheOfNpm = 'node-compile-cache';

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** What is left in the folder for temporary files. */
  readonly left: readonly string[];
}

/** Runs `npm start` with a folder of its own for temporary files; `act` sees the output as it comes. */
async function start(
  args: readonly string[],
  act: (stdout: string, signal: (name: NodeJS.Signals) => void) => void = () => undefined,
): Promise<Ended> {
  const temporary = makeFolder(join(home, 'tmp-'));
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, TMPDIR: temporary } });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    act(stdout, (name) => child.kill(name));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr, left: readdirSync(temporary).filter((name) => name !== cacheOfNpm) };
}

describe('npm start', () => {
  for (const [args, sentence] of [
    [['--add', '/no/such/folder'], /There is no file or folder \/no\/such\/folder/],
    [['--seed', 'x'], /--seed takes a whole number/],
    [['--what'], /--what/],
  ] as const) {
    it(`refuses ${args.join(' ')} with one sentence`, async () => {
      const { code, stdout, stderr, left } = await start(args);
      assert.equal(code, 2);
      assert.match(stderr, sentence);
      assert.equal(stdout, '');
      assert.deepEqual(left, []);
    });
  }

  it('prints the verdict of every store, serves the API until it is interrupted, then leaves nothing', async () => {
    const folder = makeFolder(join(home, 'added-'));
    writeFileSync(join(folder, 'clients.csv'), 'nom;cin\r\nX;AB123457\r\nY;BK234568\r\nZ;JB345679\r\n');
    const answers: Promise<readonly number[]>[] = [];
    const { code, stdout, stderr, left } = await start(['--add', folder, '--seed', '77'], (output, signal) => {
      const url = /API is at (http:\S+?);/.exec(output)?.[1];
      const token = /SECURITY_TOKEN=(\S+)/.exec(output)?.[1];
      if (!url || !token || !output.includes('Ctrl-C') || answers.length > 0) return;
      const get = async (headers: Record<string, string>): Promise<number> => (await fetch(`${url}/stores`, { headers })).status;
      answers.push(Promise.all([get({}), get({ authorization: `Bearer ${token}` })]));
      void answers[0]?.finally(() => signal('SIGINT'));
    });
    assert.doesNotMatch(stderr, /differs/);
    const table = stdout.slice(0, stdout.indexOf('The API is at'));
    assert.ok(table.split('\n').every((line) => [...line].length <= 120));
    assert.ok(table.replaceAll(/\s+/g, '').includes(pathToFileURL(folder).href.slice(0, 20)), 'the added folder');
    assert.match(table, /undeclared-store +12\(1\)\(e\) 52 +10 000–100 000/);
    assert.match(table, /12 verdicts: 9 gaps, 1 incomplete, 2 no-personal-data/);
    assert.match(stdout, /curl/);
    assert.deepEqual(await answers[0], [401, 200], stderr);
    assert.equal(code, 130);
    assert.deepEqual(left, []);
  });
});
