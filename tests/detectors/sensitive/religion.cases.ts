import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['Mme Tazi s’est convertie au christianisme.', 'convertie au christianisme', 'French'],
    ['اعتنقت السيدة هدى المسيحية', 'المسيحية', 'Arabic'],
    ['jarna wella masi7i', 'masi7i', 'Darija'],
    ['Mrs Tazi is a catholic', 'catholic', 'English'],
    ['M. Alami est musulman', 'musulman', 'said right before'],
  ],
  ignores: [
    ['La Banque islamique de développement', 'bank'],
    ['Salam alaykoum M. Karim, inchallah', 'greeting'],
    ['السلام عليكم السيد كريم الحمد لله', 'greeting'],
    ['M. Christian Islam', 'names'],
    ['Ministère des Habous et des affaires islamiques', 'ministry'],
    ['le quartier juif de Fès', 'place'],
    ['M. Alami de la finance islamique', 'finance'],
    ['Aïd, Ramadan et Mawlid', 'feasts'],
    ['وزارة الأوقاف والشؤون الإسلامية', 'ministry'],
    ['université catholique', 'institution'],
    ['Bismillah, M. Tazi', 'greeting'],
  ],
  fields: [
    ['religion', 'musulman', 'high'],
    ['خانة الديانة', 'مسيحي', 'high'],
    ['religion', 'null', null],
    ['confession', 'juive', 'high'],
  ],
};
