import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['Mme Amrani souffre de diabète de type 2.', 'diabète de type', 'French'],
    ['السيدة فاطمة تعاني من داء السكري', 'داء السكري', 'Arabic'],
    ['mama 3ndha skkar mn 2015', 'skkar', 'Darija'],
    ['The patient suffers from asthma.', 'asthma', 'English'],
    ['M. Karim, groupe sanguin : O+', 'groupe sanguin : O', 'blood group'],
    ['Patient : Ahmed B. Diagnostic : insuffisance rénale', 'insuffisance rénale', 'note'],
  ],
  ignores: [
    ['maladie_chronique: patient suivi pour', 'the name of a variable'],
    ["'is_disabled' => 'nullable' // patient", 'the name of a variable'],
    ['Responsable du traitement : M. Alami', 'processing'],
    ['opération bancaire de M. Tazi', 'bank'],
    ['Le diabète est une maladie fréquente.', 'encyclopaedia'],
    ['M. Tazi suit le diagnostic technique du bâtiment', 'building'],
    ['Ligue contre le cancer : M. Alami préside', 'association'],
    ['Mme Alami, ordonnance de paiement n° 12', 'payment order'],
    ['M. X, greffe du tribunal', 'registry of a court'],
    ['assurance maladie de M. Tazi', 'insurance'],
    ['traitement de texte', 'software'],
    ['Dr Alami, centre de dialyse de Fès', 'institution'],
    ['وزارة الصحة: محاربة داء السل', 'ministry'],
  ],
  fields: [
    ['HealthCheckPort', 'integer', null],
    ['agentHealth', 'HEALTHY', null],
    ['maladie', 'diabète', 'high'],
    ['groupe_sanguin', 'O+', 'high'],
    ['maladie', 'néant', null],
    ['maladie', '', null],
    ['diagnosis', 'asthma', 'high'],
    ['المرض', 'الربو', 'high'],
    ['produit', 'insuline', 'low'],
    ['allergies', 'arachides', 'high'],
  ],
};
