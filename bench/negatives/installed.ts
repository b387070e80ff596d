/** Real text that holds nobody's data by design: sources, squeezed scripts, manifests and manuals of the installed packages. */
import { globSync, readFileSync, statSync } from 'node:fs';
import { makeRandom } from '../../local/sample/random.ts';
import type { NegativeFile } from './count.ts';

/** Packages with native parts, which differ between machines, those whose subject are such values, peers of this one, samples, and tests: what is found there was meant to be found. */
export const meant =
  /(?:^|\/)(?:libphonenumber-js|zod|validator|valibot|fast-check|redact-pii|@?openredaction|@arcjet|@google-cloud\/dlp|tests?|__tests__|fixtures|examples?|benchmarks?)\/|\.(?:test|spec)\.|\/test-\w+\.js$|examples-1\.json|openredaction|\/node-(?:linux|darwin|win)/;

/** Kinds of installed text with the files of each. */
const kinds = {
  'source code': '**/*.{js,cjs,mjs,ts}',
  'minified scripts': '**/*.min.js',
  'manifests and schemas': '**/*.json',
  manuals: '**/*.md',
  licences: '**/{LICENSE,LICENCE,NOTICE,AUTHORS,CHANGELOG}*',
} as const;

export type InstalledKind = keyof typeof kinds;
export const installedKinds = Object.keys(kinds) as readonly InstalledKind[];

const largest = 4_000_000;

/** Files of a kind in an order the seed gives, up to so many bytes. */
export function* installedFiles(kind: InstalledKind, most: number, seed: number): Iterable<NegativeFile> {
  const random = makeRandom(seed, `installed/${kind}`);
  const names = globSync(kinds[kind], { cwd: 'node_modules' })
    .filter((name) => !meant.test(`/${name}`))
    .toSorted()
    .map((name) => ({ name, at: random.next() }))
    .toSorted((a, b) => a.at - b.at);
  let total = 0;
  for (const { name } of names) {
    const path = `node_modules/${name}`;
    const stat = statSync(path);
    if (!stat.isFile() || stat.size > largest) continue;
    if (total + stat.size > most) return;
    total += stat.size;
    yield { name: path, bytes: readFileSync(path) };
  }
}
