import type { Terms } from '../define.ts';

/**
 * Words that make what follows a subject and not a statement about somebody: a lecture on an illness, a law on theft, a lawyer in a
 * case of fraud. Compiled by hand, 2026.
 */
export const topics: Terms = {
  fr: `
    formation sur, séminaire, colloque, conférence, atelier, ouvrage, livre sur, article sur, projet de loi, loi sur, campagne, sensibilisation,
    prévention, étude sur, thèse sur, débat sur, exposé sur, histoire du, histoire de la, malades du, association, soutient les, publie, préside,
    dirige le service, anime, enseigne, inaugure, défend un, défend une, plaide, requiert, dans une autre affaire, journée de, cours sur`,
  ar: `
    ندوة, محاضرة, محاضرات, ورشة, ورشات, مقالا, مقال, كتابا, دراسة, أطروحة, عرضا, عرض حول, دورة تكوينية, مشروع قانون, قانون, محاربة, لمحاربة,
    مكافحة, الوقاية, حملة, تحسيس, استشارات, يؤازر, ينوب عن, يدافع عن متهم, ضد مجهول, ضحية, حارسا,
    نسخة من, كل من, كل شخص, كل موظف, كل مستخدم, يعاقب, تعاقب, القانون الجنائي, مرتكبي, من ارتكب, ينص, تنص, يحاضر, تحاضر, يحذر, تحذر, الإدلاء, اللغة, الثقافة, زربية, شعر`,
  darija: 'ktab 3la, film 3la, hdra 3la, f tv, lwizara, lmadrassa',
  en: `
    workshop, lecture, lectures on, seminar, conference, book on, book about, article about, article on, study of, study on, training on,
    bill on, law on, campaign, prevention, publishes, chairs, teaches, defends a, poetry, rugs, question was, wrote a`,
};
