/** XML of any vocabulary: elements and attributes as fields, what lies right below the root as records. */
import type { TextFormat } from '../contract.ts';
import { openText } from '../text-stream.ts';
import { readTokens } from '../token-blocks.ts';
import { unread } from '../unread.ts';
import { xmlEscapes } from './xml-escapes.ts';
import { startXmlRun, tokeniseXml } from './xml-tokeniser.ts';

const extensions = new Set('xml xsd xsl xslt svg kml gpx rss atom wsdl rdf xmp plist config resx fodt tei'.split(' '));
const start = /^\uFEFF?\s*<(?:\?xml\s|[\p{L}_!])/u;

export const xmlFormat: TextFormat = {
  id: 'xml',
  recognises({ text, extension }) {
    if (text === null) return false;
    const head = Buffer.from(text.subarray(0, 200)).toString('utf8');
    return extensions.has(extension) ? start.test(head) : /^\uFEFF?\s*<\?xml\s/u.test(head);
  },
  async *read(source, limits) {
    const stream = openText(source);
    const run = startXmlRun(limits.maxXmlDepth);
    try {
      const tokenise = (window: Uint8Array, isEnded: boolean): number => tokeniseXml(run, window, isEnded);
      yield* readTokens(stream, { cells: run.cells, names: run.tree.names, escapes: xmlEscapes, tokenise }, limits);
      if (run.isTooDeep)
        yield unread('UNABLE_TO_PARSE_FILE', `markup nested more than ${limits.maxXmlDepth} deep was read without paths`);
      if (run.isBroken || run.depth > 0) yield unread('MALFORMED_FILE', 'markup that is not well-formed');
    } finally {
      await stream.close();
    }
  },
};
