/** Every kind of store, one line each: its scheme, how its targets read, and the module that opens it (loaded when first used). */
import type { Source } from './contract.ts';
import { parseDynamodbTarget } from './dynamodb-uri.ts';
import { parseFileTarget } from './file-uri.ts';
import { lazySource } from './lazy-source.ts';
import type { ParsedTarget, SourceOptions } from './options.ts';
import { parsePostgresqlTarget } from './postgresql-uri.ts';
import { parseS3Target } from './s3-uri.ts';

/** One kind of store. `parse` throws `SourceError` for a target it cannot read. */
export interface StoreKind {
  readonly scheme: string;
  readonly parse: (text: string) => ParsedTarget;
  readonly open: (options: SourceOptions) => Source;
}

const kind = (scheme: string, parse: StoreKind['parse'], load: (options: SourceOptions) => Promise<Source>): StoreKind => ({
  scheme,
  parse,
  open: (options) => lazySource(scheme, () => load(options)),
});

export const storeKinds: readonly StoreKind[] = [
  kind('s3', parseS3Target, async ({ role }) => (await import('./s3.ts')).s3Source({ role })),
  kind('dynamodb', parseDynamodbTarget, async ({ role }) => (await import('./dynamodb.ts')).dynamodbSource({ role })),
  kind('postgresql', parsePostgresqlTarget, async (options) => (await import('./postgresql.ts')).postgresqlSource(options)),
  kind('file', parseFileTarget, async () => (await import('./file.ts')).fileSource()),
];
