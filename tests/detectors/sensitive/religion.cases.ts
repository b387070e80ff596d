import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['Ilham Tazi porte le voile', 'porte le voile', 'a sign of faith'],
    ['Karim Tazi dkhel l islam', 'dkhel l islam', 'conversion, Darija'],
    ["employee.note = 'Mr Tazi is a catholic';", 'catholic', 'a sentence in quotes'],
    ['The patient is Christian and fasts.', 'Christian', 'a faith with a capital'],
    ['Mme Tazi s’est convertie au christianisme.', 'convertie au christianisme', 'French'],
    ['اعتنقت السيدة هدى المسيحية', 'المسيحية', 'Arabic'],
    ['jarna wella masi7i', 'masi7i', 'Darija'],
    ['Mrs Tazi is a catholic', 'catholic', 'English'],
    ['M. Alami est musulman', 'musulman', 'said right before'],
  ],
  ignores: [
    ["// employee\nenum Religion { Islam = 'ISLAM', Judaism = 'JUDAISM', Catholic = 'CATHOLIC' }", 'an enumeration'],
    ["the employee: religion in ['islam', 'judaism', 'catholic']", 'a quoted list'],
    ['The patient is Christian Dupont.', 'a first name before a family name'],
    ['The employee is Jean-Christian.', 'a piece of a first name'],
    ['Contact: Christian Marillat <christian.marillat@example.com>', 'a first name before an address'],
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
