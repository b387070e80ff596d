/** Server log lines: mostly none of anybody's data, now and then an address, a telephone or a card number. */
import { fillCorpus, type Corpus, type Plant } from './corpus.ts';
import { makeDice, two, type Dice } from './random.ts';

const paths = [
  '/',
  '/api/v1/demandes',
  '/espace/dossiers',
  '/static/app.4f2c9e1b.js',
  '/img/logo.svg',
  '/api/v2/sessions/refresh',
  '/fr/services/etat-civil',
  '/health',
  '/ar/contact',
];
const agents = [
  'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
  'curl/8.5.0',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15',
];
const messages = [
  'session opened',
  'cache miss',
  'retry scheduled',
  'queue drained',
  'slow query',
  'token refreshed',
  'upload finished',
  'connection reset by peer',
];
const statuses = [200, 200, 200, 304, 404];

/** Who stands at the start of an access line: a proxy of the organisation's own (nobody's data), or the person's public address. */
export type Clients = 'proxies' | 'persons';

function makeValue(dice: Dice, plant: Plant): string {
  switch (dice.below(120)) {
    case 0:
      plant('global/email');
      return ` user=client${dice.digits(4)}@courriel.ma`;
    case 1:
      plant('global/phone');
      return ` sms to +2126${dice.below(7)}${dice.digits(7)}`;
    case 2:
      plant('ma/cin');
      return ` cin=BK${1 + dice.below(9)}${dice.digits(5)}`;
    default:
      return '';
  }
}

function makeAddress(dice: Dice, clients: Clients, plant: Plant): string {
  if (clients === 'proxies') return `10.${dice.below(4)}.${dice.below(256)}.${dice.below(256)}`;
  // Public addresses, which no registry keeps for special purposes.
  plant('global/ip-address');
  return `${41 + dice.below(58)}.${dice.below(256)}.${dice.below(256)}.${101 + dice.below(150)}`;
}

/** Makes at most `size` bytes; one line in forty carries a value, and with `persons` three in five an address as well. */
export function makeLogs(size: number, seed: number, clients: Clients = 'persons'): Corpus {
  const dice = makeDice(seed);
  const { below, pick, hex } = dice;
  const access = (day: string, time: string, plant: Plant): string =>
    `${makeAddress(dice, clients, plant)} - - [${day}/Aug/2026:${time} +0100] "GET ${pick(paths)}?page=${below(90)} HTTP/1.1" ${pick(statuses)} ${below(90_000)} "-" "${pick(agents)}"`;
  const event = (day: string, time: string): string =>
    `2026-08-${day}T${time}.${two(below(100))}Z INFO [req-${hex(8)}-${hex(4)}] ${pick(messages)} duration=${below(900)}ms shard=${below(64)}`;
  return fillCorpus(size, '', (plant) => {
    const day = two(1 + below(28));
    const time = `${two(below(24))}:${two(below(60))}:${two(below(60))}`;
    return `${below(5) < 3 ? access(day, time, plant) : event(day, time)}${makeValue(dice, plant)}\n`;
  });
}
