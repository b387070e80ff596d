/** Deploys the synthesized stack on this machine: resources in the embedded servers, bundles in threads, queues polled, API served. */
import type { ScanRequest } from '../channels/contract.ts';
import { startGateway, type Gateway, type GatewayDescription } from './emulators/gateway.ts';
import { deployFunctions, type NamedFunction } from './deployed-functions.ts';
import { serveHttpApi, type ApiRoute } from './http-api.ts';
import type { LocalFunction } from './function.ts';
import { makeIssuer, type Claims } from './issuer.ts';
import { pollQueue, type Poller } from './queue-poller.ts';
import { createResources, makeClients, readText, writeBytes, type Clients } from './resources.ts';
import { runStateMachine, type MachinePorts, type Outcome } from './state-machine.ts';
import type { Flow, Json } from './states.ts';
import { stackName, type Synthesized } from './synthesized.ts';
import { resolveTemplate, type DeployedResource } from './template.ts';

export const roles = ['security', 'lawyer', 'administrator'] as const;
export type Role = (typeof roles)[number];

export interface DeploymentOptions {
  readonly synthesized: Synthesized;
  readonly account: string;
  readonly region: string;
  /** What the stores' buckets say of themselves. */
  readonly buckets?: GatewayDescription['buckets'];
  /** Secrets that were there before the deployment: those of databases. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** What the secrets of the stack hold; random unless given. */
  readonly secretValue?: string;
  /** Factor on the waits of the workflow. */
  readonly timeScale?: number;
  /** Threads for each function. */
  readonly concurrency?: number;
  /** Port of the API; 0 = any. */
  readonly port?: number;
  /** Everything the functions write. */
  readonly onOutput?: (functionName: string, text: string) => void;
  /** Told of every call of a function, by the construct's name of it. */
  readonly onCall?: (functionName: string, event: Json) => void;
}

export interface LocalDeployment {
  readonly gateway: Gateway;
  readonly clients: Clients;
  readonly apiUrl: string;
  readonly resources: readonly DeployedResource[];
  /** A token that the API takes for twelve hours. */
  readonly token: (role: Role) => string;
  /** Runs a scan to its end. The same id twice is the same execution. */
  runScan(request: ScanRequest, signal?: AbortSignal): Promise<Outcome>;
  /** Calls a function by its name in `functions/`. */
  invoke(functionName: string, event: Json): Promise<Json>;
  /** Ends every thread at once, as a power cut would; the next call starts new ones. */
  kill(): Promise<void>;
  /** Resolves once no execution runs and no message waits. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

type Invoke = MachinePorts['invoke'];
type Run = (machineArn: string, name: string, input: Json, signal?: AbortSignal) => Promise<Outcome>;

/** Deploys. On failure nothing is left running. */
export async function deployLocally(options: DeploymentOptions): Promise<LocalDeployment> {
  const { account, region, synthesized } = options;
  const machine: { run: Run | null } = { run: null };
  const gateway = await startGateway({
    buckets: options.buckets ?? {},
    secrets: options.secrets ?? {},
    // The gateway is there before the machine it starts; nobody waits for the outcome, as on AWS.
    startExecution: ({ stateMachineArn, name, input }) => {
      machine.run?.(stateMachineArn, name, JSON.parse(input) as Json).catch(() => undefined);
    },
  });
  const clients = makeClients(gateway.endpoint, region);
  const cleanUp: (() => unknown)[] = [() => gateway.stop(), () => clients.close()];
  const stop = async (): Promise<void> => {
    // Last come, first stopped: nothing loses what it stands on.
    for (const end of cleanUp.splice(0).toReversed()) await end();
  };
  try {
    const place = { account, region, stack: stackName, endpoint: gateway.endpoint };
    const resources = resolveTemplate(synthesized.template, place);
    await createResources(resources, { clients, gateway, secretValue: options.secretValue });
    const functions = deployFunctions(resources, gateway, options);
    const each = (act: (one: LocalFunction) => Promise<void>): Promise<unknown> =>
      Promise.all([...functions.values()].map((one) => act(one.function)));
    cleanUp.push(() => each((one) => one.stop()));
    const invoke = makeInvoke(functions, options);
    const executions = new Map<string, Promise<Outcome>>();
    const run: Run = (machineArn, name, input, signal) => {
      const running = executeMachine({ machineArn, name, input, signal }, resources, { clients, invoke, options });
      executions.set(name, running);
      return running;
    };
    machine.run = run;
    const pollers = startPollers(resources, clients, invoke);
    cleanUp.push(() => Promise.all(pollers.map((poller) => poller.stop())));
    const issuer = makeIssuer();
    const routes = findRoutes(resources);
    const api = await serveHttpApi(routes, issuer, invoke, options.port);
    cleanUp.push(() => api.stop());
    const { arn: machineArn } = theOnly(resources, 'AWS::StepFunctions::StateMachine');
    return {
      gateway,
      clients,
      resources,
      apiUrl: api.url,
      token: (role) => issuer.sign(claimsOf(role, routes)),
      runScan: (request, signal) => run(machineArn, request.scan, request as unknown as Json, signal),
      invoke: (name, event) => invoke([...functions].find(([, one]) => one.name === name)?.[0] ?? name, event),
      kill: async () => void (await each((one) => one.kill())),
      async settled() {
        await Promise.all(executions.values());
        for (const poller of pollers) await poller.settled();
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function makeInvoke(functions: ReadonlyMap<string, NamedFunction>, options: DeploymentOptions): Invoke {
  return async (functionArn, event) => {
    const one = functions.get(functionArn);
    if (!one) throw new Error(`Cannot call ${functionArn}: the template has no such function`);
    options.onCall?.(one.name, event);
    return one.function.invoke(event);
  };
}

interface MachineCall {
  readonly machineArn: string;
  readonly name: string;
  readonly input: Json;
  readonly signal: AbortSignal | undefined;
}

function executeMachine(
  { machineArn, name, input, signal }: MachineCall,
  resources: readonly DeployedResource[],
  { clients, invoke, options }: { clients: Clients; invoke: Invoke; options: DeploymentOptions },
): Promise<Outcome> {
  const machine = resources.find(({ arn }) => arn === machineArn);
  if (!machine) throw new Error(`Cannot start ${machineArn}: the template has no such state machine`);
  const definition = JSON.parse(machine.properties['DefinitionString'] as string) as Flow;
  return runStateMachine(
    { definition, machineArn, name, input, timeScale: options.timeScale ?? 1, ...(signal && { signal }) },
    {
      invoke,
      readObject: (bucket, key) => readText(clients.s3, bucket, key),
      writeObject: (bucket, key, text) => writeBytes(clients.s3, bucket, key, text),
    },
  );
}

function startPollers(resources: readonly DeployedResource[], clients: Clients, invoke: Invoke): readonly Poller[] {
  const mappings = resources.filter(
    ({ type, properties }) => type === 'AWS::Lambda::EventSourceMapping' && properties['Enabled'] !== false,
  );
  return mappings.map(({ properties }) => {
    const queue = resources.find(({ arn }) => arn === properties['EventSourceArn']);
    const target = resources.find(({ arn, name }) => [arn, name].includes(properties['FunctionName'] as string));
    if (!queue || !target) throw new Error('An event source mapping of the template names no queue or function of it');
    const mapping = {
      queueUrl: queue.ref,
      queueArn: queue.arn,
      functionArn: target.arn,
      batchSize: (properties['BatchSize'] as number | undefined) ?? 10,
      reportsFailures: ((properties['FunctionResponseTypes'] as string[] | undefined) ?? []).includes('ReportBatchItemFailures'),
    };
    return pollQueue(clients.sqs, mapping, invoke);
  });
}

function findRoutes(resources: readonly DeployedResource[]): readonly ApiRoute[] {
  const ofType = (type: string): readonly DeployedResource[] => resources.filter((resource) => resource.type === type);
  const integrations = ofType('AWS::ApiGatewayV2::Integration');
  const authorizers = ofType('AWS::ApiGatewayV2::Authorizer');
  return ofType('AWS::ApiGatewayV2::Route').map(({ properties }) => {
    const target = String(properties['Target']).split('/').at(-1);
    const integration = integrations.find(({ ref }) => ref === target)?.properties['IntegrationUri'];
    const jwt = authorizers.find(({ ref }) => ref === properties['AuthorizerId'])?.properties['JwtConfiguration'] as
      | { readonly Issuer: string; readonly Audience: readonly string[] }
      | undefined;
    return {
      key: properties['RouteKey'] as string,
      authorizer: properties['AuthorizationType'] === 'JWT' && jwt ? { issuer: jwt.Issuer, audience: jwt.Audience } : null,
      scopes: (properties['AuthorizationScopes'] as string[] | undefined) ?? [],
      functionArn: /arn:[\w-]+:lambda:[^/]+/.exec(String(integration))?.[0] ?? '',
    };
  });
}

function theOnly(resources: readonly DeployedResource[], type: string): DeployedResource {
  const [first, ...others] = resources.filter((resource) => resource.type === type);
  if (!first || others.length > 0) throw new Error(`The template has ${first ? 'more than one' : 'no'} ${type}`);
  return first;
}

/** Claims as a Cognito user pool writes them into an id token. */
function claimsOf(role: Role, routes: readonly ApiRoute[]): Claims {
  const expected = routes.find(({ authorizer }) => authorizer)?.authorizer;
  const now = Math.floor(Date.now() / 1000);
  return {
    sub: `local-${role}`,
    'cognito:groups': [role],
    token_use: 'id',
    iss: expected?.issuer ?? '',
    aud: expected?.audience[0] ?? '',
    iat: now,
    exp: now + 12 * 3600,
  };
}
