/** YAML: keys and lists as paths, like those of JSON. Anchors are read where they stand; what refers to them is not expanded. */
import type { CST, Parser } from 'yaml';
import { addCell, addEscapedCell } from '../cells.ts';
import type { TextFormat } from '../contract.ts';
import { fieldOf } from './json-path.ts';
import { openText } from '../text-stream.ts';
import { readTokens } from '../token-blocks.ts';
import type { Tokens } from '../token-blocks.ts';
import { unread } from '../unread.ts';
import { findCut, linesOf, openLevelsAt } from './yaml-cut.ts';
import { yamlEscapes } from './yaml-escapes.ts';
import type { Spelling } from './yaml-escapes.ts';
import { startYamlRun, visitMarks, visitValue } from './yaml-run.ts';
import type { Stretch, YamlRun } from './yaml-run.ts';

const extensions = new Set(['yaml', 'yml']);
/** The tokens of a stretch take some sixty times its length. */
const maxStretchBytes = 1024 * 1024;

type Parse = (text: string) => Iterable<CST.Token>;

function visitDocument(stretch: Stretch, document: CST.Document): void {
  const { run } = stretch;
  if (document.offset - stretch.shift >= stretch.end) return;
  if (!run.isContinued) {
    if (run.hasDocument) run.key.record++;
    run.hasElement = false;
    run.records = null;
  }
  run.hasDocument = true;
  visitMarks(stretch, document.start);
  if (document.value !== undefined) visitValue(stretch, document.value, run.tree.root, 0);
  visitMarks(stretch, document.end);
}

function visitStretch(stretch: Stretch, tokens: readonly CST.Token[]): void {
  const { run } = stretch;
  for (const token of tokens) {
    if (token.type === 'document') {
      visitDocument(stretch, token);
      run.open = [];
      run.isContinued = false;
    } else visitMarks(stretch, token.type === 'doc-end' ? token.end : [token]);
  }
}

/** A byte of a word: what stands between words is no content. */
const isWordByte = (byte: number): boolean =>
  byte >= 0x80 || (byte >= 0x30 && byte <= 0x39) || ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a);

/** Words that belong to nothing that was understood: they break the rules and are read all the same, line by line. */
function addLeftOver(run: YamlRun, bytes: Uint8Array, from: number, to: number): void {
  for (let at = from; at < to;) {
    const newline = bytes.subarray(at, to).indexOf(0x0a);
    const end = newline === -1 ? to : at + newline;
    if (bytes.subarray(at, end).some(isWordByte)) {
      run.isBroken = true;
      run.key.field = fieldOf(run.tree, run.tree.root);
      addCell(run.cells, at, end, run.key);
    }
    at = end + 1;
  }
}

/** Puts the cells found in order; gives the spellings of those that are not written as they read. */
function keepFound(run: YamlRun, { found, bytes, end }: Stretch): Map<number, Spelling> {
  const { cells, key } = run;
  const { record } = key;
  const spellings = new Map<number, Spelling>();
  let last = 0;
  for (const one of found.toSorted((a, b) => a.start - b.start)) {
    if (one.start >= end) break;
    if (one.start < last) continue;
    addLeftOver(run, bytes, last, one.start);
    last = one.end;
    if (one.field === null) continue;
    Object.assign(key, { field: one.field, record: one.record });
    if (one.spelling !== null) spellings.set(one.start, one.spelling);
    (one.spelling === null ? addCell : addEscapedCell)(cells, one.start, one.end, key);
  }
  addLeftOver(run, bytes, last, end);
  key.record = record;
  return spellings;
}

function createTokens(run: YamlRun, parse: Parse): Tokens {
  const tokens = {
    cells: run.cells,
    names: run.tree.names,
    escapes: yamlEscapes(new Map()),
    tokenise(window: Uint8Array, isEnded: boolean): number {
      // Only whole lines, and no more than fits.
      const seen = isEnded && window.length <= maxStretchBytes ? window : window.subarray(0, maxStretchBytes);
      const isLast = seen.length === window.length && isEnded;
      const bytes = isLast ? seen : seen.subarray(0, seen.lastIndexOf(0x0a) + 1);
      const opening = linesOf(run.open);
      // A byte a character: the tokens of YAML are ASCII, and places stay places of bytes.
      const text = opening + Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
      const found = [...parse(text)];
      const cut = isLast ? { at: text.length, around: [] } : findCut(found, text, opening.length, run.maxDepth);
      if (cut.at === 0) return 0;
      const open = new Set(cut.around.map(({ collection }) => collection));
      const stretch: Stretch = { run, bytes, shift: opening.length, end: cut.at - opening.length, open, found: [] };
      const before = run.open;
      visitStretch(stretch, found);
      run.open = before;
      run.open = openLevelsAt(stretch, cut);
      run.isContinued = cut.around.length > 0;
      tokens.escapes = yamlEscapes(keepFound(run, stretch));
      return stretch.end;
    },
  };
  return tokens;
}

const start = /^(?:%YAML |---(?:\s|$))/u;
const line = /^\s*(?:#.*|---.*|(?:- +)*(?:-|["']?[\p{L}_][^:#]{0,80}:(?: .*)?)|- .*|)\s*$/u;

/** True if nearly all of the first lines look like YAML, and some have a key. */
function looksLikeYaml(head: string): boolean {
  const lines = head.split(/\r?\n/u).slice(0, 60);
  const fitting = lines.filter((one) => line.test(one)).length;
  return fitting * 10 >= lines.length * 9 && lines.some((one) => /^\s*(?:- +)?[^\s:#][^:#]*:(?:\s|$)/u.test(one));
}

export const yamlFormat: TextFormat = {
  id: 'yaml',
  recognises({ text, extension }) {
    if (text === null) return false;
    const head = Buffer.from(text.subarray(0, 4096)).toString('utf8');
    if (extensions.has(extension)) return /^\s*(?:- |[^\s].*:(?:\s|$)|-$|[{[]|#|%|---)/mu.test(head);
    return extension !== 'md' && start.test(head) && looksLikeYaml(head);
  },
  async *read(source, limits) {
    const { Parser: OfTokens } = (await import('yaml')) as { Parser: new () => Parser };
    const stream = openText(source);
    const run = startYamlRun(limits.maxJsonDepth);
    try {
      const tokens = createTokens(run, (text) => new OfTokens().parse(text));
      yield* readTokens(stream, tokens, { ...limits, maxCellBytes: Math.min(limits.maxCellBytes, maxStretchBytes) });
      if (run.isTooDeep)
        yield unread('UNABLE_TO_PARSE_FILE', `what is nested more than ${limits.maxJsonDepth} deep was read without paths`);
      if (run.isBroken) yield unread('MALFORMED_FILE', 'what breaks the rules of YAML was read without paths');
    } finally {
      await stream.close();
    }
  },
};
