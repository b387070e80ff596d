/** Runs the command line as a process of its own and asks it, at its end, what it took. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../cli/kashf.js', import.meta.url));
/** Said on a fourth stream, so that neither output is touched. */
const sayAtExit =
  "import { writeSync } from 'node:fs'; process.on('exit', () => writeSync(3, JSON.stringify(process.resourceUsage())));";

export interface ProcessUse {
  readonly stdout: string;
  /** Processor time of all its threads, start included, in microseconds. */
  readonly microseconds: number;
  /** Wall time, in milliseconds. */
  readonly milliseconds: number;
  /** The most memory it held, in bytes. */
  readonly residentBytes: number;
}

async function readAll(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Runs `kashf` with some arguments, and `input` on its standard input. Throws where it does not end well. */
export async function runKashf(args: readonly string[], input?: AsyncIterable<Uint8Array>): Promise<ProcessUse> {
  const start = performance.now();
  const preload = `data:text/javascript,${encodeURIComponent(sayAtExit)}`;
  const child = spawn(process.execPath, ['--import', preload, command, ...args], { stdio: ['pipe', 'pipe', 'pipe', 'pipe'] });
  const streams = [child.stdout, child.stderr, child.stdio[3] as Readable].map(readAll);
  const ended = once(child, 'exit');
  for await (const chunk of input ?? []) if (!child.stdin.write(chunk)) await Promise.race([once(child.stdin, 'drain'), ended]);
  child.stdin.end();
  const [code] = (await ended) as [number | null];
  const [stdout = '', stderr = '', usage = ''] = await Promise.all(streams);
  if (code !== 0) throw new Error(`kashf ${args[0]} ended with ${code}: ${stderr.slice(0, 500)}`);
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(usage) as NodeJS.ResourceUsage;
  const milliseconds = performance.now() - start;
  return { stdout, microseconds: userCPUTime + systemCPUTime, milliseconds, residentBytes: maxRSS * 1024 };
}
