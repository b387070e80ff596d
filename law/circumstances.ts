/** Facts beyond Art. 15 that a formality or a duty may turn on. All optional: what is not stated stays unknown. */
import { z } from 'zod';

const text = z.string().trim().min(1);
const date = z.iso.date();
const state = z.string().regex(/^[A-Z]{2}$/, 'a State is two capital letters (ISO 3166-1 alpha-2)');

/** Keys added to a controller. */
export const controllerCircumstances = {
  /** Acts on Moroccan territory through an installation, whatever its legal form (Art. 2(2)a). */
  establishedInMorocco: z.boolean().optional(),
  /** The processing is run by health personnel (Art. 12(1)c, 22). */
  healthPersonnel: z.boolean().optional(),
  /** Convicted by a final judgment of an offence of the same nature within the year before (Art. 65). */
  recidivist: z.boolean().optional(),
  /** Refused the agents or the requests of the CNDP (Art. 30, 62). */
  obstructedCndp: z.boolean().optional(),
  /** Refuses to apply a decision of the CNDP (Art. 63). */
  ignoredCndpDecision: z.boolean().optional(),
};

const nationalId = z.strictObject({
  /** How the number is kept; not stated = the number itself (IC-3, IC-4). */
  form: z.enum(['number', 'scan', 'keyed-hash', 'hash', 'truncated', 'random-token']).optional(),
  /** Consecutive digits left of a truncated number (IC-4). */
  digitsKept: z.number().int().min(0).max(7).optional(),
  /** Turned up in free text; nobody meant to collect it (IC-5, Art. 3(1)c). */
  incidental: z.boolean().optional(),
});

const associationData = z.strictObject({
  /** Whom the data are about (Art. 12(1)a, 2nd dash). */
  subjects: z.enum(['members', 'members-and-regular-contacts', 'others']).optional(),
  /** Do the sensitive data correspond to the object of the association (1st dash)? Not stated = read from its object. */
  matchesObject: z.boolean().optional(),
  /** Given to third parties (3rd dash)? Not stated = read from recipients and cessions. */
  sharedWithThirdParties: z.boolean().optional(),
  /** The persons agreed expressly to the sharing. */
  expressConsentToSharing: z.boolean().optional(),
  /** Where the proof of that consent is. */
  consentProof: text.optional(),
});

const prospecting = z.strictObject({
  channel: z.enum(['automated-call', 'fax', 'e-mail', 'sms', 'telephone', 'post']).optional(),
  /** Prior, free, specific and informed consent to prospecting by this means (Art. 10 §1). */
  consent: z.boolean().optional(),
  /** Only addresses of organisations, none of a natural person. */
  organisationsOnly: z.boolean().optional(),
  /** Addresses taken from the persons themselves at a sale or service (Art. 10 §4). */
  collectedAtSale: z.boolean().optional(),
  /** For similar goods or services of the same supplier (Art. 10 §4). */
  similarGoods: z.boolean().optional(),
  /** A simple, free way to refuse, at collection and in each message (Art. 10 §4). */
  optOutOffered: z.boolean().optional(),
  /** Messages hide the sender, or carry no valid address to say stop to (Art. 10 §5–6). */
  senderHidden: z.boolean().optional(),
});

const automatedDecision = z.strictObject({
  /** Has legal effects for a person and rests on the automated processing alone (Art. 11 §2). */
  sole: z.boolean().optional(),
  /** A decision of a court (Art. 11 §1). */
  judicial: z.boolean().optional(),
  /** Taken to conclude or perform a contract (Art. 11 §3). */
  contract: z.boolean().optional(),
  /** The person could present observations (Art. 11 §3). */
  heard: z.boolean().optional(),
  /** Grants what the person asked for (Art. 11 §3). */
  grantsRequest: z.boolean().optional(),
});

const information = z.strictObject({
  /** Elements of Art. 5(1) that the collection document lacks: controller, purposes, recipients, compulsory, rights, receipt. */
  lacks: z.array(z.enum(['controller', 'purposes', 'recipients', 'compulsory', 'rights', 'receipt'])).optional(),
  /** Collected on an open network (Art. 5(4)). */
  openNetwork: z.boolean().optional(),
  /** The warning that data on an open network may be read by others is given (Art. 5(4)). */
  openNetworkWarning: z.boolean().optional(),
  /** Why the persons cannot be informed (Art. 6b). */
  impossibleBecause: text.optional(),
  /** The CNDP was told of it, with the reason (Art. 6b). */
  cndpTold: z.boolean().optional(),
});

const request = z.strictObject({
  right: z.enum(['access', 'rectification', 'opposition', 'opposition-prospecting', 'public-register-information']),
  receivedOn: date.optional(),
  answeredOn: date.optional(),
  refused: z.boolean().optional(),
});

/** Keys added to a treatment. */
export const treatmentCircumstances = {
  /** Automated, or kept by hand; `manual-loose` = papers that form no file (Art. 2(1), 1(4)). Not stated = automated. */
  means: z.enum(['automated', 'partly-automated', 'manual-file', 'manual-loose']).optional(),
  /** False if no natural person is or can be identified (Art. 1(1)). */
  personalData: z.boolean().optional(),
  /** Personal data outside the closed list of categories. */
  otherData: z.array(z.enum(['image', 'voice', 'biometric', 'sexual-life', 'other'])).optional(),
  /** The enterprises in it are sole traders, natural persons (IC-17). */
  soleTraders: z.boolean().optional(),
  /** The persons are dead (IC-16). */
  deceasedPersons: z.boolean().optional(),
  /** A controller outside Morocco uses means in Morocco (Art. 2(2)b). */
  meansInMorocco: z.boolean().optional(),
  /** Data only pass through Morocco (Art. 2(2)b). */
  transitOnly: z.boolean().optional(),
  /** A natural person's own or domestic activity (Art. 2(4), 1st indent). */
  domesticUse: z.boolean().optional(),
  /** National defence, internal or external security (Art. 2(4), 2nd indent). */
  nationalDefence: z.boolean().optional(),
  /** Prevention or repression of crime; the law or regulation that creates the file goes into `specialText` (Art. 2(4)). */
  crimePrevention: z.boolean().optional(),
  nationalId: nationalId.optional(),
  /** Use for another purpose than at collection: compatible or not (Art. 3(1)b, 12(1)b, IC-14). */
  furtherUse: z.enum(['compatible', 'incompatible']).optional(),
  associationData: associationData.optional(),
  /** All who handle the data are bound by secrecy (Art. 22, 1st indent). */
  personnelUnderSecrecy: z.boolean().optional(),
  /** A legal text excludes some of the persons from the right, benefit or contract (Art. 22, 2nd indent). */
  excludedByLaw: z.boolean().optional(),
  /** Within the powers or the mission the law gives (Art. 49). Not stated = within. */
  withinLegalMission: z.boolean().optional(),
  /** Central register of persons suspected of unlawful acts, or of decisions on penalties (Art. 50). */
  suspectRegister: z.boolean().optional(),
  /** The CNDP notified on this day that it wants an authorisation (Art. 20). */
  reclassifiedOn: date.optional(),
  /** On a CNDP list of simplified declarations (Art. 16, 17). */
  simplifiedList: z.strictObject({ article: z.enum(['16', '17']), decision: text.optional() }).optional(),
  /** Who answers for a public register, made public and notified (Art. 18 §2). */
  registerResponsible: text.optional(),
  prospecting: prospecting.optional(),
  automatedDecision: automatedDecision.optional(),
  information: information.optional(),
  /** Requests of the persons concerned (Art. 7–9, 18 §3). */
  requests: z.array(request).optional(),
  /** Collected by fraud, unfairly or unlawfully (Art. 3(1)a, 54). */
  unfairCollection: z.boolean().optional(),
  /** More than the purposes need (Art. 3(1)c). */
  excessiveData: z.boolean().optional(),
  /** Known errors are left (Art. 3(1)d). */
  uncorrectedErrors: z.boolean().optional(),
  /** Kept beyond the declared or legal period (Art. 3(1)e, 55). */
  keptBeyondPeriod: z.boolean().optional(),
  /** Kept longer for history, statistics or science; `leave` = reference of the CNDP's leave (Art. 3(2)). */
  historicalKeeping: z.strictObject({ leave: text.optional(), otherUse: z.boolean().optional() }).optional(),
  /** Something declared changed and the CNDP was not told (Art. 15 §2). */
  changedWithoutNotice: z.boolean().optional(),
  /** The file was bought or taken over from another controller (Art. 15 §3). */
  acquiredFile: z.boolean().optional(),
  /** The persons agreed beforehand to the communication to third parties (Art. 4 §2). */
  consentToCommunication: z.boolean().optional(),
  /** Data reached persons not entitled to them, even by negligence (Art. 61). */
  unauthorisedDisclosure: z.boolean().optional(),
  /** A breach happened; Law 09-08 knows no duty to notify it. */
  dataBreach: z.boolean().optional(),
  /** States from which the data are consulted at a distance (IC-20). */
  consultedFrom: z.array(state).optional(),
};
