/** The committed JSON Schemas are what the code checks with, and real inputs and outputs satisfy them. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import addFormats from 'ajv-formats';
import { renderSchema, schemas } from '../docs/generate-schemas.ts';
import { sampleRegister } from '../local/sample/register.ts';

const committed = (name: string): object => JSON.parse(readFileSync(`docs/schemas/${name}.json`, 'utf8')) as object;
const isValid = (name: string, value: unknown): boolean => {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  return ajv.compile(committed(name))(value);
};

for (const name of Object.keys(schemas) as (keyof typeof schemas)[]) {
  test(`docs/schemas/${name}.json is what the code says (node docs/generate-schemas.ts)`, () => {
    assert.equal(readFileSync(`docs/schemas/${name}.json`, 'utf8'), renderSchema(name));
  });
}

test('a register and a deployment satisfy their schemas, and a wrong key does not', () => {
  assert.ok(isValid('register', sampleRegister));
  assert.ok(!isValid('register', { ...sampleRegister, treatmnts: [] }));
  assert.ok(isValid('deployment', parse(readFileSync('infra/example.config.yaml', 'utf8'))));
  assert.ok(isValid('facts', { v: 1, found: { categories: ['contact'] } }));
  assert.ok(!isValid('facts', { v: 1, found: { categories: ['shoe-size'] } }));
});
