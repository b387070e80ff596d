/**
 * Tells the true contact of somebody from a fault: text that holds nobody's data by design still names its authors. Two rules, for
 * mailboxes and for names alone, which know nothing of the detectors; whatever else is found in such text is a fault.
 *
 * 1. A mailbox is a contact where it stands in brackets of its own behind a word (`jroe <jane@…>`, the form of RFC 5322), a name in
 *    capitals stands right before it (`2015-07-10 Jane Roe jane@…`) or in brackets behind it (`jane@… (Jane Roe)`), it is a link to
 *    write to (`mailto:`), or a word for an author or for writing to somebody stands right before it.
 * 2. A name is a contact where the same name stands before a mailbox somewhere in what was read, or a word of thanks or authorship
 *    stands right before it (`thanks to Jane Roe`, `Signed-off-by: Jane Roe`).
 */

const word = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*`;
const name = String.raw`(?:${word}[ \t]+)(?:(?:${word}|van|von|de|der|den|la|d[’'])[ \t]*){1,4}`;
const bracketed = String.raw`(?:["')\]\s,:*_|-]|\(.{1,30}\)){0,6}[<([]{1,3}(?:mailto:|L<|&lt;)?`;
const authorship = String.raw`(?:authors?|copyright|\(c\)|©|maintain(?:er|ers|ed by)|contact|committer|translat(?:or|ed by)|contribut(?:or|ors|ed by)|written by|signed-off-by|reviewed-by|reported[- ]by|acked-by|tested-by|suggested[- ]by|co-authored-by|patch(?:es)?(?: provided)? by|found by|fixed? by|thanks(?: to)?|thank|credit(?:s| to)?|spotted by|from|by)`;

const namedBefore = new RegExp(`(${name})(?:${bracketed}|[ \\t,:*–-]{1,24}|\\n[ \\t#*/]{0,12})$`, 'u');
const enclosed = /[\p{L}\p{N}.'"*)\]]\s{0,3}(?:<{1,2}|\(|&lt;)$/u;
const closed = /^(?:>|\)|&gt;)/u;
const linked = /^\]\(mailto:/u;
const written =
  /mailto:$|(?<!\p{L})(?:e-?mails?|e-?mailing|write|writing|contact|send|report|reports|reach)(?!\p{L})[^.\n]{0,30}(?:\s(?:to|at|me|us|him|her|or|and)|:)?\s{0,3}[<("'[*]{0,3}$/iu;
const saidBefore = new RegExp(
  `(?<![\\p{L}])${authorship}(?:[-_ ]e?-?mail)?["']?\\s{0,2}[:=]?\\s{0,3}["'<(@\\w\\d ,-]{0,24}$`,
  'iu',
);
const namedBehind = /^[>)\]"']{0,2}\s{0,3}\(\p{Lu}[\p{L}.'’-]+\s\p{Lu}/u;
const thankedBefore = new RegExp(`(?<![\\p{L}])${authorship}[\\s:,*"'([]{1,4}(?:(?:Dr|Mr|Mrs|Ms|Prof|M)\\.? ?)?$`, 'iu');

const authored = /(?<!\p{L})(?:authors?|copyright|credits?)(?!\p{L})[^.\n]{0,40}$/iu;

/** What stands around a match, in its own text. */
export interface Surroundings {
  readonly before: string;
  readonly behind: string;
}

/** The name before a mailbox; null where there is none. */
export const nameBefore = ({ before }: Surroundings): string | null => namedBefore.exec(before)?.[1]?.trim() ?? null;

/** True for the mailbox of somebody who signs or is thanked. */
export const isContactMailbox = (around: Surroundings): boolean =>
  nameBefore(around) !== null ||
  (enclosed.test(around.before) && closed.test(around.behind)) ||
  written.test(around.before) ||
  linked.test(around.behind) ||
  saidBefore.test(around.before) ||
  namedBehind.test(around.behind);

/** True for the name of somebody who signs or is thanked; `known` are the names that stand before mailboxes. */
export const isContactName = (value: string, around: Surroundings, known: Iterable<string>): boolean => {
  if (thankedBefore.test(around.before) || authored.test(around.before)) return true;
  for (const one of known) if (one.includes(value)) return true;
  return false;
};
