import { type Found, trait, type ValueDetector, type Window } from '../define.ts';
import { isWordByte } from '../digits.ts';
import { utf8Length } from '../utf8.ts';

const decoder = new TextDecoder();

/** Longest secret that is read to its end, in bytes; a longer one is cut there. */
const longest = 4096;
/** How far behind a label a secret may begin, in bytes. */
const reach = 40;
/** Constants and modules of programs: `QUERY_PARAMETER`, `atlas-lib/atlas-keys.ApiKey`. */
const isConstant = /^[A-Z]+$|^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$|^[a-z@-]+\/[a-z\d-]+\.[A-Za-z]+$/;

/** Bits per character below which a secret is a word, a repetition or a row of stars. */
const leastEntropy = 2.6;

/** The same in a column that says it holds secrets: short ones that somebody chose. */
const leastInCell = 2.3;

/** Names of variables: capitals inside a word, or words around dots, without a digit. */
const isName = /^[A-Za-z]+[a-z][A-Z][A-Za-z]*$|^[A-Za-z]+(?:\.[A-Za-z]+)+$/;

/** Bits per character of a text, by how often each character occurs in it. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Keys that say themselves whose service they open. */
const keyForms = [
  /^(?:AKIA|ASIA)[A-Z\d]{16}(?![A-Za-z\d])/,
  /^eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{16,}/,
  /^-----BEGIN (?:[A-Z]+ ){0,2}PRIVATE KEY-----\s+[A-Za-z\d+/=\s:,-]{60,4000}?(?:-----END [A-Z ]+-----)/,
  /^gh[pousr]_[A-Za-z\d]{36}(?![A-Za-z\d])/,
  /^[sr]k_live_[A-Za-z\d]{16,}/,
  /^xox[abprs]-\d{8,}-[A-Za-z\d-]{12,}/,
  /^AIza[\w-]{35}(?![\w-])/,
  /^glpat-[\w-]{20}(?![\w-])/,
] as const;

/** Where the form of each anchor begins, in bytes before its end. */
const heads = [8, 5, 10, 6, 8, 6, 6, 7] as const;

const isSample = (text: string): boolean => /EXAMPLE|example|xxxx|XXXX|0{8}|1234567890|abcdef(?:gh|12)/.test(text);

/** A key in a form of its own. */
function readKey(window: Window, found: Found): boolean {
  const { bytes, low, high, at, anchor } = window;
  const start = at - (heads[anchor] ?? 0);
  const form = keyForms[anchor];
  if (form === undefined || start < low) return false;
  if (anchor !== 2 && start > low && isWordByte(bytes[start - 1] ?? 0)) return false;
  const key = form.exec(decoder.decode(bytes.subarray(start, Math.min(high, start + longest))))?.[0] ?? '';
  if (key === '' || isSample(key) || entropyOf(key) < 3) return false;
  found.start = start;
  found.end = start + key.length;
  found.traits = trait.telling;
  return true;
}

/** `scheme://user:secret@host`: the secret. */
function readUrl(window: Window, found: Found): boolean {
  const { bytes, low } = window;
  const end = window.at - 2;
  const limit = Math.max(low, end - 120);
  let start = end;
  while (start > limit && bytes[start - 1] !== 0x3a && (bytes[start - 1] ?? 0) > 0x20 && bytes[start - 1] !== 0x2f) start--;
  if (bytes[start - 1] !== 0x3a) return false;
  let user = start - 1;
  while (user > limit && bytes[user - 1] !== 0x2f && bytes[user - 1] !== 0x3a && (bytes[user - 1] ?? 0) > 0x20) user--;
  if (user === start - 1 || bytes[user - 1] !== 0x2f || bytes[user - 2] !== 0x2f || bytes[user - 3] !== 0x3a) return false;
  const secret = decoder.decode(bytes.subarray(start, end));
  if (!isSecret(secret)) return false;
  found.start = start;
  found.end = end;
  found.traits = trait.telling;
  return true;
}

/** Words that stand where a secret would. */
const placeholder =
  /^(?:pass(?:word|wd|e)?|passw0rd|motdepasse|secret|changeme|change_me|test(?:ing)?|admin|root|guest|null|undefined|none|true|false|string|required|optional|hunter2|your|my|foo|bar|user|token|example)[\d!]*$/i;

/** True for what somebody may have chosen as a secret: no placeholder, no code, no word of a sentence. */
function isSecret(text: string): boolean {
  if (text.length < 6 || text.length > 128 || placeholder.test(text) || isSample(text)) return false;
  if (/[<>{}()[\]`;\\]|^\$|\$[A-Z_{]|%[sd]|\.\.|::|->|=>|==|\|\||&&|\?\.|\*\*|^[./@#*_]|\/\//.test(text)) return false;
  // A line of a list of accounts: "name:x:1000:1000:…".
  if (/:.*:.*:/.test(text)) return false;
  // `props.token?`, `exports.token=`, `package/module.Name` are code.
  if (/^[A-Za-z_][\w-]*\.[A-Za-z_][\w-]*[?=]|^[\w@-]+\/[\w-]+[./]/.test(text)) return false;
  if (isConstant.test(text)) return false;
  const hasDigit = /\d/.test(text);
  const hasLetter = /\p{L}/u.test(text);
  const isMixed = /\p{Ll}/u.test(text) && /\p{Lu}/u.test(text);
  const hasMark = /[^\p{L}\d_.,:/-]/u.test(text);
  // A name of a variable, a path, a version or a date has letters or digits only, or both around dots and dashes.
  const kinds = Number(hasDigit) + Number(hasLetter) + Number(isMixed) + Number(hasMark);
  if (!hasLetter || kinds < 3 || /^v?\d+(?:\.\d+)+/.test(text) || /^[\w-]+(?:\.[A-Za-z_][\w-]*)+$/.test(text)) return false;
  return entropyOf(text) >= leastEntropy;
}

/** What may stand between the word and its secret: a few words of the sentence, and a sign that it follows. */
const signed =
  /^["'\u{201d}»]?(?:[ \t]+[\p{L}'’-]{1,20}){0,5}?[ \t]{0,3}(?:(?:est|is|hwa|howa|hiya|dyali|هي|هو)[ \t]{0,2}:?|:=?|=|：)[ \t]{0,3}(["'«]?)[ \t]?/u;
/** Without a sign only what no word looks like: letters, digits and a mark. */
const unsigned =
  /^(?:[ \t]+(?:dyal[a-z]{0,2}|d|de|du)(?:[ \t]+[\p{L}]{1,12})?)?[ \t]{1,3}()(?=[^\s"',]*[\p{L}])(?=[^\s"',]*\d)(?=[^\s"',]*[#!$@&*+?])(?![^\s"',]*[@/:.][\p{L}])/u;

/** A secret behind a word for one and a sign that it follows: `mot de passe : …`, `password=…`, `"pwd": "…"`. */
function readBehindLabel(window: Window, found: Found): boolean {
  const { bytes, at, high } = window;
  const text = decoder.decode(bytes.subarray(at, Math.min(high, at + reach + 128)));
  const lead = signed.exec(text) ?? unsigned.exec(text);
  if (lead === null) return false;
  const rest = text.slice(lead[0].length);
  const quote = lead[1] === '«' ? '»' : (lead[1] ?? '');
  const closing = quote === '' ? -1 : rest.indexOf(quote);
  const secret =
    closing >= 0 ? rest.slice(0, closing) : (/^[^\s"',]+?(?=[\s"',]|&[\w-]+=|$)/.exec(rest)?.[0] ?? '').replace(/[.،؛]$/u, '');
  if (/\s/.test(secret) || !isSecret(secret)) return false;
  found.start = at + utf8Length(lead[0]);
  found.end = found.start + utf8Length(secret);
  found.traits = 0;
  return found.end <= high;
}

/** Passwords, keys and tokens: by the form their service gives them, or behind a word that says so. */
export const credential: ValueDetector = {
  kind: 'value',
  id: 'global/credential',
  title: 'Password, key or token',
  finds: 'Keys of known services, JSON web tokens, private keys, secrets in addresses, and values behind a word for a password.',
  references: [
    'RFC 7519 (JSON Web Token), RFC 7468 (textual encodings of keys), RFC 3986 section 3.2.1 (user information)',
    'Public documentation of AWS, GitHub, GitLab, Slack, Stripe and Google on the form of their keys',
  ],
  example: 'Mot de passe : Tr0ub4dor&Zitoun',
  anchors: [
    '[^\\l\\d]a[ks]ia[\\l\\d]{4}',
    'eyj[\\l\\d]{2}',
    '-----begin',
    '[^\\l\\d]gh[pousr]_[\\l\\d]{2}',
    '[^\\l\\d][sr]k_live_',
    '[^\\l\\d]xox[abprs]-\\d',
    '[^\\l\\d]aiza[\\l\\d_\\-]{2}',
    '[^\\l\\d]glpat-[\\l\\d_\\-]',
    '[\\l\\d_%+\\-]@[\\l\\d]',
  ],
  context: {
    fr: `mot de passe provisoire, mdp, mot de passe, mdp, m.d.p, code secret, code confidentiel, clé api, clé d'accès, clé secrète, code pin`,
    ar: `كلمة السر الخاصة, كلمة المرور المؤقتة, الرقم السري المؤقت, كلمة السر, كلمة المرور, القن السري, الرقم السري, الرمز السري, مفتاح الولوج`,
    darija: `lmdp, password, lpassword, code secret, mot de passe dyali, lmot de passe, password dyali, kelmat sir, lcode dyali`,
    en: `
      password, passwd, pwd, passphrase, api key, apikey, secret key, access token, auth token, client secret,
      secret access key, bearer token, db password`,
  },
  fields: {
    says: `
      password, passwd, pwd, mot passe, mot de passe, mdp, motdepasse, api key, apikey, secret key, access token, auth token, token,
      client secret, refresh token, pin code, code pin, lmdp, lmot de passe, password dyali, كلمة السر, كلمة المرور, الرقم السري, القن السري`,
    denies: `
      token count, tokens, password reset, password changed at, next token, page token, change token, continuation token, request token,
      idempotency token, client token, creation token, purchase token, action token, checkpoint token, input token, output token, token type,
      token status, token location, token url, token endpoint, token expires, token expiry, token validity, token lifetime, token ttl,
      token length, key location, key status, key type, password policy, password length`,
  },
  check: (window, found) => (window.anchor === 8 ? readUrl(window, found) : readKey(window, found)),
  readLabelled: readBehindLabel,
  readCell(window, found) {
    let end = window.high;
    while (end > window.at && (window.bytes[end - 1] ?? 0) <= 0x20) end--;
    const text = decoder.decode(window.bytes.subarray(window.at, Math.min(end, window.at + longest)));
    if (/\s/.test(text) || text.length < 6 || placeholder.test(text) || entropyOf(text) < leastInCell) return false;
    if (isName.test(text) || isConstant.test(text)) return false;
    found.start = window.at;
    found.end = end;
    found.traits = 0;
    return true;
  },
  normalise: (value) => value.trim(),
};
