/** Targets as a person types them, and the sources behind them. */
import type { Confidence } from '../detectors/contract.ts';
import { configurationSchema, type Configuration, type Target } from '../functions/configuration.ts';
import type { Choices } from '../law/choices.ts';
import type { OpenSource } from '../functions/ports.ts';
import { SourceError, type Source } from '../sources/contract.ts';
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
