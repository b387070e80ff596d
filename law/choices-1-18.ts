/** Interpretive choices IC-1 to IC-18: scope, formality, triggers. */
import type { ChoiceEntry } from './choice-entry.ts';

export const choicesFirst = {
  'IC-1': {
    articles: ['12(1)(e)'],
    default: 'national-card-only',
    settings: {
      'national-card-only': [
        'Only the number of the national identity card calls for authorisation; passport, residence, CNSS, IDCS, Massar and licence numbers do not.',
        'Seul le numéro de la carte d’identité nationale appelle l’autorisation ; les numéros de passeport, de séjour, CNSS, IDCS, Massar et de permis ne l’appellent pas.',
        'وحده رقم البطاقة الوطنية للتعريف يستوجب الإذن؛ أما أرقام جواز السفر والإقامة والضمان الاجتماعي ومسار ورخصة السياقة فلا تستوجبه.',
      ],
      'all-official-numbers': [
        'Every official identification number is treated like the national identity card number.',
        'Tout numéro officiel d’identification est traité comme le numéro de la carte d’identité nationale.',
        'يعامل كل رقم تعريف رسمي معاملة رقم البطاقة الوطنية للتعريف.',
      ],
    },
  },
  'IC-2': {
    articles: ['12(1)', '15'],
    default: 'as-article-15',
    settings: {
      'as-article-15': [
        'A request for authorisation holds what Art. 15 asks of a declaration; the law lists nothing else.',
        'La demande d’autorisation contient ce que l’art. 15 exige de la déclaration ; la loi n’énumère rien d’autre.',
        'يتضمن طلب الإذن ما تشترطه المادة 15 في التصريح، إذ لا يعدد القانون غير ذلك.',
      ],
    },
  },
  'IC-3': {
    articles: ['12(1)(e)'],
    default: 'image-holds-number',
    settings: {
      'image-holds-number': [
        'A scan or photo of the card holds its number.',
        'La copie ou la photo de la carte comporte son numéro.',
        'نسخة البطاقة أو صورتها تتضمن رقمها.',
      ],
      'text-only': [
        'Only a number kept as text counts.',
        'Seul compte le numéro conservé sous forme de texte.',
        'لا يعتد إلا بالرقم المحفوظ نصا.',
      ],
    },
  },
  'IC-4': {
    articles: ['12(1)(e)', '1(1)'],
    default: 'four-digits-or-hash',
    settings: {
      'four-digits-or-hash': [
        'A hash, or four consecutive digits or more, is still the number; three digits, or a random token without a table, are not.',
        'Une empreinte, ou quatre chiffres consécutifs et plus, reste le numéro ; trois chiffres, ou un jeton aléatoire sans table, non.',
        'تبقى البصمة أو أربعة أرقام متتالية فأكثر في حكم الرقم؛ أما ثلاثة أرقام أو رمز عشوائي بلا جدول مطابقة فلا.',
      ],
      'whole-number-only': ['Only the whole number counts.', 'Seul le numéro entier compte.', 'لا يعتد إلا بالرقم كاملا.'],
    },
  },
  'IC-5': {
    articles: ['12(1)(e)', '3(1)(c)'],
    default: 'authorise-or-purge',
    settings: {
      'authorise-or-purge': [
        'A card number that turns up in free text is to be purged or authorised; the law knows no minimum.',
        'Un numéro de carte apparu dans un texte libre est à purger ou à faire autoriser ; la loi ne connaît pas de seuil.',
        'رقم البطاقة الوارد عرضا في نص حر يجب محوه أو طلب الإذن بشأنه؛ فالقانون لا يعرف حدا أدنى.',
      ],
      'tolerate-incidental': [
        'A card number that nobody meant to collect does not decide the formality; it is still to be purged.',
        'Un numéro que nul n’a voulu collecter ne décide pas de la formalité ; il reste à purger.',
        'الرقم الذي لم يقصد أحد جمعه لا يحدد الإجراء، لكن يتعين محوه.',
      ],
    },
  },
  'IC-6': {
    articles: ['1(3)'],
    default: 'explicit-only',
    settings: {
      'explicit-only': [
        'Names, photos, birthplaces, addresses and greetings do not by themselves reveal origin or religion.',
        'Noms, photos, lieux de naissance, adresses et formules de politesse ne révèlent pas à eux seuls l’origine ou la religion.',
        'الأسماء والصور وأماكن الولادة والعناوين وعبارات التحية لا تكشف وحدها عن الأصل أو الدين.',
      ],
    },
  },
  'IC-7': {
    articles: ['22'],
    default: 'sole-purpose-and-secrecy',
    settings: {
      'sole-purpose-and-secrecy': [
        'Art. 22 (care) asks for that sole purpose and for persons bound by secrecy.',
        'L’art. 22 (soins) exige cette seule finalité et des personnes tenues au secret.',
        'تشترط المادة 22 (العلاج) أن يكون ذلك هو الغرض الوحيد وأن يلتزم القائمون بالسر المهني.',
      ],
    },
  },
  'IC-8': {
    articles: ['22'],
    default: 'no-secrecy-for-selection',
    settings: {
      'no-secrecy-for-selection': [
        'Selecting persons for a right, a benefit or a contract needs no duty of secrecy.',
        'La sélection pour un droit, une prestation ou un contrat n’exige pas d’obligation de secret.',
        'انتقاء المستفيدين من حق أو خدمة أو عقد لا يشترط الالتزام بالسر المهني.',
      ],
      'secrecy-for-selection': [
        'Selection too needs persons bound by secrecy.',
        'La sélection exige aussi des personnes tenues au secret.',
        'يشترط الانتقاء كذلك التزام القائمين بالسر المهني.',
      ],
    },
  },
  'IC-9': {
    articles: ['22', '12(1)'],
    default: 'other-triggers-stand',
    settings: {
      'other-triggers-stand': [
        'Art. 22 sets aside Art. 21 only: 12(1)(b), (d), (e) and (f) still apply.',
        'L’art. 22 ne déroge qu’à l’art. 21 : l’art. 12(1) b, d, e et f continue de s’appliquer.',
        'لا تستثني المادة 22 إلا المادة 21؛ وتبقى المادة 12(1) ب ود وه وو سارية.',
      ],
      'declaration-for-all': [
        'A health file under Art. 22 is declared whatever else it holds.',
        'Le fichier de santé relevant de l’art. 22 est déclaré quoi qu’il contienne d’autre.',
        'يكفي التصريح بملف الصحة الخاضع للمادة 22 مهما تضمن غير ذلك.',
      ],
    },
  },
  'IC-10': {
    articles: ['1(3)', '12(1)(a)', '12(1)(c)'],
    default: 'special-rule',
    settings: {
      'special-rule': [
        'For genetic data the rule of 12(1)(c), with its exception for care, goes before that of (a).',
        'Pour les données génétiques, l’art. 12(1) c et son exception de soins l’emportent sur le a.',
        'بالنسبة للمعطيات الجينية تقدم المادة 12(1) ج واستثناؤها العلاجي على البند أ.',
      ],
      'both-rules': [
        'Genetic data need authorisation as sensitive data even in care.',
        'Les données génétiques appellent l’autorisation comme données sensibles, même pour les soins.',
        'تستوجب المعطيات الجينية الإذن باعتبارها حساسة ولو للعلاج.',
      ],
    },
  },
  'IC-11': {
    articles: ['49', '12(1)(d)'],
    default: 'closed-list',
    settings: {
      'closed-list': [
        'Art. 49 closes the list of those who may process offences; an authorisation cannot open it.',
        'L’art. 49 ferme la liste de ceux qui peuvent traiter les infractions ; une autorisation ne l’ouvre pas.',
        'تحصر المادة 49 من يجوز لهم معالجة المخالفات، ولا يفتح الإذن هذه اللائحة.',
      ],
    },
  },
  'IC-12': {
    articles: ['12(1)(a)', '12(2)'],
    default: 'declaration',
    settings: {
      declaration: [
        'An association freed from authorisation still declares.',
        'L’association dispensée d’autorisation déclare néanmoins.',
        'الجمعية المعفاة من الإذن تبقى ملزمة بالتصريح.',
      ],
      nothing: [
        'An association freed from authorisation files nothing.',
        'L’association dispensée d’autorisation ne dépose rien.',
        'الجمعية المعفاة من الإذن لا تودع شيئا.',
      ],
    },
  },
  'IC-13': {
    articles: ['12(2)', '14', '17'],
    default: 'declaration',
    settings: {
      declaration: [
        'A manual file on no list of Art. 17 is declared (12(2)), though Art. 14 speaks of automated processing.',
        'Le fichier manuel absent des listes de l’art. 17 est déclaré (12(2)), bien que l’art. 14 vise l’automatisé.',
        'يصرح بالملف اليدوي غير الوارد في لوائح المادة 17 (12(2)) رغم أن المادة 14 تتحدث عن المعالجة الآلية.',
      ],
      nothing: [
        'A manual file on no list of Art. 17 is not declared (14).',
        'Le fichier manuel absent des listes de l’art. 17 n’est pas déclaré (14).',
        'لا يصرح بالملف اليدوي غير الوارد في لوائح المادة 17 (14).',
      ],
    },
  },
  'IC-14': {
    articles: ['12(1)(b)', '3(1)(b)', '54'],
    default: 'any-other-purpose',
    settings: {
      'any-other-purpose': [
        'Any other purpose needs authorisation; an incompatible one is forbidden.',
        'Toute autre finalité appelle l’autorisation ; une finalité incompatible est interdite.',
        'كل غرض آخر يستوجب الإذن، والغرض غير المتلائم ممنوع.',
      ],
      'compatible-is-free': [
        'A compatible other purpose needs no authorisation.',
        'Une autre finalité compatible ne demande pas d’autorisation.',
        'الغرض الآخر المتلائم لا يستوجب الإذن.',
      ],
    },
  },
  'IC-15': {
    articles: ['12(1)(f)', '1(11)'],
    default: 'same-company-included',
    settings: {
      'same-company-included': [
        'Two files of one private body with different main purposes are an interconnection that needs authorisation.',
        'Deux fichiers d’une même personne morale privée aux finalités principales différentes forment une interconnexion soumise à autorisation.',
        'الربط بين ملفين لشخص اعتباري خاص واحد بغرضين رئيسيين مختلفين يستوجب الإذن.',
      ],
      'several-bodies-only': [
        'Only files of different private bodies count.',
        'Seuls comptent les fichiers de personnes morales privées différentes.',
        'لا يعتد إلا بملفات أشخاص اعتباريين مختلفين.',
      ],
    },
  },
  'IC-16': {
    articles: ['1(1)'],
    default: 'as-living',
    settings: {
      'as-living': [
        'Data on the dead are treated like those on the living; the law is silent.',
        'Les données sur les défunts sont traitées comme celles des vivants ; la loi se tait.',
        'تعامل معطيات الأموات معاملة معطيات الأحياء، والقانون ساكت.',
      ],
      'not-covered': [
        'Data on the dead alone are outside the law.',
        'Les données portant sur les seuls défunts sont hors de la loi.',
        'معطيات الأموات وحدهم خارج نطاق القانون.',
      ],
    },
  },
  'IC-17': {
    articles: ['1(1)'],
    default: 'sole-traders-are-persons',
    settings: {
      'sole-traders-are-persons': [
        'A sole trader is a natural person: the identifiers of the business are personal data.',
        'Le commerçant individuel est une personne physique : ses identifiants d’entreprise sont des données personnelles.',
        'التاجر الفرد شخص ذاتي، ومعرفات مقاولته معطيات ذات طابع شخصي.',
      ],
      'enterprise-data-are-not': [
        'Identifiers of an enterprise are never personal data.',
        'Les identifiants d’une entreprise ne sont jamais des données personnelles.',
        'معرفات المقاولة ليست أبدا معطيات ذات طابع شخصي.',
      ],
    },
  },
  'IC-18': {
    articles: ['2(4)', '12'],
    default: 'cited-text',
    settings: {
      'cited-text': [
        'A special law takes the place of Art. 12 only where the controller cites it.',
        'Une législation particulière ne remplace l’art. 12 que si le responsable la cite.',
        'لا يحل تشريع خاص محل المادة 12 إلا إذا استند إليه المسؤول صراحة.',
      ],
      never: [
        'Art. 12 applies whatever special law is cited.',
        'L’art. 12 s’applique quelle que soit la législation particulière citée.',
        'تطبق المادة 12 أيا كان التشريع الخاص المستند إليه.',
      ],
    },
  },
} as const satisfies Record<string, ChoiceEntry>;
