/** Reads a CloudFormation template the way a deployment would: every reference becomes the name or ARN it has on this machine. */

export interface Template {
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>;
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> }>
  >;
}

/** Where the resources would stand. */
export interface Place {
  readonly account: string;
  readonly region: string;
  readonly stack: string;
  /** URL that queues lie under. */
  readonly endpoint: string;
}

export interface DeployedResource {
  readonly id: string;
  readonly type: string;
  /** Name as the service knows it. */
  readonly name: string;
  readonly arn: string;
  /** What `Ref` gives: a name, an ARN or, for a queue, its URL. */
  readonly ref: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

type Value = unknown;
type Bag = Readonly<Record<string, Value>>;

/** Resolves every resource. Throws for a function of the template language that it does not know. */
export function resolveTemplate(template: Template, place: Place): readonly DeployedResource[] {
  const identities = new Map(
    Object.entries(template.Resources).map(([id, { Type, Properties }]) => [id, identify(id, Type, Properties ?? {}, place)]),
  );
  const resolve = makeResolver(template, identities, place);
  return Object.entries(template.Resources).map(([id, { Type, Properties }]) => {
    const { name, arn, ref } = identities.get(id) as Identity;
    return { id, type: Type, name, arn, ref, properties: resolve(Properties ?? {}) as Bag };
  });
}

interface Identity {
  readonly name: string;
  readonly arn: string;
  /** What `Ref` gives. */
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** How a type of resource is named: ARN after `arn:aws:`, and what `Ref` gives. */
const kinds: Readonly<Record<string, { readonly nameKey?: string; readonly arn: string; readonly ref?: 'arn' | 'url' }>> = {
  'AWS::DynamoDB::Table': { nameKey: 'TableName', arn: 'dynamodb:{region}:{account}:table/{name}' },
  'AWS::S3::Bucket': { nameKey: 'BucketName', arn: 's3:::{name}' },
  'AWS::SQS::Queue': { nameKey: 'QueueName', arn: 'sqs:{region}:{account}:{name}', ref: 'url' },
  'AWS::SNS::Topic': { nameKey: 'TopicName', arn: 'sns:{region}:{account}:{name}', ref: 'arn' },
  'AWS::SecretsManager::Secret': { nameKey: 'Name', arn: 'secretsmanager:{region}:{account}:secret:{name}', ref: 'arn' },
  'AWS::Lambda::Function': { nameKey: 'FunctionName', arn: 'lambda:{region}:{account}:function:{name}' },
  'AWS::StepFunctions::StateMachine': {
    nameKey: 'StateMachineName',
    arn: 'states:{region}:{account}:stateMachine:{name}',
    ref: 'arn',
  },
  'AWS::Events::EventBus': { nameKey: 'Name', arn: 'events:{region}:{account}:event-bus/{name}' },
  'AWS::Events::Rule': { nameKey: 'Name', arn: 'events:{region}:{account}:rule/{name}' },
  'AWS::Logs::LogGroup': { nameKey: 'LogGroupName', arn: 'logs:{region}:{account}:log-group:{name}:*' },
  'AWS::IAM::Role': { nameKey: 'RoleName', arn: 'iam::{account}:role/{name}' },
  'AWS::IAM::ManagedPolicy': { nameKey: 'ManagedPolicyName', arn: 'iam::{account}:policy/{name}', ref: 'arn' },
  'AWS::KMS::Key': { arn: 'kms:{region}:{account}:key/{name}' },
  'AWS::Cognito::UserPool': { arn: 'cognito-idp:{region}:{account}:userpool/{name}' },
};

function identify(id: string, type: string, properties: Bag, place: Place): Identity {
  const kind = kinds[type];
  const given = kind?.nameKey ? properties[kind.nameKey] : undefined;
  const made = `${place.stack}-${id}`.slice(-63).replace(/^-/, '');
  // S3 takes small letters only; SQS wants `.fifo` kept, which nothing here uses.
  const name = typeof given === 'string' ? given : type === 'AWS::S3::Bucket' ? made.toLowerCase() : made;
  const parts: Readonly<Record<string, string>> = { ...place, name };
  const arn = `arn:aws:${(kind?.arn ?? `local:{region}:{account}:${id}`).replaceAll(/\{(\w+)\}/g, (_, key: string) => parts[key] ?? '')}`;
  const url = `${place.endpoint}/${place.account}/${name}`;
  const issuer = `https://cognito-idp.${place.region}.amazonaws.com/${name}`;
  return {
    name,
    arn,
    ref: kind?.ref === 'arn' ? arn : kind?.ref === 'url' ? url : name,
    attributes: {
      Arn: arn,
      Name: name,
      QueueName: name,
      QueueUrl: url,
      TopicName: name,
      TopicArn: arn,
      ProviderURL: issuer,
      Id: name,
    },
  };
}

function makeResolver(template: Template, identities: ReadonlyMap<string, Identity>, place: Place): (value: Value) => Value {
  const pseudo: Bag = {
    'AWS::AccountId': place.account,
    'AWS::Region': place.region,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
    'AWS::StackName': place.stack,
    'AWS::StackId': `arn:aws:cloudformation:${place.region}:${place.account}:stack/${place.stack}/local`,
    'AWS::NoValue': undefined,
  };
  const refer = (name: string): Value =>
    name in pseudo ? pseudo[name] : (identities.get(name)?.ref ?? template.Parameters?.[name]?.Default ?? name);
  const attribute = (id: string, key: string): string => identities.get(id)?.attributes[key] ?? `${id}.${key}`;
  const functions: Readonly<Record<string, (argument: Value) => Value>> = {
    Ref: (name) => refer(name as string),
    'Fn::GetAtt': (path) => {
      const [id = '', key = ''] = Array.isArray(path) ? (path as string[]) : (path as string).split(/\.(.*)/);
      return attribute(id, key);
    },
    'Fn::Join': (argument) => {
      const [separator, list] = argument as [string, Value];
      return (resolve(list) as string[]).join(separator);
    },
    'Fn::Split': (argument) => {
      const [separator, text] = argument as [string, Value];
      return (resolve(text) as string).split(separator);
    },
    'Fn::Select': (argument) => {
      const [index, list] = argument as [number | string, Value];
      return (resolve(list) as Value[])[Number(index)];
    },
    'Fn::Sub': (argument) => {
      const [text, values] = Array.isArray(argument) ? (argument as [string, Bag]) : [argument as string, {}];
      return text.replaceAll(/\$\{([^}!]+)\}/g, (_, name: string) => {
        if (name in values) return String(resolve(values[name]));
        const [id = '', key] = name.split('.');
        return key === undefined ? String(refer(name)) : attribute(id, key);
      });
    },
  };
  const resolve = (value: Value): Value => {
    if (Array.isArray(value)) return value.map(resolve).filter((item) => item !== undefined);
    if (typeof value !== 'object' || value === null) return value;
    const [first, ...others] = Object.entries(value);
    if (first && others.length === 0 && (first[0] === 'Ref' || first[0].startsWith('Fn::'))) {
      const known = functions[first[0]];
      if (!known) throw new Error(`Cannot deploy the template here: ${first[0]} is not offered`);
      return known(first[1]);
    }
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]));
  };
  return resolve;
}
