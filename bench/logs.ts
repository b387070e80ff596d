/** Server log lines from a seed: mostly none of anybody's data, now and then an address, a telephone or a card number. */

export interface Logs {
  readonly bytes: Uint8Array;
  /** What was written into them. */
  readonly planted: { readonly emails: number; readonly phones: number; readonly cards: number; readonly addresses: number };
}

/** Numbers in [0, 1) from a seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

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

/** Who stands at the start of an access line: a proxy of the organisation's own (nobody's data), or the person's public address. */
export type Clients = 'proxies' | 'persons';

/** Makes about `size` bytes; one line in forty carries a value, and with `persons` three in five an address as well. */
export function makeLogs(size: number, seed: number, clients: Clients = 'persons'): Logs {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  const digits = (count: number): string => Array.from({ length: count }, () => below(10)).join('');
  const hex = (count: number): string => Array.from({ length: count }, () => below(16).toString(16)).join('');
  const two = (value: number): string => String(value).padStart(2, '0');
  const planted = { emails: 0, phones: 0, cards: 0, addresses: 0 };
  const plantIn = (): string => {
    switch (below(120)) {
      case 0:
        planted.emails++;
        return ` user=client${digits(4)}@courriel.ma`;
      case 1:
        planted.phones++;
        return ` sms to +2126${below(7)}${digits(7)}`;
      case 2:
        planted.cards++;
        return ` cin=BK${1 + below(9)}${digits(5)}`;
      default:
        return '';
    }
  };
  const address = (): string => {
    if (clients === 'proxies') return `10.${below(4)}.${below(256)}.${below(256)}`;
    // Public addresses, which no registry keeps for special purposes.
    planted.addresses++;
    return `${41 + below(58)}.${below(256)}.${below(256)}.${101 + below(150)}`;
  };
  const access = (time: string): string =>
    `${address()} - - [${two(1 + below(28))}/Aug/2026:${time} +0100] "GET ${pick(paths)}?page=${below(90)} HTTP/1.1" ${pick([200, 200, 200, 304, 404])} ${below(90_000)} "-" "${pick(agents)}"`;
  const event = (time: string): string =>
    `2026-08-${two(1 + below(28))}T${time}.${two(below(100))}Z INFO [req-${hex(8)}-${hex(4)}] ${pick(messages)} duration=${below(900)}ms shard=${below(64)}`;
  const lines: string[] = [];
  const bytes = new Uint8Array(size);
  const encoder = new TextEncoder();
  let at = 0;
  for (;;) {
    const before = { ...planted };
    for (let line = 0; line < 1000; line++) {
      const time = `${two(below(24))}:${two(below(60))}:${two(below(60))}`;
      lines.push(`${random() < 0.6 ? access(time) : event(time)}${plantIn()}\n`);
    }
    // Whole blocks only, so that everything counted as planted is there.
    const block = encoder.encode(lines.join(''));
    lines.length = 0;
    if (at + block.length > size) return { bytes: bytes.subarray(0, at), planted: before };
    bytes.set(block, at);
    at += block.length;
  }
}
