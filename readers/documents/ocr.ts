/** Text in pictures (French and Arabic), recognised by Tesseract in a thread of its own. Only where it is asked for: it takes seconds a page. */
import type { Block, ByteSource, ReaderLimits, Unread } from '../contract.ts';
import { startDecoder } from '../threads/decoder-thread.ts';
import type { OcrAnswer, OcrRequest } from './ocr-messages.ts';
import { countPixels, hasFurtherPictures } from './picture-size.ts';
import { readBytes } from '../random-access.ts';
import { createTextFlow } from '../text-flow.ts';
import { unread } from '../unread.ts';

/** What is said of pictures whose text was not read, for it was not asked for. */
export const notAsked = unread('UNSUPPORTED_FILE_TYPE_EXCEPTION', 'properties of the picture were read, text in it was not');

function refuse(picture: Buffer, { maxOcrPixels }: ReaderLimits): Unread | null {
  const pixels = countPixels(picture);
  if (pixels === null) return unread('UNSUPPORTED_FILE_TYPE_EXCEPTION', 'text in pictures of this kind is not read');
  return pixels > maxOcrPixels ? unread('FILE_EXCEEDS_SIZE_LIMIT', `a picture of more than ${maxOcrPixels} pixels`) : null;
}

function explain(answer: OcrAnswer | 'memory' | 'crash'): string | Unread {
  if (answer === 'memory') return unread('FILE_EXCEEDS_SIZE_LIMIT', 'recognising text takes more memory than one thread has');
  if (answer === 'crash') return unread('UNABLE_TO_PARSE_FILE', 'the recogniser of text broke off');
  return answer.text ?? unread('MALFORMED_FILE', 'the picture is damaged, or of a kind whose text is not read');
}

/** How often it is said that recognising goes on. */
const lifeMilliseconds = 5_000;

/** The text in a picture (PNG, JPEG, TIFF or PNM), its pixels counted before; null every few seconds until it is there. */
export async function* recognise(picture: Uint8Array, limits: ReaderLimits): AsyncGenerator<null, string | Unread> {
  const thread = startDecoder<OcrRequest, OcrAnswer>(new URL('./ocr-worker.ts', import.meta.url));
  try {
    thread.ask({ picture });
    for (let left = limits.maxOcrMilliseconds; left > 0; left -= lifeMilliseconds) {
      const answer = await thread.answer(Math.min(left, lifeMilliseconds));
      if (answer !== 'deadline') return explain(answer);
      yield null;
    }
    return unread('DECODER_DEADLINE', 'recognising the text of a picture took too long');
  } finally {
    await thread.close();
  }
}

/** Waits for the text. */
async function waitFor(steps: AsyncGenerator<null, string | Unread>): Promise<string | Unread> {
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
  }
}

/** The text in a picture; places are lines and columns of what was recognised. */
export async function* readPictureText(source: ByteSource, limits: ReaderLimits): AsyncGenerator<Block | Unread> {
  if (limits.maxOcrPixels === 0) {
    yield notAsked;
    return;
  }
  const picture = await readBytes(source.stream(), limits.maxHeldBytes);
  if (picture === null) {
    yield unread('FILE_EXCEEDS_SIZE_LIMIT', `a picture of more than ${limits.maxHeldBytes} bytes`);
    return;
  }
  const text = refuse(picture, limits) ?? (await waitFor(recognise(picture, limits)));
  if (typeof text !== 'string') {
    yield text;
    return;
  }
  const flow = createTextFlow(null);
  flow.add(text);
  flow.cut();
  yield* flow.take();
  if (hasFurtherPictures(picture))
    yield unread('UNSUPPORTED_FILE_TYPE_EXCEPTION', 'of a TIFF, text in its first picture alone is read');
}
