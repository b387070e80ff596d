/** Calendar dates (`YYYY-MM-DD`, Africa/Casablanca) and ISO 8601 periods. */

const dayMs = 86_400_000;

const toDate = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** The date `days` after another. */
export function addDays(date: string, days: number): string {
  return toDate(Date.parse(`${date}T00:00:00Z`) + days * dayMs);
}

/** A period in years, months and days; `hours` holds what is shorter than a day. */
export interface Period {
  readonly years: number;
  readonly months: number;
  readonly days: number;
}

const shape = /^P(?=.)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=.)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** Reads an ISO 8601 duration such as `P5Y` or `P3M`; anything else, and a period of nothing, is no duration: null. */
export function parsePeriod(text: string): Period | null {
  const found = shape.exec(text.trim());
  if (found === null) return null;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((digits) => (digits === undefined ? 0 : Number(digits)));
  const shorter = hours + minutes + seconds > 0 ? Math.max(1, Math.ceil((hours + minutes / 60 + seconds / 3600) / 24)) : 0;
  const period = { years, months, days: weeks * 7 + days + shorter };
  return period.years + period.months + period.days === 0 ? null : period;
}

/** The date a period after another; the 31st becomes the last day of a shorter month. */
export function addPeriod(date: string, period: Period): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const months = year * 12 + (month - 1) + period.years * 12 + period.months;
  const lastDay = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  const moved = Date.UTC(Math.floor(months / 12), months % 12, Math.min(day, lastDay));
  return toDate(moved + period.days * dayMs);
}

/** Made once: making one takes far longer than using it. */
const inMorocco = new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Casablanca', dateStyle: 'short' });

/** The calendar date of an instant (UTC ISO 8601) in Morocco. */
export function dateInMorocco(instant: string): string {
  return inMorocco.format(new Date(instant));
}
