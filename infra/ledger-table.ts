/** The DynamoDB table of the ledger: register, scans, findings, verdicts, alerts, audit. */
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { allow, allowKey } from './allow.ts';

const keys = { partition: 'pk', sort: 'sk', expiry: 'ttl', indexes: [{ name: 'gsi1', partition: 'gsi1pk', sort: 'gsi1sk' }] };

export interface LedgerTableProps {
  readonly encryptionKey: IKey;
  readonly removalPolicy: RemovalPolicy;
}

export class LedgerTable extends Construct {
  readonly table: Table;
  readonly #key: IKey;

  constructor(scope: Construct, id: string, { encryptionKey, removalPolicy }: LedgerTableProps) {
    super(scope, id);
    this.#key = encryptionKey;
    this.table = new Table(this, 'Table', {
      partitionKey: { name: keys.partition, type: AttributeType.STRING },
      sortKey: { name: keys.sort, type: AttributeType.STRING },
      timeToLiveAttribute: keys.expiry,
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: removalPolicy !== RemovalPolicy.DESTROY,
      removalPolicy,
    });
    for (const index of keys.indexes) {
      this.table.addGlobalSecondaryIndex({
        indexName: index.name,
        partitionKey: { name: index.partition, type: AttributeType.STRING },
        sortKey: { name: index.sort, type: AttributeType.STRING },
        projectionType: ProjectionType.ALL,
      });
    }
  }

  /** What a function needs to work with the ledger. Nothing may scan the table, change it or remove it. */
  permitUse(): readonly PolicyStatement[] {
    const indexes = keys.indexes.map(({ name }) => `${this.table.tableArn}/index/${name}`);
    const items = ['BatchGetItem', 'BatchWriteItem', 'ConditionCheckItem', 'DeleteItem', 'GetItem', 'PutItem', 'UpdateItem'];
    return [
      allow(
        items.map((item) => `dynamodb:${item}`),
        [this.table.tableArn],
      ),
      allow(['dynamodb:Query'], [this.table.tableArn, ...indexes]),
      allowKey(this.#key, Stack.of(this).region, 'write', ['dynamodb']),
    ];
  }
}
