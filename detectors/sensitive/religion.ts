import type { LexiconDetector } from '../define.ts';

/** Religious beliefs (Law 09-08, Art. 1(3)). Greetings, feasts, banks and names reveal nothing. */
export const religion: LexiconDetector = {
  kind: 'lexicon',
  id: 'sensitive/religion',
  title: 'Religious belief',
  finds:
    'Words of faith, conversion and practice said of a person, or in a field named so. Greetings and institutions are left alone.',
  references: [
    'Law 09-08, Art. 1(3)',
    'Terms and false friends compiled by hand, 2026; Darija spellings after a public word list',
  ],
  example: 'Mme Tazi s’est convertie au christianisme.',
  fields: {
    says: `
      religion, confession, culte, croyance, croyances, faith, religious belief, religious affiliation, الديانة,
      خانة الديانة, المعتقد, العقيدة, الدين, المعتقد الديني`,
  },
  marks: 'pratiquant, regime halal, regime casher, baptise',
  strong: {
    fr: `
      de confession, confession musulmane, confession juive, confession chrétienne, confession israélite,
      converti à l islam, convertie à l islam, converti au christianisme, convertie au christianisme,
      converti au judaïsme, convertie au judaïsme, chiite, sunnite, ibadite, salafiste, apostat, apostasie,
      évangélique, catholique, protestant, protestante, bahaï, bouddhiste, témoin de jéhovah, athée, agnostique,
      christianisme, judaïsme, non jeûneur, tribunal rabbinique, chambre hébraïque, musulman pratiquant,
      musulmane pratiquante, croyances religieuses`,
    ar: `الطائفة اليهودية, الطائفة المسيحية, الطائفة البهائية, شهود يهوه, تنصر, تنصرت, لا يصوم, لا تصوم, لا يصلي, لا تصلي, يفطر رمضان, تفطر رمضان, مفطر في رمضان, الزاوية البودشيشية, العدل والإحسان, التبليغ والدعوة, متدين, متدينة, ترتدي النقاب, ترتدي الحجاب, يرتاد الكنيسة, ترتاد الكنيسة, يرتاد المسجد, الدين الإسلامي, بوجود الله, مسلم سني, مسلمة سنية, بروتستانتي, بروتستانتية, إنجيلي, إنجيلية, أرثوذكسي, أرثوذكسية, بوذي, بوذية, هندوسي, هندوسية, إباضي, إباضية, أحمدي المذهب, صوفي الطريقة, مريد الزاوية, مسيحيا, مسيحيين, يهوديا, مسلما, سلفيا, شيعيا, كاثوليكيا, البهائيين, مسلمة تصلي, مسلم يصلي, أنا مسيحية, مسيحي كاثوليكي, يهودي مغربي, يهودية مغربية, يهودي الديانة, يهودية الديانة, مسيحي الديانة, مسيحية الديانة, مسلم الديانة, شيعي المذهب, شيعية المذهب, سني المذهب, ارتد عن الإسلام, ارتدت عن الإسلام, تصلي في المكتب, يصلي في المكتب, أنا مسيحي, أنا مسيحية, أنا يهودي, أنا يهودية, أنا ملحد, 
      اعتنق الإسلام, اعتنقت الإسلام, اعتنق المسيحية, اعتنقت المسيحية, المسيحية, اليهودية, شيعي, شيعية, سلفي, سلفية,
      بهائي, بهائية, البهائية, باليهودية, بالمسيحية, ملحد, ملحدة, لا ديني, مرتد, كاثوليكي, كاثوليكية, نصراني, نصرانية, بودشيشي, الديانة اليهودية,
      الديانة المسيحية, الديانة الإسلامية, المذهب الشيعي, المحكمة العبرية, الغرفة العبرية`,
    darija: `la dini, ladini, ma kayamnch, makayamnch, makatamnch, ma kayamnch b lah, masihi, masihia, masihiya, yehoudi, kayfter f ramdan, ma kaysoumch, ma kaysellich, kafer, 
      nasrani, nasraniya, nSrani, masi7i, masi7iya, lihoudi, lihoudiya, yhoudi, yhoudiya, chi3i, chi3iya, mol7id,
      mol7ida, il7ad, makaysoumch, makatsoumch, kayssli, kaysalli, makayssalich`,
    en: `
      converted to islam, converted to christianity, converted to judaism, practising muslim, practicing muslim,
      catholic, protestant, evangelical, shia, shiite, atheist, agnostic, jehovah s witness, christianity, judaism,
      buddhist, baha i, religious beliefs, apostate`,
  },
  weak: {
    fr: `
      musulman, musulmane, chrétien, chrétienne, juif, juive, israélite, soufi, soufie, pratiquant, pratiquante, islam,
      religion, croyant, croyante, baptême, halal, casher, prière`,
    ar: 'مسلم, مسلمة, مسيحي, مسيحية, يهودي, يهودية, سني, سنية, صوفي, صوفية, الإسلام, الديانة, يصلي, تصلي',
    darija: 'mslm, mslma, mouslim, mouslima, meslem, sonni, salafi, kanissa, lkanissa',
    en: 'muslim, christian, jewish, jew, sunni, sufi, islam, faith, religion, believer',
  },
  firstNames: { en: 'christian, islam, muslim' },
  predicates: {
    fr: `
      est de confession, de confession, converti, convertie, s est converti, s est convertie, se dit, se déclare,
      se déclare athée, est, était, est un, est une, pratiquant, pratiquante, religion, de religion, baptisé, baptisée,
      confession de, religion de, a embrassé, embrasse, fréquente, prie, a quitté, je suis, appartient à, croyances religieuses, suit, devenu, devenue`,
    ar: `من الطائفة, الطائفة, من أتباع, أتباع, تحول إلى, تحولت إلى, أعلن, أعلنت, لا يؤمن, لا تؤمن, لا يصوم, لا تصوم, تنصر, تنصرت, ترك الدين, تركت الدين, ترك الإسلام, تركت الإسلام, ديانته, ديانتها, زوجة, زوج, معروف, معروفة, ترتدي, يرتدي, يتردد على, تتردد على, اسمه, اسمها, والدتي, والدي, صرح, صرحت, يصرح, تصرح, متدين, متدينة, كان, كانت, صار, صارت, مسلمة تصلي, مسلم يصلي, ديانة السيد, ديانة السيدة, ديانة, يهودي مغربي, يهودية مغربية, يهودي الديانة, يهودية الديانة, مسيحي الديانة, مسيحية الديانة, مسلم الديانة, شيعي المذهب, شيعية المذهب, سني المذهب, بأنه, بأنها, أنه, ارتد عن الإسلام, أنا مسيحي, أنا مسيحية, أنا يهودي, أنا يهودية, أنا ملحد, حسب قوله, حسب قولها, مسيحي كاثوليكي, 
      اعتنق, اعتنقت, يعتنق, تعتنق, ديانته, ديانتها, الديانة, يدين, تدين, على المذهب, يعتبر نفسه, تعتبر نفسها, أنا,
      أصبح, أصبحت, صرح بأنه, صرحت بأنها, إنه, إنها, يتبع, تتبع, ارتد, هو, هي, اعتنق الإسلام, اعتنقت الإسلام,
      اعتنق المسيحية, اعتنقت المسيحية`,
    darija: `had, dak, dik, la dini, ladini, ma kayamnch, ma kayamnch b lah, makayamnch, ma kaysoumch, ma kaysellich, rj3 masi7i, rj3at, ma ki, mn b3d, 
      rah, raha, wlla, wella, wellat, howa, hiya, ana, dinou, dinha, dini, kaymchi l, katmchi l, kaygol, rj3, rja3,
      rej3at`,
    en: `
      is, am, was, converted, converted to, practising, practicing, became, identifies as, religion, raised,
      belongs to, declares, follows, left, religion of, faith of`,
  },
  falseFriends: {
    fr: `
      banque islamique, finance islamique, banque participative, affaires islamiques, ministère des habous,
      quartier juif, cimetière juif, cimetière chrétien, école catholique, église catholique, université catholique,
      saint, eid, relations islamo, monde musulman, pays musulmans, musée du judaïsme, salam alaykoum, inchallah,
      religion de l état, histoire du judaïsme, histoire du christianisme, dialogue des religions, liberté de religion`,
    ar: `
      الأوقاف والشؤون الإسلامية, الشؤون الإسلامية, البنك الإسلامي, المالية الإسلامية, السلام عليكم, الحمد لله,
      بسم الله, إن شاء الله, العالم الإسلامي, المذهب المالكي, الدول الإسلامية, المجلس العلمي, الديانات السماوية,
      متحف اليهودية`,
    en: `
      islamic bank, islamic finance, islamic affairs, muslim world, jewish quarter, good faith, bad faith,
      catholic church, catholic university, history of judaism, history of christianity, freedom of religion`,
  },
};
