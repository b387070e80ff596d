/** Where the command line writes: findings on stdout, progress and complaints on stderr. */
export interface Output {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** True where stdout is a terminal: then the default format is a table. */
  readonly terminal: boolean;
  /** True where stderr is a terminal: then progress is shown. */
  readonly progress: boolean;
}

/** What ends a command before its end. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  /** 1 = could not (unreachable, I/O, denied); 2 = bad usage, missing path, broken register or facts. */
  readonly exitCode: 1 | 2;
  constructor(exitCode: 1 | 2, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

/** 0 = ran to the end; 3 = gaps, with `--fail-on-gap`; 4 = skips, with `--fail-on-skip`. 3 wins over 4. */
export type ExitCode = 0 | 3 | 4;
