/**
 * Makes the template and the bundles that CDK would deploy, without an account. As a program:
 * `node local/synthesize.ts <folder>` with the deployment as JSON on standard input.
 */
import { readFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { App } from 'aws-cdk-lib';
import type { Deployment } from '../infra/config.ts';
import { KashfStack } from '../infra/stack.ts';
import { stackName } from './synthesized.ts';

/** Synthesizes into `folder`; returns the name of the template. Without `bundle` the functions have no code: enough to look at the template. */
export function synthesize(deployment: Deployment, folder: string, bundle = true): string {
  const settings = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')) as {
    context: Record<string, unknown>;
  };
  const context = { ...settings.context, ...(!bundle && { 'aws:cdk:bundling-stacks': [] }) };
  const app = new App({ outdir: folder, context, analyticsReporting: false });
  const stack = new KashfStack(app, stackName, deployment);
  app.synth();
  return stack.templateFile;
}

if (import.meta.main) synthesize(JSON.parse(await text(process.stdin)) as Deployment, process.argv[2] ?? 'cdk.out');
