/** The closed list of checks that a custom detector may ask for. Each looks at the letters and digits of a value. */
import { isIban } from '../checksums/iban.ts';
import { luhnHolds } from '../checksums/luhn.ts';
import { remainder97 } from '../checksums/mod97.ts';
import type { Digits } from '../define.ts';
import { digitAt } from '../digits.ts';
import { compact } from '../normalise.ts';

export const validatorNames = ['none', 'luhn', 'mod97', 'mod97-10', 'rib', 'ice', 'iban'] as const;
export type ValidatorName = (typeof validatorNames)[number];

export interface Validator {
  /** Code shown in evidence; null where random digits pass too often for it to count as a proof. */
  readonly checksum: string | null;
  holds(bytes: Uint8Array, start: number, end: number, digits: Digits): boolean;
}

/** Gathers the digits of a value, whatever stands between them. Returns how many; none if they are too many. */
function gather(bytes: Uint8Array, start: number, end: number, digits: Digits): number {
  let count = 0;
  for (let at = start; at < end; at++) {
    const digit = digitAt(bytes, at);
    if (digit < 0) continue;
    if (count >= digits.values.length) return 0;
    digits.values[count++] = digit;
    if ((bytes[at] ?? 0) >= 0x80) at++;
  }
  return count;
}

const onDigits = (checksum: string | null, accept: (digits: Digits, count: number) => boolean): Validator => ({
  checksum,
  holds: (bytes, start, end, digits) => accept(digits, gather(bytes, start, end, digits)),
});

const decoder = new TextDecoder();

export const validators: Readonly<Record<ValidatorName, Validator>> = {
  none: { checksum: null, holds: () => true },
  luhn: onDigits(null, ({ values }, count) => luhnHolds(values, count)),
  mod97: onDigits('mod-97', ({ values }, count) => count > 2 && remainder97(values, count) === 0),
  'mod97-10': onDigits('mod-97-10', ({ values }, count) => count > 2 && remainder97(values, count) === 1),
  rib: onDigits('mod-97', ({ values }, count) => count === 24 && remainder97(values, count) === 0),
  ice: onDigits('mod-97', ({ values }, count) => count === 15 && remainder97(values, count) === 0),
  iban: { checksum: 'mod-97-10', holds: (bytes, start, end) => isIban(compact(decoder.decode(bytes.subarray(start, end)))) },
};
