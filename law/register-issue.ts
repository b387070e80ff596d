/** One thing wrong with a register file, at its line, in one plain sentence. */
import type { $ZodIssue } from 'zod/v4/core';
import type { LineCounter, Node, ParsedNode } from 'yaml';
import { isMap, isNode, isPair, isScalar, isSeq } from 'yaml';
import type { GapKind, Parameters } from './contract.ts';
import { fillText, inAllLanguages, type Rendered } from './text.ts';
import { issueSentences, type IssueCode } from './text/register-issues.ts';

/** error = not a register; the others are faults under the law: `warning` asks for something, `note` tells. */
export type IssueSeverity = 'error' | 'warning' | 'note';

export interface RegisterIssue {
  /** `treatments[0].retention.period`; '' = the file. */
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly severity: IssueSeverity;
  readonly code: IssueCode | GapKind;
  readonly text: Rendered;
}

export type Path = readonly (string | number)[];

/** Where in the file a path stands, or the nearest thing above it that exists. */
export interface Locator {
  locate(path: Path): { readonly line: number; readonly column: number };
}

function childOf(node: Node | null, key: string | number): { readonly at: Node; readonly value: Node | null } | null {
  if (isSeq(node) && typeof key === 'number') {
    const item = node.items[key];
    return isNode(item) ? { at: item, value: item } : null;
  }
  if (!isMap(node)) return null;
  const pair = node.items.find((one) => isPair(one) && isScalar(one.key) && String(one.key.value) === String(key));
  if (pair === undefined || !isNode(pair.key)) return null;
  return { at: pair.key, value: isNode(pair.value) ? pair.value : null };
}

/** Finds lines and columns in a parsed document. */
export function makeLocator(root: ParsedNode | null, lines: LineCounter): Locator {
  return {
    locate(path) {
      let node: Node | null = root;
      let offset = root?.range?.[0] ?? 0;
      for (const key of path) {
        const child = childOf(node, key);
        if (child === null) break;
        offset = child.at.range?.[0] ?? offset;
        node = child.value;
      }
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(1, line), column: Math.max(1, col) };
    },
  };
}

/** `treatments[0].stores[1]` */
export function writePath(path: Path): string {
  return path.map((key, index) => (typeof key === 'number' ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}

/** Makes an issue whose sentence comes from its code. */
export function makeIssue(
  code: IssueCode,
  path: Path,
  locator: Locator,
  { severity = 'error', params = {} }: { readonly severity?: IssueSeverity; readonly params?: Parameters } = {},
): RegisterIssue {
  const shown = writePath(path);
  const text = inAllLanguages((language) => fillText(issueSentences[code], { path: shown, ...params }, language));
  return { path: shown, ...locator.locate(path), severity, code, text };
}

const asPath = (path: readonly PropertyKey[]): Path => path.map((key) => (typeof key === 'number' ? key : String(key)));

function formatCode(issue: $ZodIssue, key: string): IssueCode {
  if (issue.code !== 'invalid_format') return 'wrong-type';
  if (issue.format === 'date') return 'not-a-date';
  return key === 'id' ? 'not-an-id' : 'not-a-state';
}

/** One zod issue in our words. `knownKeys` tells the keys of an object at a path. */
export function describeSchemaIssue(
  issue: $ZodIssue,
  locator: Locator,
  knownKeys: (path: Path) => readonly string[],
): readonly RegisterIssue[] {
  const path = asPath(issue.path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      makeIssue('unknown-key', [...path, key], locator, { params: { key, known: knownKeys(path) } }),
    );
  }
  if (issue.code === 'invalid_type') {
    const absent = issue.input === undefined;
    return [makeIssue(absent ? 'key-missing' : 'wrong-type', path, locator, { params: { expected: issue.expected } })];
  }
  if (issue.code === 'invalid_value') {
    if (issue.input === undefined) return [makeIssue('key-missing', path, locator)];
    return [makeIssue('not-one-of', path, locator, { params: { known: issue.values.map(String) } })];
  }
  if (issue.code === 'too_small' || issue.code === 'too_big') return [makeIssue('out-of-range', path, locator)];
  return [makeIssue(formatCode(issue, String(path.at(-1))), path, locator, { params: { expected: 'text' } })];
}
