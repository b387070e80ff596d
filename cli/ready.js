// Runs before `npm start`, `npm test` and `npm run check`: installs the packages if they are not there yet.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

if (!existsSync(new URL('../node_modules/.package-lock.json', import.meta.url))) {
  process.stderr.write('Installing packages with npm ci …\n');
  const npm = process.env.npm_execpath;
  const done = spawnSync(process.execPath, [npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: new URL('..', import.meta.url),
    stdio: ['ignore', 2, 2],
  });
  process.exit(done.status ?? 1);
}
