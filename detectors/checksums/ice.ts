import { keyDigits97, mod97 } from './mod97.ts';

/** Control key of a Moroccan common enterprise number (ICE): 13 digits (enterprise 9, establishment 4) to the last 2. */
export const iceKey = (digits13: string): string => keyDigits97(digits13);

/** True for 15 digits that are, as one number, a multiple of 97. */
export const isIce = (digits: string): boolean => /^\d{15}$/.test(digits) && mod97(digits) === 0;
