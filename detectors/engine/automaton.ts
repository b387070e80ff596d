/**
 * Terms and anchors as one automaton over UTF-8 bytes: a table of moves, indexed by state plus byte class. A state is a
 * trie node, an anchor state, and what is left to come of a character. There are a hundred thousand of them and a text meets
 * a few hundred, so a move is worked out when it is first made: nothing is built ahead, and what is in use lies together.
 */
import type { AnchorAutomaton } from './anchors.ts';
import { classCount, classifyBytes, leadClass, otherLeadClass, pending, seconds, spell } from './spellings.ts';
import { ARABIC, IGNORED, OTHER, SPACE, isBoundary, isLatin } from './symbols.ts';
import { border, type Trie, findChild, keepsIgnored } from './trie.ts';

/** What ends in the states. */
interface Ends {
  /** How many anchors, how many terms, then these and those. */
  list: Int32Array;
  /** Notes what ends at a node and in a state of the anchors; returns where. The array may be replaced by a larger one. */
  note(node: number, anchor: number): number;
}

export interface Automaton {
  /** `moves[state + classOf[byte]]` is the next state; its complement, so negative, where a term or an anchor ends; or `unknown`. */
  moves: Int32Array;
  readonly classOf: Uint8Array;
  /** Distance between two states: `state / stride` is the state's index. */
  readonly stride: number;
  /** State at the start of a text, as after a line break. */
  readonly start: number;
  /** For each state index, where in the list of ends its own begin. */
  endsOf: Int32Array;
  readonly ends: Ends;
  /** The move over a byte; works it out and notes it if it is `unknown`. Arrays may be replaced by larger ones. */
  learn(state: number, byte: number): number;
}

/** A move that was not made before. */
export const unknown = -0x80000000;

const stride = classCount;
const firstCapacity = 1024;

/** What the states of an automaton are made from. */
interface Parts {
  readonly trie: Trie;
  readonly anchors: AnchorAutomaton;
  /** Finds or makes a state. */
  stateOf(node: number, anchor: number, waiting: number): number;
}

/** The move into a state between characters. */
function entryTo(parts: Parts, node: number, anchor: number): number {
  const { trie, anchors } = parts;
  const state = parts.stateOf(node, anchor, pending.none);
  const ends = (trie.term[node] ?? -1) >= 0 || trie.shorter[node] !== 0 || (anchors.accepts[anchor]?.length ?? 0) > 0;
  return ends ? ~state : state;
}

const trieSymbol = (symbol: number): number => (isBoundary(symbol) ? SPACE : symbol);

/** Where a symbol leads from the root of the trie. */
function moveFromRoot(parts: Parts, anchor: number, symbol: number): number {
  if (symbol === IGNORED) return parts.stateOf(0, anchor, pending.none);
  return entryTo(parts, findChild(parts.trie, 0, trieSymbol(symbol)), parts.anchors.next(anchor, symbol));
}

/** Where a symbol leads that is one byte. */
function moveOver(parts: Parts, from: number, anchor: number, symbol: number): number {
  const { trie, anchors } = parts;
  for (let node = from; node !== 0; node = trie.fail[node] ?? 0) {
    // A run of separators is one: nothing ends a second time.
    if (isBoundary(symbol) && trie.symbol[node] === SPACE) return parts.stateOf(node, anchors.next(anchor, symbol), pending.none);
    const child = findChild(trie, node, trieSymbol(symbol));
    if (child !== 0) return entryTo(parts, child, anchors.next(anchor, symbol));
  }
  return moveFromRoot(parts, anchor, symbol);
}

/** Where the last byte of a longer character leads. */
function moveOverLast(parts: Parts, [from, anchor]: readonly [number, number], waiting: number, low: number): number {
  const { trie, anchors } = parts;
  const { symbol, isInTerm } = spell(waiting, low);
  for (let node = from; node !== 0; node = trie.fail[node] ?? 0) {
    if (symbol === IGNORED) {
      if (keepsIgnored(trie, node) && (node === border || isInTerm)) return parts.stateOf(node, anchor, pending.none);
      continue;
    }
    const child = isInTerm ? findChild(trie, node, trieSymbol(symbol)) : 0;
    if (child !== 0 && (!isLatin(symbol) || trie.accent[child] === 1)) return entryTo(parts, child, anchors.next(anchor, symbol));
  }
  return moveFromRoot(parts, anchor, symbol);
}

/** True if a longer character can lead further from a node than from where it falls back to. */
function isWide(trie: Trie, node: number): boolean {
  if (keepsIgnored(trie, node)) return true;
  for (let child = trie.firstChild[node] ?? 0; child !== 0; child = trie.nextSibling[child] ?? 0)
    if (!isLatin(trie.symbol[child] ?? 0) || trie.accent[child] === 1) return true;
  return false;
}

/** Where a lead byte leads: most nodes share what comes then with the node they fall back to. */
function moveOverLead(parts: Parts, from: number, anchor: number, byteClass: number): number {
  if (byteClass >= otherLeadClass) return parts.stateOf(0, 0, pending.other + byteClass - otherLeadClass);
  let node = from;
  while (node !== 0 && !isWide(parts.trie, node)) node = parts.trie.fail[node] ?? 0;
  return parts.stateOf(node, anchor, byteClass - leadClass + 1);
}

/** Where a byte of a class leads from a state. What breaks off within a character starts over. */
function moveFrom(parts: Parts, [node, anchor]: readonly [number, number], waiting: number, byteClass: number): number {
  if (waiting === pending.none) {
    if (byteClass >= leadClass) return moveOverLead(parts, node, anchor, byteClass);
    return byteClass < ARABIC ? moveOver(parts, node, anchor, byteClass) : moveFromRoot(parts, anchor, OTHER);
  }
  if (byteClass >= leadClass) return moveOverLead(parts, 0, 0, byteClass);
  if (waiting === pending.other) return moveFromRoot(parts, 0, OTHER);
  if (waiting > pending.other) return parts.stateOf(0, 0, waiting - 1);
  if (waiting === pending.second)
    return byteClass < seconds ? parts.stateOf(node, anchor, pending.third + byteClass) : parts.stateOf(0, 0, pending.other);
  return moveOverLast(parts, [node, anchor], waiting, byteClass);
}

function grow<T extends Int32Array | Uint16Array | Uint8Array>(larger: T, old: T): T {
  larger.set(old);
  return larger;
}

/** The terms that end at a node, the longest first. */
function termsAt(trie: Trie, from: number): readonly number[] {
  const terms: number[] = [];
  for (let node = from; node !== 0; node = trie.shorter[node] ?? 0) {
    const term = trie.term[node] ?? -1;
    if (term >= 0) terms.push(term);
  }
  return terms;
}

/** Makes the list of ends. Nothing ends in most states: they share its first two numbers. */
function makeEnds(trie: Trie, anchors: AnchorAutomaton): Ends {
  let noted = 2;
  const ends: Ends = {
    list: new Int32Array(firstCapacity),
    note(node, anchor) {
      const ended = anchors.accepts[anchor] ?? [];
      const terms = termsAt(trie, node);
      if (ended.length + terms.length === 0) return 0;
      const entry = [ended.length, terms.length, ...ended, ...terms];
      const at = noted;
      noted += entry.length;
      while (noted > ends.list.length) ends.list = grow(new Int32Array(2 * ends.list.length), ends.list);
      ends.list.set(entry, at);
      return at;
    },
  };
  return ends;
}

/** Makes the automaton: one state, and the way to all others. */
export function makeAutomaton(trie: Trie, anchors: AnchorAutomaton): Automaton {
  const classOf = classifyBytes();
  const ids = new Map<number, number>();
  let nodeOf = new Int32Array(firstCapacity);
  let anchorOf = new Uint16Array(firstCapacity);
  let waitingOf = new Uint8Array(firstCapacity);
  let count = 0;
  function stateOf(node: number, anchor: number, waiting: number): number {
    const key = (node * 0x10000 + anchor) * 16 + waiting;
    const known = ids.get(key);
    if (known !== undefined) return known;
    if (count === nodeOf.length) {
      automaton.moves = grow(new Int32Array(2 * count * stride), automaton.moves);
      automaton.endsOf = grow(new Int32Array(2 * count), automaton.endsOf);
      nodeOf = grow(new Int32Array(2 * count), nodeOf);
      anchorOf = grow(new Uint16Array(2 * count), anchorOf);
      waitingOf = grow(new Uint8Array(2 * count), waitingOf);
    }
    nodeOf[count] = node;
    anchorOf[count] = anchor;
    waitingOf[count] = waiting;
    automaton.endsOf[count] = waiting === pending.none ? automaton.ends.note(node, anchor) : 0;
    const state = count++ * stride;
    automaton.moves.fill(unknown, state, state + stride);
    ids.set(key, state);
    return state;
  }

  const parts: Parts = { trie, anchors, stateOf };
  const automaton: Automaton = {
    moves: new Int32Array(firstCapacity * stride),
    classOf,
    stride,
    start: 0,
    endsOf: new Int32Array(firstCapacity),
    ends: makeEnds(trie, anchors),
    learn(state, byte) {
      const byteClass = classOf[byte] ?? 0;
      const known = automaton.moves[state + byteClass] ?? unknown;
      if (known !== unknown) return known;
      const id = state / stride;
      const from = [nodeOf[id] ?? 0, anchorOf[id] ?? 0] as const;
      const move = moveFrom(parts, from, waitingOf[id] ?? 0, byteClass);
      automaton.moves[state + byteClass] = move;
      return move;
    },
  };
  stateOf(border, anchors.start, pending.none);
  return automaton;
}
