import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { MiddlewareObj } from '@middy/core';
import { metricNamespace, metricService, type MetricName } from './metric-names.ts';

/** Embedded metric format on stdout; published when the invocation ends. */
export const metrics = new Metrics({ namespace: metricNamespace, serviceName: metricService });

/** Adds a count to the invocation's metrics. */
export function count(name: MetricName, value: number): void {
  metrics.addMetric(name, MetricUnit.Count, value);
}

/** Publishes what was counted once the invocation ends, however it ends; says nothing where nothing was. */
export const publishMetrics: MiddlewareObj = { after: publish, onError: publish };

function publish(): void {
  if (metrics.hasStoredMetrics()) metrics.publishStoredMetrics();
}
