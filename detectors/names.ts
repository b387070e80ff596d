/** Reads names from text: which words may stand in one, and which make it the name of something else. */
import { familyNames, givenNames, notPersons, wordNames } from './data/names.ts';
import { listTerms, splitWords, type Terms } from './define.ts';
import { foldWords } from './engine/symbols.ts';
import { leadWords } from './leads.ts';

const foldAll = (terms: Terms): ReadonlySet<string> => new Set(listTerms(terms).map(foldWords));

/** Folds one word; most are plain letters. */
export const fold = (word: string): string => (/^[A-Za-z]+$/.test(word) ? word.toLowerCase() : foldWords(word));

/** Given names that are nothing else, folded. */
export const given = foldAll(givenNames);
/** Given names that are words or places as well, folded. */
export const wordLike = foldAll(wordNames);
/** Family names, folded. */
export const family = foldAll(familyNames);
/** Words that make a name that of a place, an institution or a king, folded. */
export const places = foldAll(notPersons);
/** Last words of given names of two words. */
export const pairEnds = new Set(
  [...given, ...wordLike].flatMap((name) => (name.includes(' ') ? [name.slice(name.lastIndexOf(' ') + 1)] : [])),
);

/** Titles after which any name is a person's. */
export const titles = new Set(
  splitWords(
    'm, mr, mme, mlle, mlles, messieurs, monsieur, madame, mademoiselle, dr, docteur, professeur, maître, mrs, ms, miss, السيد, السيدة, الآنسة, الدكتور, الدكتورة, الأستاذ, الأستاذة',
  ).map(foldWords),
);
/** Titles that are words or parts of place names too: they need a known given name behind. */
export const weakTitles = new Set(
  splitWords('pr, si, haj, hajj, hajja, الحاج, الحاجة, lalla, مولاي, للا, سيدي, moulay').map(foldWords),
);

/** Words right before a given name that make it somebody's even without a family name: "التلميذة سلمى", "خويا حميد". */
export const cues = leadWords(`
     المواطن, المواطنة, التلميذ, التلميذة, الطالب, الطالبة, المريض, المريضة, الأجير, الأجيرة, الموظف, الموظفة, الزبون, الزبونة, السائق, المتهم,
     المتهمة, الضحية, المشتكي, المشتكية, الشاهد, الشاهدة, البائع, البائعة, المشتري, المشترية, المكتري, المكترية, المستفيد, المستفيدة, القاضي,
     المحامي, المحامية, الباحث, الباحثة, السجين, السجينة, المرحوم, المرحومة, الطفل, الطفلة, الشاب, الشابة, الأخ, الأخت, المترشح, المترشحة,
     الموقوف, الموقوفة, المعتقل, الهالك, الهالكة, ابني, ابنتي, زوجي, زوجتي, أخي, أختي, والدي, والدتي, صديقي, صديقتي, جاري, جارتي, خويا, ختي,
     سميتي, سميتو, سميتها, اسمي, اسمه, اسمها, واسمه, سي, سيدي, للا, عمي, خالي, خالتي, عائلة, أسرة, ورثة, khoya, khouya, khuya, khti, khtek, khouk,
     sahbi, sahbti, lalla, smiti, smito, smitha, jari, jarti, lhaj, lhajja, lmdam, lostad, lostada`);

const mark = String.raw`(?:[\p{M}\u{640}]|['’](?=\p{L}))`;
/** One word of a name: a capital first, or Arabic. */
export const latinWord = String.raw`(?:\p{Lu}(?:\p{L}|${mark})*(?:-\p{Lu}(?:\p{L}|${mark})*)*)`;
const arabicWord = String.raw`(?:[\u{621}-\u{652}\u{671}][\u{621}-\u{652}\u{671}\u{640}]+)`;
const nameWord = new RegExp(`(?:${latinWord}|${arabicWord})`, 'uy');
const gapBetween = /(?:[ \u{a0}]{1,2}|-)(?=\P{Z})/uy;

/** What a sticky expression matches at a place of a text; '' if nothing. */
function matchAt(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? '';
}

/** Particles that begin a family name, in Arabic letters as they fold. */
export const arabicParticles = 'ابو, بن, ابن, بنت, ايت, بو, اولاد, ولد';
/** Particles that begin a family name. */
export const particle = new RegExp(
  `^(?:el|al|es|er|en|ech|ed|ez|ben|bent|bin|ibn|bou|ait|ayt|ou|ould|oulad|ouled|abou|${arabicParticles.replaceAll(', ', '|')})$`,
);
/** Forms of family names: articles and particles written together, and the Arabic ending of origin. */
const familyForm =
  /^(?:el|ben|bou|ait|ould|oulad|abd|bel|bal)-?[a-z]{4,}$|^ou[bdhklmz][a-z]{3,}$|^ال[\u{621}-\u{64a}]{3,}ي$|^(?:بن|بو|بل)[\u{621}-\u{64a}]{3,}$|^او[بحعكمزش][\u{621}-\u{64a}]{3,}$/u;
/** What stands behind the name of a king. */
const ordinal = /^(?:[ivx]{1,4}|السادس|الخامس|الثاني|الاول|الثالث|الرابع)$/;
/** Words with a capital that begin a sentence or a title rather than a name. */
const notNames = new Set(
  splitWords(
    `le, la, les, l, un, une, des, du, de, il, elle, ils, elles, on, nous, vous, je, tu, ce, cette, ces, et, ou, en, pour, par,
     dans, sur, avec, sans, si, que, qui, the, a, an, and, when, where, if, then, new, name, foo, bar, ai, or, of, to, in, for, this, that, it, you, we, is, not, no, yes, with, above, below, sign, letter, none, null, true, false, undefined, string, example, sample, non, oui,
     monsieur, madame, mesdames, messieurs, président, directeur, directrice, ministre, chef, maire, wali, gouverneur, docteur,
     professeur, sarl, sa, société, service, date, adresse, tel, cin, prénom, nom, né, née, email, age, sexe, ville, signature,
     objet, juge, avocat, notaire, responsable, gérant, gérante, présidente, secrétaire, comptable, médecin, expert, user, admin, او, المدير, الرئيس, الوزير, رئيس, مدير, وزير, من, في, الى, عن, الذي, التي, رقم, العامل, الوالي,
     أن, إن, بأن, لأن, كأن, وأن, فإن, التي, الذين, اللذان, اللواتي, هذا, هذه, ذلك, تلك, هؤلاء, هو, هي, هم, هن, نحن, أنت, أنا, وهو, وهي,
     مع, قد, لقد, ثم, بل, لكن, ولكن, لم, لن, لا, ما, بما, حيث, بعد, قبل, عند, عندما, منذ, حتى, كما, إذا, إذ, كل, بعض, غير, بين, لدى, حول, خلال, ضد, نحو,
     الحامل, الحاملة, الساكن, الساكنة, المزداد, المزدادة, المولود, المولودة, الجنسية, المغربي, المغربية`,
  ).map(foldWords),
);

/** What people are in an office, a court or a firm: behind an Arabic title it is no name. */
const offices = new Set(
  splitWords(
    `مدير, رئيس, وزير, عامل, والي, قائد, باشا, عميد, مندوب, مفتش, مستشار, كاتب, نائب, وكيل, قاضي, قاض, محافظ, سفير, قنصل, ممثل, مسؤول, مشرف,
     محاضر, مقرر, محترم, موقر, فاضل, عضو, طبيب, محامي, مهندس, خبير, موثق, عدل, مفوض, منتخب, مترشح, مرشح, مستفيد, مشتكي, مشتكى, مدعي, متهم,
     شاهد, بائع, مشتري, مكتري, مكري, مالك, ساكن, مواطن, زبون, عون, حارس, سائق, تلميذ, طالب, أجير, موظف, معني, مذكور, منسق, مكلف, مقتصد, ناظر,
     حاكم, ضابط, عقيد, قبطان, باحث, مؤطر, معلم, مربي, أمين, خليفة, شيخ, مقدم, قابض, جامع, محاسب, مراقب, حيسوبي, كاتبة, سادة, أعضاء`,
  )
    .map(foldWords)
    .flatMap((word) => [word, `${word}ه`, `ال${word}`, `ال${word}ه`]),
);

/** A row of words that may be a name. */
export interface Name {
  readonly text: string;
  readonly parts: readonly string[];
}

/** True for a given name. */
export const isGiven = (part: string): boolean => given.has(part) || wordLike.has(part);
/** True for a family name, known or by its form or the particle before it. */
export const isFamily = (part: string, previous: string): boolean =>
  family.has(part) || familyForm.test(part) || particle.test(previous);

/** True for a word that begins with an Arabic letter. */
export const isArabicWord = (part: string): boolean => part >= '\u{621}' && part < '\u{64b}';

/**
 * Arabic has no capitals: a name goes on for as long as its words are known. The first may be any word, and behind a known
 * family name nothing follows.
 */
function endsArabic(parts: readonly string[], next: string): boolean {
  if (!isArabicWord(next) || parts.length === 0) return false;
  const last = parts.at(-1) ?? '';
  if (particle.test(last) || last === 'عبد' || last === 'نور' || last === 'فاطمه') return false;
  if (parts.length > 1 && family.has(last)) return true;
  return !(isGiven(next) || isFamily(next, last) || next.startsWith('ال') || particle.test(next) || next === 'عبد');
}

/** True for a word of source code: a small letter before a capital, but for the particles that names begin with. */
const isCode = (word: string): boolean =>
  !isArabicWord(word) &&
  /\p{Ll}\p{Lu}/u.test(word) &&
  !/^(?:Mc|Mac|De|Di|Du|La|Le|El|Al|Ben|Bou|Ait|Abd)\p{Lu}\p{Ll}+$/u.test(word);

/** True for a word that is no part of a name, whatever stands before it. Folded, "on" is the name Ali. */
const isNoPart = (word: string, folded: string): boolean =>
  isCode(word) || notNames.has(folded) || ordinal.test(folded) || word === 'على';

/** True if a name that begins with an Arabic word may go on with the word at the start of `next`; if not, it ends there. */
export function mayGoOnWith(first: string, next: string): boolean {
  if (matchAt(nameWord, first, 0) !== first) return true;
  const word = matchAt(nameWord, next, 0);
  const folded = fold(word);
  return word !== '' && !isNoPart(word, folded) && !endsArabic([fold(first)], folded);
}

/** True for the letters of a number: "K123456", "HH 935079". */
function isNumberHead(text: string, start: number, end: number): boolean {
  const isDigit = (at: number): boolean => text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39;
  return isDigit(end) || (end - start <= 2 && isDigit(end + 1) && ' .-'.includes(text[end] ?? 'x'));
}

/** Reads the words of a name at the start of a text: at most five, each with a capital or Arabic. */
export function readName(text: string): Name {
  const parts: string[] = [];
  let end = 0;
  for (let at = 0; parts.length < 5;) {
    const word = matchAt(nameWord, text, at);
    if (word === '' || isNumberHead(text, at, at + word.length)) break;
    const folded = fold(word);
    // Behind a given name a number makes it a king's, and a king's is that of an avenue.
    if (parts.length > 0 && ordinal.test(folded)) return { text: '', parts: [] };
    if (isNoPart(word, folded) || (parts.length === 0 && offices.has(folded)) || endsArabic(parts, folded)) break;
    parts.push(folded);
    at += word.length;
    end = at;
    const gap = matchAt(gapBetween, text, at);
    if (gap === '') break;
    at += gap.length;
  }
  // A particle with nothing behind belongs to the sentence.
  while (parts.length > 0 && particle.test(parts.at(-1) ?? '')) {
    parts.pop();
    end = text.slice(0, end).search(/[\s-]\S*$/u);
  }
  return { text: text.slice(0, Math.max(0, end)), parts };
}

/** True where the words before a name in its sentence make it a place's, an institution's or a king's. */
export function isNotPerson(head: string): boolean {
  const sentence = head.split(/\n|[!?؟]|\p{L}{3}\.\s/u).at(-1) ?? '';
  const last = sentence
    .trimEnd()
    .split(/[\s,:;(«"']+/u)
    .slice(-3)
    .map(fold);
  return last.some((word) => places.has(word) || places.has(word.replace(/^(?:ب|ل|و|ال)/u, '')));
}
