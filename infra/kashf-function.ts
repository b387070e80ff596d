/** One Lambda function of `functions/`: bundle, role, log group, environment. Its role holds what `allow` is given and nothing else. */
import { basename, parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import type { ISecurityGroup, IVpc, SubnetSelection } from 'aws-cdk-lib/aws-ec2';
import { Role, ServicePrincipal, type ManagedPolicy, type PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { LogLevel, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { bundledDetectors, type EnvironmentTexts, type FunctionName } from '../functions/environment.ts';
import { allow } from './allow.ts';

interface Limits {
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
}

/** How long and how large. The API waits 30 s at most; 1769 MB is one whole processor. */
export const limits: Readonly<Record<FunctionName, Limits>> = {
  discover: { timeoutSeconds: 300, memoryMb: 512 },
  plan: { timeoutSeconds: 900, memoryMb: 1024 },
  scan: { timeoutSeconds: 900, memoryMb: 1769 },
  assess: { timeoutSeconds: 300, memoryMb: 1024 },
  alert: { timeoutSeconds: 300, memoryMb: 512 },
  api: { timeoutSeconds: 29, memoryMb: 1024 },
};

/** What surrounds every function. */
export interface FunctionSurroundings {
  readonly encryptionKey: IKey;
  readonly logRetention: RetentionDays;
  readonly removalPolicy: RemovalPolicy;
  /** Leave to write traces. */
  readonly tracing: ManagedPolicy;
}

/** Network of a function that has to reach databases in a VPC. */
export interface FunctionNetwork {
  readonly vpc: IVpc;
  readonly vpcSubnets?: SubnetSelection;
  readonly securityGroups: ISecurityGroup[];
  /** Leave to make network interfaces. */
  readonly interfaces: ManagedPolicy;
}

export interface KashfFunctionProps<F extends FunctionName> extends FunctionSurroundings {
  readonly environment: EnvironmentTexts<F>;
  /** Path of the file of custom detectors that is bundled with it; absent where there is none. */
  readonly detectors?: string | undefined;
  readonly network?: FunctionNetwork | undefined;
  /** Whether what reads the text in pictures stands beside the function. */
  readonly ocr?: boolean;
}

const repository = new URL('../', import.meta.url);
const pathOf = (file: string): string => fileURLToPath(new URL(file, repository));

/** CommonJS packages inside an ES module still call `require` for Node's own modules. */
const requireBanner =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** What stands beside a function that reads: decoders that run in threads of their own, and files of theirs, copied as they are. */
interface Decoders {
  readonly threads: readonly string[];
  readonly files: readonly string[];
}

const decoders: Decoders = {
  threads: ['threads/decoder-worker', 'archives/seven-zip-worker'],
  files: ['libarchive.js/dist/libarchive.wasm'],
};
/** For the text in pictures: some 5 MB, there only where it is asked for. */
const ocrDecoders: Decoders = {
  threads: ['documents/ocr-worker'],
  files: [
    'tesseract.js-core/tesseract-core-simd-lstm.wasm',
    '@tesseract.js-data/fra/4.0.0_best_int/fra.traineddata.gz',
    '@tesseract.js-data/ara/4.0.0_best_int/ara.traineddata.gz',
  ],
};

function entriesOf(name: FunctionName, ocr: boolean): string[] {
  const beside = name !== 'scan' ? [] : ocr ? [decoders, ocrDecoders] : [decoders];
  return [
    `index=${pathOf(`functions/${name}/handler.ts`)}`,
    ...beside.flatMap(({ threads }) => threads.map((thread) => `${basename(thread)}=${pathOf(`readers/${thread}.ts`)}`)),
    ...beside.flatMap(({ files }) => files.map((file) => `${parse(file).name}=${pathOf(`node_modules/${file}`)}`)),
  ];
}

/**
 * The command that bundles a function in pieces, over the one piece that CDK makes: what is imported on demand (decoders, databases)
 * stands in files of its own and costs nothing at start.
 */
function bundleInPieces(entries: readonly string[], outputFolder: string): string {
  const options = [
    'bundle',
    'splitting',
    'loader:.wasm=copy',
    'loader:.gz=copy',
    'minify',
    'platform=node',
    'target=node24',
    'format=esm',
    'main-fields=module,main',
    'out-extension:.js=.mjs',
    'external:pg-native',
    'allow-overwrite',
    'log-level=warning',
    `banner:js=${requireBanner}`,
    `outdir=${outputFolder}`,
  ];
  const quoted = [pathOf('node_modules/.bin/esbuild'), ...entries, ...options.map((option) => `--${option}`)];
  return quoted.map((part) => `"${part}"`).join(' ');
}

export class KashfFunction<F extends FunctionName> extends Construct {
  readonly function: NodejsFunction;
  readonly role: Role;

  constructor(scope: Construct, name: F, props: KashfFunctionProps<F>) {
    super(scope, name);
    const { encryptionKey, logRetention, removalPolicy, network } = props;
    const logGroup = new LogGroup(this, 'Log', { encryptionKey, retention: logRetention, removalPolicy });
    this.role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: [props.tracing, ...(network ? [network.interfaces] : [])],
    });
    this.allow(allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [logGroup.logGroupArn]));
    this.function = new NodejsFunction(this, 'Function', {
      description: `Kashf: ${name}`,
      entry: pathOf(`functions/${name}/handler.ts`),
      depsLockFilePath: pathOf('package-lock.json'),
      projectRoot: pathOf('.'),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: Duration.seconds(limits[name].timeoutSeconds),
      memorySize: limits[name].memoryMb,
      environment: { ...props.environment },
      tracing: Tracing.ACTIVE,
      // The library would widen the role by itself; it only gets what `allow` writes.
      role: this.role.withoutPolicyUpdates(),
      logGroup,
      ...(network && { vpc: network.vpc, securityGroups: network.securityGroups }),
      ...(network?.vpcSubnets && { vpcSubnets: network.vpcSubnets }),
      bundling: {
        format: OutputFormat.ESM,
        mainFields: ['module', 'main'],
        minify: true,
        banner: requireBanner,
        logLevel: LogLevel.WARNING,
        // `pg` asks for its native twin only where a program wants it; everything else, the SDK too, is in the bundle.
        externalModules: ['pg-native'],
        commandHooks: {
          beforeBundling: () => [],
          beforeInstall: () => [],
          afterBundling: (_, outputFolder) => [
            bundleInPieces(entriesOf(name, props.ocr === true), outputFolder),
            ...(props.detectors === undefined ? [] : [`cp "${props.detectors}" "${outputFolder}/${bundledDetectors}"`]),
          ],
        },
      },
    });
  }

  /** Adds statements to the role. */
  allow(...statements: readonly PolicyStatement[]): void {
    for (const statement of statements) this.role.addToPolicy(statement);
  }
}
