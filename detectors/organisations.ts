/** Tells the contacts of an organisation from those of a person: Law 09-08 speaks of natural persons only (art. 1(1)). */
import type { Window } from './define.ts';
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
/** Those that say so with anything behind: `contact.rabat`, `info-maroc`. */
const leading = hashWords(['contact', 'info', 'infos', 'support', 'noreply', 'no-reply', 'service']);

const isJoint = (byte: number): boolean => byte === 0x2e || byte === 0x2d || byte === 0x5f || byte === 0x2b;

/** True for the part of an address before its `@` if it names a function, not a person. Allocates nothing: it runs on every address. */
export function isRoleMailbox(bytes: Uint8Array, start: number, end: number): boolean {
  if (known.has(hashWord(bytes, start, end))) return true;
  for (let at = start; at < end; at++) {
    if (isJoint(bytes[at] ?? 0)) return leading.has(hashWord(bytes, start, at));
  }
  return false;
}

/** How far around a fixed line the words of a letterhead or signature may stand, in bytes. */
const reach = 120;

const decoder = new TextDecoder();
const letterhead =
  /\bfax\b|\bstandard\b|\bswitchboard\b|\bsiège\b|\bminist[èe]re\b|\bministry\b|\bd[ée]partement\b|\bdepartment\b|\baccueil\b|\bcommune de\b|\bwilaya\b|\bpréfecture\b|\bs\.?a\.?r\.?l\b|\bhead office\b|@[\w.-]*\.gov\.ma|\b(?:contact|info|support|accueil|direction)@|الفاكس|فاكس|وزارة|المديرية|الجماعة الترابية|شركة/iu;

/** True if a fixed line stands in a letterhead or signature of an organisation. */
export function isInLetterhead({ bytes, low, high }: Window, start: number, end: number): boolean {
  if (high - low < end - start + 4) return false;
  return letterhead.test(decoder.decode(bytes.subarray(Math.max(low, start - reach), Math.min(high, end + reach))));
}
