/** Papers as files: escaped HTML, PDF with its text and page numbers, DOCX marked for right to left; through `kashf papers`. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { extractText, getDocumentProxy } from 'unpdf';
import { stringify } from 'yaml';
import { kashf } from '../cli/run-kashf.ts';
import { clinic, observed } from './samples.ts';

const folder = mkdtempSync(join(tmpdir(), 'kashf-papers-'));
const register = join(folder, 'register.yaml');
writeFileSync(register, stringify(clinic));
const report = join(folder, 'report.json');
const posture = { encryption: null, publicAccess: null, versioning: null, logging: null, expiresAfterDays: null };
writeFileSync(
  report,
  JSON.stringify({
    schemaVersion: 1,
    scan: { ...observed.scan, startedAt: observed.scan.endedAt, lawVersion: 'x', detectorsVersion: 'x', seed: 0 },
    stores: observed.stores.map((store) => ({
      ...store,
      account: null,
      region: null,
      posture,
      state: 'gaps',
      formality: 'authorisation',
    })),
    verdicts: [],
    findings: observed.findings.map((finding, index) => ({
      ...finding,
      id: String(index),
      object: 'a.csv',
      detector: 'ma/cin',
      distinct: 1,
      evidence: [],
      places: [],
      mask: 'AB****56',
    })),
    skips: observed.skips.map((skip) => Object.assign({ object: null, detail: '' }, skip)),
  }),
);
const write = async (kind: string, format: string, language: string, more: readonly string[] = []) => {
  const file = join(folder, `${kind}-${language}.${format}`);
  const about = kind === 'register' || kind === 'gaps' ? [] : ['--treatment', 'patients'];
  const words = [
    'papers',
    kind,
    '--register',
    register,
    '--lang',
    language,
    '--format',
    format,
    '--out',
    file,
    '--as-of',
    '2026-11-22',
  ];
  const run = await kashf([...words, ...about, ...more]);
  assert.equal(run.code, 0, run.err);
  return readFileSync(file);
};

/** The one member of a ZIP file with this name. */
function memberOf(zip: Buffer, name: string): string {
  for (let at = zip.indexOf('PK\u0001\u0002', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4, 'latin1')) {
    const length = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const bytes = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    return (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
  }
  throw new Error(`The document has no ${name}`);
}

test('HTML escapes what the register says and marks the direction of each paragraph', async () => {
  const page = (await write('filing', 'html', 'ar')).toString();
  assert.match(page, /<html lang="ar" dir="rtl">/);
  assert.match(page, /Clinique &lt;Al Amal&gt;/);
  assert.doesNotMatch(page, /<Al Amal>|<script/);
  assert.match(page, /<p dir="ltr">Suivi des soins<\/p>/);
});

test('the PDF holds the text in French and in Arabic, with page numbers', async () => {
  const textOf = async (bytes: Buffer) =>
    (await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true })).text;
  const french = await textOf(await write('filing', 'pdf', 'fr'));
  for (const words of ['Projet de demande d’autorisation préalable', 'Art. 24(1)(h)', 'NON INDIQUÉ', '1 / '])
    assert.ok(french.includes(words), words);
  const arabic = (await textOf(await write('filing', 'pdf', 'ar'))).normalize('NFKC');
  for (const words of ['F112', 'Suivi des soins']) assert.ok(arabic.includes(words), words);
  assert.match(arabic, /[\u0600-\u06FF]{4}/u);
});

test('the DOCX runs from right to left in Arabic and from left to right in French', async () => {
  const arabic = memberOf(await write('filing', 'docx', 'ar'), 'word/document.xml');
  for (const mark of ['<w:bidi/>', '<w:rtl/>', '<w:bidiVisual/>', '\u200E12(1)(a)\u200E']) assert.ok(arabic.includes(mark), mark);
  assert.ok(arabic.includes('Clinique &lt;Al Amal&gt;'));
  const french = memberOf(await write('register', 'docx', 'fr'), 'word/document.xml');
  assert.ok(!french.includes('<w:bidiVisual/>'));
  assert.ok(french.includes('Registre des traitements'));
});

test('JSON carries the codes and the text; a report of a scan is read', async () => {
  const { schemaVersion, paper, text } = JSON.parse((await write('filing', 'json', 'fr', ['--report', report])).toString()) as {
    schemaVersion: number;
    paper: { form: string; missing: readonly unknown[] };
    text: { title: string; missing: { lines: readonly unknown[] } };
  };
  assert.deepEqual([schemaVersion, paper.form], [1, 'F112']);
  assert.equal(paper.missing.length, text.missing.lines.length);
  assert.match(JSON.stringify(text), /Trouvé par l’analyse[^"]*numéro de la carte d’identité nationale \(7 occurrences\)/);
  assert.doesNotMatch(JSON.stringify({ paper, text }), /AB\*\*/, 'not even a mask leaves the report');
});

test('what cannot be drawn is refused in one sentence', async () => {
  const cases: readonly [readonly string[], RegExp][] = [
    [['papers', 'filing', '--register', register], /name one of patients, letters/],
    [['papers', 'filing', '--register', join(folder, 'none.yaml')], /no such file/],
    [['papers', 'register', '--register', register, '--format', 'pdf'], /--out/],
    [['papers', 'register', '--register', register, '--report', register], /no report/],
  ];
  for (const [words, said] of cases) {
    const run = await kashf(words);
    assert.equal(run.code, 2, run.err);
    assert.match(run.err, said);
  }
});
