import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['Karim Tazi mrachah m3a lahrar', 'mrachah m3a', 'a candidate, Darija'],
    ['M. Idrissi est militant du Parti de la justice et du développement.', 'Parti de la justice et du développement', 'French'],
    ['السيد كريم عضو في حزب العدالة والتنمية', 'حزب العدالة والتنمية', 'Arabic'],
    ['khoya sawwet 3la lPJD', 'lPJD', 'Darija'],
    ['My brother voted for the Justice and Development Party', 'Justice and Development Party', 'English'],
    ['Mme Alami, adhérente au parti depuis 2011', 'adhérente au parti', 'membership'],
  ],
  ignores: [
    ["Le parti de l'Istiqlal a tenu son congrès", 'press'],
    ['Avenue Al Istiqlal, M. Karim', 'street'],
    ['عيد الاستقلال', 'feast'],
    ['M. Alami est parti à 8 h', 'left'],
    ['third party of Mr Alami', 'contract'],
    ['M. Tazi, mouvement de stock', 'stock'],
    ['PI, UC, MP et PPS', 'acronyms'],
    ['الحزب الستون من القرآن', 'section of the Quran'],
    ['les opinions politiques des personnes', 'law text'],
    ['M. Tazi a tiré parti de la situation', 'idiom'],
  ],
  fields: [
    ['parti', 'USFP', 'high'],
    ['opinion_politique', 'gauche', 'high'],
    ['الانتماء السياسي', 'يساري', 'high'],
    ['parti', 'non', null],
  ],
};
