/** A DynamoDB item as fields: JSON paths and texts. */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { FieldTexts } from '../readers/contract.ts';
import { bytesToText } from './binary.ts';
import { elementPath, memberPath } from './json-path.ts';

export interface ItemFields {
  readonly fields: FieldTexts;
  /** Binary values that hold no text and were left out. */
  readonly binaries: number;
}

/**
 * Every attribute of an item, its keys among them: `$.name`, `$.address.city`, `$.phones[*]`. Names are sorted, so that an item always
 * gives the same. An empty value has an empty text: its name is content all the same.
 */
export function itemFields(item: Readonly<Record<string, AttributeValue>>): ItemFields {
  const walk: Walk = { fields: [], binaries: 0 };
  addMap('$', item, walk);
  return walk;
}

interface Walk {
  readonly fields: [string, string][];
  binaries: number;
}

function addMap(path: string, map: Readonly<Record<string, AttributeValue>>, walk: Walk): void {
  for (const name of Object.keys(map).toSorted()) addValue(memberPath(path, name), map[name], walk);
}

function addValue(path: string, value: AttributeValue | undefined, walk: Walk): void {
  if (value === undefined) return;
  const { S, N, BOOL, NULL, M, L, SS, NS, B, BS } = value;
  const text = S ?? N ?? (BOOL === undefined ? undefined : String(BOOL)) ?? (NULL === undefined ? undefined : '');
  if (text !== undefined) walk.fields.push([path, text]);
  else if (M) addMembers(path, M, walk);
  else if (L) for (const element of L) addValue(elementPath(path), element, walk);
  for (const element of SS ?? NS ?? []) walk.fields.push([elementPath(path), element]);
  if (B) addBinary(path, B, walk);
  for (const element of BS ?? []) addBinary(elementPath(path), element, walk);
}

function addMembers(path: string, map: Readonly<Record<string, AttributeValue>>, walk: Walk): void {
  if (Object.keys(map).length === 0) walk.fields.push([path, '']);
  else addMap(path, map, walk);
}

function addBinary(path: string, bytes: Uint8Array, walk: Walk): void {
  const text = bytesToText(bytes);
  if (text === null) walk.binaries += 1;
  else walk.fields.push([path, text]);
}
