import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { environments, readEnvironment, type FunctionName } from '../../functions/environment.ts';
import { exampleFile, readDeployment } from '../../infra/config.ts';
import { describeTable, ttlAttribute } from '../../ledger/table.ts';
import { limits } from '../../infra/kashf-function.ts';
import { example, pathOf, synthesize, type Resource } from './example-stack.ts';

type Json = { readonly [key: string]: Json } & readonly Json[] & string & number & boolean;

const resources = synthesize();
const names = Object.keys(environments) as FunctionName[];

/** Resources of a type, by path below the scanner. */
function allOf(type: string, from = resources): ReadonlyMap<string, Json> {
  const found = Object.values(from).filter(({ Type }) => Type === type);
  assert.ok(found.length > 0, `no ${type}`);
  return new Map(found.map((resource) => [pathOf(resource), resource.Properties as unknown as Json]));
}

const idOf = (path: string): string => Object.entries(resources).find(([, one]) => pathOf(one) === path)?.[0] ?? `no ${path}`;
const key = { 'Fn::GetAtt': [idOf('EncryptionKey'), 'Arn'] };

const variablesOf = (name: FunctionName): Json =>
  allOf('AWS::Lambda::Function').get(`${name}/Function`)?.['Environment']?.['Variables'] as Json;

/** The environment of a function as texts; a reference counts as any text. */
function textsOf(name: FunctionName): Record<string, string> {
  const texts = Object.entries(variablesOf(name)).map(([variable, value]) => [
    variable,
    typeof value === 'string' ? value : 'resolved',
  ]);
  return Object.fromEntries(texts) as Record<string, string>;
}

/** The workflow's definition, with each reference written as the path of what it refers to. */
function readWorkflow(from = resources): Json {
  const [machine] = allOf('AWS::StepFunctions::StateMachine', from).values();
  const parts = (machine as Json)['DefinitionString']?.['Fn::Join']?.[1] as unknown as (
    | string
    | Record<string, string | string[]>
  )[];
  const written = parts.map((part) => {
    if (typeof part === 'string') return part;
    const id = [Object.values(part)[0]].flat()[0] as string;
    return from[id] ? pathOf(from[id]) : id;
  });
  return JSON.parse(written.join('')) as Json;
}

test('the ledger has point-in-time recovery, its own key, expiry, protection against removal', () => {
  const [[, table]] = [...allOf('AWS::DynamoDB::Table')] as [[string, Json]];
  assert.deepEqual(table['PointInTimeRecoverySpecification'], { PointInTimeRecoveryEnabled: true });
  assert.deepEqual(table['SSESpecification'], { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: key });
  assert.equal(table['DeletionProtectionEnabled'], true);
  assert.equal(table['BillingMode'], 'PAY_PER_REQUEST');
  assert.deepEqual(table['TimeToLiveSpecification'], { AttributeName: ttlAttribute, Enabled: true });
  const { KeySchema: schema, GlobalSecondaryIndexes: secondary } = describeTable('any');
  assert.deepEqual([table['KeySchema'], table['GlobalSecondaryIndexes']], [schema, secondary]);
});

test('the key turns over each year', () => {
  for (const one of allOf('AWS::KMS::Key').values()) assert.equal(one['EnableKeyRotation'], true);
});

test('results outlive the stack', () => {
  const kept = new Set([
    'AWS::DynamoDB::Table',
    'AWS::KMS::Key',
    'AWS::S3::Bucket',
    'AWS::SecretsManager::Secret',
    'AWS::Logs::LogGroup',
    'AWS::Cognito::UserPool',
  ]);
  for (const resource of Object.values(resources).filter(({ Type }) => kept.has(Type))) {
    assert.equal((resource as Resource & { DeletionPolicy?: string }).DeletionPolicy, 'Retain', pathOf(resource));
  }
});

test('buckets are closed, encrypted, emptied in time, and only reached over TLS 1.2', () => {
  const policies = JSON.stringify([...allOf('AWS::S3::BucketPolicy').values()]);
  for (const [path, bucket] of allOf('AWS::S3::Bucket')) {
    const block = { BlockPublicAcls: true, BlockPublicPolicy: true, IgnorePublicAcls: true, RestrictPublicBuckets: true };
    assert.deepEqual(bucket['PublicAccessBlockConfiguration'], block, path);
    assert.ok(bucket['BucketEncryption'], path);
    assert.ok(Number(bucket['LifecycleConfiguration']?.['Rules']?.[0]?.['ExpirationInDays']) > 0, path);
    const resource = JSON.stringify({ 'Fn::GetAtt': [idOf(path), 'Arn'] });
    assert.ok(
      policies.includes(
        `"Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny","Principal":{"AWS":"*"},"Resource":[${resource}`,
      ),
      path,
    );
  }
  assert.match(policies, /"s3:TlsVersion":1.2/);
  const rule = allOf('AWS::S3::Bucket').get('Work/Bucket')?.['BucketEncryption']?.['ServerSideEncryptionConfiguration']?.[0];
  assert.deepEqual(rule?.['ServerSideEncryptionByDefault'], { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key });
});

test('queues are encrypted and TLS only; every one but the dead letters has a dead-letter queue', () => {
  const policies = JSON.stringify([...allOf('AWS::SQS::QueuePolicy').values()]);
  for (const [path, queue] of allOf('AWS::SQS::Queue')) {
    assert.deepEqual(queue['KmsMasterKeyId'], key, path);
    assert.ok(
      policies.includes(
        `"Condition":{"Bool":{"aws:SecureTransport":"false"}},"Effect":"Deny","Principal":{"AWS":"*"},"Resource":{"Fn::GetAtt":["${idOf(path)}"`,
      ),
      path,
    );
    if (path.endsWith('DeadLetters')) continue;
    const deadLetters = { 'Fn::GetAtt': [idOf(path.replace(/Queue$/, 'DeadLetters')), 'Arn'] };
    assert.deepEqual(queue['RedrivePolicy']?.['deadLetterTargetArn'], deadLetters, path);
  }
});

for (const [queue, reader] of [
  ['Reassess/Queue', 'assess'],
  ['Objects/Work/Queue', 'scan'],
] as const) {
  test(`${queue} hides a message for six times the timeout of ${reader}, which answers what failed`, () => {
    const visibility = allOf('AWS::SQS::Queue').get(queue)?.['VisibilityTimeout'] as unknown as number;
    const fn = allOf('AWS::Lambda::Function').get(`${reader}/Function`);
    assert.ok(visibility >= 6 * (fn?.['Timeout'] as unknown as number), `${visibility} s`);
    const mapping = [...allOf('AWS::Lambda::EventSourceMapping').values()].find(
      (one) => one['EventSourceArn']?.['Fn::GetAtt']?.[0] === idOf(queue),
    );
    assert.deepEqual(mapping?.['FunctionName'], { Ref: idOf(`${reader}/Function`) });
    assert.deepEqual(mapping?.['FunctionResponseTypes'], ['ReportBatchItemFailures']);
  });
}

test('the topic is encrypted and TLS only, and the event bus encrypted', () => {
  const [topic] = allOf('AWS::SNS::Topic').values();
  assert.deepEqual((topic as Json)['KmsMasterKeyId'], key);
  assert.match(JSON.stringify([...allOf('AWS::SNS::TopicPolicy').values()]), /"aws:SecureTransport":"false"/);
  const statements = [...allOf('AWS::SNS::TopicPolicy').values()].flatMap(
    (policy) => policy['PolicyDocument']?.['Statement'] as unknown as Json[],
  );
  const alarms = statements.find((one) => one['Effect'] === ('Allow' as unknown));
  assert.deepEqual([alarms?.['Principal'], alarms?.['Action']], [{ Service: 'cloudwatch.amazonaws.com' }, 'sns:Publish']);
  const [bus] = allOf('AWS::Events::EventBus').values();
  assert.deepEqual((bus as Json)['KmsKeyIdentifier'], key);
  const [mail] = allOf('AWS::SNS::Subscription').values();
  assert.deepEqual([(mail as Json)['Protocol'], (mail as Json)['Endpoint']], ['email', example.alertEmails?.[0]]);
});

test('every log group is encrypted and ends', () => {
  const groups = allOf('AWS::Logs::LogGroup');
  assert.deepEqual(
    [...groups.keys()].toSorted(),
    [...names.map((name) => `${name}/Log`), 'Api/AccessLog', 'Workflow/Log'].toSorted(),
  );
  for (const [path, group] of groups) {
    assert.equal(group['RetentionInDays'], 365, path);
    assert.deepEqual(group['KmsKeyId'], key, path);
  }
});

for (const name of names) {
  test(`${name} runs on Node.js 24 with its own role and log group, traced, told exactly what functions/environment.ts says`, () => {
    const fn = allOf('AWS::Lambda::Function').get(`${name}/Function`) as Json;
    assert.equal(fn['Runtime'], 'nodejs24.x');
    assert.deepEqual(fn['Architectures'], ['arm64']);
    assert.equal(fn['Timeout'], limits[name].timeoutSeconds);
    assert.deepEqual(fn['TracingConfig'], { Mode: 'Active' });
    assert.deepEqual(fn['Role'], { 'Fn::GetAtt': [idOf(`${name}/Role`), 'Arn'] });
    assert.deepEqual(fn['LoggingConfig'], { LogGroup: { Ref: idOf(`${name}/Log`) } });
    assert.deepEqual(new Set(Object.keys(variablesOf(name))), new Set<string>(environments[name]));
    assert.doesNotThrow(() => readEnvironment(name, textsOf(name)));
  });
}

test('the environment names the very parts the stack makes', () => {
  assert.deepEqual(variablesOf('scan')['KASHF_LEDGER_TABLE'], { Ref: idOf('Ledger/Table') });
  assert.deepEqual(variablesOf('discover')['KASHF_WORK_BUCKET'], { Ref: idOf('Work/Bucket') });
  assert.deepEqual(variablesOf('plan')['KASHF_KEY_SECRET'], { Ref: idOf('Fingerprint/Secret') });
  assert.deepEqual(variablesOf('alert')['KASHF_ALERT_TOPIC'], { Ref: idOf('Alerts/Topic') });
  assert.deepEqual(variablesOf('alert')['KASHF_EVENT_BUS'], { Ref: idOf('Alerts/Bus') });
  assert.deepEqual(variablesOf('api')['KASHF_STATE_MACHINE'], { Ref: idOf('Workflow/StateMachine') });
  assert.deepEqual(variablesOf('api')['KASHF_REASSESS_QUEUE'], { Ref: idOf('Reassess/Queue') });
  const { targets, sampleRows } = readEnvironment('scan', textsOf('scan')).KASHF_CONFIGURATION;
  assert.deepEqual([targets, sampleRows], [example.targets, example.sampleRows]);
});

test('only the functions that open databases are in the VPC', () => {
  const inVpc = [...allOf('AWS::Lambda::Function')].filter(([, one]) => one['VpcConfig']).map(([path]) => path);
  assert.deepEqual(inVpc.toSorted(), ['discover/Function', 'plan/Function', 'scan/Function']);
});

test('every route asks for a token, and every call is logged without its path', () => {
  const authorizer = idOf('Api/Api/Tokens');
  const routes = allOf('AWS::ApiGatewayV2::Route');
  for (const [path, route] of routes) {
    assert.equal(route['AuthorizationType'], 'JWT', path);
    assert.deepEqual(route['AuthorizerId'], { Ref: authorizer }, path);
  }
  assert.deepEqual(
    new Set([...routes.values()].map((route) => String(route['RouteKey']).split(' ')[0])),
    new Set(['DELETE', 'GET', 'PATCH', 'POST', 'PUT']),
  );
  const [stage] = allOf('AWS::ApiGatewayV2::Stage').values();
  assert.ok((stage as Json)['AccessLogSettings']?.['DestinationArn']);
  assert.doesNotMatch((stage as Json)['AccessLogSettings']?.['Format'] ?? '', /context\.(path|http\.path|identity)/);
  assert.deepEqual(
    new Set([...allOf('AWS::Cognito::UserPoolGroup').values()].map((one) => one['GroupName'])),
    new Set(['administrator', 'lawyer', 'security']),
  );
});

test("an organisation's own issuer takes the place of the user pool", () => {
  const identity = { issuer: 'https://login.example.org/', audience: ['kashf'] };
  const own = synthesize({ ...example, identity });
  const [authorizer] = allOf('AWS::ApiGatewayV2::Authorizer', own).values();
  assert.deepEqual((authorizer as Json)['JwtConfiguration'], { Issuer: identity.issuer, Audience: identity.audience });
  assert.ok(!Object.values(own).some(({ Type }) => Type.startsWith('AWS::Cognito::')));
});

test('alarms ring on failures of every function and of scans, on dead letters and on skips, and tell the topic', () => {
  const alarms = allOf('AWS::CloudWatch::Alarm');
  const expected = [
    ...names.map((name) => `Errors-${name}`),
    'ScanFailed',
    'ScanTimedOut',
    'DeadLetters-Reassess',
    'DeadLetters-Objects',
    'Skips',
    'ShardsFailed',
    'ApiFaults',
  ];
  assert.deepEqual([...alarms.keys()].map((path) => path.replace('Alarms/', '')).toSorted(), expected.toSorted());
  for (const [path, alarm] of alarms) assert.deepEqual(alarm['AlarmActions'], [{ Ref: idOf('Alerts/Topic') }], path);
  const skips = alarms.get('Alarms/Skips') as Json;
  assert.deepEqual(
    [skips['Namespace'], skips['MetricName'], skips['Dimensions']],
    ['Kashf', 'Skips', [{ Name: 'service', Value: 'kashf' }]],
  );
});

test('object events of each configured bucket of this account, and of no other, reach the queue', () => {
  const rules = [...allOf('AWS::Events::Rule').values()].map((rule) => rule['EventPattern']?.['detail']);
  assert.deepEqual(rules, [
    { bucket: { name: ['example-portal-exports'] }, object: { key: [{ prefix: 'daily/' }] } },
    { bucket: { name: ['example-sign-up-logs'] } },
  ]);
  assert.ok(!Object.values(synthesize({ ...example, objectEvents: false })).some(({ Type }) => Type === 'AWS::Events::Rule'));
});

const scheduleOf = (id: string) => allOf('AWS::Scheduler::Schedule').get(id);

test('a timer tells every five minutes of alerts that changed outside a scan', () => {
  const { ScheduleExpression: rate, Target: target } = scheduleOf('AlertTimer/Schedule') as Json;
  assert.equal(rate, 'rate(5 minutes)');
  assert.deepEqual(JSON.parse(target?.['Input'] ?? ''), { v: 1, scan: null, failed: null });
});

test('the timer starts the workflow with a request for every store', () => {
  const schedule = scheduleOf('Timer/Schedule');
  const { ScheduleExpression: cron, ScheduleExpressionTimezone: zone, Target: target } = schedule as Json;
  assert.deepEqual([cron, zone], ['cron(0 2 * * ? *)', 'Africa/Casablanca']);
  assert.deepEqual(target?.['Arn'], { Ref: idOf('Workflow/StateMachine') });
  assert.deepEqual(JSON.parse(target?.['Input'] ?? ''), { v: 1, trigger: 'schedule', targets: null, seed: 1 });
});

test('the workflow maps over the manifests in batches, tolerates what it is told, and ends in a recorded failure', () => {
  const { States: states } = readWorkflow(
    synthesize({ ...example, maxItemsPerBatch: 3, maxConcurrency: 7, toleratedFailurePercentage: 12 }),
  );
  const { ScanShards: shards, AssessStores: stores } = states as { ScanShards: Json; AssessStores: Json };
  assert.deepEqual(shards['ItemBatcher'], { MaxItemsPerBatch: 3, BatchInput: { 'scan.$': '$.scan', 'seed.$': '$.seed' } });
  assert.deepEqual([shards['MaxConcurrency'], shards['ToleratedFailurePercentage'], shards['ResultPath']], [7, 12, null]);
  assert.deepEqual(shards['ItemReader']?.['Parameters'], { Bucket: 'Work/Bucket', 'Key.$': '$.shards.key' });
  assert.equal(shards['ItemReader']?.['ReaderConfig']?.['InputType'], 'JSONL');
  assert.deepEqual(shards['ResultWriter']?.['Parameters'], { Bucket: 'Work/Bucket', Prefix: 'results' });
  assert.deepEqual(stores['ItemBatcher']?.['BatchInput'], { 'scan.$': '$.scan' });
  assert.equal(stores['ToleratedFailurePercentage'] ?? 0, 0);
  for (const name of ['Discover', 'Plan', 'ScanShards', 'AssessStores', 'Alert']) {
    assert.deepEqual(
      states?.[name]?.['Catch'],
      [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'RecordFailure' }],
      name,
    );
  }
  assert.deepEqual(states?.['RecordFailure']?.['Parameters'], { v: 1, 'scan.$': '$.scan', 'failed.$': '$.failure.Error' });
  assert.equal(states?.['RecordFailure']?.['Next'], 'ScanFailed');
});

test('the workflow logs every state without its data, and is traced', () => {
  const [machine] = allOf('AWS::StepFunctions::StateMachine').values();
  const { LoggingConfiguration: logging, TracingConfiguration: tracing } = machine as Json;
  assert.deepEqual([logging?.['Level'], logging?.['IncludeExecutionData']], ['ALL', false]);
  assert.deepEqual(tracing, { Enabled: true });
});

test('the example is read by default and says all it deploys', () => {
  assert.deepEqual(readDeployment(exampleFile), example);
});
