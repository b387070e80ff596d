/** What S3's refusals mean for an object, as skip reasons. */
import type { SkipReason } from '../readers/contract.ts';
import { SourceError, UnreadableError } from './contract.ts';

/** A reason with its words. */
export interface Refusal {
  readonly reason: SkipReason;
  readonly detail: string;
}

/** An error of the AWS SDK: its name is the service's code, or that of the failed connection. */
export interface AwsFailure {
  readonly name: string;
  readonly message: string;
  readonly status: number | null;
}

/** Takes an error of the AWS SDK apart. */
export function failureOf(error: unknown): AwsFailure {
  const { name = 'UnknownError', message = '', code, $metadata } = error as Partial<AwsError>;
  return { name: name === 'Error' ? (code ?? name) : name, message, status: $metadata?.httpStatusCode ?? null };
}

interface AwsError {
  readonly name: string;
  readonly message: string;
  readonly code: string;
  readonly $metadata: { readonly httpStatusCode?: number };
}

const refusals: Readonly<Record<string, Refusal>> = {
  PreconditionFailed: { reason: 'OBJECT_VERSION_MISMATCH', detail: 'changed since it was listed' },
  NoSuchKey: { reason: 'SOURCE_OBJECT_NO_LONGER_AVAILABLE', detail: 'no longer there' },
  NoSuchVersion: { reason: 'SOURCE_OBJECT_NO_LONGER_AVAILABLE', detail: 'no longer there' },
  MethodNotAllowed: { reason: 'SOURCE_OBJECT_NO_LONGER_AVAILABLE', detail: 'deleted, only a marker is left' },
  NoSuchBucket: { reason: 'NO_SUCH_BUCKET_AVAILABLE', detail: 'the bucket is no longer there' },
  InvalidObjectState: { reason: 'INVALID_OBJECT_STATE', detail: 'archived; restore it to have it read' },
  AccessDenied: { reason: 'PERMISSION_DENIED', detail: 'the role may not read it; grant s3:GetObject' },
};

/** The reason why S3 does not give an object; null where the error says nothing of the object. */
export function refusalOf(error: unknown): Refusal | null {
  const { name, message, status } = failureOf(error);
  if (name.startsWith('KMS.') || /^(KMS|Disabled|NotFound|KeyUnavailable).*Exception$/.test(name)) {
    return { reason: 'INVALID_KMS_KEY', detail: 'its KMS key is disabled, deleted or cannot be reached' };
  }
  if (name === 'AccessDenied' && message.includes('kms:')) {
    return { reason: 'INVALID_KMS_KEY', detail: 'the role may not use its KMS key; grant kms:Decrypt' };
  }
  // S3 has no code of its own for an object under a key that only its owner has (SSE-C).
  if (name === 'InvalidRequest' && /server.side encryption/i.test(message)) {
    return { reason: 'INVALID_ENCRYPTION', detail: 'encrypted with a key that only its owner has (SSE-C)' };
  }
  return refusals[name] ?? (status === null ? null : (refusals[statusNames[status] ?? ''] ?? null));
}

const statusNames: Readonly<Record<number, string>> = { 403: 'AccessDenied', 404: 'NoSuchKey', 412: 'PreconditionFailed' };

/** The error that a stream ends with: `UnreadableError` where S3 refused the object, else `SourceError`. */
export function streamError(error: unknown): UnreadableError | SourceError {
  const refusal = refusalOf(error);
  if (refusal) return new UnreadableError(refusal.reason, refusal.detail, { cause: error });
  return new SourceError('unavailable', `S3 broke off: ${failureOf(error).name}`, { cause: error });
}
