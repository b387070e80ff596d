/** The DynamoDB table of the ledger: register, scans, findings, verdicts, alerts, audit. */
import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AttributeType, BillingMode, ProjectionType, Table, TableEncryption } from 'aws-cdk-lib/aws-dynamodb';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { indexes, tableActions, tableKey, ttlAttribute } from '../ledger/table.ts';
import { allow, allowKey } from './allow.ts';

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
      partitionKey: { name: tableKey.partition, type: AttributeType.STRING },
      sortKey: { name: tableKey.sort, type: AttributeType.STRING },
      timeToLiveAttribute: ttlAttribute,
      billingMode: BillingMode.PAY_PER_REQUEST,
      encryption: TableEncryption.CUSTOMER_MANAGED,
      encryptionKey,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: removalPolicy !== RemovalPolicy.DESTROY,
      removalPolicy,
    });
    for (const [indexName, { partition, sort }] of Object.entries(indexes)) {
      this.table.addGlobalSecondaryIndex({
        indexName,
        partitionKey: { name: partition, type: AttributeType.STRING },
        sortKey: { name: sort, type: AttributeType.STRING },
        projectionType: ProjectionType.ALL,
      });
    }
  }

  /** What a function needs to work with the ledger. Nothing may scan the table, change it or remove it. */
  permitUse(): readonly PolicyStatement[] {
    const items = tableActions.filter((action) => action !== 'dynamodb:Query');
    const places = Object.keys(indexes).map((index) => `${this.table.tableArn}/index/${index}`);
    return [
      allow(items, [this.table.tableArn]),
      allow(['dynamodb:Query'], [this.table.tableArn, ...places]),
      allowKey(this.#key, Stack.of(this).region, 'write', ['dynamodb']),
    ];
  }
}
