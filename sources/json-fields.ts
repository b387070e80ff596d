import { elementPath, memberPath } from './json-path.ts';

/** The values of a JSON text as paths below `path` and texts; numbers as they are written. Text that is no JSON is one value. */
export function jsonFields(path: string, text: string): readonly [string, string][] {
  const fields: [string, string][] = [];
  try {
    addValue(path, parseExactly(text), fields);
    return fields;
  } catch {
    return [[path, text]];
  }
}

/** Parses with numbers as text: an account number of 24 digits does not survive as a number. */
function parseExactly(text: string): unknown {
  return JSON.parse(text, keepDigits);
}

function keepDigits(_: string, value: unknown, context?: { readonly source?: string }): unknown {
  return typeof value === 'number' ? (context?.source ?? String(value)) : value;
}

function addValue(path: string, value: unknown, fields: [string, string][]): void {
  if (Array.isArray(value)) for (const element of value) addValue(elementPath(path), element, fields);
  else if (typeof value === 'object' && value !== null) addMembers(path, value, fields);
  else fields.push([path, typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : '']);
}

/** An empty object keeps its name in sight. */
function addMembers(path: string, value: object, fields: [string, string][]): void {
  const members = Object.entries(value);
  if (members.length === 0) fields.push([path, '']);
  for (const [name, member] of members) addValue(memberPath(path, name), member, fields);
}
