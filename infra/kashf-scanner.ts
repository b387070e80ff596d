/** Kashf as one construct: give it the stores, get scans, verdicts, alerts and an API. */
import { Duration, RemovalPolicy, TimeZone } from 'aws-cdk-lib';
import type { IMetric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { FunctionName } from '../functions/environment.ts';
import { AlertChannels } from './alert-channels.ts';
import { AlertTimer } from './alert-timer.ts';
import { Alarms, countMetric } from './alarms.ts';
import { tryDetectors } from './custom-detectors.ts';
import { makeEncryptionKey } from './encryption-key.ts';
import { FingerprintSecret } from './fingerprint-secret.ts';
import { ScannerApi } from './http-api.ts';
import { KashfUsers } from './identity.ts';
import type { KashfFunction } from './kashf-function.ts';
import { LedgerTable } from './ledger-table.ts';
import { ObjectEvents } from './object-events.ts';
import { writeConfiguration } from './configuration-text.ts';
import { ScanTimer } from './scan-timer.ts';
import { ScanWorkflow } from './scan-workflow.ts';
import { makeApiFunction, makeWorkflowFunctions, type ScannerParts } from './scanner-functions.ts';
import type { KashfScannerProps } from './scanner-props.ts';
import { makeNetwork, makeTracingPolicy } from './surroundings.ts';
import { WorkBucket } from './work-bucket.ts';
import { WorkQueue } from './work-queue.ts';

const everyNight = ScheduleExpression.cron({ minute: '0', hour: '2', timeZone: TimeZone.of('Africa/Casablanca') });

export class KashfScanner extends Construct {
  readonly ledger: LedgerTable;
  readonly alerts: AlertChannels;
  readonly functions: { readonly [F in FunctionName]: KashfFunction<F> };
  readonly workflow: ScanWorkflow;
  readonly api: ScannerApi;
  /** The user pool made here; null where the organisation has its own issuer. */
  readonly users: KashfUsers | null;

  constructor(scope: Construct, id: string, props: KashfScannerProps) {
    super(scope, id);
    const parts = this.makeParts(props);
    const { surroundings } = parts;
    this.ledger = parts.ledger;
    this.alerts = parts.alerts;
    const workers = makeWorkflowFunctions(this, parts);
    this.workflow = new ScanWorkflow(this, 'Workflow', {
      ...surroundings,
      functions: workers,
      work: parts.work,
      maxItemsPerBatch: props.maxItemsPerBatch ?? 10,
      maxConcurrency: props.maxConcurrency ?? 100,
      toleratedFailurePercentage: props.toleratedFailurePercentage ?? 5,
    });
    this.functions = { ...workers, api: makeApiFunction(this, parts, this.workflow.stateMachine) };
    this.users = props.identity ? null : new KashfUsers(this, 'Users', surroundings.removalPolicy);
    const issuer = props.identity ?? (this.users as KashfUsers);
    this.api = new ScannerApi(this, 'Api', { ...surroundings, function: this.functions.api, issuer });
    const { stateMachine } = this.workflow;
    new AlertTimer(this, 'AlertTimer', this.functions.alert);
    new ScanTimer(this, 'Timer', { stateMachine, schedule: props.schedule ?? everyNight, seed: props.seed ?? 1 });
    const objects = props.objectEvents === false ? {} : { Objects: this.watchObjects(parts) };
    this.watchItself({ Reassess: parts.reassess, ...objects }, props.toleratedSkips ?? 0);
  }

  /** Lets another part of the account start a scan by itself. */
  grantStartScan(grantee: IGrantable): Grant {
    return this.workflow.stateMachine.grantStartExecution(grantee);
  }

  /** How many things were not, or not wholly, read. */
  metricSkips(): IMetric {
    return countMetric('skips');
  }

  /** How many shards of scans failed. */
  metricShardsFailed(): IMetric {
    return countMetric('shardsFailed');
  }

  private makeParts(props: KashfScannerProps): ScannerParts {
    const removalPolicy = props.removalPolicy ?? RemovalPolicy.RETAIN;
    const encryptionKey = props.encryptionKey ?? makeEncryptionKey(this, removalPolicy);
    const logRetention = props.logRetention ?? RetentionDays.ONE_YEAR;
    const kept = { encryptionKey, removalPolicy };
    const configuration = writeConfiguration(this, props);
    const reassess = new WorkQueue(this, 'Reassess', { encryptionKey, reader: 'assess' });
    return {
      surroundings: { ...kept, logRetention, tracing: makeTracingPolicy(this) },
      network: props.vpc && makeNetwork(this, { ...props, vpc: props.vpc }),
      configuration,
      detectors: props.detectors === undefined ? undefined : tryDetectors(props.detectors),
      storeKeys: props.storeKeys ?? [],
      ledger: new LedgerTable(this, 'Ledger', kept),
      work: new WorkBucket(this, 'Work', {
        ...kept,
        expiry: props.workRetention ?? Duration.days(30),
        logRetention: Duration.days(logRetention),
      }),
      fingerprint: new FingerprintSecret(this, 'Fingerprint', kept),
      alerts: new AlertChannels(this, 'Alerts', { encryptionKey, emails: props.alertEmails ?? [] }),
      reassess,
    };
  }

  private watchObjects({ surroundings, configuration }: ScannerParts): WorkQueue {
    const { encryptionKey } = surroundings;
    const { targets } = configuration;
    return new ObjectEvents(this, 'Objects', { encryptionKey, targets, scan: this.functions.scan, concurrency: 20 }).work;
  }

  private watchItself(queues: Readonly<Record<string, WorkQueue>>, toleratedSkips: number): void {
    const { alerts, workflow } = this;
    new Alarms(this, 'Alarms', {
      topic: alerts.topic,
      functions: Object.values(this.functions),
      workflow,
      queues,
      toleratedSkips,
    });
  }
}
