/** Sentences on health, parties, faith, unions and justice that speak of nobody: of a subject, a country, a law, an institution. */
import type { Random } from '../../local/sample/random.ts';

type Subject = 'health' | 'politics';

const ills = [
  ['le diabète', 'diabetes', 'داء السكري'],
  ["l'hypertension", 'hypertension', 'ارتفاع ضغط الدم'],
  ['la tuberculose', 'tuberculosis', 'داء السل'],
  ["l'asthme", 'asthma', 'الربو'],
  ['la dépression', 'depression', 'الاكتئاب'],
  ['le cancer du sein', 'breast cancer', 'سرطان الثدي'],
  ["l'hépatite C", 'hepatitis C', 'التهاب الكبد'],
] as const;
const regions = ['Souss', 'Rif', 'Oriental', 'Gharb', 'Tadla', 'Haouz'];
const groups = [
  'Parti du progrès',
  'Union constitutionnelle',
  "Parti de l'Istiqlal",
  'Confédération démocratique du travail',
  'PJD',
  'UMT',
];

type Sentence = (random: Random, ill: (typeof ills)[number]) => string;

const sentences: Readonly<Record<Subject, readonly Sentence[]>> = {
  health: [
    (random, [fr]) => `Au Maroc, ${fr} touche ${random.integer(2, 30)} % des adultes de la région du ${random.pick(regions)}.`,
    (random, [fr]) =>
      `Le traitement de ${fr} a coûté ${random.integer(10, 900)} millions de dirhams en ${random.integer(2010, 2026)}.`,
    (_, [fr]) => `Le médecin explique aux familles comment prévenir ${fr} et suivre une ordonnance.`,
    (random, [fr]) =>
      `Une étude de ${random.integer(1990, 2026)} compare ${random.integer(100, 9000)} patients traités pour ${fr} dans ${random.integer(2, 30)} hôpitaux.`,
    (random, [, en]) =>
      `In ${random.integer(1990, 2026)}, ${en} affected ${random.integer(2, 30)}% of adults, and many patients were not diagnosed.`,
    (_, [, en]) => `People who live with ${en} need regular care; the treatment of ${en} has improved in recent decades.`,
    (random, [, en]) =>
      `The trial enrolled ${random.integer(100, 9000)} patients with ${en} and ended in week ${random.integer(10, 90)}.`,
    (random, [, , ar]) => `يصيب ${ar} حوالي ${random.integer(2, 30)} في المائة من السكان حسب وزارة الصحة.`,
    (_, [, , ar]) => `تنظم الجمعية يوما تحسيسيا حول ${ar} وطرق الوقاية منه.`,
    (random, [fr]) => `La campagne contre ${fr} passera par ${random.integer(2, 60)} communes avant l'été.`,
  ],
  politics: [
    (random) =>
      `Le ${random.pick(groups)} a obtenu ${random.integer(2, 90)} sièges aux élections de ${random.integer(1997, 2026)}.`,
    (random) => `Les syndicats ont appelé à une grève de ${random.integer(24, 72)} heures dans le secteur du transport.`,
    (random) =>
      `La loi punit ce délit d'un emprisonnement de ${random.integer(1, 5)} mois à ${random.integer(1, 5)} ans et d'une amende.`,
    (random) =>
      `The parliament voted the finance bill by ${random.integer(100, 200)} votes to ${random.integer(10, 90)}; the opposition walked out.`,
    (random) => `In ${random.integer(1956, 2026)} the party split over the reform of the electoral law.`,
    () => "La liberté de religion est garantie par la Constitution ; l'islam est la religion de l'État.",
    () => 'Les communautés amazighes du Haut Atlas célèbrent la nouvelle année en janvier.',
    (random) => `حصل الحزب على ${random.integer(2, 90)} مقعدا في الانتخابات التشريعية.`,
    () => 'دعت النقابات إلى إضراب وطني في قطاع التعليم.',
    (random) => `The court of appeal heard ${random.integer(10, 900)} cases of theft and fraud in the year.`,
    () => 'Churches, mosques and synagogues of the old town are open to visitors on weekdays.',
  ],
};

/** A paragraph of some sentences. */
export function prose(random: Random, subject: Subject): string {
  const text = Array.from({ length: random.integer(2, 5) }, () => random.pick(sentences[subject])(random, random.pick(ills)));
  return `${text.join(' ')}\n`;
}
