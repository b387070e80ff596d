import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { jsonSchemas, readLawDocument, renewTables, schemaFile } from './law-document.ts';

test('docs/law.md says what the data say', () => {
  const document = readLawDocument();
  assert.equal(document, renewTables(document), 'renew it with: node tests/law/law-document.ts');
});

test('the committed JSON Schemas are those of the code', () => {
  for (const [name, write] of Object.entries(jsonSchemas)) {
    assert.equal(readFileSync(schemaFile(name), 'utf8'), write(), `${name}: renew it with: node tests/law/law-document.ts`);
  }
});
