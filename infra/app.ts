/** The CDK app: reads the configuration, makes the stack, adds the AwsSolutions rules. A rule that is not met ends the synthesis. */
import { Annotations, App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { exampleFile, findConfiguration, readDeployment, type Deployment } from './config.ts';
import { KashfStack } from './stack.ts';

const app = new App();
const file = findConfiguration(process.cwd(), app.node.tryGetContext('config') as string | undefined);
const stack = new KashfStack(app, 'Kashf', readOrExit(file));
if (file === exampleFile)
  Annotations.of(stack).addInfo('Made from the example: write your own kashf.config.yaml before you deploy');
Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { writeSuppressionsToCloudFormation: true }));
app.synth();

/** A wrong configuration is the reader's to mend: one sentence, no stack trace. */
function readOrExit(path: string): Deployment {
  try {
    return readDeployment(path);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'Cannot read the configuration'}\n`);
    return process.exit(1);
  }
}
