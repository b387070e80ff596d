/** Rich Text Format 1.9: text without its markup, in whatever code pages it is written; properties of the document apart. */
import type { Block, TextFormat } from '../contract.ts';
import { blocksOfProperties } from './document-properties.ts';
import { createRtfRun, readRtf } from './rtf-run.ts';
import { createTextFlow } from '../text-flow.ts';

/** Reads RTF. Lines of places are the paragraphs, rows and line breaks of the text. */
export const rtfFormat: TextFormat = {
  id: 'rtf',
  recognises: ({ bytes }) => Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '{\\rtf',
  async *read(source): AsyncGenerator<Block> {
    const flow = createTextFlow(null);
    const run = createRtfRun((text) => flow.add(text));
    for await (const chunk of source.stream()) {
      readRtf(run, chunk);
      yield* flow.take();
    }
    readRtf(run, null);
    flow.cut();
    yield* flow.take();
    yield* blocksOfProperties(run.properties);
  },
};
