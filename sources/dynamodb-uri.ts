import { SourceError } from './contract.ts';
import type { ParsedTarget } from './options.ts';

/** A table, or all tables of an account in a region. null = those of the caller. */
export interface DynamodbPlace {
  readonly account: string | null;
  readonly region: string | null;
  readonly table: string | null;
}

const form = 'dynamodb://table, dynamodb://account/region/table, or dynamodb://account/region for all its tables';

/** Canonical URI of a table. */
export function dynamodbUri(place: { readonly account: string; readonly region: string; readonly table: string }): string {
  return `dynamodb://${place.account}/${place.region}/${place.table}`;
}

/** Throws `SourceError` for anything that is neither a table nor an account and region. */
export function parseDynamodbUri(uri: string): DynamodbPlace {
  const names = uri
    .replace(/^dynamodb:\/\//, '')
    .replace(/\/$/, '')
    .split('/');
  const [account, region] = names;
  const table = names.length === 1 ? names[0] : names[2];
  if (names.length === 1 && isTable(table)) return { account: null, region: null, table };
  const placed =
    names.length <= 3 && account !== undefined && /^\d{12}$/.test(account) && /^[a-z]{2}(-[a-z0-9]+)+$/.test(region ?? '');
  if (!placed || region === undefined || (names.length === 3 && !isTable(table))) {
    throw new SourceError('usage', `A DynamoDB target is ${form}`);
  }
  return { account, region, table: table ?? null };
}

function isTable(name: string | undefined): name is string {
  return name !== undefined && /^[\w.-]{3,255}$/.test(name);
}

/** Reads `dynamodb://…`. */
export function parseDynamodbTarget(text: string): ParsedTarget {
  parseDynamodbUri(text);
  return { scheme: 'dynamodb', uri: text.replace(/\/$/, ''), credentials: null, port: null, tls: null };
}
