/** What no formality can make lawful: Art. 49, 50, 10, 21, 3(1)b. */
import type { Category } from '../detectors/catalogue.ts';
import { articleOfCategory, isFreed, sensitiveOf } from './sensitive.ts';
import type { Case } from './facts.ts';
import { note, settle, type Rule } from './ruling.ts';

const publicKinds: ReadonlySet<string> = new Set(['court', 'public-authority', 'public-service-operator']);

/** Why a controller is on the list of Art. 49, or null. */
export function offenceStanding({ controller }: Case): 'public' | 'auxiliary' | 'copyright' | null {
  if (controller.kind === 'auxiliary-of-justice' || controller.auxiliaryOfJustice === true) return 'auxiliary';
  if (controller.publicService === true || (controller.kind !== undefined && publicKinds.has(controller.kind))) return 'public';
  return controller.kind === 'copyright-body' ? 'copyright' : null;
}

const offences: Rule = (held) => {
  if (!held.categories.has('offence')) return null;
  const fact = `controller.kind=${held.controller.kind ?? 'other'}`;
  if (held.treatment.solePurpose === 'journalism') {
    return settle('undetermined', '49', 'press-and-offences', { fact: 'treatment.solePurpose=journalism' });
  }
  const standing = offenceStanding(held);
  if (standing === null) return settle('forbidden', '49', 'offence-outside-list', { fact, choice: 'IC-29' });
  if (held.treatment.withinLegalMission === false) {
    return settle('forbidden', '49', 'offence-beyond-mission', { fact: 'treatment.withinLegalMission=false' });
  }
  return note('49', `offence-by-${standing}`, { fact });
};

/** Central registers of suspects belong to public services whose own law says so. */
const centralRegister: Rule = (held) => {
  if (held.treatment.suspectRegister !== true) return null;
  const fact = 'treatment.suspectRegister=true';
  return offenceStanding(held) === 'public' && held.treatment.specialText !== undefined
    ? note('50', 'suspect-register-lawful', { fact })
    : settle('forbidden', '50', 'suspect-register', { fact });
};

const incompatible: Rule = ({ treatment }) =>
  treatment.furtherUse === 'incompatible'
    ? settle('forbidden', '3(1)(b)', 'incompatible-purpose', { fact: 'treatment.furtherUse=incompatible', choice: 'IC-14' })
    : null;

const askedChannels: ReadonlySet<string> = new Set(['automated-call', 'fax', 'e-mail', 'sms']);

/** Art. 10: without consent only e-mail to one's own customers, and never with a hidden sender. */
const prospecting: Rule = ({ treatment }) => {
  const facts = treatment.prospecting;
  if (facts === undefined) return null;
  if (facts.organisationsOnly === true) {
    return note('10', 'prospecting-organisations', { fact: 'treatment.prospecting.organisationsOnly=true' });
  }
  if (facts.senderHidden === true) {
    return settle('forbidden', '10', 'prospecting-hidden', { fact: 'treatment.prospecting.senderHidden=true' });
  }
  const channel = facts.channel ?? 'e-mail';
  if (!askedChannels.has(channel))
    return note('9', 'prospecting-opposable', { fact: `treatment.prospecting.channel=${channel}` });
  if (facts.consent === true) return note('10', 'prospecting-consented', { fact: 'treatment.prospecting.consent=true' });
  const ownCustomers = facts.collectedAtSale === true && facts.similarGoods === true && facts.optOutOffered === true;
  if (channel === 'e-mail' && ownCustomers) {
    return note('10', 'prospecting-own-customers', { fact: 'treatment.prospecting.collectedAtSale=true' });
  }
  return facts.consent === false
    ? settle('forbidden', '10', 'prospecting-without-consent', { fact: 'treatment.prospecting.consent=false', choice: 'IC-27' })
    : note('10', 'prospecting-needs-consent', { fact: 'treatment.prospecting.consent' });
};

/** Sensitive data that are said to have none of the grounds of Art. 21, and that no exception frees. */
const noGround: Rule = (held) => {
  if (held.treatment.sensitiveGround?.ground !== 'none') return null;
  const bare: readonly Category[] = sensitiveOf(held).filter((category) => !isFreed(held, category));
  return bare.length === 0
    ? null
    : settle('forbidden', '21', 'no-ground', {
        fact: 'treatment.sensitiveGround=none',
        choice: 'IC-24',
        params: { categories: bare },
      });
};

export const prohibitionRules: readonly Rule[] = [offences, centralRegister, incompatible, prospecting, noGround];

/** Categories that a prohibition strikes in this case. */
export function forbiddenCategories(held: Case): readonly Category[] {
  const struck = new Set<Category>();
  if (offences(held)?.formality === 'forbidden') struck.add('offence');
  if (noGround(held) !== null) for (const category of sensitiveOf(held)) if (!isFreed(held, category)) struck.add(category);
  return [...struck];
}

/** Article that forbids a category. */
export function prohibitionArticle(category: Category): string {
  return category === 'offence' ? '49' : articleOfCategory(category) === null ? '3(1)(b)' : '21';
}
