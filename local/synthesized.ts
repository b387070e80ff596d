/** What a synthesis left in its folder: the template, and where each bundle lies. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Deployment } from '../infra/config.ts';
import type { Template } from './template.ts';

export const stackName = 'Kashf';

export interface Synthesized {
  readonly template: Template;
  /** Folder of a bundle, by the key it would have in the bootstrap bucket. */
  folderOf(assetKey: string): string;
}

interface AssetManifest {
  readonly files: Readonly<Record<string, { readonly source: { readonly path: string } }>>;
}

export function readSynthesized(folder: string): Synthesized {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const { files } = read(`${stackName}.assets.json`) as AssetManifest;
  return {
    template: read(`${stackName}.template.json`) as Template,
    folderOf(assetKey) {
      const path = files[assetKey.replace(/\.zip$/, '')]?.source.path;
      if (path === undefined) throw new Error(`Cannot find the bundle ${assetKey} in ${folder}`);
      return join(folder, path);
    },
  };
}

/** Synthesizes in a process of its own, so that this one stays free; CDK's progress is shown only where it fails. */
export async function synthesizeApart(deployment: Deployment, folder: string): Promise<Synthesized> {
  const program = fileURLToPath(new URL('./synthesize.ts', import.meta.url));
  const child = spawn(process.execPath, [program, folder], { stdio: ['pipe', 'pipe', 'pipe'] });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => output.push(part));
  child.stdin.end(JSON.stringify(deployment));
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error(`Cannot synthesize the stack:\n${output.join('').slice(-4000)}`);
  return readSynthesized(folder);
}
