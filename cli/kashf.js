#!/usr/bin/env node
// The `kashf` command: runs the bundle, and in the repository makes it anew where a source is newer.
import { bundlePath, isBundleFresh, makeBundle } from './bundle.js';

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
