/**
 * Real text as the harder half of the negatives: sources, declarations and documentation of the packages the lock pins.
 * Read at run time, never committed. Lines that do hold an address of a mailbox, of a machine or of a person are left out
 * by rules that know nothing of the detectors.
 */
import { globSync, readFileSync } from 'node:fs';
import { makeRandom } from '../../local/sample/random.ts';
import type { Document } from './documents.ts';
import type { Language } from './templates/kinds.ts';

export interface RealText {
  /** The next excerpt; starts over when all were taken. */
  take(language: Language): Document;
}

/** Packages with no native parts, so that every machine has the same text. */
const packages = [
  '@aws-sdk/client-s3',
  '@types/node',
  'aws-cdk-lib',
  'aws-cdk',
  'csv-parse',
  'commander',
  'fast-check',
  'htmlparser2',
  'hyparquet',
  'pg',
  'undici-types',
  'yaml',
  'zod',
];
const excerptBytes = 2000;
const filesOfPackage = 40;

/** Lines in which a detector is right to find something: mailboxes, machine addresses, owners, links to people. */
const isPersonal = (line: string): boolean =>
  /\S@\S|\d{1,3}(?:\.\d{1,3}){3}|copyright|author|©|maintainer|contributor|password|passwd|secret|token|api[-_ ]?key|\+\d{8}|:[\da-f]{1,4}:/i.test(
    line,
  );

function* excerptsOf(file: string): Iterable<Uint8Array> {
  let excerpt = '';
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    if (line.length > excerptBytes || isPersonal(line)) continue;
    excerpt += `${line}\n`;
    if (excerpt.length >= excerptBytes) {
      yield Buffer.from(excerpt);
      excerpt = '';
    }
  }
}

/** Reads excerpts of pinned packages, chosen by the seed. */
export function readRealText(seed: number): RealText {
  const excerpts: Uint8Array[] = [];
  for (const name of packages) {
    const random = makeRandom(seed, `real text/${name}`);
    const files = globSync(`node_modules/${name}/**/*.{md,js,cjs,ts}`).toSorted();
    for (let at = 0; at < filesOfPackage && files.length > 0; at++) {
      const [file] = files.splice(random.integer(0, files.length - 1), 1);
      if (file !== undefined) excerpts.push(...[...excerptsOf(file)].slice(0, 40));
    }
  }
  for (const file of globSync('node_modules/zod/v4/locales/{fr,ar,en,es}.js').toSorted()) excerpts.push(...excerptsOf(file));
  if (excerpts.length === 0) throw new Error('No text of installed packages was found: run npm ci first');
  const order = makeRandom(seed, 'real text');
  const mixed = excerpts.map((bytes) => ({ bytes, at: order.next() })).toSorted((a, b) => a.at - b.at);
  let next = 0;
  return {
    take() {
      const { bytes } = mixed[next++ % mixed.length] as { bytes: Uint8Array };
      return { name: 'document.txt', kind: 'real text', bytes, labels: [] };
    },
  };
}
