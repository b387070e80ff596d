/** The scan workflow: discover, plan, scan shard by shard, assess store by store, alert. It ends in a recorded failure or not at all. */
import { ArnFormat, Duration, Stack, type RemovalPolicy } from 'aws-cdk-lib';
import { Policy, Role, ServicePrincipal, type ManagedPolicy } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  Choice,
  Condition,
  DefinitionBody,
  DistributedMap,
  Fail,
  ItemBatcher,
  JitterType,
  JsonPath,
  LogLevel,
  Pass,
  ResultWriterV2,
  S3JsonLItemReader,
  StateMachine,
  StateMachineType,
  TaskInput,
  type IChainable,
} from 'aws-cdk-lib/aws-stepfunctions';
import { LambdaInvoke } from 'aws-cdk-lib/aws-stepfunctions-tasks';
import { Construct } from 'constructs';
import type { FunctionName } from '../functions/environment.ts';
import { acknowledgeWildcard } from './acknowledgements.ts';
import { allow } from './allow.ts';
import type { KashfFunction } from './kashf-function.ts';
import { workPrefixes, type WorkBucket } from './work-bucket.ts';

/** Functions that the workflow calls. */
export type WorkflowFunctions = { readonly [F in Exclude<FunctionName, 'api'>]: KashfFunction<F> };

export interface ScanWorkflowProps {
  readonly functions: WorkflowFunctions;
  readonly work: WorkBucket;
  /** Most shards that one call of the scan function gets. */
  readonly maxItemsPerBatch: number;
  /** Most calls at once. */
  readonly maxConcurrency: number;
  /** Share of shards that may fail before the scan as a whole does. */
  readonly toleratedFailurePercentage: number;
  readonly encryptionKey: IKey;
  readonly logRetention: RetentionDays;
  readonly removalPolicy: RemovalPolicy;
  readonly tracing: ManagedPolicy;
}

/** One Distributed Map over a manifest. */
interface ManifestMap {
  readonly label: 'ScanShards' | 'AssessStores';
  readonly manifest: 'shards' | 'stores';
  readonly call: 'scan' | 'assess';
  /** Paths into the input of the map; the library writes them as they are. */
  readonly batchInput: Readonly<Record<`${string}.$`, string>>;
  readonly maxItemsPerBatch: number;
  readonly maxConcurrency: number;
  readonly toleratedFailurePercentage: number;
}

/** Every store has to be assessed: none may fail. */
const assessing = { maxItemsPerBatch: 5, maxConcurrency: 20, toleratedFailurePercentage: 0 } as const;

/** The library drops a plain null from what a task is given. */
const nothing = JsonPath.stringToJson('null');

/** Matches every error of a function but a timeout of the state itself, which none of these has. */
const retryErrors = ['States.TaskFailed'];

export class ScanWorkflow extends Construct {
  readonly stateMachine: StateMachine;
  readonly role: Role;
  readonly #props: ScanWorkflowProps;

  constructor(scope: Construct, id: string, props: ScanWorkflowProps) {
    super(scope, id);
    this.#props = props;
    const { encryptionKey, removalPolicy } = props;
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('states.amazonaws.com'),
      managedPolicies: [props.tracing],
    });
    const destination = new LogGroup(this, 'Log', { encryptionKey, retention: props.logRetention, removalPolicy });
    this.stateMachine = new StateMachine(this, 'StateMachine', {
      comment: 'Kashf: one scan of the configured stores',
      definitionBody: DefinitionBody.fromChainable(this.defineStates()),
      stateMachineType: StateMachineType.STANDARD,
      // The library would widen the role by itself; it only gets what is written below.
      role: this.role.withoutPolicyUpdates(),
      logs: { destination, level: LogLevel.ALL, includeExecutionData: false },
      tracingEnabled: true,
      timeout: Duration.days(2),
      removalPolicy,
    });
    this.permitWork();
    this.permitOwnRuns();
  }

  private defineStates(): IChainable {
    const failed = new Fail(this, 'ScanFailed', {
      error: 'ScanFailed',
      cause: 'The scan ended early; the ledger names the error',
    });
    const recordFailure = this.call('RecordFailure', 'alert', {
      v: 1,
      scan: JsonPath.stringAt('$.scan'),
      failed: JsonPath.stringAt('$.failure.Error'),
    });
    recordFailure.addCatch(failed, { resultPath: '$.failure' }).next(failed);
    const guarded = <S extends LambdaInvoke | DistributedMap>(state: S): S => {
      state.addCatch(recordFailure, { resultPath: '$.failure' });
      return state;
    };
    const alert = guarded(this.call('Alert', 'alert', { v: 1, scan: JsonPath.stringAt('$.scan'), failed: nothing }));
    const assessStores = guarded(
      this.mapManifest({
        label: 'AssessStores',
        manifest: 'stores',
        call: 'assess',
        batchInput: { 'scan.$': '$.scan' },
        ...assessing,
      }),
    );
    const scanShards = guarded(
      this.mapManifest({
        label: 'ScanShards',
        manifest: 'shards',
        call: 'scan',
        batchInput: { 'scan.$': '$.scan', 'seed.$': '$.seed' },
        maxItemsPerBatch: this.#props.maxItemsPerBatch,
        maxConcurrency: this.#props.maxConcurrency,
        toleratedFailurePercentage: this.#props.toleratedFailurePercentage,
      }),
    );
    // Step Functions refuses to map over an empty file.
    const anyStores = this.ifAny('AnyStores', 'stores', assessStores, alert);
    const anyShards = this.ifAny('AnyShards', 'shards', scanShards, anyStores);
    scanShards.next(anyStores);
    assessStores.next(alert);
    const discover = guarded(this.call('Discover', 'discover')).next(guarded(this.call('Plan', 'plan')).next(anyShards));
    return this.nameScan(discover);
  }

  /** A scan that the timer started takes its id from the execution. */
  private nameScan(next: IChainable): Choice {
    const named = new Pass(this, 'NameScan', {
      parameters: {
        v: 1,
        scan: JsonPath.stringAt('$$.Execution.Name'),
        trigger: JsonPath.stringAt('$.trigger'),
        targets: JsonPath.objectAt('$.targets'),
        seed: JsonPath.numberAt('$.seed'),
      },
    });
    named.next(next);
    return new Choice(this, 'HasName').when(Condition.isPresent('$.scan'), next).otherwise(named);
  }

  private ifAny(id: string, manifest: ManifestMap['manifest'], then: IChainable, otherwise: IChainable): Choice {
    return new Choice(this, id).when(Condition.numberGreaterThan(`$.${manifest}.count`, 0), then).otherwise(otherwise);
  }

  private call(id: string, name: keyof WorkflowFunctions, payload?: Readonly<Record<string, unknown>>): LambdaInvoke {
    const task = new LambdaInvoke(this, id, {
      lambdaFunction: this.#props.functions[name].function,
      payloadResponseOnly: true,
      retryOnServiceExceptions: false,
      ...(payload && { payload: TaskInput.fromObject(payload) }),
    });
    return task.addRetry({
      errors: retryErrors,
      interval: Duration.seconds(2),
      backoffRate: 2,
      maxAttempts: 4,
      maxDelay: Duration.seconds(60),
      jitterStrategy: JitterType.FULL,
    }) as LambdaInvoke;
  }

  private mapManifest({ label, manifest, call, batchInput, maxItemsPerBatch, ...limits }: ManifestMap): DistributedMap {
    const { work } = this.#props;
    const map = new DistributedMap(this, label, {
      label,
      itemReader: new S3JsonLItemReader({ bucket: work.bucket, key: JsonPath.stringAt(`$.${manifest}.key`) }),
      itemBatcher: new ItemBatcher({ maxItemsPerBatch, batchInput }),
      resultWriterV2: new ResultWriterV2({ bucket: work.bucket, prefix: workPrefixes.results }),
      resultPath: JsonPath.DISCARD,
      ...limits,
      mapExecutionType: StateMachineType.STANDARD,
    });
    return map.itemProcessor(this.call(call === 'scan' ? 'Scan' : 'Assess', call));
  }

  private permitWork(): void {
    const { functions, work } = this.#props;
    const arns = Object.values(functions).map((one) => one.function.functionArn);
    const logActions = [
      'CreateLogDelivery',
      'DeleteLogDelivery',
      'DescribeLogGroups',
      'DescribeResourcePolicies',
      'GetLogDelivery',
    ];
    const logs = [...logActions, 'ListLogDeliveries', 'PutResourcePolicy', 'UpdateLogDelivery'].map((action) => `logs:${action}`);
    const statements = [
      allow(['lambda:InvokeFunction'], arns),
      ...work.permitManifests('read'),
      ...work.permitResults(),
      allow(logs, ['*']),
    ];
    for (const statement of statements) this.role.addToPolicy(statement);
    acknowledgeWildcard(this.role, work.results, 'mapResults');
    acknowledgeWildcard(this.role, '*', 'logDelivery');
  }

  /** A map starts its children as executions of its own machine; the policy comes after the machine, which it names. */
  private permitOwnRuns(): void {
    // The library's own policy cannot be attached to a role that it may not change.
    this.stateMachine.node.tryRemoveChild('DistributedMapPolicy');
    const { stateMachineArn, stateMachineName } = this.stateMachine;
    const executions = (name: string): string =>
      Stack.of(this).formatArn({
        service: 'states',
        resource: 'execution',
        resourceName: `${stateMachineName}${name}`,
        arnFormat: ArnFormat.COLON_RESOURCE_NAME,
      });
    const own = [executions(':*'), executions('/*')];
    const policy = new Policy(this, 'OwnRuns', {
      statements: [
        allow(['states:StartExecution'], [stateMachineArn]),
        allow(['states:DescribeExecution', 'states:RedriveExecution', 'states:StopExecution'], own),
      ],
    });
    policy.attachToRole(this.role);
    for (const resource of own) acknowledgeWildcard(policy, resource, 'mapExecutions');
  }
}
