/**
 * What may be said of an error. Messages of drivers and SDKs can quote the data they failed on, so only those of our own
 * classes are passed on; of any other error we say its name, its code and where in our code it came up.
 */

/** Classes whose messages are written by us: what, where, what to do, never a value. */
const ownErrors: ReadonlySet<string> = new Set(['SourceError', 'Conflict', 'ChannelError']);
const maxFrames = 8;

export interface FailureDescription {
  readonly name: string;
  /** Error code of the system or the service; null = none. */
  readonly code: string | null;
  /** HTTP status of an AWS answer; null = none. */
  readonly status: number | null;
  /** Id under which AWS support finds the call; null = none. */
  readonly requestId: string | null;
  readonly message: string | null;
  readonly frames: readonly string[];
  readonly cause: string | null;
}

export function describeFailure(error: unknown): FailureDescription {
  const { code, $metadata, cause } = (error ?? {}) as {
    code?: unknown;
    $metadata?: { httpStatusCode?: number; requestId?: string };
    cause?: unknown;
  };
  return {
    name: nameOf(error),
    code: typeof code === 'string' ? code : null,
    status: $metadata?.httpStatusCode ?? null,
    requestId: $metadata?.requestId ?? null,
    message: error instanceof Error && ownErrors.has(error.name) ? error.message : null,
    frames: error instanceof Error ? framesOf(error) : [],
    cause: cause === undefined ? null : nameOf(cause),
  };
}

/**
 * The error that may leave a function: Lambda logs it, Step Functions keeps it in its history and matches its name.
 * It has the name of the original, and its message only where that is ours.
 */
export function concealFailure(error: unknown): Error {
  const { name, code, message } = describeFailure(error);
  const concealed = new Error(
    message ?? `Ended by ${code === null ? name : `${name} (${code})`}; the log line of this invocation says where`,
  );
  concealed.name = name;
  concealed.stack = `${name}: ${concealed.message}`;
  return concealed;
}

/** Errors of the way to a service, and names AWS gives to overload. */
const transientCodes: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
]);
const overload = /Throttl|TooManyRequests|RequestLimitExceeded|ThroughputExceeded|SlowDown|TimeoutError/;

/** True if the same call may well succeed a little later. */
export function isTransient(error: unknown): boolean {
  const { code, status, name } = describeFailure(error);
  return transientCodes.has(code) || (status ?? 0) >= 500 || overload.test(name);
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** The lines of the stack that follow the message; none where the message cannot be cut off. */
function framesOf(error: Error): readonly string[] {
  const stack = error.stack ?? '';
  const start = stack.indexOf(error.message);
  if (start < 0) return [];
  return stack
    .slice(start + error.message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, maxFrames);
}
