import type { Posture } from '../findings/store.ts';

/** What is known of a store that tells nothing of its protection. */
export const unknownPosture: Posture = {
  encryption: null,
  publicAccess: null,
  versioning: null,
  logging: null,
  expiresAfterDays: null,
};
