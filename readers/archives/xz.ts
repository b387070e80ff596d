/** XZ, unpacked in WebAssembly, which is loaded when the first such object comes. */
import type { ContainerFormat } from '../contract.ts';
import type { Ending } from './unpack.ts';
import { openUnpacked } from './unpacked-source.ts';
import { unread } from '../unread.ts';
import { xzAnswers } from './xz-answers.ts';
import type { XzContext } from './xz-context.ts';

const magic = Buffer.from('\u00fd7zXZ\0', 'latin1');

function explain(answer: number) {
  if (answer === xzAnswers.noMemory || answer === xzAnswers.overLimit)
    return unread('ARCHIVE_EXCEEDS_SIZE_LIMIT', 'XZ data needs a larger dictionary than is given to it');
  if (answer === xzAnswers.tooShort) return unread('MALFORMED_FILE', 'XZ data ends too early');
  return unread('MALFORMED_FILE', 'XZ data is damaged');
}

/** Unpacks one piece of input; empty input is the end of it. */
function* unpackPiece(context: XzContext, input: Uint8Array, ending: Ending): Generator<Uint8Array> {
  context.supply(input);
  for (;;) {
    const { answer, bytes } = context.next();
    if (bytes.length > 0) yield bytes;
    if (answer === xzAnswers.end) return;
    if (answer !== xzAnswers.more && answer !== xzAnswers.unsupportedCheck) {
      ending.problem = explain(answer);
      return;
    }
    if (bytes.length === 0 && context.left() === 0 && input.length > 0) return;
  }
}

async function* unpackXz(chunks: AsyncIterable<Uint8Array>, _: number, ending: Ending): AsyncGenerator<Uint8Array> {
  const { openXz } = await import('./xz-context.ts');
  const context = await openXz();
  try {
    for await (const chunk of chunks) {
      for (let at = 0; at < chunk.length; at += context.inputBytes) {
        yield* unpackPiece(context, chunk.subarray(at, at + context.inputBytes), ending);
        if (ending.problem !== null) return;
      }
    }
    yield* unpackPiece(context, new Uint8Array(0), ending);
  } finally {
    context.close();
  }
}

export const xzFormat: ContainerFormat = {
  id: 'xz',
  isPacked: true,
  recognises: ({ bytes }) => magic.equals(bytes.subarray(0, magic.length)),
  open: (source, limits) => openUnpacked(source, limits, { extensions: ['xz', 'txz'], unpack: unpackXz }),
};
