import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { FindingEntry } from '../../ledger/contract.ts';
import { fileOf, staffNumber } from '../detectors/custom/sample.ts';

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

interface FoundPage {
  readonly items: readonly Pick<FindingEntry, 'state' | 'finding'>[];
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
    [['--detectors', '/no/such/file'], /There is no file or folder \/no\/such\/file/],
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
    const agents = makeFolder(join(home, 'agents-'));
    writeFileSync(
      join(agents, 'agents.csv'),
      'matricule;courriel\r\nMAT-004217;a.b@exemple.ma\r\nMAT-004218;desk@exemple.ma\r\n',
    );
    const detectors = join(home, 'detectors.yaml');
    const allow = "allow: [{ reason: Our desk, detectors: [global/email], pattern: 'desk@exemple\\.ma' }]";
    writeFileSync(detectors, fileOf([staffNumber], allow));
    const answers: Promise<readonly unknown[]>[] = [];
    const args = ['--add', folder, '--add', agents, '--detectors', detectors, '--seed', '77'];
    const { code, stdout, stderr, left } = await start(args, (output, signal) => {
      const url = /API is at (http:\S+?);/.exec(output)?.[1];
      const token = /SECURITY_TOKEN=(\S+)/.exec(output)?.[1];
      if (!url || !token || !output.includes('Ctrl-C') || answers.length > 0) return;
      const get = async (headers: Record<string, string>): Promise<number> => (await fetch(`${url}/stores`, { headers })).status;
      const bearer = { authorization: `Bearer ${token}` };
      const count = async (detector: string): Promise<unknown> => {
        const query = new URLSearchParams({ detector, store: pathToFileURL(agents).href });
        const page = (await (await fetch(`${url}/findings?${query.toString()}`, { headers: bearer })).json()) as FoundPage;
        return page.items.map(({ state, finding }) => [state, finding.category, finding.count, finding.allowed]);
      };
      answers.push(Promise.all([get({}), get(bearer), count('custom/staff-number'), count('global/email')]));
      void answers[0]?.finally(() => signal('SIGINT'));
    });
    assert.doesNotMatch(stderr, /differs/);
    const table = stdout.slice(0, stdout.indexOf('The API is at'));
    assert.ok(table.split('\n').every((line) => [...line].length <= 120));
    assert.ok(table.replaceAll(/\s+/g, '').includes(pathToFileURL(folder).href.slice(0, 20)), 'the added folder');
    assert.match(table, /undeclared-store +12\(1\)\(e\) 52 +10 000–100 000/);
    assert.match(table, /13 verdicts: 10 gaps, 1 incomplete, 2 no-personal-data/);
    assert.match(stdout, /curl/);
    const found = [[['open', 'civil-identity', 2, undefined]], [['open', 'contact', 1, 1]]];
    assert.deepEqual(await answers[0], [401, 200, ...found], stderr);
    assert.equal(code, 130);
    assert.deepEqual(left, []);
  });
});
