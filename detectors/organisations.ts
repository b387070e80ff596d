/** Tells the contacts of an organisation from those of a person: Law 09-08 speaks of natural persons only (art. 1(1)). */
import { byteWords } from './byte-words.ts';
import { splitWords, type Window } from './define.ts';

/** Mailboxes that nobody is called by. */
const roles = [
  'abuse, accueil, admin, administration, billing, bonjour, careers, clients, commercial, communication, compta, comptabilite',
  'contact, contacts, contactus, customerservice, direction, donotreply, dpo, emploi, enquiries, facturation, feedback, formation',
  'hello, help, helpdesk, hr, info, information, informations, infos, inscription, it, jobs, legal, mail, mailer-daemon, marketing',
  'ne-pas-repondre, nepasrepondre, newsletter, no-reply, no_reply, do-not-reply, noc, noreply, notification, notifications, office, postmaster, presse, press, privacy, reception',
  'reclamation, reclamations, recrutement, reservation, reservations, rh, root, sales, sav, secretariat, secure, security, service, opensource, opencode, conduct, coc, maintainer, maintainers',
  'serviceclient, service-client, servicesclients, standard, support, team, webmaster, welcome',
]
  .join(', ')
  .split(', ');

const known = byteWords(roles);
/** Those that stand for whoever is meant, in forms and examples. */
const placeholders = byteWords(
  splitWords(`
    user, username, from, to, sender, recipient, receiver, your-email, youremail, your.email, your_email, yourname, your.name, you, votre-email, votre.email, votreemail,
    vous, nom, prenom.nom, nom.prenom, firstname.lastname, first.last, name, someone, somebody, foo, bar, baz, test, tests, demo,
    sample, exemple, example, email, adresse, address, xxx, xyz, abc, null, git, svn, bugs, bug, bugreport, lists, submit, control`),
);
/** Those that say so with anything behind: `contact.rabat`, `info-maroc`. */
const leading = byteWords(['contact', 'info', 'infos', 'support', 'noreply', 'no-reply', 'service', 'bug', 'bugs', 'help']);

const isJoint = (byte: number): boolean => byte === 0x2e || byte === 0x2d || byte === 0x5f || byte === 0x2b;

/** What a mailing list ends in, behind a dash: `outil-devel`, `outil-announce`. */
const trailing = byteWords(
  splitWords(
    `devel, users, user, announce, bugs, list, lists, request, owner, subscribe, unsubscribe, discuss, commits, patches, team, maintainers,
     maint, sig, ml, porters, hackers, i18n, l10n, kernel, bug, reports, bugreports, help, general, alpha, cvs, svn, notify, feedback`,
  ),
);
/** Hosts that hold lists and nobody's mail, as the first label of a domain. */
const listHosts = byteWords([
  'lists',
  'list',
  'googlegroups',
  'listes',
  'mailman',
  'noreply',
  'users',
  'bugs',
  'tracker',
  'packages',
  'vger',
  'freelists',
]);
/** Owners of names that are no mailboxes, as the label before the ending: accounts of programs, and algorithms (RFC 4250, section 4.6.1). */
const programHosts = byteWords(['gserviceaccount', 'openssh', 'libssh', 'tinyssh']);
/** Domains kept for examples (RFC 2606), and those that stand for whichever is meant. */
const nobodysDomains = byteWords(
  splitWords(
    'example, foo, bar, baz, domain, mydomain, yourdomain, somedomain, anotherdomain, domaine, votredomaine, mondomaine, mycompany, yourcompany',
  ),
);

const dash = 0x2d;
const dot = 0x2e;

/** Where the parts of an address lie: `[start, at)` is the mailbox, `(at, end)` its domain. */
export interface AddressParts {
  start: number;
  at: number;
  end: number;
  /** The first joint of the mailbox, or `at`; byte after its last dash, or `start`. */
  joint: number;
  tail: number;
  /** End of the first label of the domain; first byte of the label before the last one, and the dot behind it. */
  labelEnd: number;
  owner: number;
  ownerEnd: number;
}

export const makeParts = (): AddressParts => ({ start: 0, at: 0, end: 0, joint: 0, tail: 0, labelEnd: 0, owner: 0, ownerEnd: 0 });

/** Finds the parts of an address. */
export function findParts(parts: AddressParts, bytes: Uint8Array, [start, at, end]: readonly [number, number, number]): void {
  parts.start = start;
  parts.at = at;
  parts.end = end;
  parts.joint = start;
  while (parts.joint < at && !isJoint(bytes[parts.joint] ?? 0)) parts.joint++;
  parts.tail = at;
  while (parts.tail > start && bytes[parts.tail - 1] !== dash) parts.tail--;
  parts.labelEnd = at + 1;
  while (parts.labelEnd < end && bytes[parts.labelEnd] !== dot) parts.labelEnd++;
  let ending = end;
  while (ending > at && bytes[ending - 1] !== dot) ending--;
  parts.ownerEnd = ending - 1;
  parts.owner = parts.ownerEnd;
  while (parts.owner > at + 1 && bytes[parts.owner - 1] !== dot) parts.owner--;
}

/** True for a list's address by its end or by its host. */
function isList(bytes: Uint8Array, { start, at, tail, labelEnd, owner, ownerEnd }: AddressParts): boolean {
  if (tail > start && trailing.has(bytes, tail, at)) return true;
  if (listHosts.has(bytes, at + 1, labelEnd) || programHosts.has(bytes, owner, ownerEnd)) return true;
  return isSame(bytes, start, at, [at + 1, labelEnd]);
}

/** True for two stretches of the same letters, small or capital. */
function isSame(bytes: Uint8Array, start: number, end: number, [other, otherEnd]: readonly [number, number]): boolean {
  if (end - start !== otherEnd - other) return false;
  for (let at = start; at < end; at++) if (((bytes[at] ?? 0) | 0x20) !== ((bytes[other + at - start] ?? 0) | 0x20)) return false;
  return true;
}

/** True for a domain nobody has a mailbox at: one kept for examples. */
export const isNobodysDomain = (bytes: Uint8Array, { owner, ownerEnd }: AddressParts): boolean =>
  nobodysDomains.has(bytes, owner, ownerEnd);

/**
 * True for an address of a function, a list or nobody, not of a person. A mailbox called as its domain is the firm's. Allocates
 * nothing: it runs on every address.
 */
export function isRoleMailbox(bytes: Uint8Array, parts: AddressParts): boolean {
  const { start, at, joint } = parts;
  if (known.has(bytes, start, at) || placeholders.has(bytes, start, at) || isList(bytes, parts)) return true;
  for (let next = joint; next < at; next++) {
    if (isJoint(bytes[next] ?? 0) && leading.has(bytes, start, next)) return true;
  }
  return false;
}

/** How far around a fixed line the words of a letterhead or signature may stand, in bytes. */
const reach = 120;

const decoder = new TextDecoder();
const letterhead =
  /\bfax\b|\b(?:ice|r\.?c|i\.?f|patente)\b.{1,80}\b(?:ice|r\.?c|i\.?f|patente)\b|\bstandard\b|\bswitchboard\b|\bsiège\b|\bminist[èe]re\b|\bministry\b|\bd[ée]partement\b|\bdepartment\b|\baccueil\b|\bcommune de\b|\bwilaya\b|\bpréfecture\b|\bs\.?a\.?r\.?l\b|\bhead office\b|\boffice at\b|\bsend a letter to\b|@[\w.-]*\.gov\.ma|\b(?:contact|info|support|accueil|direction)@|الفاكس|فاكس|وزارة|المديرية|الجماعة الترابية|شركة/iu;

/** Forms of firms and foundations, on the line of what is theirs. */
const firm = /\b(?:inc|llc|gmbh|ltd|corp|corporation|foundation)\b[^\n]*$/iu;

/** True if a fixed line or an address stands in a letterhead or signature of an organisation. */
export function isInLetterhead({ bytes, low, high }: Window, start: number, end: number): boolean {
  if (high - low < end - start + 4) return false;
  const from = Math.max(low, start - reach);
  return (
    letterhead.test(decoder.decode(bytes.subarray(from, Math.min(high, end + reach)))) ||
    firm.test(decoder.decode(bytes.subarray(from, start)))
  );
}
