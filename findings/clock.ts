/** The time, as a port: pure code and tests get theirs from outside. */
export interface Clock {
  /** Now, UTC ISO 8601 with milliseconds. */
  now(): string;
}
