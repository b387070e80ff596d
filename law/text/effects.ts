/** What hangs on facts that are not known. */
import type { Texts } from '../choice-entry.ts';

/** What hangs on a fact that is not known. */
export const effectSentences = {
  'decides-formality': ['The formality depends on it.', 'La formalité en dépend.', 'يتوقف عليه الإجراء.'],
  'does-not-decide': [
    'The formality is the same either way.',
    'La formalité est la même dans tous les cas.',
    'الإجراء واحد في كل الأحوال.',
  ],
  'not-a-fact': [
    'No rule reads a fact of this name: check its spelling against the keys of the facts file.',
    'Aucune règle ne lit un fait de ce nom : en vérifier l’orthographe parmi les clés du fichier de faits.',
    'لا تقرأ أي قاعدة واقعة بهذا الاسم: يجب التحقق من كتابته ضمن مفاتيح ملف الوقائع.',
  ],
  'ground-decides-authorisation': [
    'The CNDP authorises sensitive data only on a ground of Art. 21; with none the processing is forbidden.',
    'La CNDP n’autorise des données sensibles que sur un fondement de l’art. 21 ; sans fondement le traitement est interdit.',
    'لا تأذن اللجنة الوطنية بالمعطيات الحساسة إلا على أساس من المادة 21، ودونه تكون المعالجة ممنوعة.',
  ],
  'text-must-be-cited': [
    'The law that orders the processing must be cited to take the place of an authorisation.',
    'La loi qui ordonne le traitement doit être citée pour tenir lieu d’autorisation.',
    'يجب ذكر القانون الآمر بالمعالجة ليقوم مقام الإذن.',
  ],
  'article-22-would-lighten': [
    'Health data held for one of the sole purposes of Art. 22 would only be declared.',
    'Des données de santé détenues pour l’une des seules finalités de l’art. 22 ne seraient que déclarées.',
    'المعطيات الصحية المخصصة لأحد أغراض المادة 22 وحده يكفي التصريح بها.',
  ],
  'prospecting-without-consent-forbidden': [
    'Without prior consent the prospecting is forbidden.',
    'Sans consentement préalable la prospection est interdite.',
    'دون رضى مسبق يكون الاستقراء ممنوعا.',
  ],
  'data-decide': [
    'Without knowing the data nothing can be decided.',
    'Sans connaître les données rien ne peut être décidé.',
    'دون معرفة المعطيات لا يمكن الحسم في شيء.',
  ],
  'press-and-offences': [
    'The law does not settle the conflict with the freedom of the press.',
    'La loi ne tranche pas le conflit avec la liberté de la presse.',
    'لا يحسم القانون التعارض مع حرية الصحافة.',
  ],
  'start-decides-lateness': [
    'Only the start shows whether the receipt or grant came in time.',
    'Seul le commencement montre si le récépissé ou l’octroi est venu à temps.',
    'وحده تاريخ الشروع يبين هل جاء الوصل أو الإذن في الوقت المناسب.',
  ],
  'hosting-decides-transfer': [
    'Whether the data are transferred abroad depends on it.',
    'L’existence d’un transfert à l’étranger en dépend.',
    'يتوقف عليه وجود نقل إلى الخارج.',
  ],
  'start-of-retention': [
    'The data are older than the declared period; whether it has ended depends on where it starts.',
    'Les données sont plus anciennes que la durée déclarée ; son terme dépend de son point de départ.',
    'المعطيات أقدم من المدة المصرح بها، ويتوقف انتهاؤها على بدايتها.',
  ],
  'legal-basis-decides-lawfulness': [
    'Without consent or one of the five cases of Art. 4 the processing is unlawful.',
    'Sans consentement ni l’un des cinq cas de l’art. 4 le traitement est illicite.',
    'دون رضى أو إحدى الحالات الخمس للمادة 4 تكون المعالجة غير مشروعة.',
  ],
} as const satisfies Record<string, Texts>;

export type EffectCode = keyof typeof effectSentences;
