/** A thread of `kashf detect`. The command itself tried the examples of a custom file before it started any. */
import { loadScanner } from './custom-detectors.ts';
import { type DetectAnswer, makeDetectRun, type ThreadData } from './detect-job.ts';
import { serveJobs } from './ordered-pool.ts';

serveJobs(
  ({ key, detectors, settings }: ThreadData) => makeDetectRun(loadScanner(detectors, { tries: false }), key, settings),
  (answer: DetectAnswer) => (answer.kind === 'lines' ? answer.lines.length : 0),
);
