/** The shapes of the Amazon States Language that the local harness itself acts on; ordinary states stay with the interpreter. */
import type { StateMachine, StateMachineDefinition } from 'aws-local-stepfunctions';

export type Json = Parameters<StateMachine['run']>[0];
export type JsonObject = { readonly [key: string]: Json };

/** A flow of states: a whole machine, a branch or an item processor. */
export interface Flow {
  readonly StartAt: string;
  readonly TimeoutSeconds?: number;
  readonly States: Readonly<Record<string, State>>;
}

interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly IntervalSeconds?: number;
  readonly MaxDelaySeconds?: number;
  readonly MaxAttempts?: number;
  readonly BackoffRate?: number;
}

/** Any state; the keys of a type are only there on that type. */
export interface State {
  readonly Type: string;
  readonly Resource?: string;
  readonly Parameters?: Json;
  readonly ResultPath?: string | null;
  readonly TimeoutSeconds?: number;
  readonly TimeoutSecondsPath?: string;
  readonly Retry?: readonly Retrier[];
  readonly Seconds?: number;
  readonly Branches?: readonly Flow[];
  readonly ItemProcessor?: Flow & { readonly ProcessorConfig?: { readonly Mode?: string; readonly ExecutionType?: string } };
  readonly [key: string]: unknown;
}

/** An error of a state, by the name that `Retry` and `Catch` know it by. */
export class StateError extends Error {
  override readonly name: string;
  constructor(name: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = name;
  }
}

/** The interpreter's own type has closed unions for each state; a synthesized template is checked when it runs instead. */
export function asDefinition(flow: Flow): StateMachineDefinition {
  return flow as unknown as StateMachineDefinition;
}
