/** The closed list of detectors and the category each one speaks for; those of the user's own stand beside it under `custom/`. */

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
export type BuiltInId = keyof typeof detectorCategories;
export const detectorIds = Object.keys(detectorCategories) as BuiltInId[];

/** Ids of detectors that come from a file of the user's, who also says their category. */
export type CustomId = `custom/${string}`;

export type DetectorId = BuiltInId | CustomId;
export const isCustom = (id: DetectorId): id is CustomId => id.startsWith('custom/');

/** Code a match of `global/mrz` carries in its evidence where it is anything but a Moroccan identity card. */
export const travelDocument = 'travel-document';

/**
 * Category of a match, or of all matches of a finding together. Only machine-readable zones speak for two: that of a
 * Moroccan identity card holds its number; any other is a passport or a foreign document. One card among them decides.
 * `own` is the category that a custom detector was given.
 */
export function categoryOf(
  detector: DetectorId,
  evidence: readonly { readonly kind: string; readonly detail: string | null }[],
  own?: Category,
): Category {
  if (isCustom(detector)) return own ?? 'civil-identity';
  const forms = detector === 'global/mrz' ? evidence.filter(({ kind }) => kind === 'pattern') : [];
  const isOther = forms.length > 0 && forms.every(({ detail }) => detail === travelDocument);
  return isOther ? 'official-id-number' : detectorCategories[detector];
}
