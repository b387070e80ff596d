import type { LexiconDetector } from '../define.ts';

/** Offences, convictions and security measures (Law 09-08, Art. 12(1)(d), 49 and 50). */
export const offence: LexiconDetector = {
  kind: 'lexicon',
  id: 'sensitive/offence',
  title: 'Offences, convictions and security measures',
  finds:
    'Convictions, charges, detention and criminal records said of a person, or a field named so. Law texts and lockers are left alone.',
  references: ['Law 09-08, Art. 12(1)(d), 49 and 50', 'Terms and false friends compiled by hand, 2026'],
  example: 'M. Naciri a été condamné à deux ans d’emprisonnement ferme.',
  fields: {
    says: `
      casier judiciaire, antecedents judiciaires, condamnation, condamnations, infraction, infractions,
      motif incarceration, criminal record, convictions penales, criminal conviction, offence, offense, السجل العدلي,
      السوابق, السوابق العدلية, السوابق القضائية, العقوبة, الجريمة, التهمة`,
  },
  marks: 'numero ecrou, num ecrou, no ecrou, ecrou, condamne, رقم الاعتقال',
  strong: {
    fr: `
      condamné à, condamnée à, condamné pour, condamnée pour, reconnu coupable, reconnue coupable, casier judiciaire,
      emprisonnement ferme, ans d emprisonnement, mois d emprisonnement, ans de prison, mois de prison, prison ferme,
      prison avec sursis, réclusion criminelle, mis en examen, mise en examen, garde à vue, mandat de dépôt,
      mandat d arrêt, levée d écrou, libération conditionnelle, interdiction de séjour, escroquerie, abus de confiance,
      chèque sans provision, chèques sans provision, trafic de stupéfiants, trafic de drogue, coups et blessures,
      faux et usage de faux, détournement de fonds, poursuivi pour, poursuivie pour, vol qualifié, vol avec violence,
      vol à main armée, homicide, agression sexuelle, antécédents judiciaires, fiche anthropométrique,
      condamnation pénale, condamnation pour, récidiviste, incarcéré, incarcérée, incarcération, écroué, écrouée,
      détention préventive, violence conjugale`,
    ar: `وراء القضبان, مذكرة بحث, في حالة سراح, بإدانة, إصدار شيك, سرقة موصوفة, عقوبته الحبسية, عقوبتها الحبسية, الارتشاء, متلبسا بالارتشاء, شبكة للاتجار, سجنا نافذا, سجنا, هارب من العدالة, رقم اعتقاله, رقم الاعتقال, خرج من السجن, مشدود فالحبس, فالحبس, رهن الاعتقال, بحوزته كمية, القتل العمد, جريمة القتل, الاغتصاب, هتك العرض, تكوين عصابة, السكر العلني, ذوي السوابق, محكوم عليه, محكوم عليها, حكم بالحبس, حكم بالسجن, في حالة اعتقال, سنتين في السجن, سنوات في السجن, حبسا موقوف التنفيذ, متلبسا بالسرقة, متلبسة بالسرقة, متلبسا, ترويج المخدرات, تهمة السرقة, بتهمة السرقة, بتهمة النصب, بتهمة خيانة الأمانة, عقوبة سجنية, حبسا, سابقة قضائية, 
      السجل العدلي, سجله العدلي, سجلها العدلي, السوابق العدلية, القذف, سوابق قضائية, سوابق عدلية, حكم عليه, حكم عليها, أدين ب, أدينت ب,
      أدين, أدينت, حبس نافذ, حبسا نافذا, حبسا موقوف التنفيذ, موقوف التنفيذ, بالحبس النافذ, بالسجن, سنوات سجنا,
      سنة سجنا, عقوبة حبسية, حالة العود, رد الاعتبار, متابع من أجل, متابعة من أجل, الحراسة النظرية,
      محضر الشرطة القضائية, خيانة الأمانة, شيك بدون رصيد, شيك بدون مؤونة, الاتجار في المخدرات, ترويج المخدرات,
      الضرب والجرح, اغتصاب, اختلاس, الاعتقال الاحتياطي, النصب والاحتيال, السرقة الموصوفة, جريمة قتل, أوقف من أجل`,
    darija: `
      l7bs, 7bs, lhebs, l7ebs, 7ebs, sawabi9, sawabiq, chik bla rasid, chik bla rassid, sarqa, mtabe3, mtab3, chdouh,
      chedouh, lmokhaddirat, n9tel, tla7 f l7bs`,
    en: `guilty of fraud, guilty of theft, guilty of, pleaded guilty, found guilty of, suspended term, suspended sentence, prior convictions, prior conviction, in jail, in prison, was jailed, jailed for, arrested, spent two years in jail, assault charges, convicted, for theft, for fraud, sentenced, 
      convicted of, sentenced to, found guilty, criminal record, years in prison, months in prison, imprisonment,
      on probation, on parole, drug trafficking, embezzlement, charged with, arrested for, pre trial detention,
      jail sentence, criminal conviction, theft conviction, repeat offender`,
  },
  weak: {
    fr: `
      vol, viol, prison, détenu, détenue, infraction, délit, peine, sursis, récidive, fraude, corruption, plainte,
      stupéfiants, condamnation, amende`,
    ar: 'سجن, السجن, سرقة, السرقة, نصب, التزوير, الرشوة, المخدرات, سوابق, متهم, متهمة, إدانة, عقوبة, معتقل',
    darija: 'boulis, lboulis, khtaf, serqa, lm7kama, jarima',
    en: 'theft, prison, jail, fraud, offence, crime, arrested, convicted, drug possession',
  },
  predicates: {
    fr: `
      condamné, condamnée, a été condamné, a été condamnée, coupable, poursuivi, poursuivie, inculpé, inculpée,
      arrêté pour, arrêtée pour, placé en, placée en, a purgé, purge, casier judiciaire de, son casier, fait l objet,
      accusé, accusée, mis en cause, auteur de, impliqué, impliquée, pour vol, pour escroquerie, a écopé, incarcéré,
      incarcérée, détenu, détenue, interpellé, interpellée, condamné à, condamnée à, condamné pour, condamnée pour,
      reconnu coupable, reconnue coupable, mis en examen, poursuivi pour, poursuivie pour, récidiviste, écroué,
      écrouée, en détention, en détention préventive, a un casier judiciaire, a un casier, a été placé,
      a été placée, inflige, mentionne, comporte, déféré, déférée`,
    ar: `رهن الاعتقال, رهن الاعتقال الاحتياطي, وراء القضبان, موضوع مذكرة, موضوع, توبع, توبعت, حوكم, حوكمت, أحيل, أحيلت, غرمت, خرج من, خرجت من, مشدود, مشدودة, أفرج عن, هارب, هاربة, متورط, متورطة, محكوم, محكومة, بحوزته, بحوزتها, السجين, السجينة, بطاقة السوابق, تم توقيف, توقيف, إيقاف, صدر حكم, مدان, مدانة, ذوي السوابق, من ذوي السوابق, محكوم عليه, محكوم عليها, صدر في حقه, صدر في حقها, في حالة اعتقال, قضي, أدانت, أدانت المحكمة, بإدانة, متلبسا, متلبسة, يقضي, تقضي, حبسا نافذا, بتهمة السرقة, بتهمة النصب, بتهمة خيانة الأمانة, 
      أدين, أدينت, حكم عليه, حكم عليها, حكمت عليه, حكمت عليها, متابع, متابعة, متهم, متهمة, المتهم, المتهمة, اعتقل,
      اعتقلت, معتقل, أوقف, أوقفت, قضى, قضت, من أجل, بتهمة, ارتكب, ارتكبت, له سوابق, لها سوابق, يوجد رهن, وضع تحت,
      وضعت تحت, تورط, ضبط, يتضمن, أدين ب, أدينت ب`,
    darija: `
      dkhel, dekhlat, dkhl, 3endo, 3ndo, 3ndha, 3endha, chedouh, chdouh, chdouha, mtabe3, mtab3, mtab3a, tchedd, tched,
      kan f, kant f, khrej mn, 7kmou 3lih, hekmou 3lih, dar`,
    en: `guilty of fraud, guilty of theft, guilty of, pleaded guilty, in prison for, is in prison, is in jail, in jail, was jailed, has prior, prior convictions, sentenced, arrested, spent, criminal record of, the court, the judge found, for theft, police arrested, convicted, 
      convicted, convicted of, sentenced, sentenced to, found guilty, charged with, arrested for, accused of, served,
      has a, was arrested, jailed for, is on, pleaded guilty, on probation, on parole`,
  },
  falseFriends: {
    fr: `
      puni de, punie de, punis de, est puni, sont punis, sera puni, passible de, passibles de, sous peine de,
      vol royal air maroc, vol direct, vol aller, vol retour, numéro de vol, vol n°, vol at, casier consigne, à peine,
      vaut la peine, peine de, extrait de casier judiciaire à fournir, lutte contre la corruption,
      lutte contre la fraude, prévention de la corruption, instance nationale, le fait de, quiconque,
      avenue de la prison, prison civile, rue de la prison, peine perdue`,
    ar: `خالية من السوابق, بدون سوابق, لا سوابق, شهادة السجل العدلي, نسخة من السجل العدلي, مستخرج السجل العدلي, استخراج السجل العدلي, طلب السجل العدلي, الإدلاء بالسجل العدلي, مصلحة السجل العدلي, ينص القانون, الوقاية من الجريمة, قانون السجون, يعاقب, يعاقب ب, محاربة الرشوة, الوقاية من الرشوة, إدارة السجون, المندوبية العامة لإدارة السجون, كل من`,
    en: `
      punishable by, shall be punished, is punishable, fraud detection, fraud prevention, identity theft protection,
      whoever, anti fraud`,
  },
};
