/** Every limit of the readers, each with its reason. */
import type { ReaderLimits } from './contract.ts';

const kibibyte = 1024;
const mebibyte = 1024 * kibibyte;
const gibibyte = 1024 * mebibyte;

export const defaultLimits: ReaderLimits = {
  /** What the best known peer takes out of one archive; half an hour of one worker at the slowest. */
  maxDecompressedBytes: 10 * gibibyte,
  /** Half of what deflate can do at all; logs of one repeated line come to 100. A bomb is known by it long before ten gigabytes. */
  maxRatio: 500,
  minRatioBytes: 256 * mebibyte,
  /** Each leaves a tally behind, some 500 bytes: together they stay far below the memory of one worker. */
  maxMembers: 100_000,
  /** An office file or table inside an archive fits; with what it unpacks to it stays far below the memory of one worker. */
  maxHeldBytes: 128 * mebibyte,
  /** A document of two thousand pages in one cell still fits; the copies that reading it takes stay small beside the memory of a worker. */
  maxCellBytes: 8 * mebibyte,
  /** The nesting the best known peer reads; no honest export comes near it. */
  maxJsonDepth: 256,
  /** As for JSON. */
  maxXmlDepth: 256,
  /** A presentation of a thousand slides has some five thousand. */
  maxDocumentParts: 50_000,
  /** A sheet of a million rows and twenty columns, twice. */
  maxDocumentBytes: 2 * gibibyte,
  /** A sheet of one repeated row comes to 60. */
  maxDocumentRatio: 250,
  /** An hour of one worker. */
  maxPages: 100_000,
  /** The decoder allocates all of it at once; with its heap it stays below the memory of one worker. */
  maxPdfBytes: 256 * mebibyte,
  /** A page of a drawing with a million strokes takes three seconds. */
  maxDecoderMilliseconds: 30_000,
  /** Off: it takes seconds a picture. `ocrLimits` switches it on. */
  maxOcrPixels: 0,
  /** A page of small print takes some twenty seconds. */
  maxOcrMilliseconds: 120_000,
  /** As above: ten levels. Stops archives that contain themselves. */
  maxNesting: 10,
};

/** What switches on reading the text in pictures: two pages at 300 dots an inch, side by side. */
export const ocrLimits: Partial<ReaderLimits> = { maxOcrPixels: 20_000_000 };

/** Bytes looked at to recognise a format: some hundred rows of a table, one read of a store. */
export const headBytes = 64 * kibibyte;

/** Bytes decoded at a time: small enough for a core's own cache, large enough that calls do not count. */
export const pieceBytes = 256 * kibibyte;

/** A record longer than this is given in several blocks, cut between cells: two million cells are the most a block should hold. */
export const recordBytes = 4 * mebibyte;

/** Packed bytes given to an unpacker at a time: where they are damaged, no more than what they hold is lost. */
export const packedBytes = 16 * kibibyte;

/** By how much the text at hand may outgrow the longest cell before a quote is given up. */
export const quotedSlackBytes = mebibyte;

/** Running text each block shows of its neighbours: longer than any match together with the words that speak for it. */
export const contextBytes = 4 * kibibyte;

/**
 * Field names kept per object, and members told apart per JSON object. What lies beyond either shares a name, and its own name
 * is read as content (`$.people.*~`), so that a map keyed by people takes no more memory than its names are worth. A quarter
 * is kept for what shares.
 */
export const maxFields = 2000;
export const maxOwnFields = 1500;
export const maxMembers = 1000;
