/** HTML and XML as events, straight from a tokeniser: no tree is kept, and nothing grows with what is left open. */
import type { QuoteType, TokenizerCallbacks } from 'htmlparser2';
import { createSourceCursor } from './source-cursor.ts';
import type { SourceCursor } from './source-cursor.ts';

/** Attributes by name: in lower case in HTML; in XML as written, and without their prefix. */
export type Attributes = Readonly<Record<string, string>>;

export interface MarkupHandler {
  /** Names (in XML without their prefix) of the attributes that are read; absent where all are. */
  readonly wanted?: ReadonlySet<string>;
  /** `isEmpty` where the element was written `<x/>`: no `close` follows. */
  open(name: string, attributes: Attributes, isEmpty: boolean): void;
  /** Text with its entities decoded; `at` counts UTF-16 units from the start. Long text comes in pieces. */
  text(data: string, at: number): void;
  close(name: string): void;
  comment?(text: string): void;
}

export interface Markup {
  write(text: string): void;
  end(): void;
  /** Reads no further. */
  stop(): void;
  /** True where one tag or comment was longer than `maxTokenLength`: reading stopped there. */
  isTooLong(): boolean;
  /** Line and column of the texts given; to be asked for while one is. */
  readonly source: SourceCursor;
}

export interface MarkupOptions {
  readonly isXml: boolean;
  /** UTF-16 units of one tag, attribute or comment. */
  readonly maxTokenLength: number;
}

/** Of an element without any that are read. */
export const noAttributes: Attributes = Object.freeze({});
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);
/** In these, `<x/>` ends the element, as in XML. */
const foreignElements = new Set(['svg', 'math']);

const pair = /[\u{10000}-\u{10ffff}]/u;

/** What was given to the tokeniser and may still be asked for, by places counted from the start. */
interface Window {
  /** From the first place that may still be asked for. */
  text: string;
  start: number;
  hasPairs: boolean;
  /** Everything before this place was told. */
  told: number;
}

interface State {
  readonly window: Window;
  readonly handler: MarkupHandler;
  readonly isXml: boolean;
  readonly maxTokenLength: number;
  name: string;
  attributes: Record<string, string> | null;
  attribute: string | null;
  value: string;
  hasPrefixes: boolean;
  /** `svg` and `math` that are open. */
  foreign: number;
  isTooLong: boolean;
}

const slice = ({ text, start }: Window, from: number, to: number): string => text.slice(Math.max(0, from - start), to - start);

const nameAt = ({ window, isXml }: State, from: number, to: number): string => {
  const name = slice(window, from, to);
  return isXml ? localName(name) : name.toLowerCase();
};

/** Attributes also by their names without prefix; where two then share a name, the one without prefix has it. */
function addLocalNames(attributes: Record<string, string>): void {
  for (const name of Object.keys(attributes)) {
    const short = localName(name);
    if (short !== name) attributes[short] ??= attributes[name]!;
  }
}

function nameAttribute(state: State, from: number, to: number): void {
  const { wanted } = state.handler;
  const written = slice(state.window, from, to);
  const name = state.isXml ? written : written.toLowerCase();
  const isWanted = wanted === undefined || wanted.has(state.isXml ? localName(name) : name);
  state.attribute = isWanted ? name : null;
  state.window.told = to;
}

function addValue(state: State, data: string): void {
  if (state.attribute === null) return;
  state.value += data;
  if (state.value.length > state.maxTokenLength) state.isTooLong = true;
}

function endAttribute(state: State): void {
  const { attribute, value } = state;
  state.value = '';
  if (attribute === null) return;
  state.attributes ??= {};
  if (state.isXml && attribute.includes(':')) state.hasPrefixes = true;
  if (!Object.hasOwn(state.attributes, attribute)) state.attributes[attribute] = value;
}

function openElement(state: State, isEmpty: boolean): void {
  const { handler, name, attributes } = state;
  if (attributes !== null && state.hasPrefixes) addLocalNames(attributes);
  state.attributes = null;
  state.hasPrefixes = false;
  if (!state.isXml && !isEmpty && foreignElements.has(name)) state.foreign++;
  handler.open(name, attributes ?? noAttributes, isEmpty);
}

function closeElement(state: State, name: string): void {
  if (state.foreign > 0 && foreignElements.has(name)) state.foreign--;
  state.handler.close(name);
}

function tell(state: State, cdata: string): void {
  const { handler, isXml, foreign, window } = state;
  if (isXml || foreign > 0) handler.text(cdata, window.told);
  else handler.comment?.(`[CDATA[${cdata}]]`);
}

function callbacksOf(state: State): TokenizerCallbacks {
  const { window, handler } = state;
  const ignore = (_: number, end: number): void => void (window.told = end);
  return {
    ontext(from, to) {
      handler.text(slice(window, from, to), from);
      window.told = to;
    },
    ontextentity(point, end) {
      handler.text(String.fromCodePoint(point), window.told);
      window.told = end;
    },
    onopentagname(from, to) {
      state.name = nameAt(state, from, to);
      window.told = to;
    },
    onattribname: (from, to) => nameAttribute(state, from, to),
    onattribdata(from, to) {
      if (state.attribute !== null) addValue(state, slice(window, from, to));
      window.told = to;
    },
    onattribentity: (point) => addValue(state, String.fromCodePoint(point)),
    onattribend: (_: QuoteType, end) => {
      endAttribute(state);
      window.told = Math.max(window.told, end);
    },
    onopentagend(end) {
      openElement(state, false);
      window.told = end;
    },
    onselfclosingtag(end) {
      openElement(state, state.isXml || state.foreign > 0);
      window.told = end;
    },
    onclosetag(from, to) {
      closeElement(state, nameAt(state, from, to));
      window.told = to;
    },
    oncomment(from, to, offset) {
      handler.comment?.(slice(window, from, to - offset));
      window.told = to;
    },
    oncdata(from, to, offset) {
      tell(state, slice(window, from, to - offset));
      window.told = to;
    },
    ondeclaration: ignore,
    onprocessinginstruction: ignore,
    onend() {},
    isInForeignContext: () => state.foreign > 0,
  };
}

/** Tells as a comment what stands in a tag that nothing closes: the tokeniser drops it. */
function tellRest({ window, handler, value }: State): void {
  const rest = (value + window.text.slice(window.told - window.start)).replace(/^[-\]\s]*>/u, '');
  // The name of a tag alone says nothing.
  if (!/^<?\/?[\w-]*\s*$/u.test(rest)) handler.comment?.(rest);
}

/** Starts reading. Nothing of a document's own is expanded, nothing outside is opened. */
export async function createMarkup(handler: MarkupHandler, { isXml, maxTokenLength }: MarkupOptions): Promise<Markup> {
  const { Tokenizer } = await import('htmlparser2');
  const window: Window = { text: '', start: 0, hasPairs: false, told: 0 };
  const tag = { name: '', attributes: null, attribute: null, value: '', hasPrefixes: false };
  const state: State = { window, handler, isXml, maxTokenLength, ...tag, foreign: 0, isTooLong: false };
  const source = createSourceCursor(window);
  const tokenizer = new Tokenizer({ xmlMode: isXml, decodeEntities: true }, callbacksOf(state));
  return {
    write(text) {
      source.moveTo(window.told);
      const rest = window.text.slice(window.told - window.start);
      window.start = window.told;
      window.text = rest === '' ? text : rest + text;
      window.hasPairs = pair.test(window.text);
      tokenizer.write(text);
      state.isTooLong ||= window.start + window.text.length - window.told > maxTokenLength;
      if (state.isTooLong) tokenizer.pause();
    },
    end() {
      tokenizer.end();
      if (!state.isTooLong) tellRest(state);
    },
    stop: () => tokenizer.pause(),
    isTooLong: () => state.isTooLong,
    source,
  };
}
