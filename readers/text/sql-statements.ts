/** What the words of a SQL dump say: which table rows go to, and how its columns are called. */

const identifier = String.raw`(?:\x60[^\x60]+\x60|"(?:[^"]|"")+"|\[[^\]]+\]|[\p{L}_][\p{L}\p{N}_$]*)`;
const table = String.raw`(${identifier}(?:\s*\.\s*${identifier})*)`;
const columns = String.raw`(?:\s*\(([^()]*)\))?`;
const insert = new RegExp(
  String.raw`^(?:INSERT|REPLACE)\s+(?:(?:LOW_PRIORITY|DELAYED|HIGH_PRIORITY|IGNORE|OR\s+\w+)\s+)*(?:INTO\s+)?${table}${columns}\s*(?:OVERRIDING\s+\w+\s+VALUE\s*)?VALUES?\s*(?=\()`,
  'iu',
);
const copy = new RegExp(String.raw`^COPY\s+${table}${columns}\s+FROM\s+stdin\b[^\n;]*;[ \t\r]*\n`, 'iu');
const create = new RegExp(String.raw`^CREATE\s+(?:\w+\s+)*TABLE\s+(?:IF\s+NOT\s+EXISTS\s+)?${table}\s*\(`, 'iu');
const constraints = /^(?:PRIMARY|UNIQUE|KEY|INDEX|CONSTRAINT|FOREIGN|CHECK|FULLTEXT|SPATIAL|EXCLUDE|LIKE)\b/iu;
const firstName = new RegExp(`^${identifier}`, 'u');

/** A table with the columns its rows are given in. */
export interface SqlRows {
  readonly kind: 'values' | 'copy';
  readonly table: string;
  /** Null where the statement names none. */
  readonly columns: readonly string[] | null;
  /** Length of the statement before its first row, in UTF-16 units. */
  readonly length: number;
}

const bare = (name: string): string =>
  name
    .trim()
    .replaceAll(/^[\x60"[]|[\x60"\]]$/gu, '')
    .replaceAll('""', '"');
/** The table alone: a dump is of one schema nearly always, and its name says nothing of the rows. */
const tableName = (name: string): string => bare(new RegExp(`${identifier}$`, 'u').exec(name)?.[0] ?? name);

/** Reads the words before rows, or null if no rows follow. */
export function readRowsHead(text: string): SqlRows | null {
  const values = insert.exec(text);
  const found = values ?? copy.exec(text);
  if (found === null) return null;
  const [head, name = '', list] = found;
  return {
    kind: values === null ? 'copy' : 'values',
    table: tableName(name),
    columns: list === undefined ? null : list.split(',').map(bare),
    length: head.length,
  };
}

const strings = /'(?:[^'\\]|\\.|'')*'/gsu;

/** Parts of a list between its outermost commas; strings in it are left out. */
function splitList(written: string): string[] {
  const list = written.replaceAll(strings, '');
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < list.length; i++) {
    const character = list[i];
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (character === ',' && depth === 0) {
      parts.push(list.slice(start, i));
      start = i + 1;
    }
  }
  return [...parts, list.slice(start)];
}

/** The columns a CREATE TABLE names, or null for another statement. */
export function readTable(statement: string): { readonly table: string; readonly columns: readonly string[] } | null {
  const found = create.exec(statement);
  if (found === null) return null;
  const list = statement.slice(found[0].length, Math.max(found[0].length, statement.lastIndexOf(')')));
  const names = splitList(list)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !constraints.test(part))
    .flatMap((part) => firstName.exec(part)?.[0] ?? []);
  return { table: tableName(found[1] ?? ''), columns: names.map(bare) };
}
