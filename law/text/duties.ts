/** Sentences of duties. */
import type { Texts } from '../choice-entry.ts';

export const dutySentences = {
  'file-before-start': [
    'File with the CNDP before starting, with the engagement to respect the law.',
    'Déposer auprès de la CNDP avant de commencer, avec l’engagement de respecter la loi.',
    'يجب الإيداع لدى اللجنة الوطنية قبل الشروع مع الالتزام باحترام القانون.',
  ],
  'await-receipt': [
    'The CNDP delivers the receipt within 24 hours of the deposit (by {due}); start only once it is there, and show its number wherever data are collected or sent.',
    'La CNDP délivre le récépissé dans les 24 heures du dépôt (au plus tard le {due}) ; ne commencer qu’à sa réception et en porter le numéro dans toute collecte ou transmission.',
    'تسلم اللجنة الوطنية الوصل داخل 24 ساعة من الإيداع (في أجل أقصاه {due})؛ ولا يشرع في المعالجة إلا بعد تسلمه مع ذكر رقمه في كل عملية جمع أو إرسال.',
  ],
  reclassification: [
    'Until {due} (eight days after the deposit) the CNDP may, with reasons, move the processing to authorisation.',
    'Jusqu’au {due} (huit jours après le dépôt), la CNDP peut, par décision motivée, soumettre le traitement à autorisation.',
    'يمكن للجنة الوطنية إلى غاية {due} (ثمانية أيام بعد الإيداع) أن تخضع المعالجة للإذن بقرار معلل.',
  ],
  'one-declaration': [
    'Processing operations with one purpose or linked purposes may be declared together.',
    'Des traitements ayant une même finalité ou des finalités liées font l’objet d’une seule déclaration.',
    'المعالجات التي لها الغرض نفسه أو أغراض مترابطة يشملها تصريح واحد.',
  ],
  'separate-declarations': [
    'The purposes are not linked: file for each of them.',
    'Les finalités ne sont pas liées : déposer pour chacune d’elles.',
    'الأغراض غير مترابطة: يجب الإيداع عن كل واحد منها.',
  ],
  transfer: [
    'The transfer to {state} has a ground; keep its proof with the entry and declare every change.',
    'Le transfert vers l’État {state} a un fondement ; en garder la preuve avec la fiche et déclarer tout changement.',
    'للنقل إلى الدولة {state} أساس؛ يجب حفظ دليله مع البيان والتصريح بكل تغيير.',
  ],
  'legal-basis': [
    'Rest on undoubted consent or on one of the five cases of Art. 4.',
    'Reposer sur un consentement indubitable ou l’un des cinq cas de l’art. 4.',
    'يجب الاستناد إلى رضى لا لبس فيه أو إلى إحدى الحالات الخمس للمادة 4.',
  ],
  'implied-consent': [
    'Silence or inaction is no consent.',
    'Le silence ou l’inaction n’est pas un consentement.',
    'السكوت أو عدم الفعل ليس رضى.',
  ],
  'interest-for-sensitive': [
    'A legitimate interest is no ground for sensitive data.',
    'L’intérêt légitime ne fonde pas un traitement de données sensibles.',
    'المصلحة المشروعة ليست أساسا لمعالجة المعطيات الحساسة.',
  ],
  communication: [
    'Communicate to third parties only for ends tied to the tasks of both and with prior consent.',
    'Ne communiquer à des tiers que pour des fins liées aux fonctions de chacun et avec consentement préalable.',
    'لا يجوز إطلاع الأغيار إلا لغايات مرتبطة بمهام الطرفين وبرضى مسبق.',
  ],
  'keep-to-purpose': [
    'Keep to the purposes told at collection.',
    'S’en tenir aux finalités annoncées lors de la collecte.',
    'يجب التقيد بالأغراض المعلنة عند الجمع.',
  ],
  information: [
    'Tell the persons who, why, to whom, and their rights.',
    'Informer les personnes du responsable, des finalités, des destinataires et de leurs droits.',
    'يجب إخبار الأشخاص بالمسؤول والأغراض والمتلقين وحقوقهم.',
  ],
  'information-lacking': [
    'The information given at collection lacks: {lacks}.',
    'L’information donnée lors de la collecte omet : {lacks}.',
    'تنقص المعلومات المقدمة عند الجمع: {lacks}.',
  ],
  'information-impossible': [
    'Tell the CNDP that informing is impossible, and why.',
    'Aviser la CNDP de l’impossibilité d’informer et de son motif.',
    'يجب إشعار اللجنة الوطنية باستحالة الإخبار وسببها.',
  ],
  'open-network-warning': [
    'Warn that data on an open network may be read by others.',
    'Avertir que des données sur un réseau ouvert peuvent être lues par des tiers.',
    'يجب التنبيه إلى أن المعطيات في شبكة مفتوحة قد يطلع عليها الأغيار.',
  ],
  access: [
    'Answer requests for access without delay and free of charge.',
    'Répondre aux demandes d’accès sans délai et gratuitement.',
    'يجب الجواب عن طلبات الولوج دون تأخير ومجانا.',
  ],
  rectification: [
    'Rectify free of charge by {due}.',
    'Rectifier sans frais au plus tard le {due}.',
    'يجب التصحيح دون مصاريف في أجل أقصاه {due}.',
  ],
  'rectification-undated': [
    'Rectify free of charge within ten clear days of the request.',
    'Rectifier sans frais dans un délai franc de dix jours à compter de la demande.',
    'يجب التصحيح دون مصاريف داخل أجل كامل من عشرة أيام من تاريخ الطلب.',
  ],
  opposition: [
    'Respect an objection on legitimate grounds.',
    'Respecter l’opposition fondée sur des motifs légitimes.',
    'يجب احترام التعرض المبني على أسباب مشروعة.',
  ],
  'opposition-prospecting': [
    'Stop prospecting a person who objects.',
    'Cesser de prospecter la personne qui s’y oppose.',
    'يجب الكف عن استقراء الشخص المتعرض.',
  ],
  'public-register-information': [
    'Give whoever asks the information on the public register.',
    'Communiquer à quiconque le demande les informations sur le registre public.',
    'يجب تمكين كل طالب من المعلومات المتعلقة بالسجل العمومي.',
  ],
  'public-register-person': [
    'Name a person in charge, make it public and notify the CNDP.',
    'Désigner un responsable, le rendre public et le notifier à la CNDP.',
    'يجب تعيين مسؤول والإعلان عنه وإشعار اللجنة الوطنية به.',
  ],
  'automated-decision': [
    'Take no decision with legal effects on an automated profile alone, unless for a contract after hearing the person or as the person asked.',
    'Ne prendre aucune décision à effets juridiques sur le seul fondement d’un profil automatisé, sauf contrat avec observations ou demande satisfaite.',
    'لا يجوز اتخاذ قرار ذي آثار قانونية بناء على معالجة آلية وحدها إلا في إطار عقد بعد الاستماع أو استجابة لطلب الشخص.',
  ],
  'fair-collection': ['Collect fairly and lawfully.', 'Collecter loyalement et licitement.', 'يجب جمع المعطيات بنزاهة ومشروعية.'],
  'no-excess': [
    'Hold no more data than the purposes need.',
    'Ne détenir que les données nécessaires aux finalités.',
    'يجب عدم حيازة أكثر مما تقتضيه الأغراض.',
  ],
  accuracy: [
    'Correct or erase wrong data.',
    'Rectifier ou effacer les données inexactes.',
    'يجب تصحيح المعطيات الخاطئة أو محوها.',
  ],
  'purge-incidental': [
    'Purge the card number that nobody meant to collect, or obtain authorisation.',
    'Purger le numéro de carte collecté par hasard, ou obtenir l’autorisation.',
    'يجب محو رقم البطاقة الوارد عرضا أو الحصول على إذن.',
  ],
  'show-need': [
    'Show that such data are needed.',
    'Établir que de telles données sont nécessaires.',
    'يجب إثبات ضرورة هذه المعطيات.',
  ],
  retention: [
    'Keep data no longer than declared or needed.',
    'Ne pas conserver au-delà de la durée déclarée ou nécessaire.',
    'يجب عدم الحفظ أكثر من المدة المصرح بها أو اللازمة.',
  ],
  'keep-for-history': [
    'Data kept longer with leave of the CNDP serve only history, statistics or science.',
    'Les données conservées avec l’accord de la CNDP ne servent qu’à l’histoire, la statistique ou la science.',
    'المعطيات المحفوظة بموافقة اللجنة الوطنية لا تستعمل إلا لأغراض تاريخية أو إحصائية أو علمية.',
  ],
  'art24-measures': [
    'Take the eight measures for sensitive data.',
    'Prendre les huit mesures propres aux données sensibles.',
    'يجب اتخاذ التدابير الثمانية الخاصة بالمعطيات الحساسة.',
  ],
  'art24-measures-lacking': [
    'Take the eight measures for sensitive data; not described: {missing}.',
    'Prendre les huit mesures propres aux données sensibles ; non décrites : {missing}.',
    'يجب اتخاذ التدابير الثمانية الخاصة بالمعطيات الحساسة؛ غير الموصوفة: {missing}.',
  ],
  'processor-contract': [
    'Bind the processor {name} by a written contract with the clauses of 23(3).',
    'Lier le sous-traitant {name} par un contrat écrit comportant les clauses du 23(3).',
    'يجب إلزام المعالج من الباطن {name} بعقد مكتوب يتضمن بنود 23(3).',
  ],
  'processor-own-use': [
    'The processor {name} may act on instruction only.',
    'Le sous-traitant {name} ne peut agir que sur instruction.',
    'لا يجوز للمعالج من الباطن {name} التصرف إلا بناء على تعليمات.',
  ],
  'no-disclosure': [
    'Let no data reach persons not entitled, not even by negligence.',
    'Ne pas laisser les données parvenir à des personnes non habilitées, même par négligence.',
    'يجب منع وصول المعطيات إلى غير المخولين ولو بإهمال.',
  ],
  'tell-changes': [
    'Tell the CNDP of changes without delay.',
    'Porter les modifications sans délai à la connaissance de la CNDP.',
    'يجب إخبار اللجنة الوطنية بالتغييرات دون تأخير.',
  ],
  'declare-acquired-file': [
    'Who takes over a file declares it and needs the consent of the persons.',
    'Le cessionnaire d’un fichier le déclare et requiert le consentement des personnes.',
    'على من آل إليه الملف أن يصرح به وأن يحصل على رضى الأشخاص.',
  ],
  'regularise-old-file': [
    'A file older than the law had two years from the setting up of the CNDP to be regularised; after that it counts as without formality.',
    'Un fichier antérieur à la loi devait être régularisé dans les deux ans de l’installation de la CNDP ; passé ce délai, il est réputé sans formalité.',
    'كان للملف السابق على القانون سنتان من تنصيب اللجنة الوطنية لتسوية وضعيته، وبعدها يعد دون إجراء.',
  ],
  representative: [
    'Name to the CNDP a representative in Morocco.',
    'Notifier à la CNDP un représentant installé au Maroc.',
    'يجب إشعار اللجنة الوطنية بممثل مقيم بالمغرب.',
  ],
  'let-cndp-work': [
    'Receive the agents of the CNDP and hand over documents.',
    'Recevoir les agents de la CNDP et remettre les documents.',
    'يجب استقبال أعوان اللجنة الوطنية وتسليم الوثائق.',
  ],
  'obey-cndp': ['Apply the decisions of the CNDP.', 'Appliquer les décisions de la CNDP.', 'يجب تطبيق قرارات اللجنة الوطنية.'],
  'no-duty-to-notify-breach': [
    'Law 09-08 has no duty to notify a breach; Law 05-20 may, for public bodies and vital infrastructures.',
    'La loi 09-08 n’impose pas de notifier une violation ; la loi 05-20 peut l’imposer aux organismes publics et infrastructures vitales.',
    'لا يفرض القانون 09-08 الإشعار بالخرق، وقد يفرضه القانون 05-20 على الهيئات العمومية والبنيات الحيوية.',
  ],
} as const satisfies Record<string, Texts>;

export type DutyCode = keyof typeof dutySentences;
