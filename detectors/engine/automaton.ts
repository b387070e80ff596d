/**
 * Terms and anchors as one automaton over UTF-8 bytes: a table of moves, indexed by state plus byte class. A state is a
 * pair (trie node, anchor state); its row is the row of its fall-back with the node's own children written over it, so
 * that the whole table is built by copying.
 */
import type { AnchorAutomaton } from './anchors.ts';
import {
  boundaries,
  classCount,
  classifyBytes,
  leadClass,
  longLeadClass,
  otherLeadClass,
  type Spelling,
  spellingsInTerm,
  spellingsOf,
} from './spellings.ts';
import { ARABIC, IGNORED, OTHER, SPACE, isBoundary, isLatin, symbolCount } from './symbols.ts';
import { border, type Trie, findChild, keepsIgnored } from './trie.ts';

export interface Automaton {
  /** `moves[state + classOf[byte]]` is the next state; its complement, so negative, where a term or an anchor ends. */
  readonly moves: Int32Array;
  readonly classOf: Uint8Array;
  /** Distance between two states: `state / stride` is the state's index. */
  readonly stride: number;
  /** State at the start of a text, as after a line break. */
  readonly start: number;
  /** Trie node and anchor state of each state index. */
  readonly nodeOf: Int32Array;
  readonly anchorOf: Uint16Array;
}

const stride = classCount;

/** The table while it grows. */
interface Table {
  readonly trie: Trie;
  readonly anchors: AnchorAutomaton;
  moves: Int32Array;
  count: number;
  nodeOf: Int32Array;
  anchorOf: Uint16Array;
  /** 1 filled, 2 behind a lead byte. */
  status: Uint8Array;
  readonly ids: Map<number, number>;
  readonly queue: number[];
}

const statusFilled = 1;
const statusLead = 2;

function grow<T extends Int32Array | Uint16Array | Uint8Array>(larger: T, old: T): T {
  larger.set(old);
  return larger;
}

function addState(table: Table, node: number, anchor: number): number {
  const id = table.count++;
  if (id >= table.nodeOf.length) {
    const capacity = 2 * id;
    table.moves = grow(new Int32Array(capacity * stride), table.moves);
    table.nodeOf = grow(new Int32Array(capacity), table.nodeOf);
    table.anchorOf = grow(new Uint16Array(capacity), table.anchorOf);
    table.status = grow(new Uint8Array(capacity), table.status);
  }
  table.nodeOf[id] = node;
  table.anchorOf[id] = anchor;
  return id;
}

function stateOf(table: Table, node: number, anchor: number): number {
  const key = node * table.anchors.count + anchor;
  let id = table.ids.get(key);
  if (id === undefined) {
    id = addState(table, node, anchor);
    table.ids.set(key, id);
    table.queue.push(id);
  }
  return id;
}

/** The entry that leads to a state. */
function entryTo(table: Table, node: number, anchor: number): number {
  const offset = stateOf(table, node, anchor) * stride;
  const { trie, anchors } = table;
  const ends = (trie.term[node] ?? -1) >= 0 || trie.shorter[node] !== 0 || (anchors.accepts[anchor]?.length ?? 0) > 0;
  return ends ? ~offset : offset;
}

const nextAnchor = (table: Table, anchor: number, symbol: number): number =>
  table.anchors.moves[anchor * symbolCount + symbol] ?? 0;

/** States behind lead bytes of no interest, by how many bytes follow; the first is what all others are copied from. */
const plainLead = 0;
const plainLeads = [plainLead, stride, 2 * stride] as const;

/** Gives a row its own copy of the state behind a lead byte, so that it can differ from the one it shares. */
function ownLead(table: Table, entry: number, firstOwn: number): number {
  const shared = table.moves[entry] ?? 0;
  if (shared >= firstOwn * stride && table.status[shared / stride] === statusLead) return shared;
  const source = shared >= 0 && table.status[shared / stride] === statusLead ? shared : plainLead;
  const id = addState(table, 0, 0);
  table.status[id] = statusLead;
  table.moves.copyWithin(id * stride, source, source + stride);
  table.moves[entry] = id * stride;
  return id * stride;
}

/** Where a row leads in some spellings of more than one byte. */
type Write = readonly [spellings: readonly Spelling[] | undefined, to: number];

function writeSpellings(table: Table, row: number, [spellings = [], to]: Write, firstOwn: number): void {
  for (const { lead, second, last } of spellings) {
    let own = ownLead(table, row + lead, firstOwn);
    if (second !== null) own = ownLead(table, own + second, firstOwn);
    table.moves[own + last] = to;
  }
}

/** Lead bytes without letters of ours: their continuation bytes are passed over, then a letter of no term has gone by. */
function fillLeads(table: Table, row: number, other: number): void {
  table.moves.fill(plainLead, row + leadClass, row + otherLeadClass);
  table.moves[row + longLeadClass] = plainLeads[1];
  plainLeads.forEach((lead, index) => {
    table.moves[row + otherLeadClass + index] = lead;
  });
  plainLeads.forEach((lead, index) => {
    table.moves.copyWithin(lead, row, row + stride);
    table.moves.fill(plainLeads[index - 1] ?? other, lead, lead + leadClass);
  });
}

/** The row of the root: every byte and every spelling. Rows of other anchor states share what they have in common. */
function fillRoot(table: Table, row: number, anchor: number): void {
  const first = row === stateOf(table, 0, 0) * stride;
  if (!first) table.moves.copyWithin(row, stateOf(table, 0, 0) * stride, (stateOf(table, 0, 0) + 1) * stride);
  const firstOwn = table.count;
  const entries = Array.from({ length: symbolCount }, (_, symbol) => {
    if (symbol === IGNORED) return stateOf(table, 0, anchor) * stride;
    return entryTo(table, findChild(table.trie, 0, isBoundary(symbol) ? SPACE : symbol), nextAnchor(table, anchor, symbol));
  });
  const other = entries[OTHER] ?? 0;
  table.moves.fill(other, row + ARABIC, row + leadClass);
  for (let symbol = 0; symbol < ARABIC; symbol++) table.moves[row + symbol] = entries[symbol] ?? other;
  if (first) fillLeads(table, row, other);
  for (let symbol = 0; symbol < symbolCount; symbol++) {
    const shared = !first && symbol !== IGNORED && nextAnchor(table, anchor, symbol) === nextAnchor(table, 0, symbol);
    if (!shared) writeSpellings(table, row, [spellingsOf[symbol], entries[symbol] ?? other], firstOwn);
  }
}

/** The row of any other node: that of its fall-back, with its own children written over. */
function fillNode(table: Table, row: number, node: number, anchor: number): void {
  const { trie } = table;
  const base = stateOf(table, trie.fail[node] ?? 0, anchor);
  fill(table, base);
  table.moves.copyWithin(row, base * stride, (base + 1) * stride);
  const firstOwn = table.count;
  if (trie.symbol[node] === SPACE) {
    // A run of separators is one: nothing ends a second time.
    for (const symbol of boundaries) table.moves[row + symbol] = stateOf(table, node, nextAnchor(table, anchor, symbol)) * stride;
  }
  const ignored = (node === border ? spellingsOf : spellingsInTerm)[IGNORED];
  if (keepsIgnored(trie, node)) writeSpellings(table, row, [ignored, stateOf(table, node, anchor) * stride], firstOwn);
  for (let child = trie.firstChild[node] ?? 0; child !== 0; child = trie.nextSibling[child] ?? 0) {
    const symbol = trie.symbol[child] ?? 0;
    for (const spelled of symbol === SPACE ? boundaries : [symbol]) {
      const entry = entryTo(table, child, nextAnchor(table, anchor, spelled));
      if (spelled < ARABIC) table.moves[row + spelled] = entry;
      if (!isLatin(spelled) || trie.accent[child] === 1) writeSpellings(table, row, [spellingsInTerm[spelled], entry], firstOwn);
    }
  }
}

function fill(table: Table, id: number): void {
  if (table.status[id] === statusFilled) return;
  table.status[id] = statusFilled;
  const node = table.nodeOf[id] ?? 0;
  const anchor = table.anchorOf[id] ?? 0;
  if (node === 0) fillRoot(table, id * stride, anchor);
  else fillNode(table, id * stride, node, anchor);
}

/** Builds the table. Takes tens of milliseconds for thousands of terms. */
export function buildAutomaton(trie: Trie, anchors: AnchorAutomaton): Automaton {
  const capacity = 3 * trie.count + 10 * anchors.count + 64;
  const table: Table = {
    trie,
    anchors,
    moves: new Int32Array(capacity * stride),
    count: 0,
    nodeOf: new Int32Array(capacity),
    anchorOf: new Uint16Array(capacity),
    status: new Uint8Array(capacity),
    ids: new Map(),
    queue: [],
  };
  for (const lead of plainLeads) table.status[lead / stride] = statusLead;
  for (const _ of plainLeads) addState(table, 0, 0);
  fill(table, stateOf(table, 0, 0));
  const start = stateOf(table, findChild(trie, 0, SPACE), 0);
  for (let id = table.queue.pop(); id !== undefined; id = table.queue.pop()) fill(table, id);
  return {
    moves: table.moves.subarray(0, table.count * stride),
    classOf: classifyBytes(),
    stride,
    start: start * stride,
    nodeOf: table.nodeOf.subarray(0, table.count),
    anchorOf: table.anchorOf.subarray(0, table.count),
  };
}
