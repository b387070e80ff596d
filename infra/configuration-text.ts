/** The configuration of the functions, from the props of the construct, as the text that goes into their environment. */
import { Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { configurationSchema, type Configuration, type Target } from '../functions/configuration.ts';
import type { KashfScannerProps } from './scanner-props.ts';

/** What is configured, and how the environment of a function says it. */
export interface WrittenConfiguration extends Configuration {
  readonly text: string;
}

/** Lambda takes 4 KB of environment in all; the other variables need some of it. */
const longestText = 3400;

/** Throws with one sentence where a prop is wrong, or where the targets do not fit the environment of a function. */
export function writeConfiguration(scope: Construct, props: KashfScannerProps): WrittenConfiguration {
  const { databaseSecrets = {}, targets, sampleRows = null, ocr = false, minConfidence = 'high', choices = {} } = props;
  const stray = Object.keys(databaseSecrets).find((uri) => !targets.some((target) => target.uri === uri));
  if (stray !== undefined) throw new Error(`Cannot use the secret for ${stray}: it is not one of the targets`);
  const withSecrets = targets.map((target): Target => {
    const secret = databaseSecrets[target.uri]?.secretArn ?? target.secret;
    return secret === undefined ? target : { ...target, secret };
  });
  const parsed = configurationSchema.safeParse({ targets: withSecrets, sampleRows, ocr, minConfidence, choices });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new Error(`Cannot configure the scanner: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is wrong'}`);
  }
  const local = targets.find(({ uri }) => uri.startsWith('file://'));
  if (local && !props.folders) throw new Error(`Cannot deploy ${local.uri}: a folder is scanned from the command line`);
  const text = Stack.of(scope).toJsonString(parsed.data);
  const { length } = JSON.stringify(Stack.of(scope).resolve(text));
  if (length > longestText) {
    throw new Error(
      `Cannot deploy ${targets.length} targets: they take ${length} characters of ${longestText}; name wider targets`,
    );
  }
  return { ...parsed.data, text: Token.isUnresolved(text) ? text : JSON.stringify(parsed.data) };
}
