/** Names in URIs: letters of every script stay readable, only what would be read as something else is percent-encoded. */

/** Escapes a path: spaces, controls, `%`, `#`, `?` and `\`; slashes stay. */
export function escapePath(path: string): string {
  return path.replace(/[\p{Cc}\s%#?\\]/gu, encodeURIComponent);
}

/** Escapes a name that stands between two slashes: as a path, and `/` and `@` too. */
export function escapeSegment(name: string): string {
  return escapePath(name).replace(/[/@]/g, encodeURIComponent);
}

/** Undoes both. Text that was never escaped comes back as it is. */
export function unescapeText(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
