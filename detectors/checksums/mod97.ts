/** ISO/IEC 7064 MOD 97-10 and the plain remainder by 97 that Moroccan numbers use. */

/** Remainder by 97 of a number given as digit values. */
export function remainder97(values: ArrayLike<number>, count: number): number {
  let remainder = 0;
  // Seven digits behind a remainder still fit in a small integer.
  for (let at = 0; at < count;) {
    for (const stop = Math.min(at + 7, count); at < stop; at++) remainder = remainder * 10 + (values[at] ?? 0);
    remainder %= 97;
  }
  return remainder;
}

/** Remainder by 97 of the Western digits in a stretch of bytes; -1 if there is anything else. */
export function remainder97In(bytes: Uint8Array, from: number, to: number): number {
  let remainder = 0;
  // Negative as soon as a byte is no digit.
  let signs = 0;
  for (let at = from; at < to;) {
    for (const stop = Math.min(at + 7, to); at < stop; at++) {
      const digit = bytes[at]! - 0x30;
      signs |= digit | (9 - digit);
      remainder = remainder * 10 + digit;
    }
    remainder %= 97;
  }
  return signs < 0 ? -1 : remainder;
}

/** Remainder by 97 of a string of decimal digits. */
export function mod97(digits: string): number {
  return remainder97(
    Array.from(digits, (digit) => digit.charCodeAt(0) - 0x30),
    digits.length,
  );
}

/** The two digits that make a number, followed by them, a multiple of 97. */
export function keyDigits97(digits: string): string {
  return String(97 - mod97(`${digits}00`)).padStart(2, '0');
}
