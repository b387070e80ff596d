import type { LexiconDetector } from '../define.ts';

/** Health: illnesses, treatments and findings about a person (Law 09-08, Art. 1(3)). */
export const health: LexiconDetector = {
  kind: 'lexicon',
  id: 'sensitive/health',
  title: 'Health',
  finds: 'Illnesses, treatments, disabilities, blood groups and drugs tied to a person, or in a field named so.',
  references: ['Law 09-08, Art. 1(3) and 22', 'Terms compiled by hand, 2026; Darija spellings after a public word list'],
  example: 'Mme Amrani souffre de diabète de type 2.',
  fields: {
    says: `
      maladie, maladies, pathologie, pathologies, diagnostic, diagnosis, antecedents, antecedents medicaux, atcd,
      allergie, allergies, motif hospitalisation, traitement medical, medicament, medicaments, medication, etat sante,
      etat de sante, health, health condition, medical condition, disease, illness, handicap, type handicap,
      nature handicap, disability, affection, ald, observations medicales, dossier medical, vaccination, symptomes,
      symptoms, grossesse, المرض, الأمراض, نوع المرض, التشخيص, السوابق المرضية, الحساسية, الإعاقة, نوع الإعاقة,
      الحالة الصحية, العلاج, الدواء`,
  },
  marks: `
    groupe sanguin, gr sanguin, blood type, blood group, taux ipp, taux handicap, taux incapacite, handicape,
    is disabled, diabetique, enceinte, pregnant, maladie chronique, chronic disease, statut vih, hiv status, glycemie,
    hba1c, creatinine, charge virale, code cim, cim 10, icd, icd10, icd 10, فصيلة الدم, زمرة الدم, مرض مزمن,
    نسبة العجز, حامل`,
  strong: {
    fr: `
      diabète, diabétique, diabète de type, hypertension, hypertension artérielle, hypertendu, asthme, asthmatique,
      tumeur, tumeur maligne, chimiothérapie, radiothérapie, hémodialyse, dialyse, insuffisance rénale,
      insuffisance cardiaque, insuffisance respiratoire, hépatite, hépatite B, hépatite C, VIH, séropositif,
      séropositive, tuberculose, épilepsie, épileptique, sclérose en plaques, maladie de parkinson, alzheimer,
      maladie de crohn, rectocolite, lupus, polyarthrite, spondylarthrite, hémophilie, thalassémie, drépanocytose,
      leucémie, lymphome, bipolaire, trouble bipolaire, schizophrénie, schizophrène, psychose, autisme, autiste,
      trisomie, accident vasculaire cérébral, infarctus, stérilité, fécondation in vitro, fausse couche,
      interruption volontaire de grossesse, toxicomanie, alcoolisme, hémorroïdes, cancer du, cancer de, cancéreux,
      greffe de rein, greffe du rein, greffe de foie, greffe cardiaque, en dialyse, sous dialyse, cancer du sein,
      cancer du poumon, fauteuil roulant, allergie à la, allergique à la, allergique aux, insuffisant rénal,
      insuffisante rénale, goitre, hypothyroïdie, arthrose, migraine, dépression nerveuse, dépressif, dépressive, groupe sanguin a,
      groupe sanguin b, groupe sanguin o, groupe sanguin ab, certificat médical, arrêt maladie, congé de maladie,
      affection de longue durée, maladie chronique, handicap moteur, handicap mental, handicap visuel, insuline,
      metformine, glucophage, lantus, levothyrox, dépakine, tegretol, rivotril, risperdal, zyprexa, haldol, méthadone,
      subutex, trithérapie, sofosbuvir, herceptin, tamoxifène, méthotrexate, ventoline, hba1c, sérologie,
      charge virale, anxiodépressif, prothèse de hanche, cardiopathie, néphropathie, rétinopathie`,
    ar: `
      داء السكري, مرض السكري, مرض السكر, ارتفاع ضغط الدم, الضغط الدموي, الربو, السرطان, سرطان الثدي, سرطان,
      العلاج الكيميائي, تصفية الدم, غسيل الكلى, القصور الكلوي, قصور كلوي, التهاب الكبد, السيدا, فقدان المناعة المكتسبة,
      داء السل, مرض السل, الصرع, التصلب اللويحي, الاكتئاب, اكتئاب, الفصام, فصام, التوحد, جلطة دماغية, الإجهاض, العقم,
      الإدمان على المخدرات, مرض مزمن, إعاقة حركية, إعاقة ذهنية, أمراض القلب, مرض القلب, شهادة طبية, رخصة مرضية,
      الأنسولين, فصيلة الدم, الزهايمر, مرض الكلي, الهيموفيليا, فقر الدم`,
    darija: `
      skkar, sokkar, sokar, sukkar, merd skar, lmard lkhayb, lmerd lkhayb, lmerd l5ayb, mard lkhayb, kansir, lkansir,
      taw77od, tawa7od, sar3, ssar3, romatizm, chalal, lbbaser, jjdam, bouchwika, DDi9a, ddi9a, diqa, maraD mozmin,
      mard mozmin, 7asasia, lkla, tension tal3a, ddialyse, dialyse f sbitar, 7amla`,
    en: `
      diabetes, diabetic, asthma, hiv, hiv positive, tuberculosis, epilepsy, multiple sclerosis, parkinson s disease,
      hepatitis, leukemia, leukaemia, chemotherapy, schizophrenia, bipolar disorder, autism, stroke patient,
      heart failure, kidney failure, miscarriage, breast cancer, lung cancer, cancer patient, chronic illness,
      autistic, asthmatic, epileptic, on dialysis, allergy to, allergic to, wheelchair, kidney transplant, medical certificate, sick leave, insulin, depression and anxiety, blood type, clinical depression, dialysis`,
  },
  weak: {
    fr: `
      cancer, SIDA, AVC, HTA, handicap, handicapé, handicapée, dépression, grossesse, enceinte, allergie, allergique,
      infection, opération, hospitalisation, hospitalisé, hospitalisée, covid, traitement, ordonnance, maladie,
      addiction, démence, psychiatrique, invalidité, avortement, IVG, paralysie, paralysé`,
    ar: `
      الإعاقة, إعاقة, معاق, حامل, الحمل, مرض, مريض, مريضة, عملية جراحية, السل, السكري, الحساسية, حساسية, المستشفى,
      الضغط`,
    darija: 'mriD, mrid, mrida, mriDa, sbitar, sbiTar, tbib, dwa, tension, 7ma9, mfassel, m3a9, l9lb, dialyse, 9elb',
    en: `
      cancer, depression, disability, disabled, pregnant, pregnancy, surgery, disease, illness, allergy, allergic,
      hypertension, addiction`,
  },
  predicates: {
    fr: `
      souffre, souffrant, souffrait, souffre de, atteint de, atteinte de, atteint d, atteinte d, atteints de,
      diagnostiqué, diagnostiquée, diagnostic, traité pour, traitée pour, suivi pour, suivie pour, hospitalisé pour,
      hospitalisée pour, opéré, opérée, sous traitement, sous insuline, sous dialyse, est diabétique, suis diabétique,
      est séropositif, est séropositive, est asthmatique, est épileptique, est hypertendu, est bipolaire,
      est schizophrène, est autiste, est enceinte, antécédents, présente un, présente une, porteur d, porteuse d,
      victime d un, prend du, prend de l, allergique à, pathologie, maladie, maladies, ordonnance, prescrit, prescrite,
      motif d hospitalisation, en raison de, pour cause de, est sous, malade, groupe sanguin a, groupe sanguin b,
      groupe sanguin o, groupe sanguin ab, compte rendu, a subi, décédé d, décédée d, traitement,
      en situation de handicap, a été vacciné, en dialyse, sous dialyse, est en, a un, a une, a des, allergie à la,
      allergique à la, allergique aux, porteur du, porteuse du, reconnu, reconnue, suit une, suit un`,
    ar: `
      يعاني من, تعاني من, في وضعية, في رخصة مرضية, يحمل, تحمل, يعاني, تعاني, مصاب, مصابة, أعاني من, أصيب ب, أصيبت ب, أصيب, أصيبت, تشخيص, يتلقى العلاج,
      تتلقى العلاج, يتابع العلاج, تتابع العلاج, خضع لعملية, خضعت لعملية, يخضع, تخضع, مريض ب, مريضة ب, مريض, مريضة,
      بسبب, فصيلة الدم`,
    darija: `
      3ndo, 3ndha, 3ndi, 3andi, 3ando, 3andha, fih, fiha, fia, fiya, mrid b, mrida b, mriD b, mriDa b, mrid, mrida,
      kay3ani, kat3ani, kan3ani, dayer, dayra, kaydir, katdir, kndir, jah, jaha, kaychreb dwa, kayakhod, katakhod`,
    en: `
      suffers from, suffering from, suffer from, suffered, diagnosed with, diagnosed, diagnosis, treated for,
      living with, hospitalised for, hospitalized for, admitted for, is diabetic, am diabetic, has, have, had,
      tested positive, on dialysis, allergy to, allergic to, is on, undergoing, undergoes, was declared, history of, prescribed, takes, on insulin, due to, blood type`,
  },
  falseFriends: {
    fr: `
      traitement des données, traitement de données, traitement automatisé, traitement des demandes,
      traitement de la demande, traitement du dossier, responsable du traitement, opération bancaire,
      opération immobilière, opération de paiement, opération commerciale, diagnostic technique,
      diagnostic stratégique, ordonnance de paiement, ordonnance du juge, ordonnance judiciaire, tropique du cancer,
      signe du cancer, dépression atmosphérique, dépression tropicale, dépression économique, assurance maladie,
      caisse maladie, journée mondiale, lutte contre le, lutte contre la, lutte contre les, prévention du,
      prévention de la, association marocaine, ligue contre, ministère de la santé, centre d hémodialyse,
      centre de dialyse, infection informatique, ordonnance n°, traitement de texte, traitement de surface,
      traitement des eaux, avortement du projet, sans handicap, congé de maladie de`,
    ar: `
      معالجة المعطيات, التأمين عن المرض, التأمين الإجباري عن المرض, وزارة الصحة, اليوم العالمي, محاربة, الوقاية من,
      المغرب العربي, الضغط الجوي, العلاج الطبيعي`,
    en: `
      data processing, health insurance, cancer research, world diabetes day, economic depression, great depression,
      prevention of, fight against, tropic of cancer, disease control`,
  },
};
