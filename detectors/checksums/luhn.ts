/** True if the last of `count` digits is the check digit of the others (ISO/IEC 7812-1, annex B). */
export function luhnHolds(digits: Uint8Array, count: number): boolean {
  let sum = 0;
  for (let at = 0; at < count; at++) {
    const digit = digits[count - 1 - at] ?? 0;
    const doubled = at % 2 === 0 ? digit : 2 * digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return count > 0 && sum % 10 === 0;
}
