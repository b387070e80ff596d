/** What the product says of itself in its own entry of the register; each sentence says what `infra/` and `findings/` do. */
import type { Texts } from '../../law/choice-entry.ts';

export const ownWords = {
  name: [
    'Kashf: search for personal data in the organisation’s stores',
    'Kashf : recherche de données à caractère personnel dans les espaces de stockage',
    'كشف: البحث عن المعطيات ذات الطابع الشخصي في مخازن المنظمة',
  ],
  characteristics: [
    'Automated reading of the configured stores ({targets}). Values are read in memory only. Kept: counts, places, masks (at most the letters and the last two digits of a card number) and keyed fingerprints. Of sensitive categories only counts and places are kept. Words about offences are counted too, with nothing kept that relates to a person; Art. 49 reserves such data to those it names.',
    'Lecture automatisée des espaces configurés ({targets}). Les valeurs ne sont lues qu’en mémoire. Sont conservés : décomptes, emplacements, masques (au plus les lettres et les deux derniers chiffres d’un numéro de carte) et empreintes à clé. Des catégories sensibles ne sont conservés que décomptes et emplacements. Les termes relatifs aux infractions sont aussi comptés, sans rien garder qui se rapporte à une personne ; l’art. 49 réserve ces données à ceux qu’il désigne.',
    'قراءة آلية للمخازن المحددة ({targets}). تقرأ القيم في الذاكرة فقط. ويحفظ: العدد والموضع وقناع (على الأكثر حروف رقم البطاقة ورقماه الأخيران) وبصمة بمفتاح. ولا يحفظ من الفئات الحساسة إلا العدد والموضع. وتعد كذلك ألفاظ المخالفات دون حفظ ما يتعلق بشخص؛ والمادة 49 تقصر هذه المعطيات على من تسميهم.',
  ],
  'purpose-find': [
    'Find where personal data lie in the organisation’s stores',
    'Localiser les données à caractère personnel détenues',
    'تحديد أماكن وجود المعطيات ذات الطابع الشخصي',
  ],
  'purpose-compare': [
    'Compare what is held with what was declared under Law 09-08',
    'Comparer ce qui est détenu à ce qui est déclaré au titre de la loi 09-08',
    'مقارنة ما هو محفوظ بما صرح به بموجب القانون رقم 09-08',
  ],
  'purpose-alert': [
    'Tell those in charge of differences, so that they are put right',
    'Signaler les écarts aux personnes chargées d’y remédier',
    'إشعار المكلفين بالثغرات قصد معالجتها',
  ],
  'subjects-stores': [
    'Persons whose data lie in the stores that are read',
    'Personnes dont les données figurent dans les espaces analysés',
    'الأشخاص الذين توجد معطياتهم في المخازن المقروءة',
  ],
  'subjects-users': [
    'Users of the tool (named in its audit trail)',
    'Utilisateurs de l’outil (désignés dans son journal)',
    'مستعملو الأداة (المذكورون في سجل التتبع)',
  ],
  'data-fingerprint': [
    'Keyed fingerprint and mask; still this number in law (IC-4)',
    'Empreinte à clé et masque ; juridiquement toujours ce numéro (IC-4)',
    'بصمة بمفتاح وقناع؛ وتبقى قانونا هذا الرقم (IC-4)',
  ],
  'data-kept': ['Keyed fingerprint, count, place', 'Empreinte à clé, décompte, emplacement', 'بصمة بمفتاح وعدد وموضع'],
  'data-counted': [
    'Read, then only counted: count and place',
    'Lues, puis seulement comptées : décompte et emplacement',
    'تقرأ ثم تعد فقط: العدد والموضع',
  ],
  origin: ['The stores that are read', 'Les espaces analysés', 'المخازن المقروءة'],
  'recipients-roles': [
    'Holders of the roles of the tool (security, lawyer, administrator)',
    'Titulaires des rôles de l’outil (sécurité, juriste, administrateur)',
    'أصحاب الأدوار في الأداة (الأمن، القانوني، المسير)',
  ],
  'recipients-alerts': [
    'Subscribers of the alerts (no value and no mask is sent)',
    'Abonnés aux alertes (ni valeur ni masque n’est envoyé)',
    'المشتركون في التنبيهات (لا ترسل أي قيمة أو قناع)',
  ],
  retention: [
    'Intermediate results {days} days; findings, verdicts, alerts and audit trail without a fixed term: the controller has to set one',
    'Résultats intermédiaires {days} jours ; constats, verdicts, alertes et journal sans terme fixé : au responsable de le fixer',
    'النتائج الوسيطة {days} يوما؛ أما النتائج والأحكام والتنبيهات وسجل التتبع فدون أجل محدد: على المسؤول تحديده',
  ],
  'rights-measures': [
    'Requests about the data themselves are answered by the processing they come from; the tool keeps no value that could be communicated or corrected',
    'Les demandes portant sur les données elles-mêmes relèvent du traitement d’origine ; l’outil ne garde aucune valeur à communiquer ou à rectifier',
    'الطلبات المتعلقة بالمعطيات نفسها تعالج في المعالجة الأصلية؛ ولا تحتفظ الأداة بأي قيمة يمكن تبليغها أو تصحيحها',
  ],
  security: [
    'Read-only access to the stores; no value in logs, messages or results; everything kept is encrypted under a key of its own; one role with least rights for each function',
    'Accès en lecture seule aux espaces ; aucune valeur dans les journaux, messages ou résultats ; tout est chiffré sous une clé propre ; un rôle à droits minimaux par fonction',
    'ولوج للقراءة فقط؛ لا قيمة في السجلات أو الرسائل أو النتائج؛ كل ما يحفظ مشفر بمفتاح خاص؛ دور بأدنى الحقوق لكل وظيفة',
  ],
  'security-a': [
    'No premises of its own: data centres of the hosting provider, entry as its contract says',
    'Aucune installation propre : centres de données de l’hébergeur, entrée selon son contrat',
    'لا منشآت خاصة: مراكز معطيات المستضيف، والدخول حسب عقده',
  ],
  'security-b': [
    'Storage encrypted under a rotated key; bucket closed to the public; ledger protected against deletion, with point-in-time recovery',
    'Stockage chiffré sous une clé renouvelée ; compartiment fermé au public ; base protégée contre la suppression et restaurable à un instant donné',
    'تخزين مشفر بمفتاح متجدد؛ حاوية مغلقة أمام العموم؛ قاعدة محمية من الحذف وقابلة للاسترجاع',
  ],
  'security-c': [
    'Only the functions of the tool write; changes by persons need a role and the revision they start from',
    'Seules les fonctions de l’outil écrivent ; toute modification exige un rôle et la révision de départ',
    'لا تكتب إلا وظائف الأداة؛ وكل تغيير يتطلب دورا والمراجعة المنطلق منها',
  ],
  'security-d': [
    'The interface answers only to tokens of the configured issuer, over TLS',
    'L’interface ne répond qu’aux jetons de l’émetteur configuré, sous TLS',
    'لا تجيب الواجهة إلا لرموز الجهة المحددة وعبر TLS',
  ],
  'security-e': [
    'Each route of the interface names the roles that may call it; each function reaches only the resources it needs',
    'Chaque route de l’interface nomme les rôles admis ; chaque fonction n’atteint que les ressources nécessaires',
    'كل مسار في الواجهة يسمي الأدوار المسموح لها؛ وكل وظيفة لا تصل إلا إلى ما يلزمها',
  ],
  'security-f': [
    'Data leave only as alerts and events without values, to the configured topic and bus',
    'Rien ne sort hors alertes et évènements sans valeurs, vers le canal et le bus configurés',
    'لا يخرج شيء سوى تنبيهات وأحداث دون قيم نحو القناة والناقل المحددين',
  ],
  'security-g': [
    'Audit trail of every change of the register and of alerts: who, what, when',
    'Journal de chaque modification du registre et des alertes : qui, quoi, quand',
    'سجل تتبع كل تغيير في السجل والتنبيهات: من وماذا ومتى',
  ],
  'security-h': [
    'TLS towards the cloud services and the interface, and towards databases where the server offers it; queues, topics and logs encrypted',
    'TLS vers les services d’hébergement et l’interface, et vers les bases de données lorsque le serveur l’offre ; files, canaux et journaux chiffrés',
    'TLS نحو خدمات الاستضافة والواجهة، ونحو قواعد البيانات إذا كان الخادم يتيحه؛ وتشفير الطوابير والقنوات والسجلات',
  ],
} as const satisfies Record<string, Texts>;
