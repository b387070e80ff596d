/**
 * `node bench/look-alikes.ts [--most 200] [--reveal 5] [folder …]`: how often a detector is sure of something in text that holds
 * nobody's data: source code, lock files, manuals, licences. Prints `high` and `certain` for each detector, per 10 MB; with
 * `--reveal`, the first few values as well, for whoever looks for the reason.
 */
import { globSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { createScanner } from '../detectors/scanner.ts';

const { values, positionals } = parseArgs({
  options: { most: { type: 'string', default: '200' }, reveal: { type: 'string', default: '0' }, only: { type: 'string' } },
  allowPositionals: true,
});
const most = Number(values.most) * 1_000_000;
const shown = Number(values.reveal);
const folders = positionals.length > 0 ? positionals : ['node_modules', '/usr/share/doc', '/usr/share/common-licenses'];
const endings =
  /\.(?:ts|js|mjs|cjs|json|md|txt|html|css|yml|yaml|gz|map)$|\/(?:copyright|LICENSE|README|NEWS|changelog|GPL[^/]*|Apache[^/]*)$/i;
/** Packages whose subject are such values, and tests: what is found there is what was meant to be found. */
const meant = /(?:^|\/)(?:libphonenumber-js|zod|validator|fastify|fast-check|tests?|__tests__)\/|\.(?:test|spec)\.[jt]s$/;
const largest = 20_000_000;

const write = (line: string): void => void process.stdout.write(`${line}\n`);
const scanner = createScanner();
const decoder = new TextDecoder();

interface Count {
  high: number;
  certain: number;
  readonly seen: string[];
}
const counts = new Map<string, Count>();
const totals = new Map<string, number>();

function readText(path: string): Uint8Array | null {
  try {
    if (!statSync(path).isFile() || statSync(path).size > largest) return null;
    const bytes = readFileSync(path);
    return path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  } catch {
    return null;
  }
}

function scanFile(path: string, bytes: Uint8Array): void {
  scanner.scan({ bytes, from: 0, to: bytes.length, cells: null }, ({ detector, confidence, start, end, evidence }) => {
    if (confidence !== 'high' && confidence !== 'certain') return;
    if (values.only !== undefined && values.only !== detector) return;
    const count = counts.get(detector) ?? { high: 0, certain: 0, seen: [] };
    counts.set(detector, count);
    count[confidence]++;
    if (count.seen.length >= shown) return;
    const around = decoder.decode(bytes.subarray(Math.max(0, start - 40), end + 10)).replaceAll(/\s+/g, ' ');
    const why = evidence.map(({ kind, detail }) => (detail === null ? kind : `${kind} ${detail}`)).join(', ');
    count.seen.push(`    ${path}: [${decoder.decode(bytes.subarray(start, end)).replaceAll('\n', '⏎')}] in "${around}" (${why})`);
  });
}

for (const folder of folders) {
  let total = 0;
  for (const name of globSync('**/*', { cwd: folder })) {
    const path = `${folder}/${name}`;
    if (total >= most) break;
    if (!endings.test(path) || meant.test(path)) continue;
    const bytes = readText(path);
    if (bytes === null) continue;
    total += bytes.length;
    scanFile(path, bytes);
  }
  totals.set(folder, total);
}

const megabytes = [...totals.values()].reduce((sum, total) => sum + total, 0) / 1e6;
for (const [folder, total] of totals) write(`${(total / 1e6).toFixed(1).padStart(8)} MB  ${folder}`);
write(`${'high'.padStart(8)} ${'certain'.padStart(8)} ${'per 10 MB'.padStart(10)}  detector`);
for (const [detector, { high: sure, certain: proven, seen }] of [...counts].toSorted(([, a], [, b]) => b.high - a.high)) {
  write(
    `${String(sure).padStart(8)} ${String(proven).padStart(8)} ${(((sure + proven) * 10) / megabytes).toFixed(2).padStart(10)}  ${detector}`,
  );
  for (const line of seen) write(line);
}
// Manuals and manifests name their authors, with mailboxes: those are persons.
const authors = new Set(['global/email', 'global/person-name']);
const others = [...counts].filter(([detector]) => !authors.has(detector));
const high = others.reduce((sum, [, count]) => sum + count.high, 0);
const certain = others.reduce((sum, [, count]) => sum + count.certain, 0);
write(
  `${megabytes.toFixed(0)} MB; but for names and mailboxes of authors: ${high} high, ${certain} certain, ${((high * 10) / megabytes).toFixed(2)} high per 10 MB`,
);
