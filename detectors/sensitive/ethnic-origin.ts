import type { LexiconDetector } from '../define.ts';

/** Racial or ethnic origin (Law 09-08, Art. 1(3)). Many of these words are surnames: they count only with a predicate. */
export const ethnicOrigin: LexiconDetector = {
  kind: 'lexicon',
  id: 'sensitive/ethnic-origin',
  title: 'Racial or ethnic origin',
  finds: 'Words of origin said of a person, or in a field named so. Surnames and place names that sound the same are left alone.',
  references: ['Law 09-08, Art. 1(3)', 'Terms and false friends compiled by hand, 2026'],
  example: 'Le candidat est d’origine amazighe.',
  fields: {
    says: `
      origine ethnique, ethnie, race, appartenance ethnique, tribu, ethnicity, ethnic origin, ethnic group, tribe,
      الأصل العرقي, العرق, الإثنية, القبيلة, الانتماء العرقي`,
  },
  strong: {
    fr: `
      origine ethnique, d origine amazighe, d origine berbère, d origine rifaine, d origine sahraouie,
      d origine subsaharienne, d origine africaine, d origine arabe, d origine juive, d origine hassanie,
      d origine soussie, d origine andalouse, ethnie, appartenance ethnique, harratine, métis, métisse, tribu des,
      de race noire, subsaharien, subsaharienne,
      un homme noir, une femme noire, une personne noire, un homme de couleur, une femme de couleur, famille berbère,
      famille amazighe, famille sahraouie, famille juive, d une famille`,
    ar: `سوسي الأصل, سوسية الأصل, ريفي الأصل, ريفية الأصل, صحراوي الأصل, صحراوية الأصل, بشرة سوداء, البشرة السوداء, قبيلة أمازيغية, قبيلة صحراوية, الأصل صحراوي, الأصل أمازيغي, الأصل ريفي, الأمازيغية من قبيلة, من أصل ريفي, من أصل صحراوي, من أصل سوسي, 
      أصل أمازيغي, أصول أمازيغية, أصل عرقي, الأصل العرقي, أصل صحراوي, أصول صحراوية, أصل ريفي, أصول ريفية, أصول إفريقية,
      أصل إفريقي, أصول عربية, أصول أندلسية, حرطاني, أسود البشرة, زنجي, الأمازيغ, أمازيغي الأصل, أمازيغية الأصل,
      شلح من, شلحة من, من أسرة أمازيغية, من عائلة أمازيغية, من أسرة صحراوية, من أصول صحراوية`,
    darija: `
      chel7, chel7a, chl7, chl7a, rifiya, soussiya, s7rawi, s7rawiya, 3azzi, 3azziya, k7el, k7la, 3roubi, 3roubiya,
      amazighiya, aslo amazighi, aslha amazighiya,
      rifi mn, rifia mn, rifiya mn, chel7 mn, chel7a mn, chelha mn, sahrawi mn, sahrawiya mn, amazighi mn, amazighiya mn,
      soussi mn, soussia mn, machi chel7, machi 3arbi, machi amazighi`,
    en: `ethnically, berber roots, amazigh roots, sahrawi roots, berber ancestry, amazigh ancestry, jewish ancestry, arab ancestry, african ancestry, andalusian descent, arab ethnicity, berber ethnicity, jewish family, sahrawi family, riffian, riffian origin, soussi origin, half berber, half arab, half amazigh, black african, dark skinned, light skinned, of colour, person of colour, roma woman, roma man, gypsy, haratin, berber tribe, amazigh tribe, of berber stock, african origin, of african origin, arab origin, jewish origin, arab and berber, sahrawi tribe, amazigh family, berber family, black man, black woman, of mixed race, sub saharan african, amazigh origin, berber origin, sahrawi origin, jewish descent, african descent, arab descent, is black, 
      ethnic origin, of amazigh origin, of berber origin, of sahrawi origin, of arab origin, ethnicity, mixed race,
      of african descent, sub saharan african, of jewish descent, of amazigh descent,
      a roma woman, a roma man, a black woman, a black man`,
  },
  weak: {
    fr: `
      amazigh, amazighe, berbère, rifain, rifaine, sahraoui, sahraouie, noir, noire, gitan, tzigane, andalou, zaïane,
      chleuh`,
    ar: 'أمازيغي, أمازيغية, بربري, بربرية, صحراوي, صحراوية, ريفي, ريفية, شلحي, شلحية, سوسي, سوسية, حساني',
    darija: 'amazighi, rifi, soussi, jebli, 3arbi',
    en: 'amazigh, berber, sahrawi, black, arab, roma, tribe, mulatto, soussi, andalusian, riffian',
  },
  predicates: {
    fr: `
      est d origine, d origine, est de race, est, issu de, issue de, appartient à, appartenant à, se déclare, de peau,
      de la tribu, ethnie de, origine ethnique de, issue d une famille, issu d une famille, origine, est un, est une, je suis, se dit,
      un homme noir, une femme noire, une personne noire, un homme de couleur, une femme de couleur, famille berbère,
      famille amazighe, famille sahraouie, famille juive, d une famille,
      décrit comme, décrite comme, vient d une famille, issu d une, issue d une, né dans une famille, née dans une famille`,
    ar: `سوسي الأصل, سوسية الأصل, ريفي الأصل, ريفية الأصل, صحراوي الأصل, صحراوية الأصل, ذات بشرة, ذو بشرة, بشرة سوداء, الأصل صحراوي, الأصل أمازيغي, الأصل ريفي, ينتمي إلى, تنتمي إلى, من أصل ريفي, من أصل صحراوي, من أصل سوسي, الأصل العرقي ل, صرح أنه من, بأنه, بأنها, من أصل, من أصول, أصله, أصلها, ينحدر من, تنحدر من, ينتمي, تنتمي, من قبيلة, إلى قبيلة, أمازيغي الأصل, أمازيغية الأصل, من أصل أمازيغي, الأصل العرقي, ذو أصول, ذات أصول, أنا, البشرة,
      من أسرة, من عائلة, ينتمي إلى قبيلة, تنتمي إلى قبيلة, أصوله, أصولها,
      شلح من, شلحة من, من أسرة أمازيغية, من عائلة أمازيغية, من أسرة صحراوية, من أصول صحراوية`,
    darija: `aslo, aslha, aslo amazighi, aslha amazighiya, asli, rah, raha, howa, hiya, ana, hadak, hadik, kayn, wa7d,
      rifi mn, rifia mn, rifiya mn, chel7 mn, chel7a mn, chelha mn, sahrawi mn, sahrawiya mn, amazighi mn, amazighiya mn,
      soussi mn, soussia mn, machi chel7, machi 3arbi, machi amazighi,
      asl, mn 3a2ila, mn 3a2ilat, mn 9bilat, mn 9abilat`,
    en: `ethnically, has, roots, ancestry, ethnicity, race of, tribe of, tribe, lists, listed as, recorded as, registered as, declared, declares, declared herself, declared himself, born to, was born to, half, stems from, hails from, is from, raised as, speaks of her, speaks of his, describes herself as, describes himself as, calls herself, calls himself, as a, as, ethnicity of, ethnic origin of, arab and berber, described as, black man, black woman, says she is, says he is, identifies as, amazigh origin, is black, origin of, of amazigh, of berber, of sahrawi, jewish descent, of jewish, is of, of, origin, descent, is, am, identifies as, belongs to, described as, comes from,
      belongs to the, belongs to a, comes from a, born to a, of the tribe,
      a roma woman, a roma man, a black woman, a black man, of berber origin, of amazigh origin, of jewish descent`,
  },
  falseFriends: {
    fr: `
      langue amazighe, culture amazighe, institut royal de la culture amazighe, café noir, tableau noir, marché noir,
      carte noire, liste noire, boîte noire, mer noire, race bovine, race ovine, race caprine, travail au noir,
      point noir, encre noire, nouvel an amazigh, olive noire, or noir, drapeau amazigh, chaussures noires,
      cuisine sahraouie, noir et blanc`,
    ar: `
      اللغة الأمازيغية, الثقافة الأمازيغية, المعهد الملكي للثقافة الأمازيغية, رأس السنة الأمازيغية, السنة الأمازيغية,
      العالم القروي, الطابع الأمازيغي`,
    en: `
      amazigh language, amazigh culture, black friday, black box, black list, black market, black and white,
      race condition, berber carpet, black sea, amazigh new year, black tea`,
  },
};
