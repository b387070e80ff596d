/** The names of an object's fields, each once, in order of first appearance. */

export interface FieldNames {
  readonly list: readonly string[];
  /** Index of a name, which is added if it is new. */
  add(name: string): number;
  /** Index of a name, if it was added. */
  find(name: string): number | undefined;
}

export function createFieldNames(): FieldNames {
  const list: string[] = [];
  const indexes = new Map<string, number>();
  return {
    list,
    find: (name) => indexes.get(name),
    add(name) {
      const known = indexes.get(name);
      if (known !== undefined) return known;
      indexes.set(name, list.length);
      return list.push(name) - 1;
    },
  };
}
