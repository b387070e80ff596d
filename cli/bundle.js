// Makes the command line's bundle (dist/kashf.mjs). Plain JavaScript: it runs on whatever Node there is, before anything is built.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const sources = ['cli', 'functions', 'papers', 'sources', 'law', 'findings', 'readers', 'detectors'];

export const bundlePath = `${root}dist/kashf.mjs`;

/** True if the bundle is there and no source is newer. A packed product has no sources: its bundle is always right. */
export function isBundleFresh() {
  if (!existsSync(bundlePath)) return false;
  if (!existsSync(`${root}cli/main.ts`)) return true;
  const made = statSync(bundlePath).mtimeMs;
  return sources.every((folder) => newest(`${root}${folder}`) <= made);
}

function newest(folder) {
  let time = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    time = Math.max(time, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs);
  }
  return time;
}

/** Bundles the command line with everything it needs, heavy parts in files of their own that load when they are used. */
export async function makeBundle() {
  const { build } = await import('esbuild');
  await build({
    entryPoints: {
      kashf: `${root}cli/main.ts`,
      'decoder-worker': `${root}readers/threads/decoder-worker.ts`,
      'detect-thread': `${root}cli/detect-thread.ts`,
      'ocr-worker': `${root}readers/documents/ocr-worker.ts`,
      'seven-zip-worker': `${root}readers/archives/seven-zip-worker.ts`,
      // Files of decoders, as they are.
      libarchive: `${root}node_modules/libarchive.js/dist/libarchive.wasm`,
      'tesseract-core-simd-lstm': `${root}node_modules/tesseract.js-core/tesseract-core-simd-lstm.wasm`,
      'fra.traineddata': `${root}node_modules/@tesseract.js-data/fra/4.0.0_best_int/fra.traineddata.gz`,
      'ara.traineddata': `${root}node_modules/@tesseract.js-data/ara/4.0.0_best_int/ara.traineddata.gz`,
    },
    loader: { '.wasm': 'copy', '.gz': 'copy' },
    outdir: `${root}dist`,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minify: true,
    // pdfkit and docx stay where npm put them: they bring files of their own, and only `kashf papers` loads them.
    external: ['pg-native', 'pdfkit', 'docx', 'bidi-js'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
}
