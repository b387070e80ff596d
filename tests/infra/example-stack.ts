/** The stack of the example configuration, synthesized in this process and without bundling. */
import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { exampleFile, readDeployment, type Deployment } from '../../infra/config.ts';
import { KashfStack } from '../../infra/stack.ts';

const { context } = JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')) as { context: object };

export const example: Deployment = readDeployment(exampleFile);

/** The app and the stack, as `infra/app.ts` makes them but for the rules. */
export function makeStack(deployment: Deployment = example): {
  readonly app: App;
  readonly stack: KashfStack;
  readonly pack: AwsSolutionsChecks;
} {
  const app = new App({ context: { ...context, 'aws:cdk:bundling-stacks': [], 'aws:cdk:enable-path-metadata': true } });
  const stack = new KashfStack(app, 'Kashf', deployment);
  // Writes every acknowledgement beside the resource it is about; the rules themselves are run by nag.test.ts.
  const pack = new AwsSolutionsChecks(app, { writeSuppressionsToCloudFormation: true });
  return { app, stack, pack };
}

export interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}
export type Resources = Readonly<Record<string, Resource>>;

/** All resources of the template, by logical id. */
export function synthesize(deployment: Deployment = example): Resources {
  return (Template.fromStack(makeStack(deployment).stack).toJSON() as { Resources: Resources }).Resources;
}

/** Path of a resource below the scanner, such as `scan/Role`. */
export function pathOf(resource: Resource | undefined): string {
  const path = resource?.Metadata?.['aws:cdk:path'];
  return typeof path === 'string' ? path.replace(/^Kashf\/(Kashf\/)?/, '').replace(/\/Resource$/, '') : 'unknown';
}
