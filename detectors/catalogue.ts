/** The closed list of detectors and the category each one speaks for. */

/** What the law calls the data; a treatment declares these, a detector finds them. */
export const categories = [
  'national-id-number',
  'official-id-number',
  'civil-identity',
  'contact',
  'financial',
  'vehicle',
  'enterprise-id',
  'connection',
  'location',
  'health',
  'genetic',
  'ethnic-origin',
  'political-opinion',
  'religion',
  'philosophical-belief',
  'union-membership',
  'offence',
] as const;
export type Category = (typeof categories)[number];

/** Every detector id the product may ever print, with its category. Ids never change their meaning. */
export const detectorCategories = {
  'ma/cin': 'national-id-number',
  'ma/passport': 'official-id-number',
  'ma/driving-licence': 'official-id-number',
  'ma/residence-permit': 'official-id-number',
  'ma/cnss': 'official-id-number',
  'ma/amo': 'official-id-number',
  'ma/idcs': 'official-id-number',
  'ma/massar': 'official-id-number',
  'ma/rib': 'financial',
  'ma/plate': 'vehicle',
  'ma/ice': 'enterprise-id',
  'global/mrz': 'national-id-number',
  'global/person-name': 'civil-identity',
  'global/birth-date': 'civil-identity',
  'global/email': 'contact',
  'global/phone': 'contact',
  'global/postal-address': 'contact',
  'global/iban': 'financial',
  'global/payment-card': 'financial',
  'global/credential': 'connection',
  'global/ip-address': 'connection',
  'global/geolocation': 'location',
  'sensitive/health': 'health',
  'sensitive/genetic': 'genetic',
  'sensitive/ethnic-origin': 'ethnic-origin',
  'sensitive/political-opinion': 'political-opinion',
  'sensitive/religion': 'religion',
  'sensitive/philosophical-belief': 'philosophical-belief',
  'sensitive/union-membership': 'union-membership',
  'sensitive/offence': 'offence',
} as const satisfies Record<string, Category>;
export type DetectorId = keyof typeof detectorCategories;
