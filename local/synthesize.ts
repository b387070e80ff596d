/** Makes the template and the bundles that CDK would deploy, in this process and without an account. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type { Deployment } from '../infra/config.ts';
import { KashfStack } from '../infra/stack.ts';
import type { Template } from './template.ts';

export interface Synthesized {
  readonly stack: string;
  readonly template: Template;
  /** Folder of a bundle, by the key it would have in the bootstrap bucket. */
  folderOf(assetKey: string): string;
}

interface AssetManifest {
  readonly files: Readonly<Record<string, { readonly source: { readonly path: string } }>>;
}

const stackName = 'Kashf';

/** Synthesizes into `folder`. Without `bundle` the functions have no code: enough to look at the template. */
export function synthesize(deployment: Deployment, folder: string, bundle = true): Synthesized {
  const settings = JSON.parse(readFileSync(new URL('../cdk.json', import.meta.url), 'utf8')) as {
    context: Record<string, unknown>;
  };
  const context = { ...settings.context, ...(!bundle && { 'aws:cdk:bundling-stacks': [] }) };
  const app = new App({ outdir: folder, context, analyticsReporting: false });
  const stack = new KashfStack(app, stackName, deployment);
  app.synth();
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const { files } = read(`${stack.artifactId}.assets.json`) as AssetManifest;
  return {
    stack: stackName,
    template: read(stack.templateFile) as Template,
    folderOf(assetKey) {
      const path = files[assetKey.replace(/\.zip$/, '')]?.source.path;
      if (path === undefined) throw new Error(`Cannot find the bundle ${assetKey} in ${folder}`);
      return join(folder, path);
    },
  };
}
