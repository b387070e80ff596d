/** The thread in which text in pictures is recognised: it can be stopped at its deadline, and its memory is its own. */
import { parentPort } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import openTesseract from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import type { TesseractApi } from 'tesseract.js-core/tesseract-core-simd-lstm.js';
import { readDecoderFile } from '../threads/decoder-files.ts';
import type { OcrAnswer, OcrRequest } from './ocr-messages.ts';

const languages = ['fra', 'ara'] as const;
/** Marks of direction that the engine writes around words; no picture shows them. */
const marks = /[\u200e\u200f\u202a-\u202e]/gu;

async function openEngine() {
  // In a bundle nobody gives the engine the folder that CommonJS names; it asks for it all the same, and has no use for it.
  Object.assign(globalThis, { __dirname: '.' });
  const tesseract = await openTesseract({
    wasmBinary: readDecoderFile('tesseract.js-core/tesseract-core-simd-lstm.wasm'),
    TesseractProgress() {},
    print() {},
    printErr() {},
  });
  for (const language of languages) {
    const data = readDecoderFile(`@tesseract.js-data/${language}/4.0.0_best_int/${language}.traineddata.gz`);
    tesseract.FS.writeFile(`./${language}.traineddata`, gunzipSync(data));
  }
  const api: TesseractApi = new tesseract.TessBaseAPI();
  if (api.Init(null, languages.join('+'), 1) !== 0) throw new Error('the data of the languages cannot be loaded');
  return { api, files: tesseract.FS };
}

const engine = openEngine();

async function recognise({ picture }: OcrRequest): Promise<OcrAnswer> {
  const { api, files } = await engine;
  files.writeFile('/input', picture);
  if (api.SetImageFile(1, 0) === 1) return { text: null };
  api.Recognize(null);
  return { text: api.GetUTF8Text().replaceAll(marks, '') };
}

parentPort?.on('message', (request: OcrRequest) => {
  recognise(request)
    // What the engine runs into inside its own memory is a fault of the picture.
    .catch((): OcrAnswer => ({ text: null }))
    .then((answer) => parentPort?.postMessage(answer, []))
    .catch(() => {});
});
