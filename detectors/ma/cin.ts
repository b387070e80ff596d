import { byteWords } from '../byte-words.ts';
import { cinPrefixes, lookAlikePrefixes } from '../data/cin-prefixes.ts';
import { type Found, trait, type ValueDetector, type Window } from '../define.ts';
import { areDigits, backDigits, digitAt, endsFree, isWordByte, readDigits, startsFree } from '../digits.ts';
import { isFollowedBy, isLedBy, leadWords } from '../leads.ts';
import { compact } from '../normalise.ts';

const isLetter = (byte: number): boolean => (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
/** True behind a colon and a digit: the end of a range of cells. */
const isRange = (bytes: Uint8Array, start: number): boolean => bytes[start - 1] === 0x3a && digitAt(bytes, start - 2) >= 0;

/** One or two letters of either case as an index; the second is 0 where there is none. */
const prefixIndex = (first: number, second: number): number => (first & 31) * 32 + (second & 31);

/** A table with 1 for each of the prefixes: it is asked for every candidate. */
function markPrefixes(prefixes: Iterable<string>): Uint8Array {
  const marks = new Uint8Array(32 * 32);
  for (const prefix of prefixes) marks[prefixIndex(prefix.charCodeAt(0), prefix.length > 1 ? prefix.charCodeAt(1) : 0)] = 1;
  return marks;
}
const knownPrefixes = markPrefixes(cinPrefixes);
const doubtfulPrefixes = markPrefixes(lookAlikePrefixes);

/** Words of two letters that stand before a number as well. */
const smallWords = markPrefixes(['AU', 'DE', 'DU', 'EN', 'ET', 'IN', 'IS', 'LA', 'LE', 'NO', 'OF', 'ON', 'OU', 'TO', 'UN']);

/** Words of Moroccan Arabic that make a number of this form somebody's: "dyali BK123456", "ra9mha BK123456". */
const owners = leadWords(`
  dyali, dyalo, dyalou, dyalha, dyalek, dyalk, diali, dialo, dialha, dialek, hiya, howa, raqmi, raqmo, raqmha, ra9mi, ra9mo, ra9mha, nmrtha, nmrto, nmrti,
  smiti, smito, smitha, dyal, dial, ديالي, ديالو, ديالها, نمرتها, نمرتو`);

const isCapital = (byte: number): boolean => byte >= 0x41 && byte <= 0x5a;

/** True where a dash, dot, slash or underscore ties a candidate to letters or digits beside it, as in part numbers. */
const isTied = (bytes: Uint8Array, joint: number, beyond: number): boolean => {
  const byte = bytes[joint] ?? 0;
  return ((byte >= 0x2d && byte <= 0x2f) || byte === 0x5f || byte === 0x23) && isWordByte(bytes[beyond] ?? 0);
};

/** Names that look like a card: of a set of characters, of an interface of a kernel. */
const standards = byteWords(['GB18030', 'NL80211']);

/** Writes the match of the letters and digits from `start` on and what they are worth; false if they cannot be a CIN. */
function weigh(window: Window, found: Found, start: number, letters: number): boolean {
  const { bytes, digits, low, high } = window;
  const first = bytes[start] ?? 0;
  const second = letters === 2 ? (bytes[start + 1] ?? 0) : 0;
  const prefix = prefixIndex(first, second);
  found.start = start;
  found.end = digits.end;
  const isSolid = digits.starts[0] === start + letters;
  const isWord = !isSolid && !isCapital(first) && smallWords[prefix] === 1;
  const isPrinted = isCapital(first) && (letters === 1 || isCapital(second)) && isSolid;
  const isAlone =
    !(start - 2 >= low && (isTied(bytes, start - 1, start - 2) || isRange(bytes, start))) &&
    !(digits.end + 1 < high && isTied(bytes, digits.end, digits.end + 1)) &&
    !(digits.end + 1 < high && bytes[digits.end] === 0x3a && isLetter(bytes[digits.end + 1] ?? 0));
  const isUsual = digits.count >= 5 && digits.count <= 6;
  if (
    !isPrinted ||
    !isAlone ||
    !isUsual ||
    knownPrefixes[prefix] !== 1 ||
    doubtfulPrefixes[prefix] === 1 ||
    standards.has(bytes, start, digits.end)
  )
    found.traits = trait.needsContext;
  // One letter and some digits are too common to count for much by themselves.
  else {
    const isOwned = isLedBy(window, start, owners) || isFollowedBy(window, digits.end, owners);
    found.traits = (letters === 2 ? trait.knownPrefix : 0) | (isOwned ? trait.telling : 0);
  }
  return !isWord && letters + digits.count <= 9 && endsFree(window, digits.end);
}

/** Reads digits; of a number that follows behind a space nothing belongs to the card: "BK123456 0661…". */
function readFirst(window: Window, from: number, most: number): number {
  const { digits, bytes } = window;
  const count = readDigits(digits, window, from, most);
  let first = 0;
  while (first < count && digits.groups[first] === 0) first++;
  const end = (digits.starts[first - 1] ?? 0) + 1;
  const isFollowed = first < count && first >= 5 && first <= 6 && bytes[end] === 0x20;
  return isFollowed ? readDigits(digits, window, from, first) : count;
}

/** Number of the Moroccan national identity card (CIN, CNIE): one or two letters, then five or six digits. */
export const cin: ValueDetector = {
  kind: 'value',
  id: 'ma/cin',
  title: 'Moroccan national identity card number (CIN, CNIE)',
  finds:
    'One or two letters and five or six digits; a card that nothing else speaks for counts only with the letters of a known office.',
  references: [
    'Specification of electronic social-security declarations (CNSS e-BDS, 2006): at most 8 characters',
    'Law 04-20 and decree 2-20-521 on the national electronic identity card',
    'Public list of offices by letters; raises confidence, never rejects',
  ],
  example: 'CIN n° BK123456',
  identifies: true,
  company: 'beside',
  anchors: ['[^\\l\\d]\\l{1,2}[ .\\-]?\\d{5}'],
  context: {
    fr: `
      cin, c.i.n, cnie, c.n.i.e, cine, cni, carte, carte nationale, carte d'identité, carte nationale d'identité,
      pièce d'identité, carte nationale d identité électronique, identité, identifié, identifiée`,
    ar: `
      البطاقة, بطاقة, بطاقته, بطاقتها, بطاقتي, البطاقة الوطنية, بطاقته الوطنية, بطاقتها الوطنية, بطاقتي الوطنية, بطاقة وطنية,
      رقم البطاقة الوطنية, البطاقة الوطنية للتعريف, بطاقة التعريف, بطاقة التعريف الوطنية, ب.ت.و, ب و ت, ب.و.ت.إ, رقم البطاقة, لاكارط,
      لاكارت, لكارط, كارط, لاسين, الهوية`,
    darija: `
      lcarte, lacarte, la carte, lacart, lkart, lakart, lakarta, lakarte, lkarta, lkarte, karta, karti, kartou, kartha, carta, carti, lcart,
      la kart, la karta, blacarte, blcarte, blakart, dlacarte, dlcarte, dlakart, lcin, lacin, la cin, dcin, lacine, lasin, la sin, lcnie, lacnie,
      bita9a, lbita9a, bita9at, bita9ti, bita9to, bita9tha, bitaqa, lbitaqa, bitaqat, bitaqti, bitaka, lbitaka, lwatania, lwataniya, lwatanya,
      watania, wataniya, ta3rif, lidentité, lwatani, watani, la cart, t3rif, tta3rif, nationale, nasionale, nasyonal`,
    en: 'national id, id card, identity card, id number, national identity, identity',
  },
  counter: {
    fr: `
      facture, commande, bon de livraison, référence, réf, ref, article, lot, devis, produit, dossier, vol,
      boîte postale, bp, code postal, registre du commerce, patente, fidélité, carte réseau, carte mère, carte graphique, carte mémoire,
      carte grise, carte bancaire, carte sim, carte cadeau, carte prépayée, abonnement, modèle, série, garantie, colis, séjour, carte de séjour, titre de séjour, résidence, carte de résidence, immatriculation`,
    ar: 'فاتورة, طلبية, السجل التجاري, ص.ب, الرمادية, البنكية, الوفاء, الإقامة, بطاقة الإقامة, إقامة',
    darija:
      'l bon, model, lmodel, mark, sel3a, commande dyali, lcommande, factura, lfactura, lfacture, fatoura, lfatoura, livraison, lref',
    en: `
      invoice, order, reference, sku, part number, flight, version, ticket, serial, loyalty, network card, graphics card, gift card, model, pack,
      membership, residence card, residence permit, residence`,
  },
  fields: {
    says: `
      cin, cnie, cni, cine, lcin, num cin, no cin, cin number, numero cin, cin client, cin patient, carte nationale, carte d identite, carte identite, piece identite, num piece identite,
      national id, id card, identity card, identity number, national card, =carte, =la carte, =num la carte, lcarte, lacarte, lakart, lkart, lakarta,
      lkarta, karta, bita9a, lbita9a, bitaqa, lbitaqa, bita9a lwatania, lwatania, رقم البطاقة, البطاقة الوطنية, رقم البطاقة الوطنية,
      بطاقة التعريف, رقم ب ت و, ب ت و, لاكارط`,
    denies: `
      sku, ref, reference, article, produit, product, facture, invoice, commande, order, code, vol, flight, serial,
      lot, plate, immatriculation, matricule, fidelite, loyalty, modele, model, serie, barcode, code barre`,
  },
  check(window, found) {
    const { bytes, low, digits } = window;
    const digitsFrom = backDigits(window, window.at, 5);
    let end = digitsFrom;
    if (!isLetter(bytes[end - 1] ?? 0)) end--;
    let start = end;
    while (start > low && end - start < 3 && isLetter(bytes[start - 1] ?? 0)) start--;
    const letters = end - start;
    if (letters < 1 || letters > 2 || !startsFree(window, start)) return false;
    readFirst(window, digitsFrom, 7);
    return digits.groups[digits.count - 1] === 0 && weigh(window, found, start, letters);
  },
  readLabelled(window, found) {
    const { bytes, high, at } = window;
    const limit = Math.min(high, at + 40);
    for (let start = at; start < limit; start++) {
      const byte = bytes[start] ?? 0;
      if (!isLetter(byte) || !startsFree(window, start)) continue;
      const letters = isLetter(bytes[start + 1] ?? 0) ? 2 : 1;
      let digitsFrom = start + letters;
      while (
        digitsFrom < start + letters + 3 &&
        (bytes[digitsFrom] === 0x20 || bytes[digitsFrom] === 0x2d || bytes[digitsFrom] === 0x2e)
      )
        digitsFrom++;
      if (digitsFrom >= high || digitAt(bytes, digitsFrom) < 0) continue;
      const count = readFirst(window, digitsFrom, 8);
      if (count >= 4 && count <= 7 && weigh(window, found, start, letters)) return true;
    }
    return false;
  },
  usual: {
    hasWords: false,
    read(window, found) {
      const { bytes, digits, low, high } = window;
      const letters = isCapital(bytes[low + 1] ?? 0) ? 2 : 1;
      digits.count = high - low - letters;
      if (!isCapital(bytes[low] ?? 0) || digits.count < 5 || digits.count > 6 || !areDigits(bytes, low + letters, high))
        return false;
      digits.starts[0] = low + letters;
      digits.end = high;
      return weigh(window, found, low, letters);
    },
  },
  normalise: compact,
};
