/** JSON paths of fields: `$.address.city`, `$.phones[*]`, `$['a b']`. */

/** Path of a member. A name that is no plain word is quoted. */
export function memberPath(path: string, name: string): string {
  if (/^[\p{L}_$][\p{L}\p{M}\p{N}_$-]*$/u.test(name)) return `${path}.${name}`;
  return `${path}['${name.replace(/['\\]/g, '\\$&')}']`;
}

/** Path of the elements of a list; all of them share it. */
export function elementPath(path: string): string {
  return `${path}[*]`;
}
