import { randomUUID } from 'node:crypto';
import { createDynamoClient, createSqsClient, createStepFunctionsClient } from '../../channels/clients.ts';
import { sqsReassessment } from '../../channels/reassessment.ts';
import { stepFunctionsWorkflow } from '../../channels/workflow.ts';
import { dynamoLedger } from '../../ledger/dynamo.ts';
import { readEnvironment } from '../environment.ts';
import { systemClock } from '../runtime/clock.ts';
import { describeFailure } from '../runtime/failure.ts';
import { handle } from '../runtime/handle.ts';
import { logger } from '../runtime/logger.ts';
import { metricNames } from '../runtime/metric-names.ts';
import { count } from '../runtime/metrics.ts';
import { createApi } from './api.ts';
import { ledgerOnce } from './once.ts';

const environment = readEnvironment('api', process.env);
const client = createDynamoClient();
const table = environment.KASHF_LEDGER_TABLE;

const answer = createApi(
  {
    ledger: dynamoLedger({ client, table, clock: systemClock }),
    workflow: stepFunctionsWorkflow({ client: createStepFunctionsClient(), stateMachine: environment.KASHF_STATE_MACHINE }),
    reassessment: sqsReassessment({ client: createSqsClient(), queue: environment.KASHF_REASSESS_QUEUE }),
    once: ledgerOnce({ client, table }),
    clock: systemClock,
    configuration: environment.KASHF_CONFIGURATION,
    makeId: randomUUID,
  },
  (error) => {
    logger.error('Request failed', { failure: describeFailure(error) });
    count(metricNames.apiFaults, 1);
  },
);

export const handler = handle(answer);
