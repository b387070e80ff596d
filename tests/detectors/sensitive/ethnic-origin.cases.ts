import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['محمد التازي من أسرة أمازيغية', 'من أسرة أمازيغية', 'a family'],
    ['Le candidat est d’origine amazighe.', 'd’origine amazighe', 'French'],
    ['السيد رشيد من أصول أمازيغية', 'أصول أمازيغية', 'Arabic'],
    ['rah aslo chel7, jarna', 'chel7', 'Darija'],
    ['Mrs Tazi is of Amazigh origin', 'of Amazigh origin', 'English'],
    ['La patiente est subsaharienne', 'subsaharienne', 'said of a person'],
  ],
  ignores: [
    ['M. Fassi et Mme Soussi sont absents', 'surnames'],
    ['M. Amazigh Rifi', 'names'],
    ['la langue amazighe', 'language'],
    ['Institut royal de la culture amazighe', 'institution'],
    ['M. Alami boit un café noir', 'colour'],
    ['race condition in M. Tazi code', 'computing'],
    ['رأس السنة الأمازيغية', 'feast'],
    ['Black Friday chez M. Alami', 'sale'],
    ['race bovine du salarié', 'cattle'],
    ['le marché noir', 'trade'],
  ],
  fields: [
    ['origine_ethnique', 'rifain', 'high'],
    ['ethnicity', 'Amazigh', 'high'],
    ['tribu', 'Aït Atta', 'high'],
    ['nom', 'Soussi', null],
  ],
};
