import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { isGivenOut } from '../data/moroccan-numbering.ts';
import { type Digits, type Found, trait, type ValueDetector, type Window } from '../define.ts';
import {
  areDigits,
  backDigits,
  beginsWord,
  digitAt,
  digitBefore,
  endsFree,
  groupStart,
  isWordByte,
  readDigits,
  startsFree,
} from '../digits.ts';
import { darijaWords, isFollowedBy, isLedBy, leadWords } from '../leads.ts';
import { foldScript } from '../normalise.ts';
import { isInLetterhead } from '../organisations.ts';

const plus = 0x2b;
const open = 0x28;

/** Byte after the separators and the "(0)" or "0" that people write between country code and number. */
function skipTrunk({ bytes, high }: Window, from: number): number {
  let at = from;
  const limit = Math.min(high, from + 8);
  while (at < limit && !(digitAt(bytes, at) > 0)) {
    const byte = bytes[at] ?? 0;
    const isPart = byte === 0x20 || byte === 0x29 || byte === open || (byte >= 0x2d && byte <= 0x30) || byte >= 0x80;
    if (!isPart) break;
    at++;
  }
  return at;
}

/** True if the digits just read are a whole number, not the beginning of a longer row of groups. */
function isWhole(window: Window, digits: Digits): boolean {
  const { bytes, high } = window;
  const { end } = digits;
  if (!endsFree(window, end)) return false;
  const next = bytes[end] ?? 0;
  if (end + 1 >= high || digitAt(bytes, end + 1) < 0 || beginsWord(bytes, end + 1)) return true;
  if (next === 0x2e || next === 0x2d) return false;
  const isGrouped = (digits.groups[digits.count - 1] ?? 0) > 1;
  // Another number may follow, not another pair of this row.
  const second = bytes[end + 2] ?? 0;
  return next !== 0x20 || !isGrouped || (bytes[end + 1] === 0x30 && second >= 0x35 && second <= 0x38);
}

/** True where the digits before a candidate do not belong to it: no decimal fraction, no date, no longer row of groups. */
function isHead(window: Window, start: number, isGrouped: boolean): boolean {
  if (!startsFree(window, start)) return false;
  const { bytes, low } = window;
  const before = bytes[start - 1] ?? 0;
  // The day of "2019/07/05-2019/07/29".
  if (before === 0x2f && bytes[start - 4] === 0x2f && start - 4 > low && digitBefore(bytes, start - 4) >= 0) return false;
  if (start - 2 < low || digitBefore(bytes, start - 1) < 0) return true;
  return before !== 0x2e && before !== 0x2d && before !== 0x2c && !(before === 0x20 && isGrouped && !isToken(window, start - 1));
}

/** True if the digits before a byte belong to a token with letters: the number of a card, a word of Darija. */
function isToken(window: Window, end: number): boolean {
  const start = groupStart(window, end);
  return start > window.low && isWordByte(window.bytes[start - 1] ?? 0);
}

/** Small words that stand between a verb and a number somebody is called by, and seldom before other numbers. */
const leads = leadWords(
  `au, aux, sur, le, via, on, at, ${darijaWords}, على, من, هو, هي, ها, هاهو, هاهي, ديالي, ديالو, ديالها, ف, ديال`,
);
/** Small words that speak of the number before them. */
const followers = leadWords(`${darijaWords}, ديال, هذا, هدا, whatsapp, sms`);

/** The first four of nine national digits. */
const leading = (values: ArrayLike<number>): number =>
  (values[0] ?? 0) * 1000 + (values[1] ?? 0) * 100 + (values[2] ?? 0) * 10 + (values[3] ?? 0);

/** What a mobile number is worth that has no separators; 0 if it is none. */
function weighMobile(bytes: Uint8Array, at: number, reach: number): number {
  if ((bytes[at] !== 0x36 && bytes[at] !== 0x37) || !areDigits(bytes, at, at + 9)) return 0;
  const first = bytes[at] * 1000 + bytes[at + 1]! * 100 + bytes[at + 2]! * 10 + bytes[at + 3]! - 0x30 * 1111;
  return isGivenOut(first) ? reach : trait.needsContext;
}

const isMoroccanPrefix = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === plus && bytes[at + 1] === 0x32 && bytes[at + 2] === 0x31 && bytes[at + 3] === 0x32;

/** Reads nine national digits and writes what they are worth. */
function readNational(window: Window, found: Found, [start, from]: readonly [number, number], reach: number): boolean {
  const { digits } = window;
  if (readDigits(digits, window, from, 9) !== 9) return false;
  const groups = digits.groups[8] ?? 0;
  if (!isWhole(window, digits) || !isHead(window, start, groups > 1)) return false;
  const first = digits.values[0] ?? 0;
  if (first < 5 || first > 8) return false;
  found.start = start;
  found.end = digits.end;
  const isTold = groups >= 3 || isLedBy(window, start, leads) || isFollowedBy(window, digits.end, followers);
  found.traits = isGivenOut(leading(digits.values)) ? reach | (isTold ? trait.telling : 0) : trait.needsContext;
  // Fixed lines begin with 5, numbers of services with 8: in a letterhead they are the organisation's.
  if (first === 5 || first === 8) {
    found.traits |= trait.institutional;
    if (isInLetterhead(window, start, digits.end)) found.traits |= trait.organisation;
  }
  return true;
}

/** Codes met most in Morocco with the first digits and lengths of their numbers: France, Spain, North America. */
const frequentForeign = /^(?:33[1-79]\d{8}|34[6-9]\d{8}|1[2-9]\d{2}[2-9]\d{6})$/;

/** Codes of services that belong to no country (ITU-T E.164, list of assigned country codes). */
const sharedCodes = ['800', '808', '870', '878', '881', '882', '883', '888', '979'];
/** Country codes in use; none is the beginning of another. */
const callingCodes = new Set<string>([...getCountries().map((country) => getCountryCallingCode(country)), ...sharedCodes]);

const hasCallingCode = (digits: string): boolean =>
  callingCodes.has(digits.slice(0, 1)) || callingCodes.has(digits.slice(0, 2)) || callingCodes.has(digits.slice(0, 3));

/** In North America numbers have ten digits, with a 1 before them by mistake eleven; everything else is none there. */
const isLengthOfZone = (digits: string): boolean =>
  !digits.startsWith('1') || digits.length === 11 || (digits.length === 12 && digits[1] === '1') || digits.length === 8;

/** The library takes long to say no: what can be told by the first digits and their number does not get there. */
const isForeignNumber = (digits: string): boolean =>
  frequentForeign.test(digits) ||
  (hasCallingCode(digits) && isLengthOfZone(digits) && parsePhoneNumberFromString(`+${digits}`)?.isValid() === true);

/** Numbers of other countries: the metadata of libphonenumber decides, on the digits alone. */
function readForeign(window: Window, found: Found, [start, from]: readonly [number, number], reach: number): boolean {
  const { digits } = window;
  let count = readDigits(digits, window, from, 15);
  if (count === 15 && !endsFree(window, digits.end)) return false;
  for (; count >= 8; count = groupBefore(digits, count)) {
    let text = '';
    for (let at = 0; at < count; at++) text += String(digits.values[at]);
    if (!isForeignNumber(text) || isPosition(window, from)) continue;
    const last = digits.starts[count - 1] ?? 0;
    found.start = start;
    found.end = last + ((window.bytes[last] ?? 0) < 0x80 ? 1 : 2);
    found.traits = reach;
    return endsFree(window, found.end) && startsFree(window, start) && !isDecimal(window, digits);
  }
  return false;
}

/** Digits up to the group before the last. */
function groupBefore(digits: Digits, count: number): number {
  const group = digits.groups[count - 1];
  let at = count;
  while (at > 0 && digits.groups[at - 1] === group) at--;
  return at;
}

/** "+1.2345678901" and "+35236450.6" are fractions, "+ 2.30 2.10" is a row of them. */
function isDecimal({ bytes }: Window, digits: Digits): boolean {
  const groups = digits.groups[digits.count - 1] ?? 0;
  let first = 0;
  while (first < digits.count && digits.groups[first] === 0) first++;
  const isDotted = bytes[(digits.starts[first - 1] ?? 0) + 1] === 0x2e;
  if (!isDotted) return false;
  let second = first;
  while (second < digits.count && digits.groups[second] === 1) second++;
  return groups === 1 ? first === 1 || first >= 5 : bytes[(digits.starts[second - 1] ?? 0) + 1] === 0x20;
}

function isMoroccanCode(digits: Digits): boolean {
  return digits.values[0] === 2 && digits.values[1] === 1 && digits.values[2] === 2;
}

/** True for "+4953-09709" and "+492717-0023210": latitude and longitude in degrees and minutes (ISO 6709). */
function isPosition({ bytes, high }: Window, from: number): boolean {
  let dash = from;
  while (digitAt(bytes, dash) >= 0) dash++;
  let end = dash + 1;
  while (end < high && digitAt(bytes, end) >= 0) end++;
  const isFine = dash - from === 6 && end - dash === 8;
  return bytes[dash] === 0x2d && (isFine || (dash - from === 4 && end - dash === 6));
}

/** Reads from a country code on. */
function readInternational(window: Window, found: Found, [start, from]: readonly [number, number], reach: number): boolean {
  const { digits } = window;
  if (readDigits(digits, window, from, 4) < 3) return false;
  if (!isMoroccanCode(digits)) return readForeign(window, found, [start, from], reach);
  const last = digits.starts[2] ?? 0;
  const after = last + ((window.bytes[last] ?? 0) < 0x80 ? 1 : 2);
  return readNational(window, found, [start, skipTrunk(window, after)], reach === trait.needsContext ? trait.knownPrefix : reach);
}

/** True if so many digits follow without a separator. */
function endsSolid(window: Window, from: number, most: number): boolean {
  const count = readDigits(window.digits, window, from, most);
  return count === most && window.digits.groups[most - 1] === 0;
}

/** True for digits that a sign ties to what stands before them: "#issuecomment-737496588". */
const isJoined = ({ bytes, low }: Window, start: number): boolean =>
  start - 1 > low && [0x2d, 0x2f, 0x5f, 0x3d, 0x23].includes(bytes[start - 1] ?? 0);

/** The five ways to begin, in the order of `anchors`. */
const readers: readonly ((window: Window, found: Found) => boolean)[] = [
  (window, found) => {
    const start = backDigits(window, window.at, 6);
    // "0.612345678" is a fraction.
    if (start < 0 || (window.bytes[start + 1] === 0x2e && endsSolid(window, start + 2, 9))) return false;
    // "06.13156275" is a fraction or a code.
    if (window.bytes[start + 2] === 0x2e && endsSolid(window, start + 3, 8)) return false;
    const isGrouped = window.at - start > 6 && window.bytes[start] === 0x30;
    if (!isHead(window, start, isGrouped)) return false;
    const isBracketed = window.bytes[start - 1] === open && window.bytes[start + 1] === 0x29;
    return readNational(window, found, [isBracketed ? start - 1 : start, skipTrunk(window, start + 1)], trait.knownPrefix);
  },
  (window, found) => {
    let start = backDigits(window, window.at, 3);
    const from = start;
    while (start > window.low && from - start < 3 && window.bytes[start] !== plus) start--;
    return from >= 0 && readInternational(window, found, [start, from], trait.telling);
  },
  (window, found) => {
    const start = backDigits(window, window.at, 5);
    if (start < 0) return false;
    readDigits(window.digits, window, start, 3);
    const isMoroccan = readInternational(window, found, [start, window.digits.starts[2] ?? start], trait.needsContext);
    if (isMoroccan && found.traits === trait.knownPrefix) found.traits = trait.telling;
    return isMoroccan;
  },
  (window, found) => {
    const start = backDigits(window, window.at, 5);
    return start >= 0 && readInternational(window, found, [start, start], trait.knownPrefix);
  },
  (window, found) => {
    const start = backDigits(window, window.at, 9);
    if (start < 0 || isJoined(window, start) || !readNational(window, found, [start, start], 0)) return false;
    found.traits = trait.needsContext;
    return window.digits.groups[8] === 0;
  },
];

/** Form with country code and no separators, so that "06…", "00212 6…" and "+212 (0)6…" are one number. */
function toInternational(value: string): string {
  const text = foldScript(value)
    .replaceAll('(0)', '')
    .replaceAll(/[^\d+]/g, '');
  const digits = text.replace(/^\+/, '').replace(/^00/, '');
  if (digits.startsWith('212')) return `+212${digits.slice(3).replace(/^0/, '')}`;
  if (/^0[5-8]\d{8}$/.test(digits)) return `+212${digits.slice(1)}`;
  return /^[5-8]\d{8}$/.test(digits) && !text.startsWith('+') ? `+212${digits}` : `+${digits}`;
}

/** Telephone number: Moroccan by an exact check of the numbering plan, foreign ones behind a `+` by libphonenumber. */
export const phone: ValueDetector = {
  kind: 'value',
  id: 'global/phone',
  title: 'Telephone number',
  finds: 'Moroccan numbers in every written form, national and international; foreign numbers with their country code.',
  references: [
    'Moroccan numbering plan (ANRT), as in the metadata of libphonenumber, 2026',
    'ITU-T E.164 (lengths, country codes)',
  ],
  example: 'Tél : 06 61 23 45 67',
  identifies: true,
  company: 'beside',
  anchors: [
    '([^\\d]-|[^\\l\\d\\-])0[ .\\-)]?[5-8]([ .\\-]?\\d\\d){2}',
    '+ ?[1-9]([ .\\-()]?\\d){2}',
    '[^\\l\\d]00[ .\\-]?[1-9]\\d[ .\\-]?\\d',
    '[^\\l\\d+]212[ .\\-)]{0,2}[5-8]\\d',
    '[^\\l\\d][5-8]\\d{8}',
  ],
  context: {
    fr: `
      tél, tel, tlf, téléphone, gsm, portable, mobile, fixe, whatsapp, fax, viber, telegram, numéro, ligne directe, sms, contact,
      contactez, contacter, contacté, composez, composer, appelez, appeler, appelé, appelée, appel, appels, rappeler, rappelez, rappelé,
      joindre, joignable, message depuis, recharge, standard`,
    ar: `
      هاتف, الهاتف, هاتفي, هاتفه, هاتفها, رقم الهاتف, رقم هاتف, الهاتف النقال, المحمول, النقال, رقمي, رقمه, رقمها, نمرة, النمرة, نمرتي,
      نمرتو, نمرتها, تيليفون, التيليفون, تيليفوني, واتساب, الواتساب, رسالة نصية, على الرقم, من الرقم, الرقم التالي, الاتصال, اتصل, اتصلوا,
      اتصلت, يتصل, تواصلوا, للتواصل, عيط, عيطو, عيطي, عيطات, كيعيط, صوني, سوني, جاوب, تصل بيا, تصلو, دوي, هضر`,
    darija: `
      nmra, nmera, nemra, nnmra, nnemra, lnmra, nmrti, nmerti, nemrti, nmrto, nmrtou, nmertou, nmrtha, nmertha, nmrtek, nmert, nmeret, nomero,
      nimero, lnumero, lnuméro, ra9m, r9m, ra9em, rqm, rqem, raqm, ra9mi, raqmi, ra9mo, ra9mou, ra9mha, tilifoun, telifoun, tilifon, ttilifoun,
      tele, ttel, lportable, lgsm, lfixe, watsap, watsapp, watssap, lwatsap, lwhatsapp, wats, imo, khett, lkhett, khatt, lkhatt, sonni, sonniti,
      sonnit, kaysonni, katsonni, ysonni, 3iyet, 3iyt, 3iyti, 3iyto, 3ayet, 3ayt, 3ayti, 3ayto, 3eyet, 3eyt, 3eyti, kay3iyet, kat3iyet, y3iyet,
      t3iyet, n3iyet, y3ayet, 3iyat, jawb, jawbni, jawbo, jawbi, kayjawb, katjawb, kayjawbch, katjawbch, yjawb, yjawbek, tjawb, hder, hdr, nhder,
      thder, hedri, hadri, dwi, ndwi, tdwi, dwit, tsel, tssel, tslo, tasel, tassel, tasslo, ttasslo, ittasil, ittassil, ittisal, tsal, ntasel,
      charji, chargi, charjili, rechargi, lma solde, solde, sms, msg, mesaj, message, rissala, risala, lappel, wasitini, siftou, siftili, sift liya`,
    en: `
      phone, telephone, cell, handset, mobile number, phone number, my number, new number, direct line, emergency contact, call, called, calls,
      contact, dial, rang from, ring me, reach, get me on, text, sms, voicemail, hotline`,
  },
  counter: {
    fr: 'facture, commande, référence, réf, bon de livraison, colis, montant, somme, code barre, lot',
    darija: 'num commande, numero commande, commande dyali, lcommande, reference, taman, khlast',
    en: 'invoice, order, timestamp, ticket, tracking number, amount',
  },
  inOrganisations: 'some',
  fields: {
    says: `
      tel, tels, tele, tlf, telephone, phone, phones, gsm, mobile, portable, cell, cellphone, cellular, whatsapp, num tel, fax, msisdn, contact no,
      contact number, mobile no, mobile number, numero mobile, numero portable, numero tel, numero appel, joindre, tilifoun, telifoun, tilifon,
      nmra, nemra, nmrt tilifoun, =numero, =num, =ra9m, =raqm, =rqm, ra9m tilifoun, raqm tilifoun, watsap, lportable, lgsm,
      الهاتف, رقم الهاتف, هاتف, الهاتف النقال, الهاتف المحمول, النقال, المحمول, نمرة, النمرة, واتساب`,
    denies: 'timestamp, amount, montant, sku, ref, reference, order, commande, facture, invoice',
  },
  check(window, found) {
    return readers[window.anchor]?.(window, found) === true;
  },
  readLabelled(window, found) {
    const { bytes, at, high } = window;
    const limit = Math.min(high, at + 24);
    let start = at;
    while (start < limit && digitAt(bytes, start) < 0 && bytes[start] !== plus && bytes[start] !== 0x0a) start++;
    if (digitAt(bytes, start) < 0 || isWordByte(bytes[start - 1] ?? 0)) return false;
    return digitAt(bytes, start) === 0 && readNational(window, found, [start, skipTrunk(window, start + 1)], trait.knownPrefix);
  },
  usual: {
    hasWords: false,
    read({ bytes, low, high }, found) {
      const isNational = high - low === 10 && bytes[low] === 0x30;
      const isInternational = high - low === 13 && isMoroccanPrefix(bytes, low);
      if (!isNational && !isInternational) return false;
      found.start = low;
      found.end = high;
      found.traits = weighMobile(bytes, high - 9, isNational ? trait.knownPrefix : trait.telling);
      return found.traits !== 0;
    },
  },
  normalise: toInternational,
};
