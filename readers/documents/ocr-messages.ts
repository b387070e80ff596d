/** What the reader of text in pictures and its worker thread say to each other. */

export interface OcrRequest {
  /** A picture file: PNG, JPEG or TIFF. */
  readonly picture: Uint8Array;
}

/** The text, a line feed after each line; null where the picture cannot be read. */
export interface OcrAnswer {
  readonly text: string | null;
}
