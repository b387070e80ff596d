/** Sentences of gaps: what is wrong. A code `kind/reason` goes before the plain kind. */
import type { Texts } from '../choice-entry.ts';
import type { GapKind } from '../contract.ts';

/** What is wrong. */
export const gapSentences = {
  'undeclared-store': [
    'Personal data ({categories}) are held here and no declared treatment covers the store. What the law asks for: {formality}.',
    'Des données à caractère personnel ({categories}) se trouvent ici sans qu’aucun traitement déclaré ne couvre cet espace. La loi exige : {formality}.',
    'توجد هنا معطيات ذات طابع شخصي ({categories}) دون أن تشملها أي معالجة مصرح بها. ما يشترطه القانون: {formality}.',
  ],
  'undeclared-category': [
    'The store holds data of a category that the treatment does not declare: {category}.',
    'L’espace contient des données d’une catégorie que le traitement ne déclare pas : {category}.',
    'يتضمن المخزن معطيات من فئة لم تصرح بها المعالجة: {category}.',
  ],
  'formality-not-obtained': [
    'The treatment is written down, but what the law asks for was not obtained: {formality}.',
    'Le traitement est inscrit, mais la formalité exigée n’a pas été obtenue : {formality}.',
    'المعالجة مدونة، لكن الإجراء المطلوب لم يستوف: {formality}.',
  ],
  'formality-not-obtained/no-reference': [
    'The register names the right kind of formality ({formality}) without the number of the receipt or authorisation.',
    'Le registre indique la bonne formalité ({formality}) sans le numéro du récépissé ou de l’autorisation.',
    'يذكر السجل الإجراء الصحيح ({formality}) دون رقم الوصل أو الإذن.',
  ],
  'formality-not-obtained/no-grant-date': [
    'The authorisation has no date of grant in the register: a request is not an authorisation.',
    'L’autorisation n’a pas de date d’octroi au registre : une demande n’est pas une autorisation.',
    'لا يتضمن السجل تاريخ منح الإذن، والطلب ليس إذنا.',
  ],
  'formality-not-obtained/no-receipt-date': [
    'The declaration has no date of receipt in the register.',
    'La déclaration n’a pas de date de récépissé au registre.',
    'لا يتضمن السجل تاريخ وصل التصريح.',
  ],
  'formality-not-obtained/not-yet': [
    'The date of the receipt or grant lies in the future.',
    'La date du récépissé ou de l’octroi est dans le futur.',
    'تاريخ الوصل أو منح الإذن في المستقبل.',
  ],
  'wrong-formality': [
    'Filed: {filed}. What the law asks for: {formality}.',
    'Déposé : {filed}. La loi exige : {formality}.',
    'المودع: {filed}. ما يشترطه القانون: {formality}.',
  ],
  'started-before-receipt': [
    'The processing started on {startedOn}, before the receipt or grant of {clearedOn}.',
    'Le traitement a commencé le {startedOn}, avant le récépissé ou l’octroi du {clearedOn}.',
    'بدأت المعالجة بتاريخ {startedOn} قبل الوصل أو منح الإذن بتاريخ {clearedOn}.',
  ],
  'formality-withdrawn': [
    'The receipt or authorisation was withdrawn on {withdrawnOn} and data are still here.',
    'Le récépissé ou l’autorisation a été retiré le {withdrawnOn} et des données s’y trouvent encore.',
    'سحب الوصل أو الإذن بتاريخ {withdrawnOn} ولا تزال المعطيات موجودة.',
  ],
  'formality-term-passed': [
    'The authorisation ended on {term}, the term it states itself.',
    'L’autorisation a pris fin le {term}, terme qu’elle fixe elle-même.',
    'انتهى الإذن بتاريخ {term} وهو الأجل الذي يحدده بنفسه.',
  ],
  'conditions-not-met': [
    'Conditions of the authorisation are not kept: {conditions}.',
    'Des conditions de l’autorisation ne sont pas respectées : {conditions}.',
    'شروط الإذن غير محترمة: {conditions}.',
  ],
  'conditions-not-met/no-legal-basis': [
    'The processing rests on no consent and on none of the five cases of Art. 4.',
    'Le traitement ne repose ni sur un consentement ni sur l’un des cinq cas de l’art. 4.',
    'لا تقوم المعالجة على رضى ولا على أي من الحالات الخمس للمادة 4.',
  ],
  'conditions-not-met/implied-consent': [
    'The consent relied on is drawn from silence or inaction: it is not undoubted and does not count.',
    'Le consentement invoqué est tiré du silence ou de l’inaction : il n’est pas indubitable et ne vaut pas.',
    'الرضى المحتج به مستنتج من السكوت أو عدم الفعل، فلا يعتد به لأنه ليس بلا لبس.',
  ],
  'conditions-not-met/register-responsible': [
    'A public register needs a named person in charge, made public and notified to the CNDP.',
    'Un registre public exige un responsable désigné, rendu public et notifié à la CNDP.',
    'يشترط السجل العمومي تعيين مسؤول يعلن عنه وتشعر به اللجنة الوطنية.',
  ],
  'forbidden-data': [
    'This processing is forbidden; no filing makes it lawful.',
    'Ce traitement est interdit ; aucune formalité ne le rend licite.',
    'هذه المعالجة ممنوعة ولا يجعلها أي إجراء مشروعة.',
  ],
  'forbidden-data/category': [
    'Data that this controller may not process are held here: {category}.',
    'Des données que ce responsable ne peut traiter se trouvent ici : {category}.',
    'توجد هنا معطيات لا يجوز لهذا المسؤول معالجتها: {category}.',
  ],
  'transfer-undeclared': [
    'The data are hosted in {state}, a State with sufficient protection, and the entry does not declare it.',
    'Les données sont hébergées dans l’État {state}, dont la protection est suffisante, sans que la fiche le déclare.',
    'تستضاف المعطيات في الدولة {state} ذات الحماية الكافية دون أن يصرح البيان بذلك.',
  ],
  'transfer-undeclared/not-adequate': [
    'The data are hosted in {state}, a State not on the CNDP list, and neither declared nor based on a ground of Art. 44.',
    'Les données sont hébergées dans l’État {state}, absent de la liste de la CNDP, sans déclaration ni fondement de l’art. 44.',
    'تستضاف المعطيات في الدولة {state} غير الواردة في لائحة اللجنة الوطنية دون تصريح ولا أساس من المادة 44.',
  ],
  'transfer-without-ground': [
    'The transfer to {state} rests on no ground of Art. 44, and the State is not on the CNDP list.',
    'Le transfert vers l’État {state} ne repose sur aucun fondement de l’art. 44, et cet État n’est pas sur la liste de la CNDP.',
    'لا يقوم النقل إلى الدولة {state} على أي أساس من المادة 44، وليست الدولة في لائحة اللجنة الوطنية.',
  ],
  'transfer-without-ground/consent-without-proof': [
    'The transfer to {state} rests on express consent, of which there is no proof.',
    'Le transfert vers l’État {state} repose sur un consentement exprès dont la preuve manque.',
    'يقوم النقل إلى الدولة {state} على رضى صريح لا دليل عليه.',
  ],
  'transfer-without-ground/treaty-not-named': [
    'The transfer to {state} rests on an agreement that is not named.',
    'Le transfert vers l’État {state} repose sur un accord qui n’est pas désigné.',
    'يقوم النقل إلى الدولة {state} على اتفاق غير مسمى.',
  ],
  'transfer-without-ground/authorisation-not-granted': [
    'The transfer to {state} needs the express and reasoned authorisation of the CNDP, whose number is missing.',
    'Le transfert vers l’État {state} requiert l’autorisation expresse et motivée de la CNDP, dont le numéro manque.',
    'يستوجب النقل إلى الدولة {state} إذنا صريحا ومعللا من اللجنة الوطنية ورقمه غير متوفر.',
  ],
  'transfer-without-ground/state-not-listed': [
    'The transfer to {state} is declared as adequate, but the State is not on the CNDP list.',
    'Le transfert vers l’État {state} est déclaré adéquat, mais cet État n’est pas sur la liste de la CNDP.',
    'صرح بأن النقل إلى الدولة {state} يحظى بحماية كافية، لكنها ليست في لائحة اللجنة الوطنية.',
  ],
  'transfer-without-ground/no-transfer-request': [
    'No transfer request is recorded for {state}; the CNDP asks for one in practice even for listed States.',
    'Aucune demande de transfert n’est consignée pour l’État {state} ; la CNDP en demande une en pratique même pour les États listés.',
    'لم يدون أي طلب نقل إلى الدولة {state}، واللجنة الوطنية تطلبه عمليا ولو للدول المدرجة.',
  ],
  'transfer-state-unconfirmed': [
    'Whether {state} is on the CNDP list could not be confirmed: ask the CNDP before relying on it.',
    'La présence de l’État {state} sur la liste de la CNDP n’a pu être confirmée : l’interroger avant de s’en prévaloir.',
    'لم يتأكد ورود الدولة {state} في لائحة اللجنة الوطنية: يجب سؤالها قبل الاعتماد على ذلك.',
  ],
  'retention-exceeded': [
    'The oldest data date from {oldest}; the declared period ({period}) ended on {until}.',
    'Les données les plus anciennes datent du {oldest} ; la durée déclarée ({period}) a pris fin le {until}.',
    'ترجع أقدم المعطيات إلى {oldest}، وقد انتهت المدة المصرح بها ({period}) بتاريخ {until}.',
  ],
  'retention-exceeded/lifecycle': [
    'The store removes data after {days} days only, later than the declared period ({period}).',
    'L’espace ne supprime les données qu’après {days} jours, au-delà de la durée déclarée ({period}).',
    'لا يحذف المخزن المعطيات إلا بعد {days} يوما أي بعد المدة المصرح بها ({period}).',
  ],
  'retention-not-a-duration': [
    'The declared retention is not a period of time: “{period}”.',
    'La conservation déclarée n’est pas une durée : « {period} ».',
    'مدة الحفظ المصرح بها ليست مدة محددة: «{period}».',
  ],
  'security-breach': [
    'Anybody can reach the personal data in this store.',
    'N’importe qui peut accéder aux données à caractère personnel de cet espace.',
    'يمكن لأي كان الوصول إلى المعطيات ذات الطابع الشخصي في هذا المخزن.',
  ],
  'security-indicator': [
    'Protections that are switched off: {indicators}. Signs only; whether security suffices is for a person to judge.',
    'Protections désactivées : {indicators}. De simples indices ; la suffisance de la sécurité s’apprécie par une personne.',
    'حمايات غير مفعلة: {indicators}. هي مجرد مؤشرات، وتقدير كفاية الأمن متروك لشخص.',
  ],
  'entry-incomplete': [
    'Items of Art. 15 that the entry lacks: {items}.',
    'Éléments de l’art. 15 absents de la fiche : {items}.',
    'عناصر المادة 15 الناقصة في البيان: {items}.',
  ],
  'entry-incomplete/sensitive': [
    'Items of Art. 15 that the entry lacks: {items}. Measures of Art. 24(1) for sensitive data that it does not describe: {art24}.',
    'Éléments de l’art. 15 absents de la fiche : {items}. Mesures de l’art. 24(1) pour données sensibles non décrites : {art24}.',
    'عناصر المادة 15 الناقصة في البيان: {items}. تدابير المادة 24(1) الخاصة بالمعطيات الحساسة غير الموصوفة: {art24}.',
  ],
  'declared-not-found': [
    'The treatment declares {category}, and no scanned store of it holds any.',
    'Le traitement déclare {category}, et aucun espace analysé n’en contient.',
    'تصرح المعالجة بفئة {category} ولم يعثر عليها في أي مخزن ممسوح.',
  ],
  'purpose-conflict': [
    'The same data are claimed by other treatments with other purposes: {treatments}.',
    'Les mêmes données relèvent d’autres traitements aux finalités différentes : {treatments}.',
    'المعطيات نفسها تشملها معالجات أخرى بأغراض مختلفة: {treatments}.',
  ],
  interconnection: [
    'Files with different purposes are matched without authorisation (with: {with}).',
    'Des fichiers aux finalités différentes sont interconnectés sans autorisation (avec : {with}).',
    'يربط بين ملفات ذات أغراض مختلفة دون إذن (مع: {with}).',
  ],
  'fact-missing': ['Not known: {fact}. {effect}', 'Inconnu : {fact}. {effect}', 'غير معروف: {fact}. {effect}'],
} as const satisfies Readonly<Record<GapKind, Texts>> & Record<string, Texts>;
