/** What the reader of 7z archives and its worker thread say to each other. */

export type SevenZipRequest =
  | { readonly kind: 'open'; readonly archive: Uint8Array }
  | { readonly kind: 'next' }
  /** The next bytes of the entry, at most so many. */
  | { readonly kind: 'read'; readonly maxBytes: number };

export type SevenZipProblem = 'encrypted' | 'method' | 'memory' | 'damaged';

export type SevenZipAnswer =
  | { readonly kind: 'opened' }
  | { readonly kind: 'entry'; readonly name: string; readonly bytes: number; readonly isFile: boolean }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'end' }
  | { readonly kind: 'failed'; readonly why: SevenZipProblem };
