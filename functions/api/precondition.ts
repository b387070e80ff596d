/** Revisions in headers: `ETag` out, `If-Match` in (RFC 9110, 13.1). */
import { Problem } from './problem.ts';
import type { RawRequest } from './route.ts';

export function writeTag(revision: number): string {
  return `"${revision}"`;
}

/** The revision that `If-Match` names. Throws a `Problem`: required, or unreadable. */
export function readExpected(header: RawRequest['header']): number {
  const match = header('if-match');
  if (match === null) {
    throw new Problem(
      'precondition-required',
      'Send the ETag of the thing as you last read it in `If-Match`, so that no change of others is lost',
    );
  }
  const revision = /^"?(\d{1,15})"?$/.exec(match.trim())?.[1];
  if (revision === undefined)
    throw new Problem('bad-precondition', '`If-Match` takes exactly one ETag as we gave it, for example "3"');
  return Number(revision);
}

/** As `readExpected`; `If-None-Match: *` means that the thing must not exist yet, and gives 0. */
export function readExpectedOrNew(header: RawRequest['header']): number {
  const noneMatch = header('if-none-match');
  if (noneMatch === null) {
    if (header('if-match') !== null) return readExpected(header);
    throw new Problem(
      'precondition-required',
      'Send the ETag you last read in `If-Match` to change it, or `If-None-Match: *` to make a new one',
    );
  }
  if (noneMatch.trim() !== '*' || header('if-match') !== null) {
    throw new Problem('bad-precondition', '`If-None-Match` takes only `*`, and not together with `If-Match`');
  }
  return 0;
}

/** The answer to a precondition that does not hold. */
export function refuseStale(expected: number, current: number): Problem {
  const now = current === 0 ? 'it does not exist (any more)' : `it has revision ${current} now`;
  const then = expected === 0 ? 'it was to be made new' : `revision ${expected} was expected`;
  return new Problem(
    'precondition-failed',
    `${then[0]?.toUpperCase()}${then.slice(1)}, but ${now}; read it again, merge, and send that`,
    { current },
  );
}
