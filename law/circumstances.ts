/** Facts beyond Art. 15 that a formality or a duty may turn on. All optional: what is not stated stays unknown. */
import { z } from 'zod';

const text = z.string().trim().min(1);
const date = z.iso.date();
const state = z.string().regex(/^[A-Z]{2}$/, 'a State is two capital letters (ISO 3166-1 alpha-2)');

/** Keys added to a controller. */
export const controllerCircumstances = {
  establishedInMorocco: z
    .boolean()
    .optional()
    .describe('Acts on Moroccan territory through an installation, whatever its legal form (Art. 2(2)a).'),
  healthPersonnel: z.boolean().optional().describe('The processing is run by health personnel (Art. 12(1)c, 22).'),
  recidivist: z
    .boolean()
    .optional()
    .describe('Convicted by a final judgment of an offence of the same nature within the year before (Art. 65).'),
  obstructedCndp: z.boolean().optional().describe('Refused the agents or the requests of the CNDP (Art. 30, 62).'),
  ignoredCndpDecision: z.boolean().optional().describe('Refuses to apply a decision of the CNDP (Art. 63).'),
};

const nationalId = z.strictObject({
  form: z
    .enum(['number', 'scan', 'keyed-hash', 'hash', 'truncated', 'random-token'])
    .optional()
    .describe('How the number is kept; not stated = the number itself (IC-3, IC-4).'),
  digitsKept: z.number().int().min(0).max(7).optional().describe('Consecutive digits left of a truncated number (IC-4).'),
  incidental: z.boolean().optional().describe('Turned up in free text; nobody meant to collect it (IC-5, Art. 3(1)c).'),
});

const associationData = z.strictObject({
  subjects: z
    .enum(['members', 'members-and-regular-contacts', 'others'])
    .optional()
    .describe('Whom the data are about (Art. 12(1)a, 2nd dash).'),
  matchesObject: z
    .boolean()
    .optional()
    .describe('Do the sensitive data correspond to the object of the association (1st dash)? Not stated = read from its object.'),
  sharedWithThirdParties: z
    .boolean()
    .optional()
    .describe('Given to third parties (3rd dash)? Not stated = read from recipients and cessions.'),
  expressConsentToSharing: z.boolean().optional().describe('The persons agreed expressly to the sharing.'),
  consentProof: text.optional().describe('Where the proof of that consent is.'),
});

const prospecting = z.strictObject({
  channel: z.enum(['automated-call', 'fax', 'e-mail', 'sms', 'telephone', 'post']).optional(),
  consent: z
    .boolean()
    .optional()
    .describe('Prior, free, specific and informed consent to prospecting by this means (Art. 10 §1).'),
  organisationsOnly: z.boolean().optional().describe('Only addresses of organisations, none of a natural person.'),
  collectedAtSale: z
    .boolean()
    .optional()
    .describe('Addresses taken from the persons themselves at a sale or service (Art. 10 §4).'),
  similarGoods: z.boolean().optional().describe('For similar goods or services of the same supplier (Art. 10 §4).'),
  optOutOffered: z.boolean().optional().describe('A simple, free way to refuse, at collection and in each message (Art. 10 §4).'),
  senderHidden: z
    .boolean()
    .optional()
    .describe('Messages hide the sender, or carry no valid address to say stop to (Art. 10 §5–6).'),
});

const automatedDecision = z.strictObject({
  sole: z
    .boolean()
    .optional()
    .describe('Has legal effects for a person and rests on the automated processing alone (Art. 11 §2).'),
  judicial: z.boolean().optional().describe('A decision of a court (Art. 11 §1).'),
  contract: z.boolean().optional().describe('Taken to conclude or perform a contract (Art. 11 §3).'),
  heard: z.boolean().optional().describe('The person could present observations (Art. 11 §3).'),
  grantsRequest: z.boolean().optional().describe('Grants what the person asked for (Art. 11 §3).'),
});

const information = z.strictObject({
  lacks: z
    .array(z.enum(['controller', 'purposes', 'recipients', 'compulsory', 'rights', 'receipt']))
    .optional()
    .describe(
      'Elements of Art. 5(1) that the collection document lacks: controller, purposes, recipients, compulsory, rights, receipt.',
    ),
  openNetwork: z.boolean().optional().describe('Collected on an open network (Art. 5(4)).'),
  openNetworkWarning: z
    .boolean()
    .optional()
    .describe('The warning that data on an open network may be read by others is given (Art. 5(4)).'),
  impossibleBecause: text.optional().describe('Why the persons cannot be informed (Art. 6b).'),
  cndpTold: z.boolean().optional().describe('The CNDP was told of it, with the reason (Art. 6b).'),
});

const request = z.strictObject({
  right: z.enum(['access', 'rectification', 'opposition', 'opposition-prospecting', 'public-register-information']),
  receivedOn: date.optional(),
  answeredOn: date.optional(),
  refused: z.boolean().optional(),
});

/** Keys added to a treatment. */
export const treatmentCircumstances = {
  means: z
    .enum(['automated', 'partly-automated', 'manual-file', 'manual-loose'])
    .optional()
    .describe('Automated, or kept by hand; `manual-loose` = papers that form no file (Art. 2(1), 1(4)). Not stated = automated.'),
  personalData: z.boolean().optional().describe('False if no natural person is or can be identified (Art. 1(1)).'),
  otherData: z
    .array(z.enum(['image', 'voice', 'biometric', 'sexual-life', 'other']))
    .optional()
    .describe('Personal data outside the closed list of categories.'),
  soleTraders: z.boolean().optional().describe('The enterprises in it are sole traders, natural persons (IC-17).'),
  deceasedPersons: z.boolean().optional().describe('The persons are dead (IC-16).'),
  meansInMorocco: z.boolean().optional().describe('A controller outside Morocco uses means in Morocco (Art. 2(2)b).'),
  transitOnly: z.boolean().optional().describe('Data only pass through Morocco (Art. 2(2)b).'),
  domesticUse: z.boolean().optional().describe('A natural person’s own or domestic activity (Art. 2(4), 1st indent).'),
  nationalDefence: z.boolean().optional().describe('National defence, internal or external security (Art. 2(4), 2nd indent).'),
  crimePrevention: z
    .boolean()
    .optional()
    .describe(
      'Prevention or repression of crime; the law or regulation that creates the file goes into `specialText` (Art. 2(4)).',
    ),
  nationalId: nationalId.optional(),
  linkedPurposes: z
    .boolean()
    .optional()
    .describe('Are the several purposes linked, so that one declaration serves for all (Art. 14)?'),
  furtherUse: z
    .enum(['compatible', 'incompatible'])
    .optional()
    .describe('Use for another purpose than at collection: compatible or not (Art. 3(1)b, 12(1)b, IC-14).'),
  associationData: associationData.optional(),
  personnelUnderSecrecy: z.boolean().optional().describe('All who handle the data are bound by secrecy (Art. 22, 1st indent).'),
  excludedByLaw: z
    .boolean()
    .optional()
    .describe('A legal text excludes some of the persons from the right, benefit or contract (Art. 22, 2nd indent).'),
  withinLegalMission: z
    .boolean()
    .optional()
    .describe('Within the powers or the mission the law gives (Art. 49). Not stated = within.'),
  suspectRegister: z
    .boolean()
    .optional()
    .describe('Central register of persons suspected of unlawful acts, or of decisions on penalties (Art. 50).'),
  reclassifiedOn: date.optional().describe('The CNDP notified on this day that it wants an authorisation (Art. 20).'),
  simplifiedList: z
    .strictObject({ article: z.enum(['16', '17']), decision: text.optional() })
    .optional()
    .describe('On a CNDP list of simplified declarations (Art. 16, 17).'),
  registerResponsible: text.optional().describe('Who answers for a public register, made public and notified (Art. 18 §2).'),
  prospecting: prospecting.optional(),
  automatedDecision: automatedDecision.optional(),
  information: information.optional(),
  requests: z.array(request).optional().describe('Requests of the persons concerned (Art. 7–9, 18 §3).'),
  unfairCollection: z.boolean().optional().describe('Collected by fraud, unfairly or unlawfully (Art. 3(1)a, 54).'),
  excessiveData: z.boolean().optional().describe('More than the purposes need (Art. 3(1)c).'),
  uncorrectedErrors: z.boolean().optional().describe('Known errors are left (Art. 3(1)d).'),
  keptBeyondPeriod: z.boolean().optional().describe('Kept beyond the declared or legal period (Art. 3(1)e, 55).'),
  historicalKeeping: z
    .strictObject({ leave: text.optional(), otherUse: z.boolean().optional() })
    .optional()
    .describe('Kept longer for history, statistics or science; `leave` = reference of the CNDP’s leave (Art. 3(2)).'),
  changedWithoutNotice: z.boolean().optional().describe('Something declared changed and the CNDP was not told (Art. 15 §2).'),
  acquiredFile: z.boolean().optional().describe('The file was bought or taken over from another controller (Art. 15 §3).'),
  consentToCommunication: z
    .boolean()
    .optional()
    .describe('The persons agreed beforehand to the communication to third parties (Art. 4 §2).'),
  unauthorisedDisclosure: z
    .boolean()
    .optional()
    .describe('Data reached persons not entitled to them, even by negligence (Art. 61).'),
  dataBreach: z.boolean().optional().describe('A breach happened; Law 09-08 knows no duty to notify it.'),
  sensitiveUnderLaw0520: z
    .boolean()
    .optional()
    .describe(
      'Classified as sensitive under Law 05-20 and decree 2-24-921 (public bodies, vital infrastructures): a notion of security, not Art. 1(3); it decides no formality.',
    ),
  consultedFrom: z.array(state).optional().describe('States from which the data are consulted at a distance (IC-20).'),
};
