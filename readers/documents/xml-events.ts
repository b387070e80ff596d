/** XML as events while it streams by. No entity but the five of XML is ever expanded, nothing outside is ever opened. */
import type { Unread } from '../contract.ts';
import { createMarkup } from './markup.ts';
import type { Attributes, Markup } from './markup.ts';
import { unread } from '../unread.ts';

export type { Attributes } from './markup.ts';

/** What a format makes of elements; names come without their namespace prefix. */
export interface XmlHandler {
  /** Names of the attributes that are read; absent where all are. */
  readonly wanted?: ReadonlySet<string>;
  open(name: string, attributes: Attributes): void;
  text(data: string): void;
  close(name: string): void;
}

export interface XmlOptions<T> {
  readonly handler: XmlHandler;
  readonly maxDepth: number;
  /** UTF-16 units of one tag, attribute or comment. */
  readonly maxTokenLength: number;
  /** Gives what the handler has finished since it was last asked. */
  readonly drain: () => Iterable<T>;
}

type Decoder = InstanceType<typeof TextDecoder>;

interface Soundness {
  /** Names of the elements that are open. */
  readonly open: string[];
  isTooDeep: boolean;
  isBroken: boolean;
}

/** Ends an element and those left open in it; an end that nothing began is passed over. */
function close({ open }: Soundness, name: string, handler: XmlHandler): boolean {
  const at = open.lastIndexOf(name);
  if (at === -1) return true;
  const isSound = at === open.length - 1;
  while (open.length > at) handler.close(open.pop()!);
  return isSound;
}

async function openXml(
  state: Soundness,
  { handler, maxDepth, maxTokenLength }: Omit<XmlOptions<never>, 'drain'>,
): Promise<Markup> {
  const markup: Markup = await createMarkup(
    {
      ...(handler.wanted ? { wanted: handler.wanted } : {}),
      open(name, attributes, isEmpty) {
        if (state.isTooDeep) return;
        if (state.open.length >= maxDepth) {
          state.isTooDeep = true;
          markup.stop();
          return;
        }
        handler.open(name, attributes);
        if (isEmpty) handler.close(name);
        else state.open.push(name);
      },
      text: (data) => handler.text(data),
      close(name) {
        if (!close(state, name, handler)) state.isBroken = true;
      },
    },
    { isXml: true, maxTokenLength },
  );
  return markup;
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

/** Parses to the end, or to where the nesting grows deeper than `maxDepth`; what is not well-formed is read on and said. */
export async function* parseXml<T>(
  chunks: AsyncIterable<Uint8Array>,
  { drain, ...options }: XmlOptions<T>,
): AsyncGenerator<T | Unread> {
  const state: Soundness = { open: [], isTooDeep: false, isBroken: false };
  const markup = await openXml(state, options);
  let decoder: Decoder | null = null;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    markup.write(decoder.decode(chunk, { stream: true }));
    yield* drain();
    if (state.isTooDeep || markup.isTooLong()) break;
  }
  if (state.isTooDeep) yield unread('UNABLE_TO_PARSE_FILE', `markup nested more than ${options.maxDepth} deep`);
  else if (markup.isTooLong()) yield unread('MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT', 'one tag is longer than is read');
  else {
    markup.write(decoder?.decode() ?? '');
    markup.end();
    if (state.open.length > 0) state.isBroken = true;
    while (state.open.length > 0) options.handler.close(state.open.pop()!);
    yield* drain();
    if (state.isBroken) yield unread('MALFORMED_FILE', 'markup that is not well-formed');
  }
}
