/** Targets as a person types them, and the sources behind them. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Confidence } from '../detectors/contract.ts';
import type { ObjectRef, Store } from '../findings/store.ts';
import { configurationSchema, type Configuration, type Target } from '../functions/configuration.ts';
import type { Choices } from '../law/choices.ts';
import type { OpenSource } from '../functions/ports.ts';
import { SourceError, type Content, type Source, type Unreadable } from '../sources/contract.ts';
import { filePath } from '../sources/file-uri.ts';
import { sourceFor } from '../sources/open-source.ts';
import type { ParsedTarget } from '../sources/options.ts';
import { parseTarget } from '../sources/target.ts';

export interface OpenedTargets {
  readonly targets: readonly ParsedTarget[];
  readonly openSource: OpenSource;
  close(): Promise<void>;
}

/** Reads the targets and stands ready to open them, with the credentials each one named. Throws `SourceError` for one it cannot read. */
export function openTargets(texts: readonly string[]): OpenedTargets {
  const targets = texts.map(parseTarget);
  const sources = new Map<string, Source>();
  return {
    targets,
    openSource: ({ uri }) => {
      const known =
        sources.get(uri) ??
        sourceFor(
          uri,
          targets.find((target) => target.uri === uri),
        );
      sources.set(uri, known);
      return known;
    },
    close: async () => {
      await Promise.all([...sources.values()].map((source) => source.close()));
    },
  };
}

/** What a deployment's configuration would say of the same targets. */
export function configureTargets(
  { targets }: OpenedTargets,
  options: {
    readonly state?: string;
    readonly sampleRows?: number;
    readonly ocr: boolean;
    readonly minConfidence: Confidence;
    readonly choice: Choices;
  },
): Configuration {
  const place = (uri: string): Target => (options.state === undefined ? { uri } : { uri, state: options.state });
  const configuration = configurationSchema.safeParse({
    targets: targets.map(({ uri }) => place(uri)),
    sampleRows: options.sampleRows ?? null,
    ocr: options.ocr,
    minConfidence: options.minConfidence,
    choices: options.choice,
  });
  if (configuration.success) return configuration.data;
  throw new SourceError('usage', `Cannot scan: ${configuration.error.issues[0]?.message ?? 'the targets are wrong'}`);
}

export interface FoundFile {
  /** As a person would write it: the path given, then the name below it. */
  readonly path: string;
  readonly store: Store;
  readonly found: ObjectRef | Unreadable;
}

/** Lists every file at or below a path. Throws `SourceError` where there is none. */
export async function* findFiles(path: string): AsyncIterable<FoundFile> {
  const { uri, scheme } = parseTarget(path);
  if (scheme !== 'file') throw new SourceError('usage', `detect reads files and folders; for ${uri} use kashf scan`);
  const source = sourceFor(uri);
  for await (const store of source.stores(uri)) {
    const isFile = statSync(filePath(store.uri)).isFile();
    for await (const found of source.objects(store)) {
      const name = 'reason' in found ? (found.object?.name ?? '') : found.name;
      yield { path: isFile ? path : join(path, name), store, found };
    }
  }
}

/** Opens a file that was found. */
export async function openFound({ store, found }: FoundFile): Promise<Content | Unreadable> {
  if ('reason' in found) return found;
  return sourceFor(store.uri).open(store, found, { rows: null, seed: 0 });
}

/** Standard input, which comes once and has no name. */
export const standardInput: Content = {
  kind: 'bytes',
  source: { name: '', size: null, isSequential: true, stream: () => process.stdin as AsyncIterable<Uint8Array> },
};
