import { once } from 'node:events';
import { createServer, request as requestUpstream, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerBucket, faultOf, withStorageClasses, type BucketDescription } from './buckets.ts';
import { startDynalite } from './dynalite.ts';
import { environmentOf, type Emulator } from './emulator.ts';
import { startFauxqs } from './fauxqs.ts';
import { answerJson, AwsError, type PutEvent, type Targets } from './json-targets.ts';

export interface GatewayDescription {
  /** What the buckets say of themselves, by bucket name. What is not described is answered with an error. */
  readonly buckets?: Readonly<Record<string, BucketDescription>>;
  /** SecretString by name or ARN. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Called once for every execution name; a rejection becomes an error of StartExecution. */
  readonly startExecution?: (execution: {
    readonly stateMachineArn: string;
    readonly name: string;
    readonly input: string;
  }) => void | Promise<void>;
}

export interface Gateway extends Emulator {
  /** Everything that PutEvents was given so far, oldest first. */
  events(): readonly PutEvent[];
  /** Describes a bucket anew from now on. */
  describe(bucket: string, description: BucketDescription): void;
  /** Gives a secret another value, or a first one. */
  putSecret(id: string, value: string): void;
}

/**
 * Starts one endpoint for S3, SQS, SNS, STS (fauxqs), DynamoDB (dynalite), Secrets Manager's GetSecretValue, EventBridge's PutEvents and
 * Step Functions' StartExecution. Any other operation is refused with an error in the shape AWS gives it.
 */
export async function startGateway(description: GatewayDescription = {}): Promise<Gateway> {
  const [fauxqs, dynalite] = await Promise.all([startFauxqs(), startDynalite()]);
  const buckets = new Map(Object.entries(description.buckets ?? {}));
  const secrets = new Map(Object.entries(description.secrets ?? {}));
  const events: PutEvent[] = [];
  const targets: Targets = { events, secrets, executions: new Map(), startExecution: description.startExecution ?? (() => {}) };
  const server = createServer((request, response) => {
    const parts: Parts = { fauxqs, dynalite, buckets, targets, endpoint };
    route(request, response, parts).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else sendError(request, response, error);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    endpoint,
    environment: environmentOf(endpoint),
    events: () => [...events],
    describe: (bucket, next) => void buckets.set(bucket, next),
    putSecret: (id, value) => void secrets.set(id, value),
    async stop() {
      server.closeAllConnections();
      await Promise.all([new Promise((resolve) => server.close(resolve)), fauxqs.stop(), dynalite.stop()]);
    },
  };
}

interface Parts {
  readonly fauxqs: Emulator;
  readonly dynalite: Emulator;
  readonly buckets: ReadonlyMap<string, BucketDescription>;
  readonly targets: Targets;
  readonly endpoint: string;
}

async function route(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const target = String(request.headers['x-amz-target'] ?? '');
  const isQuery = request.headers['content-type']?.includes('x-www-form-urlencoded') ?? false;
  if (target.startsWith('DynamoDB_')) return forward(parts.dynalite.endpoint, request, response);
  if (target.startsWith('AmazonSQS.')) {
    return forward(parts.fauxqs.endpoint, request, response, (body) => withOwnQueueUrls(body, parts.endpoint));
  }
  if (isQuery) return forward(parts.fauxqs.endpoint, request, response);
  if (!target) return routeS3(request, response, parts);
  const body = await answerJson(target, await readJson(request), parts.targets);
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
}

async function routeS3(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://local');
  const [bucket = '', ...rest] = url.pathname.slice(1).split('/').map(decodeURIComponent);
  const described = parts.buckets.get(bucket);
  const operation = { method: request.method ?? 'GET', key: rest.join('/'), query: url.searchParams };
  const answer = answerBucket(operation, described) ?? faultOf(operation, described);
  if (described?.region) response.setHeader('x-amz-bucket-region', described.region);
  if (answer) {
    request.resume();
    response.writeHead(answer.status, { 'content-type': 'application/xml', ...answer.headers });
    response.end(operation.method === 'HEAD' ? undefined : answer.body);
    return;
  }
  const isListing = operation.method === 'GET' && operation.key === '' && bucket !== '';
  const rewrite = isListing && described ? (body: string) => withStorageClasses(body, described) : null;
  return forward(parts.fauxqs.endpoint, request, response, rewrite);
}

/** fauxqs names queues under a host of its own; a client that follows such a URL would pass by this endpoint. */
function withOwnQueueUrls(body: string, endpoint: string): string {
  return body.replaceAll(/http:\/\/sqs\.[\w-]+\.localhost(:\d+)?(?=\/\d{12}\/)/g, endpoint);
}

/** Hands a request on as it is, and the answer back: streamed, or whole where it is rewritten. */
async function forward(
  upstream: string,
  request: IncomingMessage,
  response: ServerResponse,
  rewrite: ((body: string) => string) | null = null,
): Promise<void> {
  const { method, url, headers } = request;
  const onward = requestUpstream(upstream, { method, path: url, headers });
  request.pipe(onward);
  const [answer] = (await once(onward, 'response')) as [IncomingMessage];
  if (!rewrite) {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    await once(response, 'close');
    return;
  }
  const body = Buffer.from(rewrite(await readText(answer)));
  response.writeHead(answer.statusCode ?? 502, { ...answer.headers, 'content-length': body.length });
  response.end(body);
}

async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

async function readJson(request: IncomingMessage): Promise<Record<string, unknown>> {
  const text = await readText(request);
  try {
    return JSON.parse(text || '{}') as Record<string, unknown>;
  } catch {
    throw new AwsError('SerializationException', 'The body is not JSON');
  }
}

function sendError(request: IncomingMessage, response: ServerResponse, error: unknown): void {
  const code = error instanceof AwsError ? error.code : 'InternalFailure';
  const message = error instanceof Error ? error.message : 'Unknown';
  const status = error instanceof AwsError ? 400 : 500;
  if (request.headers['x-amz-target']) {
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1', 'x-amzn-errortype': code });
    response.end(JSON.stringify({ __type: code, message }));
  } else {
    response.writeHead(status, { 'content-type': 'application/xml' });
    response.end(`<Error><Code>${code}</Code><Message>${message.replace(/[<&]/g, ' ')}</Message></Error>`);
  }
}
