import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['Karim Tazi kateb dyal ni9aba', 'kateb dyal ni9aba', 'an office, Darija'],
    ['M. Tahiri est délégué syndical.', 'délégué syndical', 'French'],
    ['السيد أحمد منخرط في نقابة', 'منخرط في نقابة', 'Arabic'],
    ['ana mnkhart f ni9aba', 'ni9aba', 'Darija'],
    ['Mr Alami is a trade union member', 'union member', 'English'],
    ['Mme Alami, adhérente à la CDT', 'adhérente à la CDT', 'membership'],
  ],
  ignores: [
    ['Le syndicat de copropriété se réunit avec M. Alami', 'owners'],
    ['syndicat d’initiative', 'tourism'],
    ['Mme Tazi, syndic judiciaire', 'receiver'],
    ['M. Alami, CDT art. 12', 'labour code'],
    ['fichier.odt de M. Tazi', 'file'],
    ['l’Union européenne et M. Alami', 'union of states'],
    ['credit union of Mr Tazi', 'bank'],
    ['la grève a duré deux jours', 'strike'],
    ['نقابة المحامين', 'bar'],
    ['délégué du personnel M. Alami', 'elected by all staff'],
  ],
  fields: [
    ['cotisation_syndicale', '120', 'high'],
    ['cotisation_syndicale', 'oui', 'high'],
    ['cotisation_syndicale', 'non', null],
    ['cotisation_syndicale', '0', null],
    ['syndicat', 'UMT', 'high'],
    ['syndique', 'X', 'high'],
    ['syndic', 'Cabinet A', null],
  ],
};
