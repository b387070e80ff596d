/** XML as events while it streams by. No entity but the five of XML is ever expanded, nothing outside is ever opened. */
import type { Parser } from 'htmlparser2';
import type { Unread } from './contract.ts';
import { unread } from './unread.ts';

/** Attributes by their names, as written and without namespace prefix. */
export type Attributes = Readonly<Record<string, string>>;

/** What a format makes of elements; names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  text(data: string): void;
  close(name: string): void;
}

export interface XmlOptions<T> {
  readonly handler: XmlHandler;
  readonly maxDepth: number;
  /** Gives what the handler has finished since it was last asked. */
  readonly drain: () => Iterable<T>;
}

type Decoder = InstanceType<typeof TextDecoder>;

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Attributes also by their names without prefix; where two then share a name, the one without prefix has it. */
function localAttributes(attributes: Record<string, string>): Attributes {
  for (const name of Object.keys(attributes)) {
    const short = localName(name);
    if (short !== name) attributes[short] ??= attributes[name]!;
  }
  return attributes;
}

interface Soundness {
  depth: number;
  isTooDeep: boolean;
  isBroken: boolean;
  /** True right after the start of an element: if it ends now, it was written as `<x/>`. */
  isFresh: boolean;
  isEnding: boolean;
}

/** Thrown out of the parser, which would otherwise go on to the end of what it was given. */
const tooDeep = new Error('markup is nested too deep');

async function createParser(handler: XmlHandler, maxDepth: number, state: Soundness): Promise<Parser> {
  const { Parser: XmlParser } = await import('htmlparser2');
  return new XmlParser(
    {
      onopentag(name, attributes) {
        state.depth++;
        state.isFresh = true;
        if (state.depth > maxDepth) {
          state.isTooDeep = true;
          throw tooDeep;
        }
        handler.open(localName(name), localAttributes(attributes));
      },
      ontext(data) {
        state.isFresh = false;
        handler.text(data);
      },
      onclosetag(name, isImplied) {
        state.depth--;
        if (state.isEnding || (isImplied && !state.isFresh)) state.isBroken = true;
        state.isFresh = false;
        handler.close(localName(name));
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
}

function decoderFor(first: Uint8Array): Decoder {
  const [a, b] = first;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le');
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be');
  const label = /^<\?xml[^>]*\bencoding=["']([\w-]+)["']/u.exec(Buffer.from(first.subarray(0, 200)).toString('latin1'))?.[1];
  try {
    return new TextDecoder(label ?? 'utf-8');
  } catch {
    return new TextDecoder('utf-8');
  }
}

function attempt(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (error !== tooDeep) throw error;
  }
}

/** Parses to the end, or to where the nesting grows deeper than `maxDepth`; what is not well-formed is read on and said. */
export async function* parseXml<T>(
  chunks: AsyncIterable<Uint8Array>,
  { handler, maxDepth, drain }: XmlOptions<T>,
): AsyncGenerator<T | Unread> {
  const state: Soundness = { depth: 0, isTooDeep: false, isBroken: false, isFresh: false, isEnding: false };
  const parser = await createParser(handler, maxDepth, state);
  let decoder: Decoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    const text = decoder.decode(chunk, { stream: true });
    attempt(() => parser.write(text));
    yield* drain();
    if (state.isTooDeep) {
      yield unread('UNABLE_TO_PARSE_FILE', `markup nested more than ${maxDepth} deep`);
      return;
    }
  }
  state.isEnding = true;
  const rest = decoder?.decode() ?? '';
  attempt(() => parser.end(rest));
  yield* drain();
  if (state.isBroken) yield unread('MALFORMED_FILE', 'markup that is not well-formed');
}
