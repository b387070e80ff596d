import type { LexiconDetector } from '../define.ts';

/** Trade-union membership (Law 09-08, Art. 1(3)). A syndicat of owners or of tourism is no trade union. */
export const unionMembership: LexiconDetector = {
  kind: 'lexicon',
  id: 'sensitive/union-membership',
  title: 'Trade-union membership',
  finds: 'Membership, dues, mandates and offices in a trade union said of a person, or a field of dues.',
  references: ['Law 09-08, Art. 1(3)', 'Names of Moroccan unions from several public lists, read 2026; terms compiled by hand'],
  example: 'M. Tahiri est délégué syndical de la CDT.',
  fields: {
    says: `
      syndicat, affiliation syndicale, appartenance syndicale, nom syndicat, trade union, labor union, labour union,
      النقابة, الانتماء النقابي, اسم النقابة`,
  },
  marks: `
    cotisation syndicale, cotisations syndicales, retenue syndicale, syndique, syndiquee, union dues, union member,
    union membership, carte syndicale, adherent syndicat, membre syndicat, delegue syndical, decharge syndicale,
    mandat syndical, cot synd, cotis syndicale, الاقتطاع النقابي, واجب الانخراط النقابي, منخرط في النقابة,
    الانخراط النقابي`,
  strong: {
    fr: `cotisation à l UGTM, cotisation à la CDT, cotisation à l UMT, cotisation à la FDT, cotisation au syndicat, carte à la CDT, carte de la CDT, carte à l UMT, carte de l UMT, élu syndical, élue syndicale, adhéré à l UMT, adhéré à la CDT, adhéré à l UGTM, adhéré au syndicat, carte de l UGTM, 
      syndiqué, syndiquée, cotisation syndicale, cotisations syndicales, retenue syndicale, carte syndicale,
      délégué syndical, déléguée syndicale, bureau syndical, représentant syndical, représentante syndicale,
      décharge syndicale, mandat syndical, activité syndicale, appartenance syndicale, affiliation syndicale,
      militant syndical, militante syndicale, syndicaliste, union marocaine du travail,
      confédération démocratique du travail, union générale des travailleurs du maroc,
      union nationale du travail au maroc, fédération démocratique du travail, organisation démocratique du travail,
      UGTM, UNTM, SNESUP, membre de l UMT, membre de la CDT, adhérent à l UMT, adhérente à l UMT, adhérent à la CDT,
      adhérente à la CDT, adhérent au syndicat, adhérente au syndicat, membre du syndicat,
      secrétaire général du syndicat, adhésion au syndicat`,
    ar: `ناشط نقابي, ناشطة نقابية, واجبات النقابة, واجب النقابة, واجبات الانخراط النقابي, كاتبا عاما للنقابة, كاتبة عامة للنقابة, عضو المكتب النقابي, عضوة المكتب النقابي, التحق بالنقابة, منخرط بالنقابة, الانخراط النقابي, الاتحاد العام, 
      منخرط في النقابة, منخرطة في النقابة, منخرط في نقابة, منخرطة في نقابة, المكتب النقابي, مندوب نقابي, مندوبة نقابية,
      الاقتطاع النقابي, العمل النقابي, الانتماء النقابي, نقابي, نقابية, الاتحاد المغربي للشغل,
      الكونفدرالية الديمقراطية للشغل, الاتحاد العام للشغالين, الاتحاد العام للشغالين بالمغرب, الاتحاد الوطني للشغل,
      الفيدرالية الديمقراطية للشغل, المنظمة الديمقراطية للشغل, عضو في نقابة, عضوة في نقابة, بطاقة نقابية,
      الاقتطاعات النقابية, كاتب عام للنقابة`,
    darija: `na9aba, ni9aba, nna9aba, nni9aba, n9aba, nqaba, niqaba, na9abi, ni9abi, na9abiya,
      kateb dyal ni9aba, kateb dyal na9aba, lkateb dyal ni9aba, kateb ni9aba, kateb ni9abi, mas2oul f ni9aba,
      mas2oula f ni9aba, mnadil f ni9aba, mandoub dyal ni9aba,
      mandoub ni9abi, 3odw f ni9aba, kaykhelles ni9aba`,
    en: `
      cdt union, umt union, ugtm union, union member, trade union, union dues, union membership, union delegate, union representative, shop steward,
      labour union, labor union, unionised, unionized, trade unionist, union card`,
  },
  weak: {
    fr: 'syndicat, syndicale, syndical, UMT, CDT, FDT, ODT, grève, gréviste',
    ar: 'النقابة, نقابة, الإضراب, مضرب',
    darija: 'umt, cdt, l idrab, idrab',
    en: 'strike, striker',
  },
  predicates: {
    fr: `verse une cotisation, paie sa cotisation, verse, paie, a pris sa carte, sa carte, élu syndical, élue syndicale, adhéré à l UMT, adhéré à la CDT, adhéré au syndicat, carte à la CDT, 
      adhérent, adhérente, adhère, adhéré, est, membre, membre du, membre de, élu, élue, désigné, désignée, délégué,
      déléguée, cotise, cotisation syndicale, retenue syndicale, militant, militante, secrétaire général, représentant,
      est affilié, affilié, affiliée, carte syndicale, appartient, non syndiqué, est syndiqué, est syndiquée, je suis,
      a adhéré, siège au, représente la, représente l, bénéficie, mandaté, a rejoint, prélevée, au titre de, adhérent au syndicat, adhérente au syndicat,
      membre du syndicat, délégué syndical, déléguée syndicale, secrétaire général du syndicat`,
    ar: `ناشط نقابي, ناشطة نقابية, واجب, واجبات, كاتبا عاما, كاتبة عامة, عضو المكتب النقابي, عضوة المكتب النقابي, يقتطع من أجر, تقتطع من أجر, يؤدي واجبات, التحق ب, زميلنا, زميلتنا, 
      منخرط, منخرطة, عضو, عضوة, ينتمي, تنتمي, انخرط, انخرطت, مندوب, مندوبة, انتخب, انتخبت, كاتب, كاتبة, ممثل, ممثلة,
      منخرط في النقابة, منخرطة في النقابة, منخرط في نقابة, منخرطة في نقابة, عضو في نقابة, عضوة في نقابة, يؤدي, تؤدي,
      اقتطاع, مناضل, مناضلة, التحق, التحقت`,
    darija: `
      mnkhart, mnkharta, mn5art, mn5arta, mnkhrt, dkhel, dkhelt, dekhlat, m3a, kaykhelles, kankhelles, kaykhles, dayer,
      rah, raha, mnadil, mnadila, howa f, hiya f,
      kateb dyal ni9aba, kateb dyal na9aba, lkateb dyal ni9aba, kateb ni9aba, kateb ni9abi, mas2oul f ni9aba,
      mas2oula f ni9aba, mnkhart f ni9aba, mnkharta f ni9aba, mnkhart f na9aba, mnadil f ni9aba, mandoub dyal ni9aba,
      mandoub ni9abi, 3odw f ni9aba, kaykhelles ni9aba,
      kateb, lkateb, kateb dyal, mas2oul f, mandoub, mandoub dyal, kaykhellas, mnkhart f, mnkharta f`,
    en: `
      member, member of, is a, joined, pays, elected, belongs to, represents, am a, is, has been, deducted, active in,
      union member, union delegate, enrolled in, enrolled, elected, shop steward, pays union dues`,
  },
  falseFriends: {
    fr: `
      syndicat de copropriété, syndicat des copropriétaires, syndicat de copropriétaires, syndic de copropriété,
      syndicat d initiative, syndicat intercommunal, syndicat mixte, syndicat bancaire, syndicat de l immeuble, syndic,
      CDT art, liberté syndicale, droit syndical`,
    ar: `التقت النقابات, بين الحكومة والنقابات, نقابة المحامين, نقابة الأطباء, الحرية النقابية`,
    en: 'european union, credit union, student union, union square, strike price',
  },
};
