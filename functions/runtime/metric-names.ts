/** The numbers the functions publish. Alarms and dashboards are built on these names. */

export const metricNamespace = 'Kashf';
/** Value of the only dimension, `service`. */
export const metricService = 'kashf';

export const metricNames = {
  /** Things not, or not wholly, read in a scan that ended. */
  skips: 'Skips',
  shardsFailed: 'ShardsFailed',
  scansCompleted: 'ScansCompleted',
  scansFailed: 'ScansFailed',
  /** Changes of alerts that people and machines were told of. */
  alertsTold: 'AlertsTold',
  /** Requests the API could not answer through a fault of ours. */
  apiFaults: 'ApiFaults',
} as const;
export type MetricName = (typeof metricNames)[keyof typeof metricNames];
