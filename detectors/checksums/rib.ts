import { keyDigits97, mod97 } from './mod97.ts';

/** Key of a Moroccan bank account number (RIB): 22 digits (bank 3, town 3, account 16) to the last 2. */
export const ribKey = (digits22: string): string => keyDigits97(digits22);

/** True for 24 digits that are, as one number, a multiple of 97. */
export const isRib = (digits: string): boolean => /^\d{24}$/.test(digits) && mod97(digits) === 0;
