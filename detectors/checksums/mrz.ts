const weights = [7, 3, 1] as const;

/** What a character counts in a machine-readable zone: digits as themselves, letters from 10, the filler nothing; -1 for others. */
function valueOf(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  if (code >= 0x41 && code <= 0x5a) return code - 55;
  return code === 0x3c ? 0 : -1;
}

/** True if a digit is the check digit of the text before it (ICAO Doc 9303 part 3, weights 7-3-1); `<` counts as 0. */
export function mrzDigitHolds(text: string, digit: string): boolean {
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const value = valueOf(text.charCodeAt(at));
    if (value < 0) return false;
    sum += value * (weights[at % 3] ?? 0);
  }
  return (digit === '<' ? '0' : digit) === String(sum % 10);
}
