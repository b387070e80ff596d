/**
 * The patterns of custom detectors: regular expressions without anything that would need to go back over the text, so that a match
 * takes time in proportion to its length. Syntax: literals, classes `[…]`, `.`, `\d` `\s` `\w` and their opposites, groups, `|`, the
 * repetitions `?` `*` `+` `{n}` `{m,n}` `{m,}`, and `(?i)` at the start. A value always stands free, so there is no `^`, `$` or `\b`.
 */
import { PatternError, type Pattern } from './pattern.ts';
import { bothCases, complement, lineBreaks, namedPoints, type Points, single, unite } from './points.ts';

/** The most that a count in braces may be. */
const mostCounted = 200;
const anyCase = '(?i)';
const noBorder = 'a border is asked for; leave it out, for a value always stands free';

const counts: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['?', [0, 1]],
  ['*', [0, Infinity]],
  ['+', [1, Infinity]],
]);

class PatternReader {
  readonly #characters: readonly string[];
  readonly #ignoresCase: boolean;
  #at: number;

  constructor(source: string) {
    this.#characters = [...source];
    this.#ignoresCase = source.startsWith(anyCase);
    this.#at = this.#ignoresCase ? anyCase.length : 0;
  }

  read(): Pattern {
    const pattern = this.#readChoice();
    if (this.#next !== '') this.#fail('a group is closed that was not opened; remove `)` or escape it with a backslash');
    return pattern;
  }

  /** The next character; '' at the end. */
  get #next(): string {
    return this.#characters[this.#at] ?? '';
  }

  #fail(what: string): never {
    const place = Math.max(0, Math.min(this.#at, this.#characters.length - 1)) + 1;
    throw new PatternError(`at character ${place} of the pattern ${what}`);
  }

  #makeSet(points: Points): Pattern {
    return { kind: 'set', points: this.#ignoresCase ? bothCases(points) : points };
  }

  #readChoice(): Pattern {
    const options: Pattern[] = [];
    for (;;) {
      const parts: Pattern[] = [];
      while (!['', '|', ')'].includes(this.#next)) parts.push(this.#readPiece());
      options.push(parts.length === 1 ? (parts[0] as Pattern) : { kind: 'sequence', parts });
      if (this.#next !== '|') break;
      this.#at++;
    }
    return options.length === 1 ? (options[0] as Pattern) : { kind: 'choice', parts: options };
  }

  #readPiece(): Pattern {
    const part = this.#readAtom();
    const range = this.#readCounts();
    if (range === null) return part;
    if (/[?*+{]/.test(this.#next))
      this.#fail('a repetition is repeated; a value is as long as it can be, so leave out the second sign');
    return { kind: 'repeat', part, least: range[0], most: range[1] };
  }

  #readCounts(): readonly [least: number, most: number] | null {
    const simple = counts.get(this.#next);
    if (simple !== undefined) this.#at++;
    if (simple !== undefined || this.#next !== '{') return simple ?? null;
    const range = /^\{(\d{1,4})(,(\d{1,4})?)?\}/.exec(this.#characters.slice(this.#at, this.#at + 12).join(''));
    if (range === null) return this.#fail('a `{` begins no count; write `{3}`, `{2,4}`, or `\\{` for the sign');
    const least = Number(range[1]);
    const most = range[2] === undefined ? least : Number(range[3] ?? Infinity);
    if (most < least) this.#fail('a count ends below where it begins; turn it round');
    if (least > mostCounted || (most > mostCounted && most !== Infinity)) {
      this.#fail(`a count is above ${mostCounted}; no value is that long`);
    }
    this.#at += range[0].length;
    return [least, most];
  }

  #readAtom(): Pattern {
    const character = this.#next;
    if (/[*+?{]/.test(character))
      this.#fail(`nothing stands before \`${character}\` that could be repeated; escape it with a backslash`);
    if (/[\^$]/.test(character)) this.#fail(noBorder);
    this.#at++;
    if (character === '(') return this.#readGroup();
    if (character === '[') return this.#readClass();
    if (character === '.') return { kind: 'set', points: complement(lineBreaks) };
    return this.#makeSet(character === '\\' ? this.#readEscape() : single(character));
  }

  #readGroup(): Pattern {
    if (this.#next === '?') {
      if (this.#characters[this.#at + 1] !== ':') {
        this.#fail('a group looks ahead or behind, has a name or sets a flag; use `(…)`, and `(?i)` at the very start only');
      }
      this.#at += 2;
    }
    const group = this.#readChoice();
    if (this.#next !== ')') this.#fail('a group is not closed; add `)`');
    this.#at++;
    return group;
  }

  #readClass(): Pattern {
    const isNegated = this.#next === '^';
    if (isNegated) this.#at++;
    if (this.#next === ']') this.#fail('a class is empty; name what may stand there');
    const ranges: (readonly [number, number])[] = [];
    while (this.#next !== ']') ranges.push(...this.#readClassItem());
    this.#at++;
    const points = this.#ignoresCase ? bothCases(unite(ranges)) : unite(ranges);
    return { kind: 'set', points: isNegated ? complement(unite([...points, ...lineBreaks])) : points };
  }

  #readClassItem(): Points {
    if (this.#next === '[' && this.#characters[this.#at + 1] === ':') {
      this.#fail('a class has a name; list its characters, as in `[A-Z0-9]`');
    }
    const first = this.#readClassCharacter();
    const isRange = this.#next === '-' && ![']', undefined].includes(this.#characters[this.#at + 1]);
    if (!isRange) return first;
    this.#at++;
    const last = this.#readClassCharacter();
    const [from, to] = [first[0]?.[0] ?? 0, last[0]?.[0] ?? 0];
    if (first.length > 1 || last.length > 1 || first[0]?.[1] !== from || last[0]?.[1] !== to || from > to) {
      this.#fail('a range does not go from one character up to another; turn it round, or escape the `-`');
    }
    return [[from, to]];
  }

  #readClassCharacter(): Points {
    const character = this.#next;
    if (character === '') this.#fail('a class is not closed; add `]`');
    this.#at++;
    return character === '\\' ? this.#readEscape() : single(character);
  }

  #readEscape(): Points {
    const code = this.#next;
    if (code === '') this.#fail('nothing follows the backslash; write `\\\\` for a backslash');
    if (/[bBAzZ]/.test(code)) this.#fail(noBorder);
    if (/[1-9k]/.test(code))
      this.#fail('a group is referred to, which cannot be decided in linear time; write out what may stand there');
    if (/[pP]/.test(code)) this.#fail('a class of Unicode is named; list the letters instead, as in `[A-Za-zÀ-ÿ]` or `[ء-ي]`');
    const points = namedPoints[code.toLowerCase()];
    if (points === undefined && code !== 't' && /[a-z0]/i.test(code)) {
      this.#fail('an escape stands that there is not; leave out the backslash before a letter');
    }
    this.#at++;
    if (points === undefined) return single(code === 't' ? '\t' : code);
    return code === code.toLowerCase() ? points : complement(points);
  }
}

/** Reads a pattern. Throws `PatternError` where it is not well formed or asks for what takes more than linear time. */
export const parsePattern = (source: string): Pattern => new PatternReader(source).read();
