// Runs before `npm start`, `npm test` and `npm run check`: installs the packages where they are missing, and makes the command line's bundle.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { isBundleFresh, makeBundle } from './bundle.js';

if (!existsSync(new URL('../node_modules/.package-lock.json', import.meta.url))) {
  process.stderr.write('Installing packages with npm ci …\n');
  const done = spawnSync(process.execPath, [process.env.npm_execpath, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: new URL('..', import.meta.url),
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
if (!isBundleFresh()) await makeBundle();
