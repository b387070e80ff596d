/** The CDK app: reads the configuration, makes the stack, adds the AwsSolutions rules. A rule that is not met ends the synthesis. */
import { Annotations, App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ConfigurationError, exampleFile, findConfiguration, readDeployment } from './config.ts';
import { DetectorsError } from './custom-detectors.ts';
import { KashfStack } from './stack.ts';

const app = new App();
const file = findConfiguration(process.cwd(), app.node.tryGetContext('config') as string | undefined);
const stack = orExit(() => new KashfStack(app, 'Kashf', readDeployment(file)));
if (file === exampleFile)
  Annotations.of(stack).addInfo('Made from the example: write your own kashf.config.yaml before you deploy');
Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { writeSuppressionsToCloudFormation: true }));
app.synth();

/** A wrong configuration or file of detectors is the reader's to mend: sentences, no stack trace. */
function orExit<T>(make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ConfigurationError || error instanceof DetectorsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return process.exit(1);
  }
}
