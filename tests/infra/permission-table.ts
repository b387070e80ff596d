/** Every permission of every role, from the template, as one text that a person can review. */
import { wildcardReasons } from '../../infra/acknowledgements.ts';
import { pathOf, type Resource, type Resources } from './example-stack.ts';

interface Statement {
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Effect: string;
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const logGroupReason =
  'The ARN that CloudFormation gives for a log group ends in `:*`: its own streams, whose names are made at run time.';
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** One block a role: its actions by service, then `on` the resources, `if` the conditions, `because` for every `*`. */
export function printPermissions(resources: Resources): string {
  const roles = Object.entries(resources).filter(([, { Type }]) => Type === 'AWS::IAM::Role');
  const blocks = roles.map(([id, role]) => [pathOf(role).replace(/\/Role$/, ''), ...printRole(id, role, resources)].join('\n'));
  return `${blocks.toSorted().join('\n\n')}\n`;
}

function printRole(id: string, role: Resource, resources: Resources): readonly string[] {
  const managed = listOf(role.Properties['ManagedPolicyArns'] ?? []).map((arn) => (arn as { Ref: string }).Ref);
  const inline = Object.entries(resources).flatMap(([policyId, { Type, Properties }]) =>
    Type === 'AWS::IAM::Policy' && listOf(Properties['Roles']).some((one) => (one as { Ref?: string }).Ref === id)
      ? [policyId]
      : [],
  );
  if (role.Properties['Policies']) throw new Error(`${id} has policies inside the role, which this table does not show`);
  const blocks = [...inline, ...managed].flatMap((policyId) => printPolicy(resources[policyId] as Resource, resources));
  return [`  assumed by ${printPrincipal(role)}`, ...blocks.toSorted()];
}

function printPrincipal(role: Resource): string {
  const { Statement: statements } = role.Properties['AssumeRolePolicyDocument'] as {
    Statement: { Principal: { Service: string } }[];
  };
  return statements.map(({ Principal }) => Principal.Service).join(' ');
}

function printPolicy(policy: Resource, resources: Resources): readonly string[] {
  const { Statement: statements } = policy.Properties['PolicyDocument'] as { Statement: readonly Statement[] };
  return statements.map((statement) => {
    const reasons = listOf(statement.Resource).flatMap((one) => reasonFor(one, policy, resources));
    return [
      `  ${printActions(statement)}`,
      ...listOf(statement.Resource).map((one) => `    on ${printValue(one, resources)}`),
      ...Object.entries(statement.Condition ?? {}).map(
        ([operator, keys]) => `    if ${operator} ${printConditions(keys, resources)}`,
      ),
      ...[...new Set(reasons)].map((reason) => `    because ${reason}`),
    ].join('\n');
  });
}

function printActions({ Action, Effect }: Statement): string {
  if (Effect !== 'Allow') throw new Error(`The table shows what is allowed, not ${Effect}`);
  const services = Map.groupBy(listOf(Action) as readonly string[], (action) => action.split(':')[0]);
  return [...services].map(([service, actions]) => `${service}: ${actions.map((one) => one.split(':')[1]).join(' ')}`).join('; ');
}

function printConditions(keys: Readonly<Record<string, unknown>>, resources: Resources): string {
  const print = ([key, value]: [string, unknown]) =>
    `${key} = ${listOf(value)
      .map((one) => printValue(one, resources))
      .join(' | ')}`;
  return Object.entries(keys).map(print).join(', ');
}

/** A reference becomes the path of what it refers to; pseudo parameters keep their short name. */
function printValue(value: unknown, resources: Resources): string {
  if (typeof value === 'string') return value;
  const {
    Ref,
    'Fn::GetAtt': attribute,
    'Fn::Join': join,
  } = value as { Ref?: string; 'Fn::GetAtt'?: [string, string]; 'Fn::Join'?: [string, unknown[]] };
  if (Ref !== undefined) return `<${Ref.startsWith('AWS::') ? Ref.slice(5).toLowerCase() : pathOf(resources[Ref])}>`;
  if (attribute)
    return attribute[1] === 'Arn'
      ? `<${pathOf(resources[attribute[0]])}>`
      : `<${pathOf(resources[attribute[0]])} ${attribute[1]}>`;
  if (join) return join[1].map((part) => printValue(part, resources)).join(join[0]);
  throw new Error(`Cannot print the resource ${JSON.stringify(value)}`);
}

/** The written reason for a `*`: that of the acknowledgement for this very resource. Throws where there is none. */
function reasonFor(value: unknown, policy: Resource, resources: Resources): readonly string[] {
  const attribute = (value as { 'Fn::GetAtt'?: [string, string] })['Fn::GetAtt'];
  if (attribute && resources[attribute[0]]?.Type === 'AWS::Logs::LogGroup') return [logGroupReason];
  if (!printValue(value, resources).includes('*')) return [];
  const { rules_to_suppress: rules = [] } = (policy.Metadata?.['cdk_nag'] ?? {}) as {
    rules_to_suppress?: { id: string; reason: string }[];
  };
  const rule = rules.find(({ id }) => id === `AwsSolutions-IAM5[Resource::${flatten(value)}]`);
  if (!rule) throw new Error(`${pathOf(policy)}: ${printValue(value, resources)} has no written reason`);
  if (!Object.values<string>(wildcardReasons).includes(rule.reason))
    throw new Error(`"${rule.reason}" is not in infra/acknowledgements.ts`);
  return [rule.reason];
}

/** A resource as cdk-nag writes it in the id of a finding. */
function flatten(value: unknown): string {
  if (typeof value === 'string') return value;
  const {
    Ref,
    'Fn::GetAtt': attribute,
    'Fn::Join': join,
  } = value as { Ref?: string; 'Fn::GetAtt'?: [string, string]; 'Fn::Join'?: [string, unknown[]] };
  if (Ref !== undefined) return `<${Ref}>`;
  if (attribute) return `<${attribute.join('.')}>`;
  return join ? join[1].map(flatten).join(join[0]) : JSON.stringify(value);
}
