import { injectLambdaContext } from '@aws-lambda-powertools/logger/middleware';
import { captureLambdaHandler } from '@aws-lambda-powertools/tracer/middleware';
import wrap, { type MiddlewareObj, type MiddyfiedHandler } from '@middy/core';
import type { Context } from 'aws-lambda';
import { concealFailure, describeFailure } from './failure.ts';
import { logger } from './logger.ts';
import { publishMetrics } from './metrics.ts';
import { tracer } from './tracer.ts';

/** A Lambda handler around a use case: logs, metrics and traces without events, answers or foreign error messages. */
export function handle<Event, Answer>(use: (event: Event, context: Context) => Promise<Answer>): MiddyfiedHandler<Event, Answer> {
  return (
    wrap<Event, Answer>()
      .use(injectLambdaContext(logger, { logEvent: false, resetKeys: true }))
      .use(publishMetrics)
      .use(captureLambdaHandler(tracer, { captureResponse: false }))
      // Last in, so first to see an error: those above get what it leaves of it.
      .use(reportFailure)
      .handler(use)
  );
}

const reportFailure: MiddlewareObj = {
  onError: (request) => {
    logger.error('Function failed', { failure: describeFailure(request.error) });
    request.error = concealFailure(request.error);
  },
};
