import { Logger } from '@aws-lambda-powertools/logger';
import { metricService } from './metric-names.ts';

/** JSON lines on stdout. Give it codes, counts and ids; an error goes through `describeFailure` first, an event never goes in. */
export const logger = new Logger({ serviceName: metricService });
