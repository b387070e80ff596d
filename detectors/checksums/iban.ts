import { mod97 } from './mod97.ts';

/** Letters as the numbers 10 to 35, as ISO 13616 counts them. */
const toDigits = (text: string): string => text.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));

/** Check digits of an IBAN (ISO 13616): country in capitals and the national account number to the two digits between. */
export const ibanCheckDigits = (country: string, account: string): string =>
  String(98 - mod97(toDigits(`${account}${country}00`))).padStart(2, '0');

/** True if the check digits of a compact IBAN in capitals hold. Says nothing of the country's length. */
export const isIban = (iban: string): boolean =>
  /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) && mod97(toDigits(iban.slice(4) + iban.slice(0, 4))) === 1;
