/** Reads a facts file; what keeps it from being one is told at its line, with the keys and values there are. */
import { LineCounter, parseDocument } from 'yaml';
import { factKeysSchema, factsSchema, type Facts } from './facts.ts';
import { describeSchemaIssue, makeIssue, makeLocator, type RegisterIssue } from './register-issue.ts';
import { keysAt } from './schema-keys.ts';

export interface FactsCheck {
  /** null if there is any issue. */
  readonly facts: Facts | null;
  readonly issues: readonly RegisterIssue[];
}

/** Reads facts from YAML or JSON. */
export function checkFacts(text: string): FactsCheck {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const locator = makeLocator(document.contents, lines);
  const [broken] = document.errors;
  if (broken !== undefined) {
    const { line, col } = lines.linePos(broken.pos[0]);
    const detail = broken.message.replace(/\.$/, '');
    return { facts: null, issues: [{ ...makeIssue('yaml-broken', [], locator, { params: { detail } }), line, column: col }] };
  }
  const value: unknown = document.toJS();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { facts: null, issues: [makeIssue('not-facts', [], locator)] };
  }
  const parsed = factsSchema.safeParse(value, { reportInput: true });
  if (parsed.success) return { facts: parsed.data, issues: [] };
  const issues = parsed.error.issues.flatMap((issue) =>
    describeSchemaIssue(issue, locator, (path) => keysAt(factKeysSchema, path)),
  );
  return { facts: null, issues: issues.toSorted((a, b) => a.line - b.line || a.column - b.column) };
}
