/** From findings to what a verdict is drawn from. */
import { confidences } from '../detectors/contract.ts';
import type { Finding } from '../findings/finding.ts';
import type { FieldSummary } from './contract.ts';

/**
 * Sums findings over the objects of a store: one summary for each field and detector, with the best confidence any object gave. What
 * an allow list permits is no evidence.
 */
export function summariseFields(findings: readonly Finding[]): readonly FieldSummary[] {
  const found = findings.filter(({ count }) => count > 0);
  const groups = Map.groupBy(found, (finding) => `${finding.detector} ${finding.field ?? ''}`);
  return [...groups.values()].map((group) => {
    const { field, detector, category } = group[0] as Finding;
    const best = Math.max(...group.map((finding) => confidences.indexOf(finding.confidence)));
    return {
      field,
      detector,
      category,
      count: group.reduce((sum, finding) => sum + finding.count, 0),
      confidence: confidences[best] ?? 'low',
    };
  });
}
