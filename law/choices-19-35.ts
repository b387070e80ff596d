/** Interpretive choices IC-19 to IC-35: transfers, consent, delays, penalties. */
import type { ChoiceEntry } from './choice-entry.ts';

export const choicesLast = {
  'IC-19': {
    articles: ['43'],
    default: 'storage-abroad-is-transfer',
    settings: {
      'storage-abroad-is-transfer': [
        'Keeping data in a store located abroad is a transfer, even at the controller’s own processor.',
        'Conserver des données dans un espace situé à l’étranger est un transfert, même chez son propre sous-traitant.',
        'حفظ المعطيات في مخزن يوجد بالخارج نقل لها، ولو لدى معالج من الباطن تابع للمسؤول.',
      ],
      'storage-abroad-is-not': [
        'Keeping data abroad at one’s own processor is not a transfer.',
        'Conserver des données à l’étranger chez son propre sous-traitant n’est pas un transfert.',
        'حفظ المعطيات بالخارج لدى المعالج من الباطن ليس نقلا.',
      ],
    },
  },
  'IC-20': {
    articles: ['43', '1(2)'],
    default: 'warn',
    settings: {
      warn: [
        'Consulting data from abroad is a transfer; shown as a warning.',
        'Consulter les données depuis l’étranger est un transfert ; signalé comme avertissement.',
        'الاطلاع على المعطيات من الخارج نقل لها، ويعرض كتنبيه.',
      ],
      ignore: [
        'Consulting data from abroad is not a transfer.',
        'Consulter les données depuis l’étranger n’est pas un transfert.',
        'الاطلاع على المعطيات من الخارج ليس نقلا.',
      ],
    },
  },
  'IC-21': {
    articles: ['43', '15(e)'],
    default: 'declare',
    settings: {
      declare: [
        'A transfer to an adequate State needs no authorisation but must be declared.',
        'Le transfert vers un État adéquat ne demande pas d’autorisation mais doit être déclaré.',
        'النقل إلى دولة ذات حماية كافية لا يستوجب إذنا لكن يجب التصريح به.',
      ],
      'request-always': [
        'A transfer request is filed with the CNDP even for an adequate State (practice).',
        'Une demande de transfert est déposée auprès de la CNDP même pour un État adéquat (pratique).',
        'يودع طلب نقل لدى اللجنة الوطنية حتى بالنسبة لدولة ذات حماية كافية (ممارسة).',
      ],
    },
  },
  'IC-22': {
    articles: ['4', '1(9)'],
    default: 'silence-is-no-consent',
    settings: {
      'silence-is-no-consent': [
        'Silence or inaction is no consent: it must be undoubted, free, specific and informed.',
        'Le silence ou l’inaction n’est pas un consentement : il doit être indubitable, libre, spécifique et informé.',
        'السكوت أو عدم الفعل ليس رضى؛ إذ يجب أن يكون الرضى لا لبس فيه وحرا ومحددا وعن علم.',
      ],
    },
  },
  'IC-23': {
    articles: ['4'],
    default: 'exceptions-cover-communication',
    settings: {
      'exceptions-cover-communication': [
        'The five cases of Art. 4 §3 also allow communication to third parties.',
        'Les cinq cas de l’art. 4 §3 permettent aussi la communication à des tiers.',
        'الحالات الخمس للفقرة الثالثة من المادة 4 تجيز كذلك الإطلاع للأغيار.',
      ],
      'consent-for-communication': [
        'Communication to third parties always needs prior consent.',
        'La communication à des tiers exige toujours le consentement préalable.',
        'يستوجب إطلاع الأغيار الرضى المسبق دائما.',
      ],
    },
  },
  'IC-24': {
    articles: ['4', '21'],
    default: 'article-21-only',
    settings: {
      'article-21-only': [
        'A legitimate interest never suffices for sensitive data.',
        'L’intérêt légitime ne suffit jamais pour des données sensibles.',
        'المصلحة المشروعة لا تكفي أبدا لمعالجة المعطيات الحساسة.',
      ],
    },
  },
  'IC-25': {
    articles: ['64', '65'],
    default: 'multiplied',
    settings: {
      multiplied: [
        'For a legal person in recidivism, the doublings of Art. 64 and 65 are multiplied.',
        'Pour la personne morale récidiviste, les doublements des art. 64 et 65 se multiplient.',
        'في حالة العود من طرف شخص اعتباري يضرب التضعيفان الواردان في المادتين 64 و65.',
      ],
      'doubled-once': [
        'For a legal person in recidivism, fines double once.',
        'Pour la personne morale récidiviste, l’amende ne double qu’une fois.',
        'في حالة العود من طرف شخص اعتباري تضاعف الغرامة مرة واحدة.',
      ],
    },
  },
  'IC-26': {
    articles: ['8'],
    default: 'clear-days',
    settings: {
      'clear-days': [
        'Ten clear days: neither the day of the request nor the last day counts, so the answer is due on day 11.',
        'Dix jours francs : ni le jour de la demande ni le dernier ne comptent, la réponse est due le onzième jour.',
        'عشرة أيام كاملة لا يحتسب فيها يوم الطلب ولا اليوم الأخير، فيستحق الجواب في اليوم الحادي عشر.',
      ],
      'ten-days': ['The answer is due on day 10.', 'La réponse est due le dixième jour.', 'يستحق الجواب في اليوم العاشر.'],
    },
  },
  'IC-27': {
    articles: ['10', '56', '59'],
    default: 'p56-until-opposition',
    settings: {
      'p56-until-opposition': [
        'Prospecting without consent is punished through Art. 56, and through Art. 59 once the person has objected.',
        'La prospection sans consentement relève de l’art. 56, puis de l’art. 59 après opposition.',
        'الاستقراء المباشر دون رضى تعاقب عليه المادة 56، ثم المادة 59 بعد التعرض.',
      ],
    },
  },
  'IC-28': {
    articles: ['57', '1(3)'],
    default: 'genetic-included',
    settings: {
      'genetic-included': [
        'Art. 57 covers genetic data as part of health.',
        'L’art. 57 couvre les données génétiques au titre de la santé.',
        'تشمل المادة 57 المعطيات الجينية باعتبارها من الصحة.',
      ],
    },
  },
  'IC-29': {
    articles: ['57', '49'],
    default: 'consent-is-irrelevant',
    settings: {
      'consent-is-irrelevant': [
        'Consent does not make the processing of offences lawful.',
        'Le consentement ne rend pas licite le traitement d’infractions.',
        'لا يجعل الرضى معالجة المخالفات مشروعة.',
      ],
    },
  },
  'IC-30': {
    articles: ['57', '21'],
    default: 'authorised-is-justified',
    settings: {
      'authorised-is-justified': [
        'Processing of sensitive data authorised on another ground than consent is not punished by Art. 57.',
        'Le traitement de données sensibles autorisé sur un autre fondement que le consentement n’est pas puni par l’art. 57.',
        'معالجة المعطيات الحساسة المأذون بها على أساس غير الرضى لا تعاقب عليها المادة 57.',
      ],
    },
  },
  'IC-31': {
    articles: ['19', '52'],
    default: 'receipt-first',
    settings: {
      'receipt-first': [
        'Starting before the receipt is starting without a declaration.',
        'Commencer avant le récépissé, c’est commencer sans déclaration.',
        'الشروع في المعالجة قبل تسلم الوصل هو شروع دون تصريح.',
      ],
    },
  },
  'IC-32': {
    articles: ['18', '27(B)(3)', '28(11)'],
    default: 'corrected-reading',
    settings: {
      'corrected-reading': [
        'Plain slips of the text (27 B 3 names Art. 19 for 18; 28(11) names 43 for 44(3)) are read as corrected.',
        'Les lapsus évidents du texte (27 B 3 vise l’art. 19 au lieu du 18 ; 28(11) le 43 au lieu du 44(3)) sont lus corrigés.',
        'تقرأ الأخطاء المادية الواضحة في النص مصححة (27 ب 3 تحيل على 19 بدل 18، و28(11) على 43 بدل 44(3)).',
      ],
    },
  },
  'IC-33': {
    articles: ['18', '12(1)'],
    default: 'authorisation-first',
    settings: {
      'authorisation-first': [
        'Art. 18 frees a public register from declaration only; an authorisation of 12(1) is still needed.',
        'L’art. 18 ne dispense le registre public que de déclaration ; l’autorisation du 12(1) reste requise.',
        'لا تعفي المادة 18 السجل العمومي إلا من التصريح؛ ويبقى الإذن المنصوص عليه في 12(1) لازما.',
      ],
      'register-first': [
        'A public register needs no formality, whatever it holds.',
        'Le registre public est dispensé de toute formalité, quoi qu’il contienne.',
        'السجل العمومي معفى من كل إجراء مهما تضمن.',
      ],
    },
  },
  'IC-34': {
    articles: ['64'],
    default: 'open',
    settings: {
      open: [
        'Whether Art. 64 applies to the State or a public body is not said: the range for legal persons is left open.',
        'La loi ne dit pas si l’art. 64 vise l’État ou un organisme public : l’échelle des personnes morales reste ouverte.',
        'لا ينص القانون على ما إذا كانت المادة 64 تسري على الدولة أو هيئة عمومية، فيبقى نطاق الأشخاص الاعتباريين مفتوحا.',
      ],
    },
  },
  'IC-35': {
    articles: ['43', '15(e)'],
    default: 'ask',
    settings: {
      ask: [
        'A store whose hosting State is unknown is asked about; it is read neither as abroad nor as in Morocco.',
        'L’État d’hébergement inconnu est demandé ; il n’est lu ni comme étranger ni comme marocain.',
        'يستفسر عن دولة الاستضافة المجهولة، فلا تعتبر أجنبية ولا مغربية.',
      ],
    },
  },
} as const satisfies Record<string, ChoiceEntry>;
