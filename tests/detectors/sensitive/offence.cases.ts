import type { Cases } from '../cases.ts';

export const cases: Cases = {
  finds: [
    ['Karim Tazi m3ta9al f 3okacha', 'm3ta9al', 'Darija'],
    ['Karim Tazi is out on bail', 'out on bail', 'on bail'],
    ['M. Naciri a été condamné à deux ans de prison.', 'condamné à', 'French'],
    ['أدين المسمى يوسف بسنتين حبسا نافذا', 'حبسا نافذا', 'Arabic'],
    ['khoya dkhel l7bs', 'l7bs', 'Darija'],
    ['Mr Alami was convicted of fraud', 'convicted of', 'English'],
    ['Le prévenu, placé en garde à vue', 'garde à vue', 'custody'],
  ],
  ignores: [
    ['السيد محمد التازي تعرض للسرقة', 'a victim'],
    ['كل شخص ارتكب سرقة يعاقب بالسجن، السيد محمد التازي', 'a law'],
    ['M. Tazi a été victime d’un vol de son téléphone', 'a victim'],
    ['شهادة السجل العدلي للسيد محمد التازي خالية من السوابق', 'nothing recorded'],
    ['Est puni d’un emprisonnement de six mois à deux ans quiconque traite des données', 'law text'],
    ['vol AT123 de M. Naciri', 'flight'],
    ['casier n° 12 de M. Tazi', 'locker'],
    ['M. Alami peut à peine marcher', 'idiom'],
    ['niveau B2 de Mme Tazi', 'language level'],
    ['PV de réunion avec M. Alami', 'minutes'],
    ['prison civile, avenue de la prison, M. X', 'address'],
    ['lutte contre la corruption', 'policy'],
    ['يعاقب كل من ارتكب', 'law text'],
    ['arrêt de bus de M. Alami', 'stop'],
  ],
  fields: [
    ['الوضعية الجنائية', 'سرقة موصوفة', 'high'],
    ['casier_judiciaire', 'vierge', null],
    ['casier_judiciaire', 'vol simple 2019', 'high'],
    ['numero_ecrou', '45871', 'high'],
    ['casier_judiciaire', 'néant', null],
    ['السوابق العدلية', 'سرقة', 'high'],
  ],
};
