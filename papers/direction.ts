/** Which way a text runs, and how numbers and citations keep their order inside Arabic. */

const arabic = /\p{Script=Arabic}/u;
const latin = /\p{Script=Latin}/u;

export type Direction = 'ltr' | 'rtl';

/** A text runs as its paper does where it has a letter of that script; else as its letters do. */
export function directionOf(text: string, paper: Direction): Direction {
  if (paper === 'rtl') return arabic.test(text) || !latin.test(text) ? 'rtl' : 'ltr';
  return arabic.test(text) && !latin.test(text) ? 'rtl' : 'ltr';
}

/** LEFT-TO-RIGHT ISOLATE and POP DIRECTIONAL ISOLATE (UAX 9). */
export const isolates = { open: '\u2066', close: '\u2069' } as const;

/** URIs, citations such as `12(1)(e)`, dates and `09-08`: the algorithm would turn their parts round inside Arabic. What ends a sentence is no part of a URI. */
const leftToRight = /\p{Script=Latin}[\w+.-]*:\/\/\S*[^\s:.,;)،؛]|\d+(?:\([0-9a-z]+\))+|\d+(?:[-–./:]\d+)+/gu;

/** Puts what must keep its order into isolates, where the text holds Arabic. */
export function isolateNumbers(text: string): string {
  return arabic.test(text) ? text.replaceAll(leftToRight, (part) => isolates.open + part + isolates.close) : text;
}

/** A text cut at its isolates; `isolated` parts run from left to right. */
export function splitIsolates(text: string): readonly { readonly text: string; readonly isolated: boolean }[] {
  return text
    .split(/(\u2066[^\u2069]*\u2069)/u)
    .filter((part) => part !== '')
    .map((part) =>
      part.startsWith(isolates.open) ? { text: part.slice(1, -1), isolated: true } : { text: part, isolated: false },
    );
}
