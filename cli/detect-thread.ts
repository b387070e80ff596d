/** A thread of `kashf detect`. */
import { loadScanner } from './custom-detectors.ts';
import { type DetectAnswer, makeDetectRun, type ThreadData } from './detect-job.ts';
import { serveJobs } from './ordered-pool.ts';

serveJobs(
  ({ key, detectors, settings }: ThreadData) => makeDetectRun(loadScanner(detectors), key, settings),
  (answer: DetectAnswer) => (answer.kind === 'lines' ? answer.lines.length : 0),
);
