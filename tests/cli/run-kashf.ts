/** Runs the command as a person does: a process of its own, with its output and exit code. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';

export interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const command = join(import.meta.dirname, '../../cli/kashf.js');

/** Runs `kashf` with these words. Never throws for an exit code. */
export function kashf(words: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Run> {
  return new Promise((resolve) => {
    const env = { ...process.env, KASHF_KEY: '07'.repeat(32), ...environment };
    execFile(process.execPath, [command, ...words], { env, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) => {
      const code = typeof error?.code === 'number' ? error.code : error ? 1 : 0;
      resolve({ code, out, err });
    });
  });
}
