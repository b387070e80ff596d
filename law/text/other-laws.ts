/** Sentences of duties under other laws. */
import type { Texts } from '../choice-entry.ts';

export const otherLawSentences = {
  'entity-open': [
    'Law 05-20 applies to the State, local authorities, public establishments and companies, and vital infrastructures; whether this controller is one of them is not stated (`vitalInfrastructure`, `kind`).',
    'La loi 05-20 vise l’État, les collectivités, les établissements et entreprises publics et les infrastructures d’importance vitale ; rien n’indique si ce responsable en fait partie (`vitalInfrastructure`, `kind`).',
    'يسري القانون 05-20 على الدولة والجماعات الترابية والمؤسسات والمقاولات العمومية والبنيات التحتية ذات الأهمية الحيوية؛ ولم يذكر ما إذا كان هذا المسؤول منها (`vitalInfrastructure`, `kind`).',
  ],
  'classification-open': [
    'Not stated whether these systems or data are sensitive under Law 05-20 (`sensitiveUnderLaw0520`), a security notion apart from Art. 1(3) of Law 09-08. If they are, they may be outsourced only to a cloud provider qualified by the DGSSI.',
    'Rien n’indique si ces systèmes ou données sont sensibles au sens de la loi 05-20 (`sensitiveUnderLaw0520`), notion de sécurité distincte de l’art. 1(3) de la loi 09-08. S’ils le sont, seul un prestataire cloud qualifié par la DGSSI peut les recevoir.',
    'لم يذكر ما إذا كانت هذه النظم أو المعطيات حساسة بمفهوم القانون 05-20 (`sensitiveUnderLaw0520`)، وهو مفهوم أمني مستقل عن المادة 1(3) من القانون 09-08. فإن كانت كذلك فلا تسند إلا إلى مقدم خدمات سحابية مؤهل من المديرية العامة لأمن نظم المعلومات.',
  ],
  'qualified-provider-only': [
    'Sensitive under Law 05-20: may be outsourced only to a cloud provider qualified by the DGSSI, even where Law 09-08 allows the hosting (here: {state}). Existing arrangements had 24 months from the decree.',
    'Sensible au sens de la loi 05-20 : ne peut être externalisé qu’auprès d’un prestataire cloud qualifié par la DGSSI, même si la loi 09-08 permet l’hébergement (ici : {state}). Les situations existantes avaient 24 mois à compter du décret.',
    'حساسة بمفهوم القانون 05-20: لا تسند إلا إلى مقدم خدمات سحابية مؤهل من المديرية العامة لأمن نظم المعلومات ولو أجاز القانون 09-08 الاستضافة (هنا: {state}). ومنحت الوضعيات القائمة 24 شهرا من تاريخ المرسوم.',
  ],
  'not-classified-sensitive': [
    'Stated not to be sensitive under Law 05-20: the decree on cloud providers does not restrict the hosting. Law 09-08 applies all the same.',
    'Déclaré non sensible au sens de la loi 05-20 : le décret sur les prestataires cloud ne restreint pas l’hébergement. La loi 09-08 s’applique quand même.',
    'صرح بأنها غير حساسة بمفهوم القانون 05-20: لا يقيد المرسوم المتعلق بمقدمي الخدمات السحابية الاستضافة، ويسري القانون 09-08 مع ذلك.',
  ],
  'report-incident': [
    'Law 05-20 makes public bodies and vital infrastructures report incidents to the national authority; Law 09-08 has no such duty.',
    'La loi 05-20 oblige les organismes publics et les infrastructures vitales à déclarer les incidents à l’autorité nationale ; la loi 09-08 ne connaît pas ce devoir.',
    'يلزم القانون 05-20 الهيئات العمومية والبنيات الحيوية بالتصريح بالحوادث للسلطة الوطنية، ولا يعرف القانون 09-08 هذا الواجب.',
  ],
} as const satisfies Record<string, Texts>;

export type OtherLawCode = keyof typeof otherLawSentences;
