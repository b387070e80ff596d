import { type Found, trait, type ValueDetector, type Window } from '../define.ts';
import { isWordByte } from '../digits.ts';
import { isFollowedBy, isLedBy, leadWords } from '../leads.ts';

const isDigitByte = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
const isHexByte = (byte: number): boolean => isDigitByte(byte) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);

/** Who an address of version 4 is given to. `none` are those of no machine in particular. */
type Reach = 'public' | 'private' | 'none';

/** The last three numbers of an address as one that an engine keeps as a small integer. */
const packRest = (second: number, third: number, last: number): number => (second << 16) | (third << 8) | last;

/** Rows of digits that stand in manuals for whichever is meant: the last three numbers, and the first. */
const placeholders = new Map(
  ['1.2.3.4', '5.6.7.8', '4.3.2.1', '11.22.33.44', '12.34.56.78', '111.11.11.1', '123.45.67.89', '98.76.54.32'].map((row) => {
    const [first = 0, second = 0, third = 0, last = 0] = row.split('.').map(Number);
    return [packRest(second, third, last), first] as const;
  }),
);

/** By the special-purpose registry of RFC 6890, RFC 5737 and RFC 1918. */
function reachOf(parts: Uint8Array): Reach {
  const first = parts[0] ?? 0;
  const second = parts[1] ?? 0;
  const third = parts[2] ?? 0;
  const last = parts[3] ?? 0;
  if (first === 0 || first === 127 || first >= 224) return 'none';
  if (first === 192 && second === 0 && (third === 0 || third === 2)) return 'none';
  if ((first === 198 && second === 51 && third === 100) || (first === 203 && second === 0 && third === 113)) return 'none';
  if (first === 198 && (second === 18 || second === 19)) return 'none';
  if (first === 10 || (first === 192 && second === 168) || (first === 172 && second >= 16 && second <= 31)) return 'private';
  if ((first === 169 && second === 254) || (first === 100 && second >= 64 && second <= 127)) return 'private';
  // The address of a network, or one that everybody knows because it is made of one digit.
  if (last === 0 || (first === second && second === third && third === last)) return 'none';
  if (placeholders.get(packRest(second, third, last)) === first) return 'none';
  return 'public';
}

const parts = new Uint8Array(4);

/** Reads one of the four numbers up to 255; byte after it, or -1. */
function readPart({ bytes, high }: Window, from: number, part: number): number {
  let at = from;
  let value = 0;
  while (at < high && isDigitByte(bytes[at] ?? 0) && at - from < 4) value = value * 10 + (bytes[at++] ?? 0) - 0x30;
  if (at === from || value > 255 || (at - from > 1 && bytes[from] === 0x30)) return -1;
  parts[part] = value;
  return at;
}

/** Reads four numbers up to 255 around dots; byte after them, or -1. */
function readFour(window: Window, start: number): number {
  let at = start;
  for (let part = 0; part < 4; part++) {
    if (part > 0 && window.bytes[at++] !== 0x2e) return -1;
    at = readPart(window, at, part);
    if (at < 0) return -1;
  }
  return at;
}

/** True if neither letters, digits nor a further number of a version or of an object identifier touch the address. */
function isAlone({ bytes, low, high }: Window, start: number, end: number): boolean {
  const before = start > low ? (bytes[start - 1] ?? 0) : 0x20;
  const after = end < high ? (bytes[end] ?? 0) : 0x20;
  if (isWordByte(before) || before === 0x2e || before === 0x2d || before === 0x5f || before >= 0x80) return false;
  if (isWordByte(after) || after === 0x5f || after === 0x2d || after >= 0x80) return false;
  // A slash and a number make it the name of a network.
  return !((after === 0x2e || after === 0x2f) && end + 1 < high && isWordByte(bytes[end + 1] ?? 0));
}

/** True at the start of a line of a server's log in the common format: address, identity, user. */
function isLogLine({ bytes, low }: Window, start: number, end: number): boolean {
  const isFirst = start === low || bytes[start - 1] === 0x0a;
  return (
    isFirst && bytes[end] === 0x20 && bytes[end + 1] === 0x2d && bytes[end + 2] === 0x20 && !isDigitByte(bytes[end + 3] ?? 0)
  );
}

/** Reads backwards from the first digit of the last number: three numbers and their dots; first byte, or -1. */
function readThreeBefore({ bytes, low }: Window, last: number): number {
  let at = last;
  for (let part = 2; part >= 0; part--) {
    // The anchor saw digits and dots here, but any byte may stand for its dot.
    if (bytes[--at] !== 0x2e) return -1;
    const dot = at;
    let value = 0;
    for (let weight = 1; at > low && weight <= 100; weight *= 10) {
      const digit = bytes[at - 1]! - 0x30;
      if (digit < 0 || digit > 9) break;
      value += digit * weight;
      at--;
    }
    if (at === dot || value > 255 || (dot - at > 1 && bytes[at] === 0x30)) return -1;
    parts[part] = value;
  }
  return at;
}

function readVersion4(window: Window, found: Found): boolean {
  const start = readThreeBefore(window, window.at - 1);
  // Most addresses of a log are private: they need no further look.
  if (start < 0 || parts[0] === 10 || parts[0] === 0 || parts[0] === 127) return false;
  const end = readPart(window, window.at - 1, 3);
  return end >= 0 && judgeVersion4(window, found, [start, end], false);
}

/** Words before an address somebody came from, and after one that did something. */
const leads = leadWords(
  'from, depuis, via, by, par, visiteur, visitor, abonné, utilisateur, user, internaute, attaquant, attacker, mn, men, من, عبر',
);
const own = leadWords('ip, adresse, address, addr, عنوان');
const doers = leadWords(`
  s, a, ont, tente, essaie, appartient, tried, logged, connected, attempted, accessed, sent, posted, signed, belongs, requested, downloaded,
  visited, hammered, scanned, dkhel, dkhlat`);

/** True if the words that touch an address make it that of somebody who did something. */
const isActing = (window: Window, start: number, end: number): boolean =>
  isLedBy(window, start, leads) || isFollowedBy(window, end, doers);

/** True for the arcs of X.500, RSA, Netscape and elliptic curves: "2.5.29.10", "1.3.101.112" name objects in certificates. */
const isObjectId = (): boolean =>
  (parts[0] === 1 && (parts[1] === 2 || parts[1] === 3)) ||
  (parts[0] === 2 && (parts[1] === 5 || parts[1] === 16 || parts[1] === 23));

function readVersion4From(window: Window, found: Found, start: number, isNamed: boolean): boolean {
  const end = readFour(window, start);
  return end >= 0 && judgeVersion4(window, found, [start, end], isNamed);
}

/** Judges the address just read, in `[start, end)`. */
function judgeVersion4(window: Window, found: Found, [start, end]: readonly [number, number], isNamed: boolean): boolean {
  if (!isAlone(window, start, end)) return false;
  const reach = reachOf(parts);
  // A private address in a text is an example as often as not: only in a field that says so is it somebody's.
  if (reach === 'none' || (reach === 'private' && !isNamed)) return false;
  found.start = start;
  found.end = end;
  // Numbers below ten throughout are versions far more often than addresses.
  const isSmall = end - start < 9;
  if (isSmall && !isNamed && !isLedBy(window, start, own)) return false;
  const isLogged = isLogLine(window, start, end);
  if (reach === 'public' && (isLogged || (!isSmall && !isObjectId() && isActing(window, start, end))))
    found.traits = trait.telling;
  else found.traits = isSmall || isObjectId() ? trait.needsContext : trait.knownPrefix;
  return true;
}

/** Reads hexadecimal groups around colons, one run of zeros left out at most; byte after them, or -1. */
function readGroups({ bytes, high }: Window, start: number): number {
  let at = start;
  let groups = 0;
  let gaps = 0;
  for (;;) {
    const from = at;
    while (at < high && isHexByte(bytes[at] ?? 0)) at++;
    if (at - from > 4) return -1;
    if (at > from) groups++;
    if (bytes[at] !== 0x3a || groups > 8) break;
    if (bytes[at + 1] === 0x3a) {
      gaps++;
      at += 2;
      if (!isHexByte(bytes[at] ?? 0)) break;
    } else if (isHexByte(bytes[at + 1] ?? 0)) at++;
    else break;
  }
  const isWhole = gaps === 0 ? groups === 8 : gaps === 1 && groups >= 2 && groups < 8;
  return isWhole ? at : -1;
}

/** Global unicast addresses of version 6 (2000::/3); those for documentation, 2001:db8::/32, are nobody's. */
function readVersion6(window: Window, found: Found): boolean {
  const { bytes, low, high, at } = window;
  let start = at - 1;
  while (start > low && at - start < 12 && (isHexByte(bytes[start - 1] ?? 0) || bytes[start - 1] === 0x3a)) start--;
  const end = readGroups(window, start);
  if (end < 0 || (end < high && (isWordByte(bytes[end] ?? 0) || bytes[end] === 0x3a))) return false;
  const head = String.fromCharCode(...bytes.subarray(start, start + 9)).toLowerCase();
  if (head === '2001:db8:' || head === '2001:0db8') return false;
  found.start = start;
  found.end = end;
  found.traits = trait.knownPrefix;
  return true;
}

/** Internet address of version 4 or 6. Those of no machine in particular are left out; private ones need a word. */
export const ipAddress: ValueDetector = {
  kind: 'value',
  id: 'global/ip-address',
  title: 'IP address',
  finds:
    'A public address of version 4 or 6; at the start of a server log line, or beside a word that says whose it is, it is sure.',
  references: ['RFC 791, RFC 4291 (forms)', 'RFC 1918, RFC 5737, RFC 3849, RFC 6890 (addresses of nobody in particular)'],
  example: 'Adresse IP du client : 196.200.131.44',
  company: 'line',
  anchors: ['[^\\l\\d.]\\d{1,3}.\\d{1,3}.\\d{1,3}.\\d', '[^\\l\\d:/][23][\\da-f]{3}:[\\da-f]{0,4}:'],
  context: {
    fr: `
      ip, adresse ip, l ip, ip publique, adresse distante, adresse publique, l adresse, connexion, connexions, connecté, connectée, connecter,
      connecte, authentification, identification, session, visiteur, internaute, abonné, abonnée, titulaire, provenance, provenait, provenant,
      venant de, attaque, attaquant, intrusion, pirate, tentative, banni, bannir, bloquer, débloquer, blocage, liste blanche, liste noire,
      posté, publié, consulté, téléchargé, consentement, signature électronique, navigateur, ma box, box de, fournisseur d accès, vpn, inscrit,
      inscription, à partir de, hôte, l hôte, mon poste, son poste, ordinateur, dernier accès, formulaire, commentaire`,
    ar: `
      عنوان ip, عنوان الأنترنت, عنوان الإنترنت, عنوان بروتوكول الأنترنت, عنوان الأيبي, الأيبي, آيبي, آخر دخول, آخر اتصال, تسجيل الدخول, دخل إلى,
      ولج, الولوج, اتصال من, متصل من, اختراق, محاولة, المستخدم, المشترك`,
    darija: `ip, lip, ip adresse, ip dyali, ip dyalo, mconnecti, mconnectia, connecta, connectit, dkhel, dkhlo, dkhlat, lwifi, wifi, lmodem`,
    en: `
      ip, ip address, remote addr, remote address, client, x forwarded for, source ip, signed up, registered, logged, log in, login, sign in,
      signed in, connected, connecting, connection, session, visitor, subscriber, attacker, attempt, came in through, seen on, used by,
      coming from, requests from, traffic, traced, origin, abuse, banned, block, blocked, blacklist, whitelist, whitelisted, unban, posted, submitted,
      consent, his laptop, her laptop, my laptop, home connection, provider, isp, rate limit`,
  },
  counter: {
    fr: 'version, passerelle, masque, réseau, serveur, serveur dns, oid, release, micrologiciel, mise à jour, révision',
    ar: 'النسخة, الإصدار, الخادم',
    en: `
      version, gateway, netmask, subnet, dns server, nameserver, server, route, router, listen, bind, oid, release, example, firmware,
      upgrade, upgraded, updated, update, downgraded, bump, bumped, build`,
  },
  fields: {
    says: 'ip, ip address, client ip, remote addr, remote ip, source ip, src ip, user ip, adresse ip, x forwarded for, last login ip, ip connexion, ip source, ip visiteur, visitor ip, last ip, derniere ip, ip inscription, signup ip, lip',
    denies: 'version, release, oid, gateway, dns, netmask, server ip, subnet, private ip, private ip address, ip privee',
  },
  check: (window, found) => (window.anchor === 0 ? readVersion4(window, found) : readVersion6(window, found)),
  readCell: (window, found) => readVersion4From(window, found, window.at, true),
  normalise: (value) => value.trim().toLowerCase(),
};
