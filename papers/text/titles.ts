/** Titles of papers and of their sections. */
import type { Texts } from '../../law/choice-entry.ts';

export const titles = {
  register: ['Register of processing: {name}', 'Registre des traitements : {name}', 'سجل المعالجات: {name}'],
  declaration: [
    'Draft of the prior declaration: {treatment}',
    'Projet de déclaration préalable : {treatment}',
    'مشروع التصريح المسبق: {treatment}',
  ],
  'simplified-declaration': [
    'Draft of the simplified declaration: {treatment}',
    'Projet de déclaration simplifiée : {treatment}',
    'مشروع التصريح المبسط: {treatment}',
  ],
  authorisation: [
    'Draft of the request for prior authorisation: {treatment}',
    'Projet de demande d’autorisation préalable : {treatment}',
    'مشروع طلب الإذن المسبق: {treatment}',
  ],
  'no-filing': ['Nothing to file yet: {treatment}', 'Rien à déposer en l’état : {treatment}', 'لا شيء يودع حاليا: {treatment}'],
  transfer: [
    'Draft of the request for a transfer abroad: {treatment}',
    'Projet de demande de transfert à l’étranger : {treatment}',
    'مشروع طلب نقل المعطيات إلى الخارج: {treatment}',
  ],
  notice: [
    'Information for the persons concerned: {treatment}',
    'Information des personnes concernées : {treatment}',
    'إخبار الأشخاص المعنيين: {treatment}',
  ],
  access: [
    'Answer to a request for access: {treatment}',
    'Réponse à une demande d’accès : {treatment}',
    'جواب عن طلب الولوج: {treatment}',
  ],
  gaps: ['Gap report: {name}', 'Rapport d’écarts : {name}', 'تقرير الثغرات: {name}'],
} as const satisfies Record<string, Texts>;
export type TitleCode = keyof typeof titles;

export const sectionTitles = {
  controller: ['Controller', 'Responsable du traitement', 'المسؤول عن المعالجة'],
  treatment: ['Processing: {name} ({treatment})', 'Traitement : {name} ({treatment})', 'المعالجة: {name} ({treatment})'],
  'law-asks': ['What the law asks', 'Ce que la loi demande', 'ما يطلبه القانون'],
  filed: ['What was filed', 'Formalité accomplie', 'الإجراء المستوفى'],
  authorisation: ['Reasons for the authorisation', 'Motifs de l’autorisation', 'موجبات الإذن'],
  decision: ['Decision of the CNDP that is followed', 'Décision de la CNDP suivie', 'قرار اللجنة الوطنية المتبع'],
  'underlying-filing': ['Formality of the processing itself', 'Formalité du traitement lui-même', 'إجراء المعالجة نفسها'],
  destination: ['Destination: {state}', 'Destination : {state}', 'الوجهة: {state}'],
  joined: ['Documents to join', 'Pièces à joindre', 'الوثائق الواجب إرفاقها'],
  engagement: ['Engagement and signature', 'Engagement et signature', 'الالتزام والتوقيع'],
  'notice-body': ['What you must know', 'Ce que vous devez savoir', 'ما يجب أن تعلموه'],
  'notice-rights': ['Your rights', 'Vos droits', 'حقوقكم'],
  request: ['The request', 'La demande', 'الطلب'],
  confirmation: ['Confirmation and information', 'Confirmation et informations', 'التأكيد والمعلومات'],
  'data-communicated': ['Your data', 'Vos données', 'معطياتكم'],
  logic: ['Automated processing', 'Traitement automatisé', 'المعالجة الآلية'],
  summary: ['Summary', 'Synthèse', 'خلاصة'],
  'gaps-of-severity': ['Gaps of severity: {severity}', 'Écarts de gravité : {severity}', 'ثغرات بخطورة: {severity}'],
  'penalties-at-stake': ['Penalties at stake', 'Sanctions encourues', 'العقوبات المحتملة'],
  'not-read': ['Not read, or not wholly', 'Non lu, ou pas entièrement', 'ما لم يقرأ أو لم يقرأ كاملا'],
  readings: ['Readings of the law taken', 'Lectures de la loi retenues', 'القراءات المعتمدة للقانون'],
} as const satisfies Record<string, Texts>;
export type SectionCode = keyof typeof sectionTitles;

/** Words around a paper: states of a line, and the headings of its end. */
export const frames = {
  missing: ['NOT STATED', 'NON INDIQUÉ', 'غير مبين'],
  none: ['None', 'Néant', 'لا شيء'],
  blank: ['To be filled in: ……………………', 'À compléter : ……………………', 'يملأ: ……………………'],
  'missing-title': ['What is missing', 'Ce qui manque', 'ما هو ناقص'],
  'missing-none': [
    'Nothing that the law asks for is missing in this paper.',
    'Rien de ce que la loi demande ne manque dans ce document.',
    'لا ينقص هذه الوثيقة شيء مما يطلبه القانون.',
  ],
  article: ['Art. {article}', 'Art. {article}', 'المادة {article}'],
  drawn: [
    'Drawn up on {date} under Law 09-08 ({law}). A draft: only what the register and the scan state.',
    'Établi le {date} au regard de la loi 09-08 ({law}). Projet : seulement ce que le registre et l’analyse énoncent.',
    'حررت بتاريخ {date} بموجب القانون 09-08 ({law}). مشروع لا يتضمن إلا ما ورد في السجل والمسح.',
  ],
} as const satisfies Record<string, Texts>;
