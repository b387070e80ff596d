import type { Clock } from '../../findings/clock.ts';

/** The clock of the machine. */
export const systemClock: Clock = { now: () => new Date().toISOString() };
