import { luhnHolds } from '../checksums/luhn.ts';
import { type Digits, trait, type ValueDetector, type Window } from '../define.ts';
import { digitAt, digitBefore, endsFree, groupSizes, groupStart, readDigits, startsFree } from '../digits.ts';
import { compact } from '../normalise.ts';

const leading = ({ values }: Digits, count: number): number => {
  let number = 0;
  for (let at = 0; at < count; at++) number = number * 10 + (values[at] ?? 0);
  return number;
};

/** Lengths of the schemes by the first digits of their numbers. */
function isSchemeLength(digits: Digits): boolean {
  const { count } = digits;
  const two = leading(digits, 2);
  const four = leading(digits, 4);
  if (two >= 40 && two <= 49) return count === 16 || count === 13 || count === 19;
  if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) return count === 16;
  if (two === 34 || two === 37) return count === 15;
  if (two === 36 || two === 38 || (four >= 3000 && four <= 3059)) return count === 14;
  if (four >= 3528 && four <= 3589) return count === 16;
  if (two === 62) return count >= 16 && count <= 19;
  return (four === 6011 || two === 65 || (four >= 6440 && four <= 6499)) && count === 16;
}

const groupings = new Set([4444, 465, 464, 44443]);

/** True if no digits stand one separator away: the number is not a piece of a longer one. An expiry date may follow. */
function isWhole({ bytes, low, high, digits }: Window, start: number): boolean {
  const isJoint = (byte: number): boolean => byte === 0x20 || byte === 0x2d || byte === 0x2e || byte === 0x2f || byte === 0x3a;
  if (start - 2 >= low && isJoint(bytes[start - 1] ?? 0) && digitBefore(bytes, start - 1) >= low) return false;
  const { end } = digits;
  if (end + 1 >= high || !isJoint(bytes[end] ?? 0) || digitAt(bytes, end + 1) < 0) return true;
  return bytes[end] === 0x20 && bytes[end + 3] === 0x2f;
}

/** Reads 13 to 19 digits that a scheme gives out. */
function readCard(window: Window, start: number): boolean {
  const { digits } = window;
  // No scheme begins with another digit.
  const first = digitAt(window.bytes, start);
  if (first < 2 || first > 6) return false;
  const count = readDigits(digits, window, start, 20);
  if (count < 13) return false;
  // Behind the number its expiry date may stand: only the groups of the number count.
  if (count > 16 && digits.groups[count - 1] !== 0 && digits.groups[16] !== digits.groups[15])
    readDigits(digits, window, start, 16);
  return digits.count <= 19 && isSchemeLength(digits) && luhnHolds(digits.values, digits.count) && startsFree(window, start);
}

/** Payment card number (PAN): length and first digits of a scheme, and a Luhn check digit. */
export const paymentCard: ValueDetector = {
  kind: 'value',
  id: 'global/payment-card',
  title: 'Payment card number',
  finds: 'Digits with the beginning and length of a card scheme whose Luhn digit holds, solid or in the groups printed on cards.',
  references: [
    'ISO/IEC 7812-1 (numbering and Luhn check digit)',
    'Ranges published by the schemes (Visa, Mastercard, American Express, Diners, Discover, JCB, UnionPay)',
  ],
  example: 'Carte bancaire : 4111 1111 1111 1111',
  anchors: ['[^\\d][2-6]\\d{12}', '[^\\d][2-6]\\d{3}[ \\-]\\d{4}[ \\-]\\d{4}', '[^\\d][2-6]\\d{3}[ \\-]\\d{6}[ \\-]\\d{4}'],
  context: {
    fr: `
      carte bancaire, carte de crédit, carte de paiement, numéro de carte, n° de carte, n° carte, carte visa, visa,
      mastercard, cb, cmi, carte, ma carte, carte cmi, american express, amex`,
    ar: 'البطاقة البنكية, بطاقة الائتمان, رقم البطاقة البنكية, بطاقة الأداء, كارط بنكي, لاكارط بنكير',
    darija: 'carte bancaire dyali, la carte guichet, carte guichet, lacarte bancaire',
    en: 'card, credit card, debit card, card number, payment card, card no, cardholder',
  },
  counter: {
    fr: 'facture, commande, référence, réf, suivi, colis, imei, isbn, ean, série',
    en: 'invoice, order, tracking, imei, serial, timestamp, isbn, barcode',
  },
  fields: {
    says: `
      carte bancaire, num carte, no carte, numero carte, pan, card number, cardnumber, credit card, debit card, card no,
      cc number, payment card, carte credit, carte paiement, البطاقة البنكية, رقم البطاقة البنكية, بطاقة الأداء`,
    denies:
      'sku, ref, reference, imei, ean, barcode, isbn, serial, tracking, order, commande, timestamp, carte nationale, carte sejour',
  },
  check(window, found) {
    const { digits } = window;
    let start = groupStart(window, window.at);
    const back = window.anchor === 0 ? 0 : 2;
    for (let groups = 0; groups < back; groups++) start = groupStart(window, start - 1);
    if (!readCard(window, start) || !endsFree(window, digits.end) || !isWhole(window, start)) return false;
    const sizes = groupSizes(digits);
    const isGrouped = groupings.has(sizes);
    if (!isGrouped && digits.groups[digits.count - 1] !== 0) return false;
    found.start = start;
    found.end = digits.end;
    // Luhn's digit fits one number in ten: a solid row of digits needs a word to be more than a candidate.
    found.traits = isGrouped ? trait.knownPrefix : 0;
    return true;
  },
  normalise: compact,
};
