/** Faults of the data themselves: categories not declared, legal basis, retention, security, entry, interconnection. */
import type { Category } from '../detectors/catalogue.ts';
import { purposesDiffer } from './authorisation.ts';
import { addDays, addPeriod, dateInMorocco, parsePeriod } from './calendar.ts';
import { missingArt24, missingItems } from './entry.ts';
import { foldText, type Case } from './facts.ts';
import { makeFault, type Fault } from './fault.ts';
import { missingFact, severityOfMissing } from './faults-formality.ts';
import type { Formality } from './register.ts';
import { articleOfCategory, sensitiveOf } from './sensitive.ts';

/** Categories found under a treatment that does not name them (15(c)). An entry without any category is incomplete rather; then only data that ask for more than a declaration are named. */
export function undeclaredCategories(held: Case, found: Iterable<Category>): readonly Fault[] {
  const { dataCategories } = held.treatment;
  const declared = new Set((dataCategories ?? []).map(({ category }) => category));
  const strangers = [...new Set(found)].filter((category) => !declared.has(category) && category !== 'enterprise-id');
  return strangers.toSorted().flatMap((category) => {
    const trigger = articleOfCategory(category);
    if (declared.size === 0 && trigger === null) return [];
    const severity = trigger === null ? 'low' : severityOfMissing('authorisation', [category]);
    const articles = trigger === null ? ['15(c)', '15'] : ['15(c)', '15', trigger];
    return [
      makeFault('undeclared-category', severity, {
        category,
        articles,
        penalty: trigger === null ? null : 'P52',
        params: { category },
      }),
    ];
  });
}

/** No ground of Art. 4, or a consent that is none (IC-22). */
export function legalBasisFaults({ treatment }: Case): readonly Fault[] {
  const basis = treatment.legalBasis;
  const implied = basis?.ground === 'consent' && basis.consentForm === 'implied';
  if (basis?.ground !== 'none' && !implied) return [];
  const params = { reason: implied ? 'implied-consent' : 'no-legal-basis' };
  const choices = implied ? ['IC-22'] : [];
  return [
    makeFault('conditions-not-met', 'high', { articles: implied ? ['1(9)', '4'] : ['4'], penalty: 'P56', choices, params }),
  ];
}

/** Starting points that the date of a record stands for. */
const datedFromRecord: ReadonlySet<string> = new Set(
  [
    'collection',
    'creation',
    'last change',
    'last update',
    'collecte',
    'création',
    'dernière modification',
    'الجمع',
    'الإنشاء',
  ].map(foldText),
);

/** What is known of the age of data; null = unknown. */
export interface Age {
  /** When the oldest were last changed, UTC ISO 8601. */
  readonly oldestAt: string | null;
  /** Days after which the store itself removes them. */
  readonly expiresAfterDays: number | null;
}

/** The store's own rule lets data live longer than declared: not yet an excess, but it will be one. */
function outlivesPeriod(period: string, days: number): Fault {
  const params = { reason: 'lifecycle', period, days };
  return makeFault('retention-exceeded', 'low', { articles: ['3(1)(e)', '15(f)'], params });
}

/** The declared period against the age of the oldest data. */
export function retentionFaults({ treatment }: Case, { oldestAt, expiresAfterDays }: Age, asOf: string): readonly Fault[] {
  const { period, from } = treatment.retention ?? {};
  if (period === undefined) return [];
  const parsed = parsePeriod(period);
  if (parsed === null) {
    return [makeFault('retention-not-a-duration', 'medium', { articles: ['3(1)(e)', '15(f)'], params: { period } })];
  }
  const lifecycle =
    expiresAfterDays !== null && addDays(asOf, expiresAfterDays) > addPeriod(asOf, parsed)
      ? [outlivesPeriod(period, expiresAfterDays)]
      : [];
  if (oldestAt === null) return lifecycle;
  const oldest = dateInMorocco(oldestAt);
  const until = addPeriod(oldest, parsed);
  if (until >= asOf) return lifecycle;
  if (from !== undefined && !datedFromRecord.has(foldText(from))) {
    return [missingFact('treatment.retention.from', 'start-of-retention', ['3(1)(e)', '55'])];
  }
  return [
    makeFault('retention-exceeded', 'high', {
      articles: ['3(1)(e)', '15(f)', '55'],
      penalty: 'P55',
      params: { period, oldest, until },
    }),
  ];
}

/** What is known of the protection of the data; null = unknown: neither good nor bad. */
export interface Protection {
  readonly publicAccess: boolean | null;
  readonly encrypted: boolean | null;
  readonly versioning: boolean | null;
  readonly logging: boolean | null;
}

/** Public access is a breach of 23(1); missing encryption, versioning or logging are indicators, no offence by themselves. */
export function securityFaults(held: Case, protection: Protection): readonly Fault[] {
  const grave = sensitiveOf(held).length > 0 || held.categories.has('national-id-number') || held.categories.has('offence');
  const indicators = (['encrypted', 'versioning', 'logging'] as const).filter((name) => protection[name] === false);
  const faults: Fault[] = [];
  if (protection.publicAccess === true) {
    faults.push(
      makeFault('security-breach', grave ? 'critical' : 'high', {
        articles: ['23(1)', '58'],
        penalty: 'P58',
        params: { reason: 'public-access' },
      }),
    );
  }
  if (indicators.length > 0) {
    const severity = indicators.includes('encrypted') && grave ? 'medium' : 'low';
    faults.push(makeFault('security-indicator', severity, { articles: ['23(1)'], params: { indicators } }));
  }
  return faults;
}

/** Items of Art. 15 that the entry lacks, as one fault; for sensitive data also the measures of 24(1). */
export function entryFaults(held: Case, formality: Formality): readonly Fault[] {
  const { treatment, controller } = held;
  const missing = missingItems(treatment, controller, formality);
  const asked = formality !== 'out-of-scope' && formality !== 'special-text' && sensitiveOf(held).length > 0;
  const art24 = asked ? missingArt24(treatment) : [];
  if (missing.length === 0 && art24.length === 0) return [];
  const items = [...new Set([...missing.map(({ item }) => item), ...(art24.length > 0 ? (['h'] as const) : [])])].toSorted();
  const articles = [...items.map((item) => `15(${item})`), ...art24.map((letter) => `24(1)(${letter})`)];
  const params = { items, paths: missing.map(({ path }) => path), ...(art24.length > 0 ? { art24, reason: 'sensitive' } : {}) };
  return [makeFault('entry-incomplete', 'low', { articles, params })];
}

/** Files matched with others of a different purpose, without the authorisation that 12(1)f asks for. */
export function interconnectionFaults(held: Case): readonly Fault[] {
  const { treatment, controller } = held;
  if (controller.kind === 'natural-person' || treatment.formality?.kind === 'authorisation') return [];
  const others = (treatment.interconnections ?? []).filter((other) => purposesDiffer(held, other) === true);
  if (others.length === 0) return [];
  const params = { with: others.map((other) => other.with) };
  return [makeFault('interconnection', 'high', { articles: ['12(1)(f)', '15(i)'], penalty: 'P52', choices: ['IC-15'], params })];
}
