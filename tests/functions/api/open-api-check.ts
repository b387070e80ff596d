import assert from 'node:assert/strict';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Call } from './event.ts';
import type { Answered } from './harness.ts';

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<
    Record<string, { readonly headers?: object; readonly content: Readonly<Record<string, { readonly schema: object }>> }>
  >;
}
export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** Throws if an answer is not what the document says of the call. */
export type OpenApiCheck = (call: Call, answered: Answered) => void;

export function checkAgainst(document: OpenApiDocument): OpenApiCheck {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.addSchema(document, 'api');
  const compiled = new Map<string, ValidateFunction>();
  const validator = (pointer: string) => {
    const known = compiled.get(pointer);
    if (known) return known;
    const made = ajv.compile({ $ref: `api#${pointer}` });
    compiled.set(pointer, made);
    return made;
  };
  return (call, answered) => {
    const path = Object.keys(document.paths).find((template) => matches(template, call.path));
    const operation = path === undefined ? undefined : document.paths[path]?.[call.method.toLowerCase()];
    if (path === undefined || operation === undefined) {
      assert.ok([404, 405].includes(answered.status), `${call.method} ${call.path} is not in the document`);
      return;
    }
    const name = `${call.method} ${path} ${answered.status}`;
    const response = operation.responses[answered.status];
    assert.ok(response, `${name} is in the document`);
    const type = answered.headers['content-type']?.split(';')[0] ?? '';
    assert.ok(response.content[type], `${name} is ${type} in the document`);
    for (const header of Object.keys(response.headers ?? {}))
      assert.ok(answered.headers[header.toLowerCase()], `${name} has ${header}`);
    const steps = ['paths', path, call.method.toLowerCase(), 'responses', String(answered.status), 'content', type, 'schema'];
    const validate = validator(
      steps.map((step) => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join(''),
    );
    assert.ok(validate(answered.body), `${name}: ${ajv.errorsText(validate.errors)}`);
  };
}

function matches(template: string, path: string): boolean {
  return new RegExp(`^${template.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path);
}
