import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { renderDetectors } from '../../docs/generate-detectors.ts';

test('docs/detectors.md is what the registry says; else run `node docs/generate-detectors.ts`', () => {
  assert.equal(readFileSync(new URL('../../docs/detectors.md', import.meta.url), 'utf8'), renderDetectors());
});
