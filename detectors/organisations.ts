/** Tells the contacts of an organisation from those of a person: Law 09-08 speaks of natural persons only (art. 1(1)). */
import { splitWords, type Window } from './define.ts';
import { hashWord, hashWords } from './word-hashes.ts';

/** Mailboxes that nobody is called by. */
const roles = [
  'abuse, accueil, admin, administration, billing, bonjour, careers, clients, commercial, communication, compta, comptabilite',
  'contact, contacts, contactus, customerservice, direction, donotreply, dpo, emploi, enquiries, facturation, feedback, formation',
  'hello, help, helpdesk, hr, info, information, informations, infos, inscription, it, jobs, legal, mail, mailer-daemon, marketing',
  'ne-pas-repondre, nepasrepondre, newsletter, no-reply, no_reply, do-not-reply, noc, noreply, notification, notifications, office, postmaster, presse, press, privacy, reception',
  'reclamation, reclamations, recrutement, reservation, reservations, rh, root, sales, sav, secretariat, security, service',
  'serviceclient, service-client, servicesclients, standard, support, team, webmaster, welcome',
]
  .join(', ')
  .split(', ');

const known = hashWords(roles);
/** Those that stand for whoever is meant, in forms and examples. */
const placeholders = hashWords(
  splitWords(`
    user, username, from, to, sender, recipient, receiver, your-email, youremail, your.email, your_email, yourname, your.name, you, votre-email, votre.email, votreemail,
    vous, nom, prenom.nom, nom.prenom, firstname.lastname, first.last, name, someone, somebody, foo, bar, baz, test, tests, demo,
    sample, exemple, example, email, adresse, address, xxx, xyz, abc, null, git, svn, bugs, bug, bugreport, lists, submit, control`),
);
/** Those that say so with anything behind: `contact.rabat`, `info-maroc`. */
const leading = hashWords(['contact', 'info', 'infos', 'support', 'noreply', 'no-reply', 'service']);

const isJoint = (byte: number): boolean => byte === 0x2e || byte === 0x2d || byte === 0x5f || byte === 0x2b;

/** What a mailing list ends in, behind a dash: `outil-devel`, `outil-announce`. */
const trailing = hashWords(
  splitWords(
    'devel, users, user, announce, bugs, list, lists, request, owner, subscribe, unsubscribe, discuss, commits, patches, team, maintainers',
  ),
);
/** Hosts that hold lists and nobody's mail, as the first label of a domain. */
const listHosts = hashWords([
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
]);

const dash = 0x2d;
const dot = 0x2e;

/** True for a list's address by its end or by its host. */
function isList(bytes: Uint8Array, start: number, at: number, end: number): boolean {
  let last = at;
  while (last > start && bytes[last - 1] !== dash) last--;
  if (last > start && trailing.has(hashWord(bytes, last, at))) return true;
  const label = hashWord(bytes, at + 1, firstLabelEnd(bytes, at + 1, end));
  return listHosts.has(label) || label === hashWord(bytes, start, at);
}

function firstLabelEnd(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== dot) at++;
  return at;
}

/**
 * True for an address of a function, a list or nobody, not of a person: `[start, at)` is the mailbox, `(at, end)` its domain. A
 * mailbox called as its domain is the firm's. Allocates nothing: it runs on every address.
 */
export function isRoleMailbox(bytes: Uint8Array, [start, at, end]: readonly [number, number, number]): boolean {
  const mailbox = hashWord(bytes, start, at);
  if (known.has(mailbox) || placeholders.has(mailbox) || isList(bytes, start, at, end)) return true;
  for (let next = start; next < at; next++) {
    if (isJoint(bytes[next] ?? 0)) return leading.has(hashWord(bytes, start, next));
  }
  return false;
}

/** How far around a fixed line the words of a letterhead or signature may stand, in bytes. */
const reach = 120;

const decoder = new TextDecoder();
const letterhead =
  /\bfax\b|\b(?:ice|r\.?c|i\.?f|patente)\b.{1,80}\b(?:ice|r\.?c|i\.?f|patente)\b|\bstandard\b|\bswitchboard\b|\bsiège\b|\bminist[èe]re\b|\bministry\b|\bd[ée]partement\b|\bdepartment\b|\baccueil\b|\bcommune de\b|\bwilaya\b|\bpréfecture\b|\bs\.?a\.?r\.?l\b|\bhead office\b|@[\w.-]*\.gov\.ma|\b(?:contact|info|support|accueil|direction)@|الفاكس|فاكس|وزارة|المديرية|الجماعة الترابية|شركة/iu;

/** True if a fixed line stands in a letterhead or signature of an organisation. */
export function isInLetterhead({ bytes, low, high }: Window, start: number, end: number): boolean {
  if (high - low < end - start + 4) return false;
  return letterhead.test(decoder.decode(bytes.subarray(Math.max(low, start - reach), Math.min(high, end + reach))));
}
