/** Which state of the law, and of our reading of it, a verdict was drawn under. */

/** Law 09-08 as promulgated (BO 5714 of 5 March 2009), CNDP lists as known to us; raised whenever a rule or table of `law/` changes. */
export const lawVersion = '09-08:2009-03-05/2';

/** Where a fact of ours comes from and how far to trust it. Dates are calendar dates. */
export interface Sourced {
  readonly source: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** law = read in the text; verified = several independent sources; single = one source; own = unverified. */
  readonly confidence: 'law' | 'verified' | 'single' | 'own';
}
