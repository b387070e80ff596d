import assert from 'node:assert/strict';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteMessageCommand, ReceiveMessageCommand, CreateQueueCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { ReassessMessage, ScanRequest } from '../../../channels/contract.ts';
import type { Ledger } from '../../../ledger/contract.ts';
import { dynamoLedger } from '../../../ledger/dynamo.ts';
import { describeTable } from '../../../ledger/table.ts';
import { startGateway } from '../../../local/emulators/gateway.ts';
import { AwsError } from '../../../local/emulators/json-targets.ts';
import { type Call, makeContext, makeEvent } from './event.ts';
import { type OpenApiCheck, checkAgainst } from './open-api-check.ts';

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed body; its shape was held against the OpenAPI document. */
  readonly body: Body;
}

/** What the tests read of bodies. Their shapes are checked against the OpenAPI document, not here. */
export interface Body {
  readonly items: readonly Body[];
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
  readonly next: string | null;
  readonly id: string;
  readonly uri: string;
  readonly store: string;
  readonly code: string;
  readonly detail: string;
  readonly state: string;
  readonly revision: number;
  readonly current: number | null;
  readonly stores: number;
  readonly text: string;
  readonly gap: Body;
  readonly gaps: readonly Body[];
  readonly finding: Body;
  readonly [key: string]: unknown;
}

export interface ApiUnderTest {
  readonly ledger: Ledger;
  /** Executions started so far. */
  readonly started: ScanRequest[];
  /** Takes the ledger's table away. */
  dropLedger(): Promise<unknown>;
  /** Makes the next start of an execution fail. */
  refuseStart(): void;
  /** Calls the deployed handler; every answer is held against the OpenAPI document it serves. */
  call(call: Call): Promise<Answered>;
  /** Takes all messages off the queue of stores to assess anew. */
  takeMessages(): Promise<readonly ReassessMessage[]>;
  stop(): Promise<void>;
}

export const configuredTargets = ['s3://exports', 'dynamodb://000000000000/us-east-1/people'] as const;
const securityHeaders = [
  'cache-control',
  'content-security-policy',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
];

/** Starts the emulators and loads the very handler that is deployed, with the environment the template gives it. */
export async function startApi(): Promise<ApiUnderTest> {
  const started: ScanRequest[] = [];
  let refusals = 0;
  const gateway = await startGateway({
    startExecution: ({ input }) => {
      if (refusals > 0) {
        refusals -= 1;
        throw new AwsError('AccessDeniedException', 'Not for this role');
      }
      started.push(JSON.parse(input) as ScanRequest);
    },
  });
  Object.assign(process.env, gateway.environment, { POWERTOOLS_LOG_LEVEL: 'SILENT', POWERTOOLS_METRICS_DISABLED: 'true' });
  const client = new DynamoDBClient({});
  const sqs = new SQSClient({});
  await client.send(new CreateTableCommand(describeTable('ledger')));
  const { QueueUrl: queue } = await sqs.send(new CreateQueueCommand({ QueueName: 'reassess' }));
  assert.ok(queue);
  Object.assign(process.env, {
    KASHF_LEDGER_TABLE: 'ledger',
    KASHF_STATE_MACHINE: 'arn:aws:states:us-east-1:000000000000:stateMachine:scan',
    KASHF_REASSESS_QUEUE: queue,
    KASHF_CONFIGURATION: JSON.stringify({ targets: configuredTargets.map((uri) => ({ uri })) }),
  });
  const { handler } = await import('../../../functions/api/handler.ts');
  const send = (call: Call) => handler(makeEvent(call), makeContext());
  const check = checkAgainst(JSON.parse((await send({ method: 'GET', path: '/openapi.json' })).body ?? '{}'));
  return {
    ledger: dynamoLedger({ client, table: 'ledger', clock: { now: () => new Date().toISOString() } }),
    started,
    dropLedger: () => client.send(new DeleteTableCommand({ TableName: 'ledger' })),
    refuseStart: () => void (refusals += 1),
    call: async (call) => readAnswer(call, await send(call), check),
    takeMessages: () => takeMessages(sqs, queue),
    async stop() {
      client.destroy();
      sqs.destroy();
      await gateway.stop();
    },
  };
}

function readAnswer(call: Call, result: APIGatewayProxyStructuredResultV2, check: OpenApiCheck): Answered {
  const headers = result.headers as Record<string, string>;
  const answered = { status: result.statusCode ?? 0, headers, body: JSON.parse(result.body ?? 'null') as Body };
  for (const name of securityHeaders) assert.ok(headers[name], `${name} is sent`);
  assert.equal(headers['cache-control'], 'no-store');
  if (answered.status >= 400) checkProblem(answered);
  check(call, answered);
  return answered;
}

function checkProblem({ status, headers, body }: Answered): void {
  assert.equal(headers['content-type'], 'application/problem+json');
  assert.equal(body['status'], status);
  assert.equal(body['type'], `urn:kashf:problem:${body.code}`);
  assert.equal(body['instance'], 'urn:kashf:request:JKJaXmPLvHcESHA=');
  assert.ok(body.detail.length > 20, 'the sentence says something');
  assert.doesNotMatch(JSON.stringify(body), /node_modules|\.ts:\d|at async/);
}

async function takeMessages(sqs: SQSClient, queue: string): Promise<readonly ReassessMessage[]> {
  const messages: ReassessMessage[] = [];
  for (;;) {
    const { Messages: batch = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: queue, MaxNumberOfMessages: 10 }));
    if (batch.length === 0) return messages.toSorted((a, b) => (a.store < b.store ? -1 : 1));
    for (const { Body: body = '', ReceiptHandle: handle } of batch) {
      messages.push(JSON.parse(body) as ReassessMessage);
      await sqs.send(new DeleteMessageCommand({ QueueUrl: queue, ReceiptHandle: handle }));
    }
  }
}
