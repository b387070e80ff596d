import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['La patiente est porteuse de la mutation BRCA1.', 'mutation BRCA1', 'French'],
    ['خضع المريض لتحليل الحمض النووي', 'تحليل الحمض النووي', 'Arabic'],
    ['khti dartha ta7lil ADN', 'ta7lil ADN', 'Darija'],
    ['The patient underwent a paternity test', 'paternity test', 'English'],
    ['Le caryotype de la patiente a révélé une anomalie chromosomique', 'caryotype', 'karyotype'],
  ],
  ignores: [
    ["L'ADN de l'entreprise", 'brand'],
    ['algorithme génétique de M. Alami', 'computing'],
    ['The company DNA is innovation', 'brand'],
    ['demande de mutation de Mme Tazi', 'change of post'],
    ['graphql mutation', 'code'],
    ['génétique bovine', 'cattle'],
    ['Le génome humain compte 3 milliards de bases', 'science'],
    ['ressources génétiques des semences', 'seeds'],
    ['M. Alami : la mutation économique', 'economy'],
    ['mutation interne de M. Tazi', 'change of post'],
  ],
  fields: [
    ['profil_adn', 'AAGT CTGA', 'high'],
    ['mutation', 'BRCA1', 'high'],
    ['test:mutation', 'stryker run', null],
    ['AmdSevSnpEnum', 'enabled or not', null],
    ['brca1', '+', 'high'],
    ['profil_adn', 'non', null],
  ],
};
