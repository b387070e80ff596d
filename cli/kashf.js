#!/usr/bin/env node
// The `kashf` command: runs the bundle, and in the repository makes it anew where a source is newer. Plain JavaScript that any Node can read.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const wantedNode = 24;
if (Number.parseInt(process.versions.node, 10) >= wantedNode) await run();
else runOnOwnNode();

/** An older Node starts the one that came along as a package. */
function runOnOwnNode() {
  const name = `node-${process.platform}-${process.arch}`;
  try {
    const node = createRequire(import.meta.url).resolve(`${name}/bin/node`);
    const { status, signal } = spawnSync(node, process.argv.slice(1), { stdio: 'inherit' });
    process.exit(signal === null ? (status ?? 1) : 1);
  } catch {
    process.stderr.write(
      `kashf: it needs Node.js ${wantedNode} (this is ${process.version}) or its packages: run npm ci, or install a newer Node\n`,
    );
    process.exit(1);
  }
}

async function run() {
  const { bundlePath, isBundleFresh, makeBundle } = await import('./bundle.js');
  if (!isBundleFresh()) {
    try {
      await makeBundle();
    } catch (error) {
      const missing = error.code === 'ERR_MODULE_NOT_FOUND';
      process.stderr.write(
        missing ? 'kashf: its packages are not installed; run npm ci first\n' : `kashf: cannot build: ${error.message}\n`,
      );
      process.exit(1);
    }
  }
  await import(bundlePath);
}
