/** The ledger's table as DynamoDB is told of it. Keys and access patterns are explained in `docs/architecture.md`. */
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';

/** Names of the table's key attributes. */
export const tableKey = { partition: 'pk', sort: 'sk' } as const;

/** The two indexes, with the names of their key attributes. Both project everything. */
export const indexes = {
  list: { partition: 'listKey', sort: 'listSort' },
  group: { partition: 'groupKey', sort: 'groupSort' },
} as const;
export type IndexName = keyof typeof indexes;

/** Attribute with the time, in seconds since 1970, after which DynamoDB may delete an item (TTL). */
export const ttlAttribute = 'expiresAt';

/** All that the ledger ever asks of DynamoDB, on the table and its indexes. */
export const tableActions = [
  'dynamodb:BatchWriteItem',
  'dynamodb:DeleteItem',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:Query',
  'dynamodb:UpdateItem',
] as const;

/** What makes the table where no CDK stack does: emulators, tests. TTL is set apart, where it exists. */
export function describeTable(name: string): CreateTableCommandInput {
  const keys = [tableKey, ...Object.values(indexes)];
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: keys
      .flatMap((key) => [key.partition, key.sort])
      .map((attribute) => ({ AttributeName: attribute, AttributeType: 'S' })),
    KeySchema: keySchema(tableKey),
    GlobalSecondaryIndexes: Object.entries(indexes).map(([index, key]) => ({
      IndexName: index,
      KeySchema: keySchema(key),
      Projection: { ProjectionType: 'ALL' },
    })),
  };
}

function keySchema(key: { readonly partition: string; readonly sort: string }): CreateTableCommandInput['KeySchema'] {
  return [
    { AttributeName: key.partition, KeyType: 'HASH' },
    { AttributeName: key.sort, KeyType: 'RANGE' },
  ];
}
