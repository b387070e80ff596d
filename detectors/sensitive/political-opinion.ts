import type { LexiconDetector } from '../define.ts';

/** Political opinions (Law 09-08, Art. 1(3)). A party's name alone says nothing of a person. */
export const politicalOpinion: LexiconDetector = {
  kind: 'lexicon',
  id: 'sensitive/political-opinion',
  title: 'Political opinion',
  finds: 'Membership in, votes for or sympathy with a party or movement said of a person, or a field named so.',
  references: [
    'Law 09-08, Art. 1(3)',
    'Names of Moroccan parties, public lists read 2026; acronyms of up to three letters count only in a field or behind a word of membership',
  ],
  example: 'M. Idrissi est militant du Parti de la justice et du développement.',
  fields: {
    says: `
      opinion politique, opinions politiques, affiliation politique, appartenance politique, couleur politique,
      parti politique, parti, political party, political opinion, political affiliation, الانتماء السياسي, الحزب,
      الحزب السياسي, الرأي السياسي, الآراء السياسية`,
  },
  marks: 'adherent parti, carte parti, membre parti, militant, encarte',
  strong: {
    fr: `
      parti de l istiqlal, parti istiqlal, union socialiste des forces populaires, USFP, mouvement populaire,
      parti de la justice et du développement, PJD, rassemblement national des indépendants, RNI,
      parti du progrès et du socialisme, parti authenticité et modernité, parti socialiste unifié,
      front des forces démocratiques, union constitutionnelle, fédération de la gauche, voie démocratique,
      al adl wal ihsane, adl wal ihsane, polisario, mouvement du 20 février, hirak du rif, carte du parti,
      adhérent au parti, adhérente au parti, membre du parti, militant du parti, militante du parti,
      militant politique, militante politique, opposant politique, parti de gauche, parti islamiste, parti communiste,
      parti socialiste, séparatiste, militant du PAM, militante du PAM, élu PAM, adhérent PPS, militant du PPS,
      opinions politiques, opinion politique, voté pour le parti, sympathisant du parti, candidat du parti`,
    ar: `
      حزب الاستقلال, الاتحاد الاشتراكي للقوات الشعبية, الاتحاد الاشتراكي, الحركة الشعبية, حزب العدالة والتنمية,
      العدالة والتنمية, التجمع الوطني للأحرار, حزب التقدم والاشتراكية, حزب الأصالة والمعاصرة, الأصالة والمعاصرة,
      الاتحاد الدستوري, جبهة القوى الديمقراطية, الحزب الاشتراكي الموحد, فيدرالية اليسار, النهج الديمقراطي,
      جماعة العدل والإحسان, العدل والإحسان, حراك الريف, حركة 20 فبراير, معتقل سياسي, منخرط في حزب, منخرطة في حزب,
      عضو في حزب, عضوة في حزب, مناضل في حزب, مناضلة في حزب, انفصالي, الانتماء السياسي, حزب يساري, حزب إسلامي`,
    darija: `
      7izb, l7izb, lhizb, hizb, lPJD, pjd, lpam, listiqlal, l istiqlal, l7irak, lhirak, mnadil f l7izb,
      mnadila f l7izb,
      mrachah m3a, mrach7a m3a, mrcha7 m3a, mrachaha m3a, mrachah f lista, m3a l ahrar, m3a lahrar, m3a n nahj, m3a nahj,
      m3a lpjd, m3a lbam, m3a lpam, m3a listiqlal, m3a l istiqlal, m3a l ittihad, sawwet 3la lbam, kanssawet 3la lbam,
      kayssawet 3la lpjd, msawet 3la, mnkhart f l7izb, mnkhart f hizb, 3odw f l7izb, 3odw f hizb,
      lbam, lahrar, l ahrar, lpjd, l pjd, nahj dimocrati`,
    en: `
      istiqlal party, party member, member of the party, justice and development party, political opinion,
      political affiliation, political activist, communist party, socialist party, islamist party,
      party of authenticity and modernity, national rally of independents, political prisoner, opposition party`,
  },
  weak: {
    fr: `
      islamiste, gauchiste, socialiste, communiste, royaliste, républicain, opposant, militant, militante,
      parti politique, PAM, PPS, PSU, hirak`,
    ar: 'يساري, يسارية, إسلامي, اشتراكي, اشتراكية, شيوعي, شيوعية, ملكي, معارض, معارضة, مناضل, مناضلة, الحزب',
    darija: 'mnadil, mnadila, yasari, ichtiraki, islami',
    en: 'islamist, leftist, communist, socialist, activist, separatist',
  },
  predicates: {
    fr: `
      militant, militante, milite, je milite, adhérent, adhérente, adhère, a adhéré, sympathisant, sympathisante,
      encarté, encartée, sous l étiquette, a voté, vote pour, voté pour, membre du, membre de, élu du, élue du,
      candidat du, candidate du, carte du parti, est proche du, se dit, est un, est une, soutient, arrêté pour,
      opinions politiques, cadre du, a rejoint, adhérent au parti, adhérente au parti, membre du parti,
      militant du parti, militante du parti, militant politique, militante politique`,
    ar: `
      مناضل, مناضلة, منخرط, منخرطة, عضو, عضوة, مرشح, مرشحة, صوت ل, صوت لصالح, صوتت ل, صوتت لصالح, متعاطف, متعاطفة,
      ينتمي, تنتمي, انخرط, انخرطت, يساند, تساند, منخرط في حزب, منخرطة في حزب, عضو في حزب, عضوة في حزب, مناضل في حزب,
      مناضلة في حزب, معتقل سياسي, التحق, التحقت`,
    darija: `
      mnadil f l7izb, mnadila f l7izb, m3a, mnadil, mnadila, sawwet, sawet, sawtat, swwet, dayer, dayra, mnkhart, mn5art, mnkharta, mn5arta, dkhel,
      dakhel, dekhlat,
      mrachah m3a, mrach7a m3a, mrcha7 m3a, mrachaha m3a, mrachah f lista, m3a l ahrar, m3a lahrar, m3a n nahj, m3a nahj,
      m3a lpjd, m3a lbam, m3a lpam, m3a listiqlal, m3a l istiqlal, m3a l ittihad, sawwet 3la lbam, kanssawet 3la lbam,
      kayssawet 3la lpjd, msawet 3la, mnkhart f l7izb, mnkhart f hizb, 3odw f l7izb, 3odw f hizb,
      mrachah, mrach7a, mrcha7, kanssawet, kansawet, kansewet, kayssawet, kaysewet, katssawet, katsewet, ssawet, sewwet,
      sawwtat, ghadi nssawet, monkhart, kay3awen, dima m3a`,
    en: `
      member of, voted for, supports, supporter of, campaigns for, campaigned for, activist, joined, is a, belongs to,
      candidate of, candidate for, party member, member of the party, sympathiser, arrested for`,
  },
  falseFriends: {
    fr: `
      avenue al istiqlal, avenue de l istiqlal, manifeste de l indépendance, fête de l indépendance,
      programme alimentaire mondial, république, mouvement de stock, parti pris, tiré parti, lycée al istiqlal`,
    ar: 'مناضل نقابي, مناضلة نقابية, مناضل في النقابة, مناضلة في النقابة, مناضل في الكونفدرالية, مناضلة في الكونفدرالية, مناضل في الفيدرالية, مناضلة في الفيدرالية, شارع الاستقلال, عيد الاستقلال, وثيقة الاستقلال, الحزب الستون, وزارة العدل, المملكة المغربية',
    en: 'third party, activist investor, independence day, party wall',
  },
};
