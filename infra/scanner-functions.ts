/** The six functions: what each is told and what each may do. Read this file to know what Kashf can touch. */
import type { IStateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { acknowledgeWildcard } from './acknowledgements.ts';
import type { AlertChannels } from './alert-channels.ts';
import { allow } from './allow.ts';
import type { WrittenConfiguration } from './configuration-text.ts';
import type { FingerprintSecret } from './fingerprint-secret.ts';
import { KashfFunction, type FunctionNetwork, type FunctionSurroundings } from './kashf-function.ts';
import type { LedgerTable } from './ledger-table.ts';
import type { WorkflowFunctions } from './scan-workflow.ts';
import { permitStores, type StoreReader } from './store-permissions.ts';
import type { WorkBucket } from './work-bucket.ts';
import type { WorkQueue } from './work-queue.ts';

/** Everything the functions work with. */
export interface ScannerParts {
  readonly surroundings: FunctionSurroundings;
  /** Where databases are reached from; undefined = no VPC. */
  readonly network: FunctionNetwork | undefined;
  readonly configuration: WrittenConfiguration;
  /** Path of the file of custom detectors, which has been tried; undefined = there is none. */
  readonly detectors: string | undefined;
  readonly storeKeys: readonly string[];
  readonly ledger: LedgerTable;
  readonly work: WorkBucket;
  readonly fingerprint: FingerprintSecret;
  readonly alerts: AlertChannels;
  readonly reassess: WorkQueue;
}

const tellDetectors = (file: string | undefined): 'bundled' | 'none' => (file === undefined ? 'none' : 'bundled');

export function makeWorkflowFunctions(scope: Construct, parts: ScannerParts): WorkflowFunctions {
  const discover = makeDiscover(scope, parts);
  const plan = makePlan(scope, parts);
  const scan = makeScan(scope, parts);
  acknowledgeWildcard(scope, parts.work.manifests, 'manifests');
  letReadStores(discover, 'discover', parts);
  letReadStores(plan, 'plan', parts);
  letReadStores(scan, 'scan', parts);
  return { discover, plan, scan, assess: makeAssess(scope, parts), alert: makeAlert(scope, parts) };
}

function makeDiscover(
  scope: Construct,
  { surroundings, network, configuration, detectors, ledger, work }: ScannerParts,
): KashfFunction<'discover'> {
  const discover = new KashfFunction(scope, 'discover', {
    ...surroundings,
    detectors,
    network,
    environment: {
      KASHF_LEDGER_TABLE: ledger.table.tableName,
      KASHF_WORK_BUCKET: work.bucket.bucketName,
      KASHF_CONFIGURATION: configuration.text,
      KASHF_DETECTORS: tellDetectors(detectors),
    },
  });
  discover.allow(...ledger.permitUse(), ...work.permitManifests('write'));
  return discover;
}

function makePlan(scope: Construct, parts: ScannerParts): KashfFunction<'plan'> {
  const { surroundings, network, configuration, detectors, ledger, work, fingerprint } = parts;
  const plan = new KashfFunction(scope, 'plan', {
    ...surroundings,
    detectors,
    network,
    environment: {
      KASHF_LEDGER_TABLE: ledger.table.tableName,
      KASHF_WORK_BUCKET: work.bucket.bucketName,
      KASHF_KEY_SECRET: fingerprint.secret.secretArn,
      KASHF_CONFIGURATION: configuration.text,
      KASHF_DETECTORS: tellDetectors(detectors),
    },
  });
  plan.allow(...ledger.permitUse(), ...work.permitManifests('read-write'), ...fingerprint.permitRead());
  return plan;
}

function makeScan(scope: Construct, parts: ScannerParts): KashfFunction<'scan'> {
  const { surroundings, network, configuration, detectors, ledger, fingerprint, reassess } = parts;
  const scan = new KashfFunction(scope, 'scan', {
    ...surroundings,
    detectors,
    network,
    ocr: configuration.ocr,
    environment: {
      KASHF_LEDGER_TABLE: ledger.table.tableName,
      KASHF_KEY_SECRET: fingerprint.secret.secretArn,
      KASHF_CONFIGURATION: configuration.text,
      KASHF_DETECTORS: tellDetectors(detectors),
      KASHF_REASSESS_QUEUE: reassess.queue.queueUrl,
    },
  });
  scan.allow(...ledger.permitUse(), ...fingerprint.permitRead(), ...reassess.permitSend());
  return scan;
}

function makeAssess(scope: Construct, parts: ScannerParts): KashfFunction<'assess'> {
  const { surroundings, configuration, detectors, ledger, fingerprint, reassess } = parts;
  const assess = new KashfFunction(scope, 'assess', {
    ...surroundings,
    detectors,
    environment: {
      KASHF_LEDGER_TABLE: ledger.table.tableName,
      KASHF_KEY_SECRET: fingerprint.secret.secretArn,
      KASHF_CONFIGURATION: configuration.text,
      KASHF_DETECTORS: tellDetectors(detectors),
    },
  });
  assess.allow(...ledger.permitUse(), ...fingerprint.permitRead());
  reassess.deliverTo(assess, { batchSize: 10, concurrency: 10 });
  return assess;
}

function makeAlert(scope: Construct, { surroundings, ledger, alerts }: ScannerParts): KashfFunction<'alert'> {
  const alert = new KashfFunction(scope, 'alert', {
    ...surroundings,
    environment: {
      KASHF_LEDGER_TABLE: ledger.table.tableName,
      KASHF_ALERT_TOPIC: alerts.topic.topicArn,
      KASHF_EVENT_BUS: alerts.bus.eventBusName,
    },
  });
  alert.allow(...ledger.permitUse(), ...alerts.permitTell());
  return alert;
}

export function makeApiFunction(scope: Construct, parts: ScannerParts, stateMachine: IStateMachine): KashfFunction<'api'> {
  const { surroundings, configuration, ledger, reassess } = parts;
  const api = new KashfFunction(scope, 'api', {
    ...surroundings,
    environment: {
      KASHF_LEDGER_TABLE: ledger.table.tableName,
      KASHF_STATE_MACHINE: stateMachine.stateMachineArn,
      KASHF_REASSESS_QUEUE: reassess.queue.queueUrl,
      KASHF_CONFIGURATION: configuration.text,
    },
  });
  api.allow(...ledger.permitUse(), ...reassess.permitSend(), allow(['states:StartExecution'], [stateMachine.stateMachineArn]));
  return api;
}

function letReadStores(reader: KashfFunction<StoreReader>, name: StoreReader, { configuration, storeKeys }: ScannerParts): void {
  const { statements, objects } = permitStores(reader, name, configuration.targets, storeKeys);
  reader.allow(...statements);
  for (const resource of objects) acknowledgeWildcard(reader, resource, 'scannedObjects');
}
