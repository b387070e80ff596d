/** The YAML text of a file: its entries with their lines, and what is wrong with its shape. */
import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { CustomFileEntries, customFileSchema } from './schema.ts';

/** One fault of the file: where, and what to do. Never a value of an example. */
export interface CustomIssue {
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

export type Path = readonly PropertyKey[];
type Position = Pick<CustomIssue, 'line' | 'column'>;

export interface Located {
  readonly entries: CustomFileEntries;
  locate(path: Path): Position;
}

export const inOrder = (issues: readonly CustomIssue[]): readonly CustomIssue[] =>
  issues.toSorted((a, b) => a.line - b.line || a.column - b.column);

type YamlDocument = ReturnType<typeof parseDocument>;

/** Finds the place of a path: of its last key where it has one, else of the nearest thing around it. */
function makeLocator(document: YamlDocument, lines: LineCounter): (path: Path, key?: string) => Position {
  const toPosition = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  return (path, key) => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (!isNode(node) || !node.range) continue;
      const pair =
        key !== undefined && isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
      const at = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
      return toPosition(at ?? node.range[0]);
    }
    return { line: 1, column: 1 };
  };
}

/** A path as people write it: `detectors 2, pattern`. */
const writePath = (path: Path): string =>
  path
    .map((part) => (typeof part === 'number' ? ` ${part + 1}` : `, ${String(part)}`))
    .join('')
    .replace(/^, /, '') || 'the file';

const kinds: Readonly<Record<string, string>> = {
  string: 'a text (in quotes where it looks like a number)',
  array: 'a list',
  object: 'a block of keys',
  int: 'a whole number',
  number: 'a number',
};

/** Keys that the schema knows at a path. */
function keysAt(schema: typeof customFileSchema, path: Path): readonly string[] {
  const { detectors, allow } = schema.shape;
  if (path.length === 0) return Object.keys(schema.shape);
  if (path[0] === 'detectors') return Object.keys(detectors.unwrap().element.shape);
  return path[0] === 'allow' ? Object.keys(allow.unwrap().element.shape) : [];
}

type SchemaIssue = z.core.$ZodIssue;

function describe(issue: SchemaIssue, schema: typeof customFileSchema): string {
  const where = writePath(issue.path);
  if ((issue.code === 'invalid_type' || issue.code === 'invalid_value') && issue.input === undefined)
    return `${where} is missing; add it`;
  if (issue.code === 'invalid_type') return `${where} is not ${kinds[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `${where} is none of ${issue.values.map(String).join(', ')}`;
  if (issue.code !== 'unrecognized_keys') return `${where} ${issue.message}`;
  const known = keysAt(schema, issue.path);
  return `${where}: unknown key ${issue.keys.join(', ')}${known.length > 0 ? `; known are ${known.join(', ')}` : ''}`;
}

/** Reads a text against the schema; a list of issues where it does not hold. */
export function readFile(yamlText: string, schema: typeof customFileSchema): Located | readonly CustomIssue[] {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false });
  const locate = makeLocator(document, lines);
  const broken: CustomIssue[] = [];
  const tell = (offset: number, text: string): void => {
    const { line, col } = lines.linePos(offset);
    broken.push({ line, column: col, text });
  };
  for (const { pos, message } of document.errors) tell(pos[0], `no YAML: ${message.replace(/\.$/, '')}`);
  // Aliases of aliases grow without end when they are written out.
  visit(document, {
    Alias: (_, { range }) => tell(range?.[0] ?? 0, 'an alias stands for another part of the file; write that out'),
  });
  if (broken.length > 0) return inOrder(broken);
  const parsed = schema.safeParse(document.toJS(), { reportInput: true });
  if (parsed.success) return { entries: parsed.data, locate };
  return inOrder(
    parsed.error.issues.map((issue) => ({
      ...locate(issue.path, issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined),
      text: describe(issue, schema),
    })),
  );
}
