/** Processor time, which is the same whatever else the machine does (but for what shares its caches). */

/** Runs and returns megabytes a second of processor time, of this process and its threads. */
export async function rateOf(bytes: number, run: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return bytes / (user + system);
}

/** Adds up the processor time of pieces of work, in microseconds. */
export interface Stopwatch {
  run(work: () => void): void;
  microseconds(): number;
}

export function makeStopwatch(): Stopwatch {
  let sum = 0;
  return {
    run: (work) => {
      const start = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(start);
      sum += user + system;
    },
    microseconds: () => sum,
  };
}

/**
 * Processor time of a run piece by piece, over several runs; of each piece the least counts, so that a busy moment of the machine,
 * which meets some pieces of a run, is not in the sum.
 */
export interface Pieces {
  /** The next piece is the first of a run. */
  restart(): void;
  begin(): void;
  end(): void;
  /** Microseconds of all pieces. */
  sum(): number;
}

export function makePieces(): Pieces {
  const least: number[] = [];
  let index = 0;
  let start = process.cpuUsage();
  return {
    restart: () => {
      index = 0;
    },
    begin: () => {
      start = process.cpuUsage();
    },
    end: () => {
      const { user, system } = process.cpuUsage(start);
      least[index] = Math.min(least[index] ?? Number.POSITIVE_INFINITY, user + system);
      index++;
    },
    sum: () => least.reduce((sum, time) => sum + time, 0),
  };
}
