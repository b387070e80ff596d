import { Tracer } from '@aws-lambda-powertools/tracer';
import { metricService } from './metric-names.ts';

/** X-Ray. Calls to AWS are not traced one by one: such a segment holds the URL, and so the key of an object, which may be personal data. */
export const tracer = new Tracer({ serviceName: metricService, captureHTTPsRequests: false });
