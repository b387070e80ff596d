/**
 * `node bench/look-alikes.ts [--most 200] [--reveal 5] [--only global/email] [folder …]`: how often a detector is sure of something in
 * text that holds nobody's data: source code, lock files, manuals, licences. Files are read as `kashf detect` reads them, the
 * contacts of authors counted apart (`bench/negatives/contacts.ts`). Prints `high` and `certain` for each detector, per 10 MB; with
 * `--reveal`, the first few values as well, for whoever looks for the reason.
 */
import { globSync, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createScanner } from '../detectors/scanner.ts';
import { countNegatives, type Fault, type NegativeFile } from './negatives/count.ts';
import { meant } from './negatives/installed.ts';

const { values, positionals } = parseArgs({
  options: { most: { type: 'string', default: '200' }, reveal: { type: 'string', default: '0' }, only: { type: 'string' } },
  allowPositionals: true,
});
const most = Number(values.most) * 1_000_000;
const shown = Number(values.reveal);
const folders = positionals.length > 0 ? positionals : ['node_modules', '/usr/share/doc', '/usr/share/common-licenses'];
const endings =
  /\.(?:ts|js|mjs|cjs|json|md|txt|html|css|yml|yaml|gz|map|py|pm|pl|php|h|c|sql|tab|csv)$|\/(?:copyright|LICENSE|README|NEWS|changelog|GPL[^/]*|Apache[^/]*)$/i;
const largest = 20_000_000;

const write = (line: string): void => void process.stdout.write(`${line}\n`);

function readFileAt(path: string): NegativeFile | null {
  try {
    const stat = statSync(path);
    return stat.isFile() && stat.size <= largest ? { name: path, bytes: readFileSync(path) } : null;
  } catch {
    return null;
  }
}

function* filesIn(folder: string): Iterable<NegativeFile> {
  let total = 0;
  for (const name of globSync('**/*', { cwd: folder })) {
    const path = `${folder}/${name}`;
    if (!endings.test(path) || meant.test(path)) continue;
    const file = readFileAt(path);
    if (file === null || total + file.bytes.length > most) continue;
    total += file.bytes.length;
    yield file;
  }
}

function describe({ file, field, value, before, behind }: Fault): string {
  const text = `${before.slice(-50)}⟦${value}⟧${behind.slice(0, 15)}`.replaceAll(/\s+/g, ' ');
  return `    ${file}${field === null ? '' : ` ${field}`}: ${text}`;
}

const scanner = createScanner();
let bytes = 0;
let contacts = 0;
const faults: Fault[] = [];
for (const folder of folders) {
  const count = await countNegatives(filesIn(folder), scanner);
  write(`${(count.bytes / 1e6).toFixed(1).padStart(8)} MB  ${folder}: ${count.contacts} contacts, ${count.faults.length} others`);
  bytes += count.bytes;
  contacts += count.contacts;
  faults.push(...count.faults.filter(({ detector }) => values.only === undefined || values.only === detector));
}

write(`${'high'.padStart(8)} ${'certain'.padStart(8)} ${'per 10 MB'.padStart(10)}  detector`);
const byDetector = Object.entries(Object.groupBy(faults, ({ detector }) => detector)).toSorted(
  ([, a = []], [, b = []]) => b.length - a.length,
);
for (const [detector, seen = []] of byDetector) {
  const certain = seen.filter(({ confidence }) => confidence === 'certain').length;
  const rate = ((seen.length * 1e7) / bytes).toFixed(2);
  write(`${String(seen.length - certain).padStart(8)} ${String(certain).padStart(8)} ${rate.padStart(10)}  ${detector}`);
  for (const fault of seen.slice(0, shown)) write(describe(fault));
}
const rate = ((faults.length * 1e7) / bytes).toFixed(2);
write(`${(bytes / 1e6).toFixed(0)} MB (as stored): ${contacts} contacts of authors; ${faults.length} others, ${rate} per 10 MB`);
