/** Does a thing once for an idempotency key, with Powertools; its records lie in the ledger's table and expire there. */
import { IdempotencyConfig, makeIdempotent } from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import type { createDynamoClient } from '../../channels/clients.ts';
import type { Context } from 'aws-lambda';
import { tableKey, ttlAttribute } from '../../ledger/table.ts';
import { Problem } from './problem.ts';

export interface OnceRequest {
  /** Who asks and the key they gave. */
  readonly key: string;
  /** What they ask for: the same key with another payload is refused. */
  readonly payload: unknown;
  readonly context: Context;
}

/** Does the work, or gives what it gave the first time. Throws a `Problem` while the first is still running or if the payload differs. */
export type Once = <T>(request: OnceRequest, work: () => Promise<T>) => Promise<T>;

/** How long a key is remembered. */
const expiresAfterSeconds = 24 * 60 * 60;

export function ledgerOnce(options: { readonly client: ReturnType<typeof createDynamoClient>; readonly table: string }): Once {
  const persistenceStore = new DynamoDBPersistenceLayer({
    tableName: options.table,
    awsSdkV3Client: options.client,
    keyAttr: tableKey.partition,
    sortKeyAttr: tableKey.sort,
    staticPkValue: 'idempotency',
    expiryAttr: ttlAttribute,
  });
  return async <T>({ key, payload, context }: OnceRequest, work: () => Promise<T>): Promise<T> => {
    const config = new IdempotencyConfig({
      eventKeyJmesPath: 'key',
      payloadValidationJmesPath: 'payload',
      expiresAfterSeconds,
      lambdaContext: context,
    });
    try {
      const workOnce = makeIdempotent((_request: object) => work(), { persistenceStore, config, keyPrefix: 'api' });
      return await workOnce({ key, payload });
    } catch (error) {
      throw explain(error);
    }
  };
}

function explain(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  if (error.name === 'IdempotencyValidationError') {
    return new Problem(
      'idempotency-mismatch',
      'This Idempotency-Key was sent with another body before; use a new key for a new request',
    );
  }
  if (error.name === 'IdempotencyAlreadyInProgressError') {
    return new Problem(
      'in-progress',
      'A request with this Idempotency-Key is still being answered; send it again in a few seconds',
    );
  }
  return error;
}
