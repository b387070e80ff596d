/** What pdf.js leaves out and goes on without: it tells the console alone, to which nobody else writes in the thread of the decoders. */

/** The beginnings of what it says where text is missing for it. A form that draws itself is drawn once, and nothing is missing. */
const losses =
  /^Warning: (?:getTextContent - ignoring errors|getTextContent - ignoring XObject: "(?!Error: getTextContent - ignoring circular)|getContentStream - ignoring|Invalid stream)/u;

export interface Hearing {
  /** How often something was left out so far. */
  count(): number;
  stop(): void;
}

/** Listens until it is stopped. What is said goes no further. */
export function hearLosses(): Hearing {
  const { console: heard } = globalThis;
  const warn = heard.warn.bind(heard);
  let count = 0;
  heard.warn = (message: unknown): void => {
    if (typeof message === 'string' && losses.test(message)) count++;
  };
  return {
    count: () => count,
    stop: () => {
      heard.warn = warn;
    },
  };
}
