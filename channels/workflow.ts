import { ExecutionAlreadyExists, StartExecutionCommand, type SFNClient } from '@aws-sdk/client-sfn';
import type { Workflow } from './contract.ts';

/** Starts scans as executions of a Step Functions state machine. The execution's name is the scan's id, so a scan starts once. */
export function stepFunctionsWorkflow(options: { readonly client: SFNClient; readonly stateMachine: string }): Workflow {
  return {
    async start(input) {
      try {
        await options.client.send(
          new StartExecutionCommand({
            stateMachineArn: options.stateMachine,
            name: input.scan,
            input: JSON.stringify(input),
          }),
        );
      } catch (error) {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      }
    },
  };
}
