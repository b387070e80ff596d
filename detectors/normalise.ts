/** Spellings folded away, so that two writings of one value are equal. */

const marks = /\u{640}|[\p{Mn}\p{Cf}]/gu;

/** Digits of Arabic script become Western ones; presentation forms and full width become plain; marks go. */
export function foldScript(value: string): string {
  return value
    .normalize('NFKC')
    .replaceAll(marks, '')
    .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replaceAll(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));
}

/** Letters in capitals and digits only. */
export const compact = (value: string): string =>
  foldScript(value)
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** Trimmed, in lower case, with single spaces. */
export const plain = (value: string): string => foldScript(value).trim().toLowerCase().replaceAll(/\s+/g, ' ');
