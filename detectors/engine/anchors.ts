/**
 * Compiles anchors, bounded patterns over symbols, into one small deterministic automaton. Syntax: literals, `\d` digit,
 * `\l` Latin letter, classes `[…]` and `[^…]`, groups with `|`, and the repetitions `?`, `{n}`, `{m,n}`. Nothing unbounded.
 */
import { IGNORED, NEWLINE, isDigit, isLatin, symbolCount, symbolOf } from './symbols.ts';

type Node =
  | { readonly kind: 'set'; readonly symbols: ReadonlySet<number> }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Node[] }
  | { readonly kind: 'repeat'; readonly part: Node; readonly least: number; readonly most: number };

/** The compiled patterns. A state is made when it is first come to. */
export interface AnchorAutomaton {
  /** After a line break. */
  readonly start: number;
  /** Indices of the anchors that end in each state. */
  readonly accepts: readonly (readonly number[])[];
  /** The state behind a symbol. */
  next(state: number, symbol: number): number;
}

const allSymbols = Array.from({ length: symbolCount }, (_, symbol) => symbol).filter((symbol) => symbol !== IGNORED);

class AnchorSyntaxError extends Error {
  override readonly name = 'AnchorSyntaxError';
}

/** Reads one pattern; throws `AnchorSyntaxError` where it is not well formed. */
function parseAnchor(source: string): Node {
  let at = 0;
  const fail = (what: string): never => {
    throw new AnchorSyntaxError(`Anchor ${source}: ${what} at ${at}`);
  };

  function readEscape(): number[] {
    const code = source[at++];
    if (code === 'd') return allSymbols.filter(isDigit);
    if (code === 'l') return allSymbols.filter(isLatin);
    return code === undefined ? fail('nothing after a backslash') : [symbolOf(code.charCodeAt(0))];
  }

  function readClass(): Node {
    const negated = source[at] === '^';
    if (negated) at++;
    const symbols = new Set<number>();
    while (source[at] !== ']') {
      const character = source[at++] ?? fail('class is not closed');
      if (character === '\\') for (const symbol of readEscape()) symbols.add(symbol);
      else if (source[at] === '-' && source[at + 1] !== ']') {
        const last = source.charCodeAt(at + 1);
        for (let point = character.charCodeAt(0); point <= last; point++) symbols.add(symbolOf(point));
        at += 2;
      } else symbols.add(symbolOf(character.charCodeAt(0)));
    }
    at++;
    return { kind: 'set', symbols: negated ? new Set(allSymbols.filter((symbol) => !symbols.has(symbol))) : symbols };
  }

  function readRepeat(part: Node): Node {
    if (source[at] === '?') {
      at++;
      return { kind: 'repeat', part, least: 0, most: 1 };
    }
    const counts = /^\{(\d+)(?:,(\d+))?\}/.exec(source.slice(at));
    if (counts === null) return part;
    at += counts[0].length;
    return { kind: 'repeat', part, least: Number(counts[1]), most: Number(counts[2] ?? counts[1]) };
  }

  function readAtom(): Node {
    const character = source[at++];
    if (character === '(') {
      const group = readChoice();
      if (source[at++] !== ')') fail('group is not closed');
      return group;
    }
    if (character === '[') return readClass();
    if (character === '\\') return { kind: 'set', symbols: new Set(readEscape()) };
    return { kind: 'set', symbols: new Set([symbolOf((character ?? fail('pattern ends')).charCodeAt(0))]) };
  }

  function readChoice(): Node {
    const choices: Node[] = [];
    do {
      const parts: Node[] = [];
      while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(readRepeat(readAtom()));
      choices.push({ kind: 'sequence', parts });
    } while (source[at] === '|' && at++ >= 0);
    return choices.length === 1 ? (choices[0] as Node) : { kind: 'choice', parts: choices };
  }

  const node = readChoice();
  return at === source.length ? node : fail('unexpected character');
}

interface Place {
  readonly symbols: ReadonlySet<number> | null;
  readonly next: readonly number[];
  readonly anchor: number;
}

/** Lays a pattern out backwards, as places that know their followers; returns the places it can start from. */
function layOut(node: Node, followers: readonly number[], places: Place[]): readonly number[] {
  if (node.kind === 'set') return [places.push({ symbols: node.symbols, next: followers, anchor: -1 }) - 1];
  if (node.kind !== 'repeat') {
    if (node.kind === 'sequence') return node.parts.reduceRight((rest, part) => layOut(part, rest, places), followers);
    return node.parts.flatMap((part) => layOut(part, followers, places));
  }
  let starts = followers;
  for (let turn = node.most; turn > 0; turn--) {
    const inner = layOut(node.part, starts, places);
    starts = turn > node.least ? [...inner, ...followers] : inner;
  }
  return starts;
}

/** Symbols no pattern tells apart share a class: the construction then looks at tens of classes, not a hundred symbols. */
function classify(places: readonly Place[]): { readonly classOf: number[]; readonly samples: number[] } {
  const classes = new Map<string, number>();
  const samples: number[] = [];
  const sets = [...new Set(places.flatMap(({ symbols }) => symbols ?? []))];
  const classOf = Array.from({ length: symbolCount }, (_, symbol) => {
    const key = sets.map((symbols) => (symbols.has(symbol) ? 1 : 0)).join('');
    const known = classes.get(key);
    if (known !== undefined) return known;
    classes.set(key, samples.length);
    return samples.push(symbol) - 1;
  });
  return { classOf, samples };
}

/** Makes the step of the set of live places over a symbol: which places are live after it. */
function makeStep(places: readonly Place[], starts: readonly number[]): (live: readonly number[], symbol: number) => number[] {
  const reached = new Uint32Array(places.length);
  let turn = 0;
  return (live, symbol) => {
    const next: number[] = [];
    turn++;
    for (const list of [starts, live]) {
      for (const index of list) {
        const place = places[index];
        if (place?.symbols?.has(symbol) !== true) continue;
        for (const follower of place.next) {
          if (reached[follower] !== turn) next.push(follower);
          reached[follower] = turn;
        }
      }
    }
    return next.toSorted((a, b) => a - b);
  };
}

/** Compiles the anchors; the index of each in `sources` is the number it is accepted under. */
export function compileAnchors(sources: readonly string[]): AnchorAutomaton {
  const places: Place[] = [];
  const starts = sources.flatMap((source, anchor) => {
    const end = places.push({ symbols: null, next: [], anchor }) - 1;
    return layOut(parseAnchor(source), [end], places);
  });
  const { classOf, samples } = classify(places);
  const step = makeStep(places, starts);
  const known = new Map<string, number>();
  const lives: number[][] = [];
  const rows: Int32Array[] = [];
  const accepts: number[][] = [];
  const add = (live: number[]): number => {
    const key = live.join();
    const old = known.get(key);
    if (old !== undefined) return old;
    known.set(key, lives.length);
    rows.push(new Int32Array(samples.length).fill(-1));
    accepts.push(live.flatMap((index) => (places[index]?.symbols === null ? [places[index].anchor] : [])));
    return lives.push(live) - 1;
  };
  return {
    start: add(step([], NEWLINE)),
    accepts,
    next(state, symbol) {
      if (symbol === IGNORED) return state;
      const at = classOf[symbol] ?? 0;
      const row = rows[state];
      let next = row?.[at] ?? -1;
      if (next < 0) {
        next = add(step(lives[state] ?? [], samples[at] ?? 0));
        if (row !== undefined) row[at] = next;
      }
      return next;
    },
  };
}
