/** What a bucket says of itself, in front of an S3 emulator that does not know: posture, and objects that refuse to be read. */

/** Questions about a bucket, as S3 names them in the query. */
export const bucketQuestions = [
  'location',
  'encryption',
  'publicAccessBlock',
  'policyStatus',
  'acl',
  'versioning',
  'logging',
  'lifecycle',
] as const;
export type BucketQuestion = (typeof bucketQuestions)[number];

/** A key that is left out is a question that goes unanswered (`NotImplemented`). */
export interface BucketDescription {
  readonly region?: string;
  readonly encryption?: 'none' | 'service-key' | 'customer-key';
  /** How open the bucket is: blocked by its public access block, private without one, open by its policy or by its ACL. */
  readonly access?: 'blocked' | 'private' | 'public-policy' | 'public-acl';
  readonly versioning?: boolean;
  readonly logging?: boolean;
  /** Days of a rule that removes every object; null = no rule. */
  readonly expiresAfterDays?: number | null;
  /** Questions that are answered with AccessDenied. */
  readonly denied?: readonly BucketQuestion[];
  /** Objects that are not plainly there, by key. */
  readonly objects?: Readonly<Record<string, ObjectFault>>;
}

export interface ObjectFault {
  /** Shown in listings; an archived class also refuses to be read. */
  readonly storageClass?: string;
  /** S3's error to every read: code, HTTP status, and its message (that of the code if left out). */
  readonly error?: { readonly code: string; readonly status: number; readonly message?: string };
}

export interface S3Operation {
  readonly method: string;
  /** '' for an operation on the bucket. */
  readonly key: string;
  readonly query: URLSearchParams;
}

export interface S3Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Answers = { readonly [Q in BucketQuestion]: (description: BucketDescription) => S3Answer | null };

/** Answers a question about the bucket; null = the operation is none, the emulator behind shall answer. */
export function answerBucket(operation: S3Operation, description: BucketDescription | undefined): S3Answer | null {
  if (operation.method !== 'GET' || operation.key !== '') return null;
  const question = bucketQuestions.find((name) => operation.query.has(name));
  if (!question) return null;
  if (description?.denied?.includes(question)) return error(403, 'AccessDenied');
  return (description && answers[question](description)) ?? error(501, 'NotImplemented');
}

/** The error that reading this object gives; null = none. */
export function faultOf(operation: S3Operation, description: BucketDescription | undefined): S3Answer | null {
  if (operation.method !== 'GET' && operation.method !== 'HEAD') return null;
  const fault = operation.key === '' ? undefined : description?.objects?.[operation.key];
  if (fault?.error) return error(fault.error.status, fault.error.code, fault.error.message);
  if (fault?.storageClass === 'GLACIER' || fault?.storageClass === 'DEEP_ARCHIVE') return error(403, 'InvalidObjectState');
  return null;
}

/** Puts the described storage classes into a listing (ListObjectsV2, XML). */
export function withStorageClasses(listing: string, description: BucketDescription): string {
  return listing.replace(/<Contents><Key>([^<]*)<\/Key>.*?<\/Contents>/gs, (entry, key: string) => {
    const storageClass = description.objects?.[unescapeXml(key)]?.storageClass;
    return storageClass ? entry.replace(/<StorageClass>[^<]*/, `<StorageClass>${storageClass}`) : entry;
  });
}

const answers: Answers = {
  location: ({ region }) => (region ? element('LocationConstraint', region === 'us-east-1' ? '' : region) : null),
  encryption: ({ encryption }) => {
    if (encryption === undefined) return null;
    if (encryption === 'none') return error(404, 'ServerSideEncryptionConfigurationNotFoundError');
    const key = '<KMSMasterKeyID>arn:aws:kms:us-east-1:000000000000:key/local</KMSMasterKeyID>';
    const rule =
      encryption === 'customer-key' ? `<SSEAlgorithm>aws:kms</SSEAlgorithm>${key}` : '<SSEAlgorithm>AES256</SSEAlgorithm>';
    const byDefault = `<ApplyServerSideEncryptionByDefault>${rule}</ApplyServerSideEncryptionByDefault>`;
    return element('ServerSideEncryptionConfiguration', `<Rule>${byDefault}</Rule>`);
  },
  publicAccessBlock: ({ access }) => {
    if (access === undefined) return null;
    if (access !== 'blocked') return error(404, 'NoSuchPublicAccessBlockConfiguration');
    const names = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets'];
    return element('PublicAccessBlockConfiguration', names.map((name) => `<${name}>true</${name}>`).join(''));
  },
  policyStatus: ({ access }) => {
    if (access === undefined) return null;
    if (access !== 'public-policy') return error(404, 'NoSuchBucketPolicy');
    return element('PolicyStatus', '<IsPublic>true</IsPublic>');
  },
  acl: ({ access }) => {
    if (access === undefined) return null;
    const owner = '<Owner><ID>owner</ID></Owner>';
    const everyone =
      access === 'public-acl' ? grant('Group', '<URI>http://acs.amazonaws.com/groups/global/AllUsers</URI>', 'READ') : '';
    const grants = grant('CanonicalUser', '<ID>owner</ID>', 'FULL_CONTROL') + everyone;
    return element('AccessControlPolicy', `${owner}<AccessControlList>${grants}</AccessControlList>`);
  },
  versioning: ({ versioning }) =>
    versioning === undefined ? null : element('VersioningConfiguration', versioning ? '<Status>Enabled</Status>' : ''),
  logging: ({ logging }) => {
    if (logging === undefined) return null;
    const enabled = '<LoggingEnabled><TargetBucket>logs</TargetBucket><TargetPrefix></TargetPrefix></LoggingEnabled>';
    return element('BucketLoggingStatus', logging ? enabled : '');
  },
  lifecycle: ({ expiresAfterDays }) => {
    if (expiresAfterDays === undefined) return null;
    if (expiresAfterDays === null) return error(404, 'NoSuchLifecycleConfiguration');
    const rule = `<ID>expire</ID><Filter><Prefix></Prefix></Filter><Status>Enabled</Status><Expiration><Days>${expiresAfterDays}</Days></Expiration>`;
    return element('LifecycleConfiguration', `<Rule>${rule}</Rule>`);
  },
};

function element(name: string, body: string): S3Answer {
  const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';
  return { status: 200, body: `<?xml version="1.0" encoding="UTF-8"?><${name} xmlns="${namespace}">${body}</${name}>` };
}

function grant(type: string, grantee: string, permission: string): string {
  const schema = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  return `<Grant><Grantee ${schema} xsi:type="${type}">${grantee}</Grantee><Permission>${permission}</Permission></Grant>`;
}

function error(status: number, code: string, message = code): S3Answer {
  return {
    status,
    body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`,
  };
}

function unescapeXml(text: string): string {
  const names: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => names[name] ?? '');
}
