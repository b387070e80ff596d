import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLawDocument, renewTables } from './law-document.ts';

test('docs/law.md says what the data say', () => {
  const document = readLawDocument();
  assert.equal(document, renewTables(document), 'renew it with: node tests/law/law-document.ts');
});
