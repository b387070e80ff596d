/** The functions of the template, ready to be called: bundle, environment, timeout and memory as written there. */
import type { Gateway } from './emulators/gateway.ts';
import { makeFunction, type LocalFunction } from './function.ts';
import type { Synthesized } from './synthesized.ts';
import type { DeployedResource } from './template.ts';

export interface FunctionOptions {
  readonly synthesized: Synthesized;
  readonly region: string;
  /** Threads for each function. */
  readonly concurrency?: number;
  /** Everything the functions write. */
  readonly onOutput?: (functionName: string, text: string) => void;
}

export interface NamedFunction {
  /** Folder in `functions/`. */
  readonly name: string;
  readonly function: LocalFunction;
}

/** Every function of the template by its ARN, with the template's bundle, environment, timeout and memory. */
export function deployFunctions(
  resources: readonly DeployedResource[],
  gateway: Gateway,
  options: FunctionOptions,
): ReadonlyMap<string, NamedFunction> {
  const found = resources.filter(({ type }) => type === 'AWS::Lambda::Function');
  return new Map(
    found.map(({ arn, name: functionName, properties }) => {
      const { Code, Handler, Environment, Timeout, MemorySize, Description } = properties as unknown as FunctionProperties;
      const folder = options.synthesized.folderOf(Code.S3Key);
      const memoryMb = MemorySize ?? 128;
      const name = Description?.split(': ').at(-1) ?? functionName;
      const made = makeFunction({
        folder,
        handler: Handler,
        functionName,
        functionArn: arn,
        memoryMb,
        timeoutSeconds: Timeout ?? 3,
        concurrency: options.concurrency ?? 2,
        environment: {
          ...runtimeEnvironment(functionName, Handler, folder, memoryMb),
          ...gateway.environment,
          AWS_REGION: options.region,
          AWS_DEFAULT_REGION: options.region,
          ...Environment?.Variables,
        },
        onOutput: (text) => options.onOutput?.(name, text),
      });
      return [arn, { name, function: made }] as const;
    }),
  );
}

interface FunctionProperties {
  readonly Code: { readonly S3Key: string };
  readonly Handler: string;
  readonly Description?: string;
  readonly Environment?: { readonly Variables?: Readonly<Record<string, string>> };
  readonly Timeout?: number;
  readonly MemorySize?: number;
}

/** What the Lambda runtime itself sets. */
function runtimeEnvironment(name: string, handler: string, folder: string, memoryMb: number): Readonly<Record<string, string>> {
  return {
    _HANDLER: handler,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMb),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    LAMBDA_TASK_ROOT: folder,
    TZ: ':UTC',
  };
}
