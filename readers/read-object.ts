/** The way into every format: from bytes to blocks. */
import { memberSeparator } from './contract.ts';
import type {
  ByteSource,
  ContainerFormat,
  Format,
  Head,
  Note,
  PartRef,
  ReaderLimits,
  ReadPart,
  TextFormat,
  Unread,
} from './contract.ts';
import { nameFileType } from './file-type.ts';
import { openHead } from './head.ts';
import { defaultLimits } from './limits.ts';
import { formats } from './registry.ts';
import { noteType } from './type-note.ts';
import { unread } from './unread.ts';
import { createUnpackBudget } from './unpack-budget.ts';
import type { UnpackBudget } from './unpack-budget.ts';

/** Where reading stands among containers. */
interface Nesting {
  readonly limits: ReaderLimits;
  readonly budget: UnpackBudget;
  readonly depth: number;
  /** Path of the object being read; '' for the one that was opened. */
  readonly path: string;
  /** Which part of it is read; null = all of it. */
  readonly part: PartRef | null;
  /** Errors of the source itself. */
  readonly failures: WeakSet<object>;
  readonly onFault: ((error: object) => void) | undefined;
}

type Range = Parameters<ByteSource['stream']>[0];

/** The same object, its errors noted. */
function noteFailures(source: ByteSource, failures: WeakSet<object>): ByteSource {
  async function* stream(range?: Range): AsyncGenerator<Uint8Array> {
    try {
      yield* source.stream(range);
    } catch (error) {
      if (typeof error === 'object' && error !== null) failures.add(error);
      throw error;
    }
  }
  return { ...source, stream };
}

/** The last net: a reader that fails costs what it was reading, not what lies beside it. Of the error only its kind may leave. */
async function* catchFaults(parts: AsyncIterable<ReadPart>, { failures, onFault }: Nesting): AsyncGenerator<ReadPart> {
  try {
    yield* parts;
  } catch (error) {
    if (typeof error !== 'object' || error === null || failures.has(error)) throw error;
    onFault?.(error);
    yield unread('UNABLE_TO_PARSE_FILE', `its reader broke off: ${error instanceof Error ? error.name : 'unknown error'}`);
  }
}

function recognise(head: Head): Format | Unread {
  const type = nameFileType(head.bytes, head.text !== null);
  // What begins like a known format of bytes is no text, even where all of its bytes could be.
  const known = type === null ? head : { ...head, text: null };
  const format = formats.find((candidate) => candidate.recognises(known));
  return (
    format ?? unread('UNSUPPORTED_FILE_TYPE_EXCEPTION', type === null ? 'not text and of no known type' : `no reader for ${type}`)
  );
}

/** As long as a key in S3 may be; a longer name is no honest one, and would outgrow what a ledger holds. */
const maxNameLength = 1024;

function joinPath(outer: string, inner: string): string {
  const name = inner.length > maxNameLength ? `${inner.slice(0, maxNameLength)}…` : inner;
  return outer === '' ? name : name === '' ? outer : `${outer}${memberSeparator}${name}`;
}

async function* readMembers(format: ContainerFormat, source: ByteSource, nesting: Nesting): AsyncGenerator<ReadPart> {
  const { limits, budget, depth } = nesting;
  let { path } = nesting;
  for await (const part of format.open(source, limits)) {
    if (!('kind' in part)) {
      const inner = format.isPacked ? budget.meter(part) : part;
      yield* readNested(inner, { ...nesting, depth: depth + 1, path, part: null });
    } else if (part.kind === 'member') {
      path = joinPath(nesting.path, part.path);
      if (part.path !== '' && !budget.addMember()) break;
      yield { kind: 'member', path };
    } else yield part;
    if (budget.problem() !== null) break;
  }
  if (path !== nesting.path) yield { kind: 'member', path: nesting.path };
  const problem = budget.problem();
  // Said once, of the object that was opened: no container inside it goes on.
  if (problem !== null && depth === 0) yield problem;
}

const repaired: Note = { kind: 'note', code: 'ENCODING_REPAIRED', detail: 'UTF-8 taken for windows-1252 and written again' };

/** What a text gives, and at its end a note if its encoding had to be repaired. */
async function* readNoted(format: TextFormat, source: ByteSource, nesting: Nesting): AsyncGenerator<ReadPart> {
  let isRepaired = false;
  const onRepair = (): void => void (isRepaired = true);
  yield* catchFaults(readText(format, { ...source, onRepair }, nesting), nesting);
  if (isRepaired) yield repaired;
}

/** The blocks of one part. Where an object cannot be cut, the first part is all of it and the others hold nothing. */
async function* readText(format: TextFormat, source: ByteSource, { limits, part }: Nesting): AsyncGenerator<ReadPart> {
  if (part !== null && format.openPart !== undefined && source.size !== null && source.isSequential !== true) {
    const parts = await format.openPart({ ...source, size: source.size }, limits, part);
    if (parts !== null) {
      yield* parts;
      return;
    }
  }
  if (part === null || part.index === 0) yield* format.read(source, limits);
}

async function* readNested(source: ByteSource, nesting: Nesting): AsyncGenerator<ReadPart> {
  const { limits } = nesting;
  const { head, source: opened, close } = await openHead(source);
  try {
    if (head.bytes.length === 0) return;
    const format = recognise(head);
    if ('kind' in format) {
      if (nesting.part === null || nesting.part.index === 0) yield format;
      return;
    }
    // What comes only once is read on from its head; elsewhere a format that reads by ranges needs no stream left open.
    const isFree = format.isRanged === true && source.isSequential !== true;
    if (isFree) await close();
    const whole = isFree ? source : opened;
    const note = nesting.part === null || nesting.part.index === 0 ? noteType(head.extension, format) : null;
    if (note !== null) yield note;
    if ('read' in format) yield* readNoted(format, whole, nesting);
    else if (nesting.part !== null && nesting.part.index > 0) return;
    else if (nesting.depth >= limits.maxNesting)
      yield unread('ARCHIVE_NESTING_LEVEL_OVER_LIMIT', `more than ${limits.maxNesting} levels`);
    else yield* catchFaults(readMembers(format, whole, nesting), nesting);
  } finally {
    await close();
  }
}

/**
 * Reads an object as whatever it is: blocks of text with the place of every byte, and an `Unread` for all that could not
 * be read. An empty object gives neither. A `Note` says where its name or its encoding misleads. A `Member` stands before what belongs to an object inside it. Only errors of the
 * source itself are thrown. With `part`, what begins in that part of it; an object that cannot be cut is all in the first.
 * `onFault` is told what a reader itself ran into, which costs what it was reading: for tests, that no fault of ours hides there.
 */
export async function* readObject(
  source: ByteSource,
  limits: Partial<ReaderLimits> = {},
  part: PartRef | null = null,
  onFault?: (error: object) => void,
): AsyncGenerator<ReadPart> {
  const all = { ...defaultLimits, ...limits };
  const failures = new WeakSet<object>();
  const budget = createUnpackBudget(source.size, all);
  yield* readNested(noteFailures(source, failures), { limits: all, budget, depth: 0, path: '', part, failures, onFault });
}
