/** Grounds of Art. 4, 21 and 44 in words, and what the list of adequate States says. */
import type { Texts } from '../../law/choice-entry.ts';

export const groundSentences = {
  'transfer-no-ground': ['{state}: no ground is stated', '{state} : aucun fondement n’est indiqué', '{state}: لم يذكر أي أساس'],
  'transfer-adequate': [
    '{state}: sufficient protection (Art. 43) {proof} {reference}',
    '{state} : protection suffisante (art. 43) {proof} {reference}',
    '{state}: حماية كافية (المادة 43) {proof} {reference}',
  ],
  'transfer-consent': [
    '{state}: express consent of the persons (Art. 44) {proof} {reference}',
    '{state} : consentement exprès des personnes (art. 44) {proof} {reference}',
    '{state}: رضى صريح للأشخاص (المادة 44) {proof} {reference}',
  ],
  'transfer-44-1-a': [
    '{state}: to save the person’s life (Art. 44(1)(a)) {proof} {reference}',
    '{state} : sauvegarde de la vie de la personne (art. 44(1)(a)) {proof} {reference}',
    '{state}: حماية حياة الشخص (المادة 44(1)(a)) {proof} {reference}',
  ],
  'transfer-44-1-b': [
    '{state}: public interest (Art. 44(1)(b)) {proof} {reference}',
    '{state} : préservation de l’intérêt public (art. 44(1)(b)) {proof} {reference}',
    '{state}: الحفاظ على المصلحة العامة (المادة 44(1)(b)) {proof} {reference}',
  ],
  'transfer-44-1-c': [
    '{state}: a right in court (Art. 44(1)(c)) {proof} {reference}',
    '{state} : droit en justice (art. 44(1)(c)) {proof} {reference}',
    '{state}: إثبات حق أمام القضاء أو الدفاع عنه (المادة 44(1)(c)) {proof} {reference}',
  ],
  'transfer-44-1-d': [
    '{state}: a contract with the person (Art. 44(1)(d)) {proof} {reference}',
    '{state} : contrat avec l’intéressé (art. 44(1)(d)) {proof} {reference}',
    '{state}: تنفيذ عقد مع المعني بالأمر (المادة 44(1)(d)) {proof} {reference}',
  ],
  'transfer-44-1-e': [
    '{state}: a contract in the person’s interest (Art. 44(1)(e)) {proof} {reference}',
    '{state} : contrat dans l’intérêt de la personne (art. 44(1)(e)) {proof} {reference}',
    '{state}: عقد لمصلحة الشخص المعني (المادة 44(1)(e)) {proof} {reference}',
  ],
  'transfer-44-1-f': [
    '{state}: international judicial assistance (Art. 44(1)(f)) {proof} {reference}',
    '{state} : entraide judiciaire internationale (art. 44(1)(f)) {proof} {reference}',
    '{state}: تعاون قضائي دولي (المادة 44(1)(f)) {proof} {reference}',
  ],
  'transfer-44-1-g': [
    '{state}: medical prevention, diagnosis or care (Art. 44(1)(g)) {proof} {reference}',
    '{state} : prévention, diagnostic ou traitement médical (art. 44(1)(g)) {proof} {reference}',
    '{state}: وقاية أو تشخيص أو علاج طبي (المادة 44(1)(g)) {proof} {reference}',
  ],
  'transfer-treaty': [
    '{state}: agreement to which Morocco is party (Art. 44(2)) {proof} {reference}',
    '{state} : accord auquel le Maroc est partie (art. 44(2)) {proof} {reference}',
    '{state}: اتفاق يكون المغرب طرفا فيه (المادة 44(2)) {proof} {reference}',
  ],
  'transfer-authorisation': [
    '{state}: express authorisation of the CNDP (Art. 44(3)) {proof} {reference}',
    '{state} : autorisation expresse de la CNDP (art. 44(3)) {proof} {reference}',
    '{state}: إذن صريح من اللجنة الوطنية (المادة 44(3)) {proof} {reference}',
  ],
  'adequacy-home': ['{state}: no transfer.', '{state} : pas de transfert.', '{state}: لا نقل.'],
  'adequacy-named': [
    '{state} is named in the CNDP’s list of adequate States, as several sources report it.',
    '{state} : État nommé dans la liste de la CNDP, selon plusieurs sources.',
    '{state}: دولة واردة في لائحة اللجنة الوطنية حسب عدة مصادر.',
  ],
  'adequacy-probable': [
    '{state} may be on the CNDP’s list; this is not confirmed and must be asked of the CNDP.',
    '{state} : figure peut-être sur la liste de la CNDP ; non confirmé, à demander à la CNDP.',
    '{state}: قد تكون واردة في لائحة اللجنة الوطنية؛ غير مؤكد ويجب سؤال اللجنة.',
  ],
  'adequacy-not-listed': [
    '{state} is not on the CNDP’s list as known: a ground of Art. 44 and its proof are needed.',
    '{state} : absent de la liste connue de la CNDP ; il faut un fondement de l’art. 44 et sa preuve.',
    '{state}: غير واردة في لائحة اللجنة الوطنية المعروفة؛ يلزم أساس من المادة 44 وإثباته.',
  ],
  'basis-consent': [
    'Consent of the person (Art. 4) {proof}',
    'Consentement de la personne (art. 4) {proof}',
    'رضى الشخص المعني (المادة 4) {proof}',
  ],
  'basis-legal-obligation': [
    'Legal obligation (Art. 4(a)) {proof}',
    'Obligation légale (art. 4(a)) {proof}',
    'التزام قانوني (المادة 4(a)) {proof}',
  ],
  'basis-contract': ['Contract (Art. 4(b)) {proof}', 'Contrat (art. 4(b)) {proof}', 'عقد (المادة 4(b)) {proof}'],
  'basis-vital-interest': [
    'Vital interests (Art. 4(c)) {proof}',
    'Intérêts vitaux (art. 4(c)) {proof}',
    'مصالح حيوية (المادة 4(c)) {proof}',
  ],
  'basis-public-mission': [
    'Mission of public interest (Art. 4(d)) {proof}',
    'Mission d’intérêt public (art. 4(d)) {proof}',
    'مهمة ذات مصلحة عامة (المادة 4(d)) {proof}',
  ],
  'basis-legitimate-interest': [
    'Legitimate interest (Art. 4(e)) {proof}',
    'Intérêt légitime (art. 4(e)) {proof}',
    'مصلحة مشروعة (المادة 4(e)) {proof}',
  ],
  'basis-none': ['None (Art. 4)', 'Aucun (art. 4)', 'لا أساس (المادة 4)'],
  'basis-implied': [
    'The consent stated is implied; silence or inaction is no consent (Art. 1(9), 4).',
    'Le consentement indiqué est implicite ; le silence ou l’inaction n’est pas un consentement (art. 1(9), 4).',
    'الرضى المذكور ضمني؛ والسكوت أو عدم الفعل ليس رضى (المادتان 1(9) و4).',
  ],
  'sensitive-law': ['A law (Art. 21(1))', 'Loi (art. 21(1))', 'نص قانوني (المادة 21(1))'],
  'sensitive-express-consent': ['Express consent (Art. 21(2))', 'Consentement exprès (art. 21(2))', 'رضى صريح (المادة 21(2))'],
  'sensitive-statutory-function': [
    'Legal or statutory functions (Art. 21(2))',
    'Fonctions légales ou statutaires (art. 21(2))',
    'مهام قانونية أو نظامية (المادة 21(2))',
  ],
  'sensitive-21-3-a': ['Vital interests (Art. 21(3)(a))', 'Intérêts vitaux (art. 21(3)(a))', 'مصالح حيوية (المادة 21(3)(a))'],
  'sensitive-21-3-b': [
    'Data made public by the person (Art. 21(3)(b))',
    'Données rendues publiques par la personne (art. 21(3)(b))',
    'معطيات جعلها الشخص علنية (المادة 21(3)(b))',
  ],
  'sensitive-21-3-c': [
    'A right in court (Art. 21(3)(c))',
    'Droit en justice (art. 21(3)(c))',
    'حق أمام القضاء (المادة 21(3)(c))',
  ],
  'sensitive-none': ['None', 'Aucun', 'لا أساس'],
} as const satisfies Record<string, Texts>;
