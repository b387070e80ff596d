/** What the reader of PDF files and its worker thread say to each other. */

export type PdfRequest =
  | { readonly kind: 'open'; readonly size: number; readonly start: Uint8Array }
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'bytes'; readonly from: number; readonly bytes: Uint8Array };

export type PdfAnswer =
  | { readonly kind: 'opened'; readonly pages: number; readonly properties: readonly (readonly [string, string])[] }
  | { readonly kind: 'page'; readonly text: string; readonly fields: readonly (readonly [string, string])[] }
  | { readonly kind: 'range'; readonly from: number; readonly to: number }
  | { readonly kind: 'failed'; readonly why: 'password' | 'damaged' };
