/** Runs a state machine as its template writes it. Ordinary states are interpreted by aws-local-stepfunctions; Distributed Maps by ours. */
import { ExecutionError, StateMachine } from 'aws-local-stepfunctions';
import { asDistributedMapTask, isDistributedMap, runDistributedMap } from './distributed-map.ts';
import { asDefinition, StateError, type Flow, type Json, type JsonObject, type State } from './states.ts';

/** What the machine reaches outside of itself. */
export interface MachinePorts {
  /** Calls a function by its ARN. Rejects with an error whose name is the function's `errorType`. */
  invoke(functionArn: string, payload: Json): Promise<Json>;
  readObject(bucket: string, key: string): Promise<string>;
  writeObject(bucket: string, key: string, text: string): Promise<void>;
}

export interface Execution {
  readonly definition: Flow;
  readonly machineArn: string;
  /** Name of the execution: `$$.Execution.Name`. */
  readonly name: string;
  readonly input: Json;
  /** Factor on every wait and retry interval; 1 = as written. Timeouts are never scaled. */
  readonly timeScale?: number;
  /** Ends the execution; no new call is made after it. */
  readonly signal?: AbortSignal;
}

export type Outcome =
  | { readonly status: 'SUCCEEDED'; readonly output: Json }
  | { readonly status: 'FAILED' | 'TIMED_OUT' | 'ABORTED'; readonly error: string; readonly cause: string };

/** `arn:aws:states:::lambda:invoke` and its like, whose result is wrapped; a bare function ARN gives the payload itself. */
const wrappedInvoke = /^arn:[\w-]+:states:::lambda:invoke$/;
const functionArn = /^arn:[\w-]+:lambda:/;
/** Longest timer there is; AWS waits for 99,999,999 s where a task names no timeout. */
const longestTimeoutSeconds = 2_000_000;

/** Executes a machine to its end. Never rejects for what the machine does: the outcome says it. */
export async function runStateMachine(execution: Execution, ports: MachinePorts): Promise<Outcome> {
  try {
    return { status: 'SUCCEEDED', output: await runFlow(execution, ports) };
  } catch (error) {
    const cause = error instanceof ExecutionError ? error.cause : error;
    if (!(cause instanceof Error)) throw error;
    const status =
      cause.name === 'ExecutionAbortedError' ? 'ABORTED' : cause.name === 'ExecutionTimeoutError' ? 'TIMED_OUT' : 'FAILED';
    return { status, error: cause.name, cause: cause.message };
  }
}

type Handlers = Record<string, (input: Json) => Promise<Json>>;

async function runFlow(execution: Execution, ports: MachinePorts): Promise<Json> {
  const handlers: Handlers = {};
  const definition = prepareFlow(execution.definition, handlers, execution, ports);
  const machine = new StateMachine(asDefinition(definition), { validationOptions: { noValidate: true } });
  const run = machine.run(execution.input, {
    overrides: { taskResourceLocalHandlers: handlers },
    context: {
      Execution: {
        Id: `${execution.machineArn.replace(':stateMachine:', ':execution:')}:${execution.name}`,
        Name: execution.name,
      },
      StateMachine: { Id: execution.machineArn, Name: execution.machineArn.split(':').at(-1) ?? '' },
    },
  });
  if (execution.signal?.aborted) run.abort();
  execution.signal?.addEventListener('abort', run.abort, { once: true });
  try {
    return await run.result;
  } finally {
    execution.signal?.removeEventListener('abort', run.abort);
  }
}

/** Gives every task its local handler, turns Distributed Maps into tasks, scales waits. Names of states are unique in a machine. */
function prepareFlow(flow: Flow, handlers: Handlers, execution: Execution, ports: MachinePorts): Flow {
  const nested = (inner: Flow): Flow => prepareFlow(inner, handlers, execution, ports);
  const prepare = (name: string, state: State): State => {
    if (state.Type === 'Task') {
      handlers[name] = (input) => runTask(state.Resource ?? '', input, ports);
      return state;
    }
    if (isDistributedMap(state)) {
      handlers[name] = (input) =>
        runDistributedMap(name, state, input as JsonObject, {
          files: ports,
          machineArn: execution.machineArn,
          execution: execution.name,
          signal: execution.signal,
          runItem: (itemName, item, processor) =>
            runFlow({ ...execution, definition: processor, name: itemName, input: item }, ports),
        });
      return asDistributedMapTask(state);
    }
    return {
      ...state,
      ...(state.Branches && { Branches: state.Branches.map(nested) }),
      ...(state.ItemProcessor && { ItemProcessor: nested(state.ItemProcessor) }),
    };
  };
  const states = Object.entries(flow.States).map(([name, state]) => [
    name,
    adaptState(prepare(name, state), execution.timeScale ?? 1),
  ]);
  return { ...flow, States: Object.fromEntries(states) as Flow['States'] };
}

/** Evens out where the interpreter differs from AWS (`ResultPath: "$"`, a 60 s default timeout) and scales waits. */
function adaptState(state: State, scale: number): State {
  const { ResultPath, ...rest } = state;
  const untimed = state.Type === 'Task' && state.TimeoutSeconds === undefined && state.TimeoutSecondsPath === undefined;
  return {
    ...rest,
    ...(ResultPath !== undefined && ResultPath !== '$' && { ResultPath }),
    ...(untimed && { TimeoutSeconds: longestTimeoutSeconds }),
    ...(state.Type === 'Wait' && state.Seconds !== undefined && { Seconds: state.Seconds * scale }),
    ...(state.Retry && {
      Retry: state.Retry.map((retrier) => ({
        ...retrier,
        IntervalSeconds: (retrier.IntervalSeconds ?? 1) * scale,
        ...(retrier.MaxDelaySeconds !== undefined && { MaxDelaySeconds: retrier.MaxDelaySeconds * scale }),
      })),
    }),
  };
}

async function runTask(resource: string, input: Json, ports: MachinePorts): Promise<Json> {
  if (functionArn.test(resource)) return ports.invoke(resource, input);
  if (!wrappedInvoke.test(resource)) {
    throw new StateError('States.Runtime', `The local harness cannot run a task of ${resource}: only functions are offered`);
  }
  const { FunctionName, Payload } = input as JsonObject;
  if (typeof FunctionName !== 'string') throw new StateError('States.Runtime', 'A task that invokes a function names none');
  return { ExecutedVersion: '$LATEST', Payload: await ports.invoke(FunctionName, Payload ?? {}), StatusCode: 200 };
}
