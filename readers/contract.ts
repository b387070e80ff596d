/** Bytes in, blocks out. A reader knows formats and limits; it knows no store and no detector. */
import type { Cells } from '../detectors/contract.ts';

/** Where bytes come from. Ranges let formats with a directory (ZIP, Parquet) read only what they need. */
export interface ByteSource {
  /** Name of the object, used for its extension only. */
  readonly name: string;
  /** Length in bytes, or null where unknown. */
  readonly size: number | null;
  /** True where the bytes come one after the other, and may come only once (what a container unpacks); see `random-access.ts`. */
  readonly isSequential?: boolean;
  /** Reads `[start, end)`; without a range, the whole. */
  stream(range?: { readonly start: number; readonly end: number }): AsyncIterable<Uint8Array>;
  /** Called by what decodes its text, each time it undoes a wrong encoding. */
  readonly onRepair?: () => void;
}

/** An object whose length is known. */
export interface SizedSource extends ByteSource {
  readonly size: number;
}

/** Where a match stands, in the terms a person can look up. Lines, columns, rows and pages count from 1, columns in code points. */
export interface Place {
  readonly line: number | null;
  readonly column: number | null;
  /** Byte offsets in the object as stored (after decompression for compressed objects), end exclusive; null for rows of a table. */
  readonly byteStart: number | null;
  readonly byteEnd: number | null;
  /** Column name or JSON path. */
  readonly field: string | null;
  /** Record number, from 1: a row of a table or CSV file (the header is not one), a line of JSON lines. */
  readonly record: number | null;
  /** Page of a document, slide, or sheet of a workbook, from 1 in their order. */
  readonly page: number | null;
  /** Cell of a sheet as spreadsheets name it (`B5`); only where there are sheets. */
  readonly cell?: string;
}

/** What `place` of a block was made from, where that is data alone: a thread gives its blocks to another with it. */
export type Placing =
  /** Cells whose places are field and record; without `hasRecords`, field alone. */
  | { readonly kind: 'rows'; readonly page: number | null; readonly hasRecords: boolean }
  /** Running text that starts at a line (from 1) and column (from 0) of a page. */
  | { readonly kind: 'flow'; readonly page: number | null; readonly line: number; readonly column: number };

/** A run of decoded text, cut at a record border wherever there is one. Satisfies `Text` of the detectors. */
export interface Block {
  readonly kind: 'block';
  /** UTF-8. Not reused by the reader after it was yielded. */
  readonly bytes: Uint8Array;
  /** The range this block owns; what lies outside is context that a neighbouring block owns. */
  readonly from: number;
  readonly to: number;
  readonly cells: Cells | null;
  readonly placing?: Placing;
  /** Finds the place of bytes `[start, end)` of this block. Costs time: call it for matches, not for cells. */
  place(start: number, end: number): Place;
}

/** Reasons a thing was not, or not wholly, read: Macie's 21 codes, then ours. */
export const skipReasons = [
  'ARCHIVE_CONTAINS_UNPROCESSED_FILES',
  'ARCHIVE_EXCEEDS_SIZE_LIMIT',
  'ARCHIVE_NESTING_LEVEL_OVER_LIMIT',
  'ARCHIVE_TOTAL_BYTES_EXTRACTED_OVER_LIMIT',
  'ARCHIVE_TOTAL_DOCUMENTS_PROCESSED_OVER_LIMIT',
  'FILE_EXCEEDS_SIZE_LIMIT',
  'INVALID_ENCRYPTION',
  'INVALID_KMS_KEY',
  'INVALID_OBJECT_STATE',
  'JSON_NESTING_LEVEL_OVER_LIMIT',
  'MALFORMED_FILE',
  'MALFORMED_OR_FILE_SIZE_EXCEEDS_LIMIT',
  'NO_SUCH_BUCKET_AVAILABLE',
  'OBJECT_VERSION_MISMATCH',
  'OOXML_UNCOMPRESSED_RATIO_EXCEEDS_LIMIT',
  'OOXML_UNCOMPRESSED_SIZE_EXCEEDS_LIMIT',
  'PERMISSION_DENIED',
  'SOURCE_OBJECT_NO_LONGER_AVAILABLE',
  'TIME_CUT_OFF_REACHED',
  'UNABLE_TO_PARSE_FILE',
  'UNSUPPORTED_FILE_TYPE_EXCEPTION',
  'ENCRYPTED',
  'SAMPLED_OUT',
  'BUDGET_REACHED',
  'DETECTOR_FAILED',
  'DECODER_DEADLINE',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** Said by a reader about what it could not read; blocks yielded before it stay valid. `detail` holds numbers and our words, never text of the input. */
export interface Unread {
  readonly kind: 'unread';
  readonly reason: SkipReason;
  readonly detail: string;
}

/** What is worth knowing of an object that was read all the same. */
export const noteCodes = ['TYPE_DIFFERS_FROM_NAME', 'ENCODING_REPAIRED'] as const;
export type NoteCode = (typeof noteCodes)[number];

/** Said by reading where bytes and expectation differ. It is no skip: nothing is missing for it. `detail` as for `Unread`. */
export interface Note {
  readonly kind: 'note';
  readonly code: NoteCode;
  readonly detail: string;
}

/**
 * Says to which object what follows belongs: '' is the object that was opened, a name one it holds, `inner.tar!/clients.csv` one
 * held by that. The name is content: it comes from the input.
 */
export interface Member {
  readonly kind: 'member';
  readonly path: string;
}

/** Between the names of a container and of what it holds. */
export const memberSeparator = '!/';

/**
 * Says, at its end, how much one part of an object held. Lines and records of a part count from its own start; the sums of the parts
 * before it make them those of the object.
 */
export interface Extent {
  readonly kind: 'extent';
  readonly lines: number;
  readonly records: number;
}

/** Which part of an object is read, from 0. */
export interface PartRef {
  readonly index: number;
  readonly of: number;
}

/** Everything that reading an object gives. */
export type ReadPart = Block | Unread | Note | Member | Extent;

export interface ReaderLimits {
  /** Bytes unpacked from one object, whatever lies inside each other. */
  readonly maxDecompressedBytes: number;
  /** How many times its own size an object may unpack to, beyond the first `minRatioBytes`. */
  readonly maxRatio: number;
  readonly minRatioBytes: number;
  /** Members read of one object, whatever lies inside each other. */
  readonly maxMembers: number;
  /** Bytes held in memory where a format needs random access to what was packed. */
  readonly maxHeldBytes: number;
  readonly maxCellBytes: number;
  readonly maxJsonDepth: number;
  /** Elements inside each other, in XML and HTML. */
  readonly maxXmlDepth: number;
  /** Parts of one document that is a ZIP file. */
  readonly maxDocumentParts: number;
  /** Bytes the parts of one such document may unpack to. */
  readonly maxDocumentBytes: number;
  /** How many times its packed size a part may unpack to, beyond the first `minRatioBytes`. */
  readonly maxDocumentRatio: number;
  /** Pages of one PDF file, and its bytes: the decoder holds a place for each. */
  readonly maxPages: number;
  readonly maxPdfBytes: number;
  /** How long a decoder in a thread of its own may take from one sign of life (a block, a page, a column) to the next. */
  readonly maxDecoderMilliseconds: number;
  /** Pixels of a picture whose text is recognised; 0 = text in pictures is not read. */
  readonly maxOcrPixels: number;
  /** How long recognising the text of one picture may take. */
  readonly maxOcrMilliseconds: number;
  /** How many containers may lie inside each other (a `.gz` in a `.gz`). */
  readonly maxNesting: number;
}

/** One format. `read` never throws for what the bytes say: it yields an `Unread`. Errors of the source itself pass through. */
export interface Reader {
  readonly id: string;
  read(source: ByteSource, limits: ReaderLimits): AsyncIterable<Block | Unread>;
}

/** What recognising a format has to go on: the start of an object and its name. */
export interface Head {
  /** Lower case, without the dot; '' where there is none. */
  readonly extension: string;
  /** First bytes as stored. */
  readonly bytes: Uint8Array;
  /** The same as UTF-8, or null where they are not text. */
  readonly text: Uint8Array | null;
  /** True if `bytes` is the whole object. */
  readonly isWhole: boolean;
}

/** A format that gives text. */
export interface TextFormat extends Reader {
  recognises(head: Head): boolean;
  /** True if it reads by ranges: the start of the object is then let go of first. */
  readonly isRanged?: boolean;
  /**
   * Reads one part of an object whose length is known, cut where records end: all parts together give what `read` does, whatever
   * their number. Gives null where this object cannot be cut. Absent where none can.
   */
  openPart?(source: SizedSource, limits: ReaderLimits, part: PartRef): Promise<AsyncIterable<Block | Unread | Extent> | null>;
}

/**
 * A format that holds other objects; each is read in turn, and its bytes end quietly where they cannot be read on: the reason
 * follows as an `Unread`. A `Member`, by its name in this container alone, stands before what belongs to it; without one
 * (a gzip file) what is inside is the object itself.
 */
export interface ContainerFormat {
  readonly id: string;
  recognises(head: Head): boolean;
  /** As for text. */
  readonly isRanged?: boolean;
  /** True if what it gives can be larger than what it takes: it counts towards `maxDecompressedBytes`. */
  readonly isPacked: boolean;
  open(source: ByteSource, limits: ReaderLimits): AsyncIterable<ByteSource | ReadPart>;
}
export type Format = TextFormat | ContainerFormat;

/** One record of a table: its filled fields as path and text, in the order of the table. */
export type FieldTexts = readonly (readonly [path: string, text: string])[];
