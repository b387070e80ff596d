/** Prose of many pages: sentences in the order of the dice, now and then one that carries somebody's data. */
import { arabic } from './arabic.ts';
import { fillCorpus, type Corpus } from './corpus.ts';
import { french } from './french.ts';
import { makeDice, type Dice } from './random.ts';
import { makeValues, type Values } from './values.ts';

/** Sentences of one language; `{town}`, `{month}`, `{few}` and `{many}` (numbers) change from one time to the next. */
export interface Sentences {
  /** Before one sentence in six of those about nobody. */
  readonly leads: readonly string[];
  readonly towns: readonly string[];
  readonly months: readonly string[];
  /** About nobody. */
  readonly plain: readonly string[];
  /** With `{name}`, `{phone}`, `{email}`, `{cin}`, `{rib}` or `{birth}` of somebody. */
  readonly carriers: readonly string[];
}

/** A sentence as its texts and, between them, its slots. */
type Pieces = readonly string[];
const cut = (sentence: string): Pieces => sentence.split(/[{}]/);

const languages = {
  french: { sentences: french, script: 'latin' },
  arabic: { sentences: arabic, script: 'arabic' },
} as const;

function fillSlot(slot: string, dice: Dice, values: Values, language: keyof typeof languages): string {
  const { sentences, script } = languages[language];
  switch (slot) {
    case 'town':
      return dice.pick(sentences.towns);
    case 'month':
      return dice.pick(sentences.months);
    case 'few':
      return String(3 + dice.below(90));
    case 'many':
      return String(10 * (30 + dice.below(900)));
    case 'name':
      return values.name(script);
    case 'phone':
    case 'email':
    case 'cin':
    case 'rib':
    case 'birth':
      return values[slot]();
    default:
      throw new RangeError(`No sentence has a slot ${slot}`);
  }
}

/** Makes at most `size` bytes; one sentence in sixty carries data. Paragraphs are lines. */
export function makeProse(size: number, seed: number, language: keyof typeof languages): Corpus {
  const dice = makeDice(seed);
  const { leads, plain, carriers } = languages[language].sentences;
  const plainPieces = plain.map(cut);
  const carrierPieces = carriers.map(cut);
  return fillCorpus(size, '', (plant) => {
    const values = makeValues(dice, plant);
    let paragraph = '';
    for (let left = 3 + dice.below(5); left > 0; left--) {
      const isCarrier = dice.below(60) === 0;
      const pieces = dice.pick(isCarrier ? carrierPieces : plainPieces);
      let sentence = pieces[0] ?? '';
      for (let at = 1; at < pieces.length; at += 2)
        sentence += fillSlot(pieces[at] ?? '', dice, values, language) + (pieces[at + 1] ?? '');
      if (!isCarrier && dice.below(6) === 0)
        sentence = `${dice.pick(leads)}${sentence[0]?.toLowerCase() ?? ''}${sentence.slice(1)}`;
      paragraph += left === 1 ? sentence : `${sentence} `;
    }
    return `${paragraph}\n`;
  });
}
