import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['M. Alaoui est franc-maçon.', 'franc-maçon', 'French'],
    ['السيد عمر عضو في محفل ماسوني', 'محفل ماسوني', 'Arabic'],
    ['ana 3ilmani', '3ilmani', 'Darija'],
    ['Mr Alami is a freemason', 'freemason', 'English'],
    ['Mme Tazi est libre-penseuse', 'libre-penseuse', 'French'],
  ],
  ignores: [
    ['école laïque de M. Alami', 'school'],
    ['la loge du gardien M. Tazi', 'lodge of a keeper'],
    ['histoire de la franc-maçonnerie', 'history'],
    ['the secular state', 'state'],
    ['Mr Tazi, vegan menu', 'food'],
    ['mouvement humaniste', 'history'],
    ['الدولة العلمانية', 'state'],
    ['intime conviction du juge M. X', 'law'],
    ['un état laïque', 'state'],
    ['secular trend', 'statistics'],
  ],
  fields: [
    ['convictions_philosophiques', 'athéisme militant', 'high'],
    ['philosophical_belief', 'freethinker', 'high'],
    ['convictions_philosophiques', 'non renseigné', null],
  ],
};
