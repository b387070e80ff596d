/** The operations the gateway answers itself: AWS JSON protocols, picked by the `x-amz-target` header. */

/** One entry of PutEvents as it came; `Detail` is JSON text. */
export interface PutEvent {
  readonly Source?: string;
  readonly DetailType?: string;
  readonly Detail?: string;
  readonly EventBusName?: string;
  readonly Resources?: readonly string[];
}

/** What the operations read and write. */
export interface Targets {
  readonly events: PutEvent[];
  readonly secrets: ReadonlyMap<string, string>;
  /** Input by execution ARN. */
  readonly executions: Map<string, string>;
  readonly startExecution: (execution: {
    readonly stateMachineArn: string;
    readonly name: string;
    readonly input: string;
  }) => void | Promise<void>;
}

/** An error with the code that AWS uses for it; the SDK throws it under that name. */
export class AwsError extends Error {
  override readonly name = 'AwsError';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** Answers one operation, or throws `AwsError`. */
export async function answerJson(target: string, input: Readonly<Record<string, unknown>>, targets: Targets): Promise<unknown> {
  switch (target) {
    case 'secretsmanager.GetSecretValue':
      return getSecretValue(textOf(input['SecretId'], ''), targets.secrets);
    case 'AWSEvents.PutEvents':
      return putEvents(input['Entries'] as readonly PutEvent[], targets.events);
    case 'AWSStepFunctions.StartExecution':
      return startExecution(input, targets);
    default:
      throw new AwsError('UnknownOperationException', `${target} is not emulated`);
  }
}

function getSecretValue(id: string, secrets: ReadonlyMap<string, string>): unknown {
  const value = secrets.get(id);
  if (value === undefined) throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  const arn = id.startsWith('arn:') ? id : `arn:aws:secretsmanager:us-east-1:000000000000:secret:${id}`;
  return { ARN: arn, Name: id, SecretString: value, VersionId: 'local', VersionStages: ['AWSCURRENT'] };
}

function putEvents(entries: readonly PutEvent[], events: PutEvent[]): unknown {
  const first = events.length;
  events.push(...entries);
  return { FailedEntryCount: 0, Entries: entries.map((_, index) => ({ EventId: `event-${first + index + 1}` })) };
}

/** The same name with the same input is the same execution, with another input an error: as AWS has it for standard workflows. */
async function startExecution(request: Readonly<Record<string, unknown>>, targets: Targets): Promise<unknown> {
  const stateMachineArn = textOf(request['stateMachineArn'], '');
  const input = textOf(request['input'], '{}');
  const name = textOf(request['name'], `execution-${targets.executions.size + 1}`);
  const executionArn = `${stateMachineArn.replace(':stateMachine:', ':execution:')}:${name}`;
  const started = targets.executions.get(executionArn);
  if (started !== undefined && started !== input) {
    throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${executionArn}'`);
  }
  if (started === undefined) {
    targets.executions.set(executionArn, input);
    try {
      await targets.startExecution({ stateMachineArn, name, input });
    } catch (error) {
      // What was refused never existed: its name can be started again.
      targets.executions.delete(executionArn);
      throw error;
    }
  }
  return { executionArn, startDate: Date.now() / 1000 };
}

function textOf(value: unknown, otherwise: string): string {
  return typeof value === 'string' ? value : otherwise;
}
