/** Hyperscan beside us: `hyperscan.c`, compiled on the spot against the system's library where there is one. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { registry } from '../detectors/registry.ts';
import { segmentBytes } from '../detectors/engine/workspace.ts';
import { listExpressions } from './hyperscan-patterns.ts';

export interface Hyperscan {
  readonly expressions: number;
  /** Megabytes a second of processor time, and matches; borders are not looked at, and nothing is validated. */
  scan(file: string, runs: number): { readonly rate: number; readonly matches: number };
}

function run(command: string, args: readonly string[]): string | null {
  const { status, stdout, error } = spawnSync(command, args, { encoding: 'utf8' });
  return error === undefined && status === 0 ? stdout.trim() : null;
}

/** Compiles the program into a folder; gives the reason, in words, where it cannot. */
export function openHyperscan(folder: string): Hyperscan | string {
  const flags = run('pkg-config', ['--cflags', '--libs', 'libhs']);
  if (flags === null) return 'Hyperscan is missing: it is not compared (Debian: apt-get install libhyperscan-dev pkg-config gcc)';
  const program = join(folder, 'hyperscan');
  const source = fileURLToPath(new URL('hyperscan.c', import.meta.url));
  if (run('cc', ['-O2', source, ...flags.split(/\s+/), '-o', program]) === null)
    return 'Hyperscan is not compared: its program does not compile with cc';
  const patterns = join(folder, 'patterns');
  const expressions = listExpressions(registry);
  writeFileSync(patterns, `${expressions.join('\n')}\n`);
  return {
    expressions: expressions.length,
    scan: (file, runs) => {
      const output = run(program, [patterns, String(segmentBytes), String(runs), file]);
      const [, , rate, matches] = (output ?? '').split(' ').map(Number);
      if (rate === undefined || matches === undefined) throw new Error('Hyperscan refused a pattern or the text');
      return { rate, matches };
    },
  };
}
