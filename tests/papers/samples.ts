/** A clinic's register, half filled, and what a scan of its stores saw. */
import type { Register } from '../../law/register.ts';
import type { Observed } from '../../papers/observed.ts';
import type { PaperKind } from '../../papers/paper.ts';
import type { PaperSource } from '../../papers/write-paper.ts';

export const clinic: Register = {
  version: 1,
  controller: { name: 'Clinique <Al Amal>', kind: 'company', address: '12, rue Ibn Sina, Casablanca', country: 'MA' },
  treatments: [
    {
      id: 'patients',
      name: 'Dossiers des patients',
      characteristics: 'Fichier des patients',
      purposes: ['Suivi des soins', 'المتابعة الطبية (2026)'],
      dataSubjects: ['Patients'],
      dataCategories: [
        { category: 'civil-identity', label: 'Nom', origin: 'La personne' },
        { category: 'health', label: 'Diagnostics' },
      ],
      recipients: [],
      transfers: [{ state: 'FR', ground: 'adequate' }],
      retention: { period: 'P10Y', from: 'collecte' },
      rightsContact: 'Service des dossiers',
      security: { general: 'Chiffrement', art24: { a: 'Badge' } },
      processors: [{ name: 'Hébergeur SA' }],
      stores: ['s3://clinic/**'],
    },
    {
      id: 'letters',
      name: 'Lettre',
      dataCategories: [{ category: 'contact' }],
      stores: ['s3://letters/**'],
      formality: { kind: 'declaration', reference: 'D-W-1/2026', receivedOn: '2026-01-05' },
    },
  ],
};

export const observed: Observed = {
  scan: { id: 'scan-1', endedAt: '2026-11-20T23:30:00.000Z', complete: false },
  stores: [
    { uri: 's3://clinic/files', hostingState: 'US' },
    { uri: 's3://stray', hostingState: 'MA' },
  ],
  findings: [
    { store: 's3://clinic/files', field: 'cin', category: 'national-id-number', count: 7, confidence: 'high' },
    { store: 's3://clinic/files', field: 'note', category: 'religion', count: 3, confidence: 'medium' },
    { store: 's3://stray', field: null, category: 'contact', count: 5, confidence: 'certain' },
  ],
  verdicts: [],
  skips: [{ store: 's3://clinic/files', reason: 'ENCRYPTED' }],
};

export const context = { asOf: '2026-11-22', choices: {} } as const;

/** The source of a paper about the clinic's patients. */
export function sourceOf(kind: PaperKind, rest: Partial<PaperSource> = {}): PaperSource {
  const treatment = kind === 'register' || kind === 'gaps' ? null : 'patients';
  return { register: clinic, observed: null, treatment, form: null, minConfidence: 'high', ...rest };
}
