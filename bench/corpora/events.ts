/** JSON lines as a shop's services write them: orders, deliveries, sessions; one in twenty names its customer. */
import { fillCorpus, type Corpus } from './corpus.ts';
import { makeDice, two, type Dice } from './random.ts';
import { makeValues, type Values } from './values.ts';

const kinds = [
  'order.placed',
  'order.paid',
  'order.packed',
  'delivery.assigned',
  'delivery.done',
  'session.opened',
  'stock.moved',
];
const articles = [
  ['TH-204', 'théière martelée'],
  ['LP-118', 'lampe en cuivre'],
  ['TP-950', 'tapis berbère 120x180'],
  ['PL-033', 'plateau ciselé'],
  ['CR-471', 'carafe bleue'],
  ['CS-266', 'coussin brodé'],
  ['BG-702', 'bougeoir'],
] as const;
const shops = ['anfa', 'agdal', 'gueliz', 'malabata', 'hassan', 'maarif'];
const agents = ['web/4.12.0', 'android/3.8.1', 'ios/3.8.0', 'pos/2.1.7'];

function makeLines({ below, pick }: Dice): readonly object[] {
  return Array.from({ length: 1 + below(3) }, () => {
    const [sku, label] = pick(articles);
    return { sku, label, quantity: 1 + below(4), price: (500 + below(90_000)) / 100 };
  });
}

function makeCustomer({ below }: Dice, values: Values): object {
  const id = 10_000 + below(90_000);
  switch (below(20)) {
    case 0:
      return { id, name: values.name('latin'), email: values.email(), phone: values.phone() };
    default:
      return { id };
  }
}

/** Makes at most `size` bytes, one document on each line. */
export function makeEvents(size: number, seed: number): Corpus {
  const dice = makeDice(seed);
  const { below, pick, hex } = dice;
  return fillCorpus(size, '', (plant) => {
    const event = {
      id: `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(8)}${hex(4)}`,
      at: `2026-08-${two(1 + below(28))}T${two(below(24))}:${two(below(60))}:${two(below(60))}.${below(900) + 100}Z`,
      kind: pick(kinds),
      shop: pick(shops),
      agent: pick(agents),
      order: { number: `C-2026-${100_000 + below(900_000)}`, lines: makeLines(dice), currency: 'MAD' },
      customer: makeCustomer(dice, makeValues(dice, plant)),
      retries: below(3),
      milliseconds: below(900),
    };
    return `${JSON.stringify(event)}\n`;
  });
}
