/** Chapter VII as data: fines in dirhams, prison in months. 30(4) and 51 are administrative. */
import type { Penalty, PenaltyRange } from './contract.ts';
import type { Sourced } from './law-version.ts';
import type { Controller } from './register.ts';

export const penaltiesSource: Sourced = {
  source: 'Law 09-08, chapter VII (BO 5714)',
  validFrom: '2009-03-05',
  validTo: null,
  confidence: 'law',
};

export const penaltyCodes = [
  ...(['P52', 'P53', 'P54', 'P55', 'P56', 'P57', 'P58', 'P59', 'P60', 'P61', 'P62', 'P63'] as const),
  'A30',
  'A51',
] as const;
export type PenaltyCode = (typeof penaltyCodes)[number];

const fine = (fineMin: number, fineMax: number): PenaltyRange => ({
  fineMin,
  fineMax,
  prisonMonthsMin: null,
  prisonMonthsMax: null,
});
const prison = (months: readonly [number, number], dirhams: readonly [number, number]): PenaltyRange => ({
  ...fine(...dirhams),
  prisonMonthsMin: months[0],
  prisonMonthsMax: months[1],
});
const common = prison([3, 12], [20_000, 200_000]);

/** What the text says of a natural person; null = an administrative measure without an amount. */
export const naturalRanges: Readonly<Record<PenaltyCode, PenaltyRange | null>> = {
  P52: fine(10_000, 100_000),
  P53: fine(20_000, 200_000),
  P54: common,
  P55: common,
  P56: common,
  P57: prison([3, 12], [50_000, 300_000]),
  P58: common,
  P59: common,
  P60: common,
  P61: common,
  P62: prison([3, 6], [10_000, 50_000]),
  P63: prison([3, 12], [10_000, 100_000]),
  A30: null,
  A51: null,
};

/** Article of a penalty code: `P52` → `52`, `A30` → `30(4)`. */
export function penaltyArticle(code: PenaltyCode): string {
  return code === 'A30' ? '30(4)' : code.slice(1);
}

const timesFine = (range: PenaltyRange, factor: number): PenaltyRange => ({
  ...range,
  fineMin: range.fineMin === null ? null : range.fineMin * factor,
  fineMax: range.fineMax === null ? null : range.fineMax * factor,
});

const double = (months: number | null) => (months === null ? null : months * 2);

const publicKinds: ReadonlySet<string> = new Set(['public-authority', 'public-service-operator', 'court']);

/**
 * The range for a controller. Art. 64 doubles fines for a legal person and says nothing of prison for it; for public bodies
 * the range stays open (IC-34), for a natural person there is none.
 */
export function penaltyFor(code: PenaltyCode, controller: Controller): Penalty {
  const natural = naturalRanges[code];
  if (natural === null) return { code, natural: null, legal: null, note: 'administrative' };
  const perInfringement = code === 'P53' ? 'per-infringement' : null;
  if (controller.kind !== undefined && publicKinds.has(controller.kind)) return { code, natural, legal: null, note: 'IC-34' };
  if (controller.kind === 'natural-person') return { code, natural, legal: null, note: perInfringement ?? 'natural-person' };
  const legal = { ...timesFine(natural, 2), prisonMonthsMin: null, prisonMonthsMax: null };
  return { code, natural, legal, note: perInfringement };
}

/**
 * The range in recidivism (Art. 65: everything doubles). For a legal person the doublings of 64 and 65 are multiplied
 * (IC-25, `multiplied`) or only one counts (`doubled-once`).
 */
export function recidivismOf(penalty: Penalty, reading: string): Pick<Penalty, 'natural' | 'legal'> {
  const { natural, legal } = penalty;
  return {
    natural:
      natural === null
        ? null
        : {
            ...timesFine(natural, 2),
            prisonMonthsMin: double(natural.prisonMonthsMin),
            prisonMonthsMax: double(natural.prisonMonthsMax),
          },
    legal: legal === null ? null : timesFine(legal, reading === 'doubled-once' ? 1 : 2),
  };
}
