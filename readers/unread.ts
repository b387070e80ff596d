import type { SkipReason, Unread } from './contract.ts';

/** What a reader says about something it could not read; `detail` is in our words and holds no text of the input. */
export function unread(reason: SkipReason, detail: string): Unread {
  return { kind: 'unread', reason, detail };
}
