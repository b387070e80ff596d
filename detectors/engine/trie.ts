/** The terms as an Aho-Corasick automaton over symbols, in parallel arrays: one trie, and where to fall back to. */
import { SPACE, isArabic } from './symbols.ts';

/** A term to look for, folded. Latin terms start at a word border, so their first symbol is a SPACE. */
export interface TrieTerm {
  readonly symbols: readonly number[];
  readonly accented: readonly boolean[];
}

/** Node 0 is the root. */
export interface Trie {
  readonly count: number;
  readonly symbol: Uint8Array;
  /** 1 where some term has an accent here: only then the accented spellings are followed. */
  readonly accent: Uint8Array;
  readonly firstChild: Int32Array;
  readonly nextSibling: Int32Array;
  /** Longest proper suffix that is also a node. */
  readonly fail: Int32Array;
  /** Term that ends here, or -1. */
  readonly term: Int32Array;
  /** Nearest node on the way of `fail` at which a term ends, or 0. */
  readonly shorter: Int32Array;
}

/** The node of a word border, the first child of the root. */
export const border = 1;

type Growing = { -readonly [K in keyof Trie]: Trie[K] };

/** The child of a node by its symbol; 0 if there is none. */
export function findChild(trie: Trie, node: number, symbol: number): number {
  let child = trie.firstChild[node] ?? 0;
  while (child !== 0 && trie.symbol[child] !== symbol) child = trie.nextSibling[child] ?? 0;
  return child;
}

function insert(trie: Growing, term: TrieTerm, index: number): void {
  let node = 0;
  term.symbols.forEach((symbol, at) => {
    let child = findChild(trie, node, symbol);
    if (child === 0) {
      child = trie.count++;
      trie.symbol[child] = symbol;
      trie.nextSibling[child] = trie.firstChild[node] ?? 0;
      trie.firstChild[node] = child;
    }
    if (term.accented[at] === true) trie.accent[child] = 1;
    node = child;
  });
  trie.term[node] = index;
}

/** Follows a symbol from a node through its fall-backs, as the running automaton would. */
function follow(trie: Trie, from: number, symbol: number): number {
  for (let node = from; ; node = trie.fail[node] ?? 0) {
    if (symbol === SPACE && node !== 0 && trie.symbol[node] === SPACE) return node;
    const child = findChild(trie, node, symbol);
    if (child !== 0 || node === 0) return child;
  }
}

function linkFallBacks(trie: Trie): void {
  const queue = new Int32Array(trie.count);
  let last = 1;
  for (let first = 0; first < last; first++) {
    const node = queue[first] ?? 0;
    for (let child = trie.firstChild[node] ?? 0; child !== 0; child = trie.nextSibling[child] ?? 0) {
      const fail = node === 0 ? 0 : follow(trie, trie.fail[node] ?? 0, trie.symbol[child] ?? 0);
      trie.fail[child] = fail;
      trie.shorter[child] = (trie.term[fail] ?? -1) >= 0 ? fail : (trie.shorter[fail] ?? 0);
      queue[last++] = child;
    }
  }
}

/** Builds the trie; the index of each term is the number it ends under. */
export function buildTrie(terms: readonly TrieTerm[]): Trie {
  const capacity = terms.reduce((sum, term) => sum + term.symbols.length, 2);
  const trie: Growing = {
    count: 1,
    symbol: new Uint8Array(capacity),
    accent: new Uint8Array(capacity),
    firstChild: new Int32Array(capacity),
    nextSibling: new Int32Array(capacity),
    fail: new Int32Array(capacity),
    term: new Int32Array(capacity).fill(-1),
    shorter: new Int32Array(capacity),
  };
  insert(trie, { symbols: [SPACE], accented: [] }, -1);
  terms.forEach((term, index) => insert(trie, term, index));
  linkFallBacks(trie);
  return trie;
}

/** True where marks that stand for nothing may follow without ending the term in progress. */
export const keepsIgnored = (trie: Trie, node: number): boolean => isArabic(trie.symbol[node] ?? 0) || node === border;
