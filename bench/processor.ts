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
