import type { LexiconDetector } from '../define.ts';

/** Philosophical beliefs (Law 09-08, Art. 1(3)). */
export const philosophicalBelief: LexiconDetector = {
  kind: 'lexicon',
  id: 'sensitive/philosophical-belief',
  title: 'Philosophical belief',
  finds: 'Lodges, free thought and world views said of a person, or in a field named so.',
  references: ['Law 09-08, Art. 1(3)', 'Terms compiled by hand, 2026'],
  example: 'M. Alaoui est franc-maçon et membre d’une loge à Rabat.',
  fields: {
    says: `
      convictions, conviction philosophique, convictions philosophiques, opinion philosophique, croyance philosophique,
      philosophical belief, philosophical beliefs, القناعات الفلسفية, المعتقد الفلسفي, القناعة الفلسفية`,
  },
  strong: {
    fr: `
      franc maçon, franc maçonne, francs maçons, franc maçonnerie, loge maçonnique, libre penseur, libre penseuse,
      convictions philosophiques, conviction philosophique, objecteur de conscience, laïcard, rationaliste,
      existentialiste, nihiliste, humaniste convaincu, humaniste convaincue,
      appartenance à une obédience maçonnique, appartenance à la franc maçonnerie, obédience maçonnique, se dit libre penseur, se dit libre penseuse`,
    ar: `الفكر الحر, العلمانية, العلماني, عقلاني, عقلانية, الفلسفة الوجودية, الفلسفة المادية, الفكر العدمي, المذهب العقلاني, البنائين الأحرار, المفكرين الأحرار, المحفل الأكبر, لا أدري, لا أدرية, لاأدري, مستنكف ضميريا, مستنكفة ضميريا, إنساني النزعة, إنسانية النزعة, قناعة فلسفية, معتقد فلسفي, معتقدات فلسفية, قناعات علمانية, التوجه العلماني, علماني التوجه, الفكر العلماني, الفكر الوجودي, وجودية, عبثي, ماركسي الفكر, الماسونيين, ماسونيا, علمانيا, وجوديا, الفكر المادي, المذهب المادي, المذهب الوجودي, الفكر الماسوني, بالفكر الماسوني, الماسوني, العلمانيين, مفكر وجودي, مفكرة وجودية, من العلمانيين, من الملحدين, أنا علماني, ملتزم بالعلمانية, 
      ماسوني, ماسونية, الماسونية, محفل ماسوني, المحفل الماسوني, علماني, علمانية, مفكر حر, قناعات فلسفية,
      القناعات الفلسفية, وجودي, عدمي,
      لاديني, لادينية, ماسونية عضوة, حر الفكر,
      من البنائين الأحرار`,
    darija: 'masoni, masoniya, lmasoniya, 3ilmani, 3ilmaniya, 3almani, 3almaniya',
    en: `
      freemason, freemasonry, masonic lodge, freethinker, free thinker, philosophical belief, philosophical beliefs,
      conscientious objector, secular humanist, nihilist, existentialist,
      an avowed secularist, avowed secularist, committed secularist, is a secularist, is a humanist, is a freethinker,
      a committed humanist, is an existentialist, is an anarchist,
      describes herself as a humanist, describes himself as a humanist,
      secularist, humanist, rationalist`,
  },
  weak: {
    fr: 'humaniste, laïc, laïque, végane, stoïcien, loge',
    ar: 'فلسفي, فلسفية, مفكر, مفكرة, نباتي, نباتية',
    darija: 'faylasouf',
    en: 'humanist, secular, vegan, stoic',
  },
  predicates: {
    fr: `
      est, est un, est une, membre d, membre de, initié, initiée, appartient à, convictions,
      je suis, a rejoint, adhère, ses convictions, fait partie,
      appartenance à une obédience maçonnique, appartenance à la franc maçonnerie, se dit libre penseur, se dit libre penseuse, se réclame de, se réclame du, se revendique,
      revendique son appartenance,
      se dit, se déclare`,
    ar: `من دعاة, من أنصار, من أتباع, من مؤيدي, يتبنى, تتبنى, يؤمن, تؤمن, يعتنق, تعتنق, ينتسب, تنتسب, انخرط, انخرطت, عرف, عرفت, معروف, معروفة, يدافع عن قناعاته, قناعات, قناعاته, قناعاتها, التوجه الفكري, التوجه, توجهه, توجهها, أفكاره, أفكارها, معتقده, معتقدها, عن قناعة, يسمي نفسه, تسمي نفسها, يقدم نفسه, تقدم نفسها, يقول إنه, تقول إنها, صرح, صرحت, أعلن, أعلنت, أصبح, أصبحت, صار, صارت, يميل إلى, تميل إلى, متشبع, متشبعة, مقتنع, مقتنعة, لا يؤمن, لا تؤمن, من العلمانيين, مفكر وجودي, مفكرة وجودية, يصف نفسه, كما يقول, منذ, القناعات الفلسفية, قناعات فلسفية, قناعاته, بأنه, بأنها, أنه, أنها, حسب تصريحه, حسب تصريحها, يعتبر, تعتبر, نفسه, نفسها, عضو, عضوة, ينتمي, تنتمي, أنا, يعتبر نفسه, تعتبر نفسها, صرح بأنه, صرحت بأنها, انضم, انضمت, هو, هي, له, لها,
      أعتبر نفسي, لا أخفي, لا يخفي, لا تخفي, مقتنع ب, مقتنعة ب, تصف نفسها, يعلن أنه, تعلن أنها,
      من البنائين الأحرار`,
    darija: 'rah, raha, howa, hiya, ana, kaygol, katgol, wlla, wellat, dkhel, m3a',
    en: `is a, is an, am a, am an, identifies as, member of, joined, belongs to, his, her, holds, is,
      an avowed secularist, avowed secularist, committed secularist, is a secularist, is a humanist, is a freethinker,
      a committed humanist, is an existentialist, is an anarchist,
      describes herself as a humanist, describes himself as a humanist,
      avowed, committed, convinced, self declared, self described, describes herself as, describes himself as`,
  },
  falseFriends: {
    fr: `
      école laïque, enseignement laïque, état laïque, union rationaliste, intime conviction, loge du gardien,
      loge de concierge, mouvement humaniste, histoire de la franc maçonnerie`,
    ar: 'الدولة العلمانية, تاريخ الماسونية',
    en: 'secular state, secular trend, history of freemasonry, vegan leather, vegan menu',
  },
};
