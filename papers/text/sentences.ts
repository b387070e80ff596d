/** Sentences of papers, filled from parameters. */
import type { Texts } from '../../law/choice-entry.ts';
import { groundSentences } from './grounds.ts';
import { remarkSentences } from './remarks.ts';

const dataSentences = {
  category: ['{category}', '{category}', '{category}'],
  'category-labelled': ['{category}: {label}', '{category} : {label}', '{category}: {label}'],
  'category-from': ['{category} (origin: {origin})', '{category} (origine : {origin})', '{category} (المصدر: {origin})'],
  'category-labelled-from': [
    '{category}: {label} (origin: {origin})',
    '{category} : {label} (origine : {origin})',
    '{category}: {label} (المصدر: {origin})',
  ],
  'other-data-image': ['Image', 'Image', 'الصورة'],
  'other-data-voice': ['Voice', 'Voix', 'الصوت'],
  'other-data-biometric': ['Biometric data', 'Données biométriques', 'معطيات بيومترية'],
  'other-data-sexual-life': ['Sexual life', 'Vie sexuelle', 'الحياة الجنسية'],
  'other-data-other': ['Other data', 'Autres données', 'معطيات أخرى'],
  'found-not-declared': [
    'Found by the scan and not in this entry: {category} ({count} matches).',
    'Trouvé par l’analyse et absent de cette fiche : {category} ({count} occurrences).',
    'وجد في المسح ولم يرد في هذا القيد: {category} ({count} حالة).',
  ],
  'found-in-store': ['{store}: {category} ({count})', '{store} : {category} ({count})', '{store}: {category} ({count})'],
  'hosted-not-declared': [
    'The scan saw data hosted in {state}; the entry does not state this transfer.',
    'L’analyse a vu des données hébergées dans cet État : {state} ; la fiche n’énonce pas ce transfert.',
    'تبين من المسح أن معطيات مستضافة في {state}؛ ولا يذكر القيد هذا النقل.',
  ],
  period: ['{period}', '{period}', '{period}'],
  'period-from': ['counted from: {from}', 'à compter de : {from}', 'تحتسب من: {from}'],
  'not-a-duration': [
    'This is no duration that can be checked.',
    'Ce n’est pas une durée vérifiable.',
    'هذه ليست مدة قابلة للتحقق.',
  ],
  interconnection: ['{with} (purpose: {purpose})', '{with} (finalité : {purpose})', '{with} (الغرض: {purpose})'],
  processor: [
    '{name} {state} – contract: {contract}',
    '{name} {state} – contrat : {contract}',
    '{name} {state} – العقد: {contract}',
  ],
  'processor-no-contract': [
    '{name} {state} – no written contract is stated (Art. 23(3))',
    '{name} {state} – aucun contrat écrit n’est indiqué (art. 23(3))',
    '{name} {state} – لم يذكر أي عقد مكتوب (المادة 23(3))',
  ],
  formality: ['{formality}', '{formality}', '{formality}'],
  codes: ['{codes}', '{codes}', '{codes}'],
  'missing-fact': ['{fact} (Art. {article})', '{fact} (art. {article})', '{fact} (المادة {article})'],
} as const satisfies Record<string, Texts>;

export const sentences = { ...dataSentences, ...groundSentences, ...remarkSentences } as const;
export type SentenceCode = keyof typeof sentences;
