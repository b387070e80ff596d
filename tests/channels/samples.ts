import type { Alert } from '../../law/contract.ts';

/** What every client in these tests is made with. */
export const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };

/** An alert of a made-up store; the reason and the person are there so that tests can see them stay inside. */
export function sampleAlert(changes: Partial<Alert> = {}): Alert {
  return {
    v: 1,
    id: 'a1b2c3',
    store: 's3://exports/staff',
    gap: {
      id: 'a1b2c3',
      kind: 'undeclared-store',
      category: 'national-id-number',
      treatment: null,
      hostingState: null,
      severity: 'high',
      articles: ['12(1)(e)', '52'],
      penalty: {
        code: 'P52',
        natural: { fineMin: 10_000, fineMax: 100_000, prisonMonthsMin: null, prisonMonthsMax: null },
        legal: { fineMin: 20_000, fineMax: 200_000, prisonMonthsMin: null, prisonMonthsMax: null },
        note: null,
      },
      choices: [],
      params: {},
    },
    state: 'open',
    openedAt: '2026-03-01T08:00:00.000Z',
    updatedAt: '2026-03-01T08:00:00.000Z',
    updatedBy: 'subject-of-somebody',
    reason: null,
    suppressedUntil: null,
    revision: 1,
    toldRevision: 0,
    ...changes,
  };
}
