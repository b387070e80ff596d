/** Sentences of what is wrong with a register file. */
import type { Texts } from '../choice-entry.ts';

export const issueSentences = {
  'yaml-broken': ['This is not YAML: {detail}.', 'Ceci n’est pas du YAML : {detail}.', 'هذا ليس YAML سليما: {detail}.'],
  'not-a-register': [
    'A register starts with version, controller and treatments.',
    'Un registre commence par version, controller et treatments.',
    'يبدأ السجل بالمفاتيح version وcontroller وtreatments.',
  ],
  'not-facts': [
    'Facts start with v: 1, then controller, treatment, found, unknown.',
    'Les faits commencent par v: 1, puis controller, treatment, found, unknown.',
    'تبدأ الوقائع بـ v: 1 ثم controller وtreatment وfound وunknown.',
  ],
  'wrong-type': ['{path} must be {expected}.', '{path} doit être {expected}.', 'يجب أن يكون {path} من نوع {expected}.'],
  'key-missing': ['{path} is missing.', '{path} manque.', '{path} ناقص.'],
  'unknown-key': [
    '{key} is not a key here; the keys are {known}.',
    '{key} n’est pas une clé ici ; les clés sont {known}.',
    '{key} ليس مفتاحا هنا؛ المفاتيح هي {known}.',
  ],
  'not-one-of': ['{path} must be one of {known}.', '{path} doit être l’un de {known}.', 'يجب أن يكون {path} أحد {known}.'],
  'not-a-date': [
    '{path} must be a date such as 2026-05-31.',
    '{path} doit être une date telle que 2026-05-31.',
    'يجب أن يكون {path} تاريخا مثل 2026-05-31.',
  ],
  'not-a-state': [
    '{path} must be a State in two capital letters, such as FR.',
    '{path} doit être un État en deux lettres capitales, par exemple FR.',
    'يجب أن يكون {path} دولة بحرفين لاتينيين كبيرين مثل FR.',
  ],
  'not-an-id': [
    '{path} must have 1 to 64 small letters, digits and hyphens.',
    '{path} doit avoir 1 à 64 minuscules, chiffres et traits d’union.',
    'يجب أن يتكون {path} من 1 إلى 64 حرفا لاتينيا صغيرا أو رقما أو واصلة.',
  ],
  'out-of-range': [
    '{path} must not be empty or out of its range.',
    '{path} ne doit être ni vide ni hors limites.',
    'يجب ألا يكون {path} فارغا أو خارج حدوده.',
  ],
  'duplicate-id': [
    'Two treatments have the id {id}; the first is on line {line}.',
    'Deux traitements portent l’identifiant {id} ; le premier est à la ligne {line}.',
    'معالجتان بالمعرف {id}؛ الأولى في السطر {line}.',
  ],
  'article-15-item': [
    'Art. 15({item}): {path} is not stated.',
    'Art. 15({item}) : {path} n’est pas indiqué.',
    'المادة 15({item}): {path} غير مبين.',
  ],
  'article-15-list': [
    'Art. 15({item}): {path} is not stated; write [] where there is none.',
    'Art. 15({item}) : {path} n’est pas indiqué ; écrire [] s’il n’y en a pas.',
    'المادة 15({item}): {path} غير مبين؛ تكتب [] إن لم يوجد شيء.',
  ],
  'article-24-measures': [
    'Art. 24(1): measures not described for sensitive data: {art24}.',
    'Art. 24(1) : mesures non décrites pour des données sensibles : {art24}.',
    'المادة 24(1): تدابير غير موصوفة للمعطيات الحساسة: {art24}.',
  ],
  'processor-without-contract': [
    'Art. 23(3): the processor {name} has no written contract here.',
    'Art. 23(3) : le sous-traitant {name} n’a pas de contrat écrit ici.',
    'المادة 23(3): لا يوجد هنا عقد مكتوب مع المعالج من الباطن {name}.',
  ],
} as const satisfies Record<string, Texts>;

export type IssueCode = keyof typeof issueSentences;
