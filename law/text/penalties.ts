/** Titles of penalties and remarks on them. */
import type { Texts } from '../choice-entry.ts';
import type { PenaltyCode } from '../penalties.ts';

export const penaltyNames: Readonly<Record<PenaltyCode, Texts>> = {
  P52: ['no declaration or authorisation', 'défaut de déclaration ou d’autorisation', 'انعدام التصريح أو الإذن'],
  P53: [
    'refusal of access, rectification or opposition',
    'refus d’accès, de rectification ou d’opposition',
    'رفض الولوج أو التصحيح أو التعرض',
  ],
  P54: ['unfair collection or other purpose', 'collecte déloyale ou autre finalité', 'جمع غير نزيه أو غرض مغاير'],
  P55: ['kept too long', 'conservation excessive', 'حفظ مفرط'],
  P56: ['no consent and no case of Art. 4', 'ni consentement ni cas de l’art. 4', 'انعدام الرضى وحالات المادة 4'],
  P57: [
    'sensitive data without express consent, or offences',
    'données sensibles sans consentement exprès, ou infractions',
    'معطيات حساسة دون رضى صريح أو مخالفات',
  ],
  P58: ['no security measures', 'défaut de mesures de sécurité', 'انعدام تدابير الأمن'],
  P59: ['processing despite opposition', 'traitement malgré l’opposition', 'المعالجة رغم التعرض'],
  P60: ['unlawful transfer abroad', 'transfert illicite à l’étranger', 'نقل غير مشروع إلى الخارج'],
  P61: [
    'abuse or disclosure, even by negligence',
    'usage abusif ou divulgation, même par négligence',
    'استعمال تعسفي أو إفشاء ولو بإهمال',
  ],
  P62: ['obstruction of the CNDP', 'entrave à la CNDP', 'عرقلة اللجنة الوطنية'],
  P63: ['refusal of a decision of the CNDP', 'refus d’appliquer une décision de la CNDP', 'رفض تطبيق قرار اللجنة الوطنية'],
  A30: [
    'blocking, erasure or prohibition by the CNDP',
    'verrouillage, effacement ou interdiction par la CNDP',
    'إغلاق أو محو أو منع من طرف اللجنة الوطنية',
  ],
  A51: ['withdrawal of the receipt or authorisation', 'retrait du récépissé ou de l’autorisation', 'سحب الوصل أو الإذن'],
};

export const penaltyNotes: Readonly<Record<string, Texts>> = {
  'IC-34': [
    'whether the range for legal persons applies to a public body is open',
    'l’application à un organisme public de l’échelle des personnes morales reste ouverte',
    'يبقى سريان نطاق الأشخاص الاعتباريين على هيئة عمومية مسألة مفتوحة',
  ],
  'per-infringement': ['for each infringement', 'par infraction', 'عن كل مخالفة'],
  'natural-person': ['natural person', 'personne physique', 'شخص ذاتي'],
  administrative: ['administrative measure, no amount', 'mesure administrative, sans montant', 'تدبير إداري بلا مبلغ'],
};

/** Words around the figures. */
export const penaltyWords = {
  fine: ['fine of {min} to {max} DH', 'amende de {min} à {max} DH', 'غرامة من {min} إلى {max} درهم'],
  prison: ['prison of {min} to {max} months', 'emprisonnement de {min} à {max} mois', 'حبس من {min} إلى {max} شهرا'],
  either: ['and/or', 'et/ou', 'و/أو'],
  legal: ['legal person', 'personne morale', 'شخص اعتباري'],
} as const satisfies Record<string, Texts>;
