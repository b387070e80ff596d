/** The thread in which 7z archives are unpacked: it can be stopped at its deadline, and its memory is its own. */
import { parentPort } from 'node:worker_threads';
import openLibarchive from 'libarchive.js/src/webworker/wasm-gen/libarchive.js';
import type { Libarchive } from 'libarchive.js/src/webworker/wasm-gen/libarchive.js';
import { readDecoderFile } from '../threads/decoder-files.ts';
import type { SevenZipAnswer, SevenZipProblem, SevenZipRequest } from './seven-zip-messages.ts';

/** What the decoder may hold: the archive, at most `maxHeldBytes`, and a dictionary. WebAssembly itself stops at 2 GB. */
const maxMemoryBytes = 768 * 1024 * 1024;
const fileType = 0o170000;
const regularFile = 0o100000;
/** Answers of the library from here on down are errors. */
const lastAddress = 0xffff_0000;

interface Archive {
  readonly library: Libarchive;
  readonly handle: number;
  /** Bytes of the entry not given yet. */
  left: number;
}

let archive: Archive | null = null;

const explanations: readonly (readonly [said: RegExp, why: SevenZipProblem])[] = [
  [/encrypt|passphrase/iu, 'encrypted'],
  [/codec|unsupported|unknown/iu, 'method'],
  [/memory|allocate/iu, 'memory'],
];

/** Why the library failed; null where it did not. */
function problemOf({ library, handle }: Archive): SevenZipProblem | null {
  const said = library.cwrap('archive_error_string', 'string', ['number'])(handle);
  if (said === '') return null;
  return explanations.find(([words]) => words.test(said))?.[1] ?? 'damaged';
}

async function open(bytes: Uint8Array): Promise<SevenZipAnswer> {
  const library = await openLibarchive({
    wasmBinary: readDecoderFile('libarchive.js/dist/libarchive.wasm'),
    monitorRunDependencies() {},
    print() {},
    printErr() {},
  });
  const at = library.cwrap('malloc', 'number', ['number'])(bytes.length);
  if (at === 0) return { kind: 'failed', why: 'memory' };
  library.HEAPU8.set(bytes, at);
  const openArchive = library.cwrap('archive_open', 'number', ['number', 'number', 'string', 'string']);
  const handle = openArchive(at, bytes.length, null, 'en_US.UTF-8');
  archive = { library, handle, left: 0 };
  return handle === 0 ? { kind: 'failed', why: 'damaged' } : { kind: 'opened' };
}

function next(opened: Archive): SevenZipAnswer {
  const { library, handle } = opened;
  const number = (name: string, of: number): number => library.cwrap(name, 'number', ['number'])(of);
  const entry = number('get_next_entry', handle);
  if (entry === 0) {
    const why = problemOf(opened);
    return why === null ? { kind: 'end' } : { kind: 'failed', why };
  }
  opened.left = number('archive_entry_size', entry);
  return {
    kind: 'entry',
    name: library.cwrap('archive_entry_pathname', 'string', ['number'])(entry),
    bytes: opened.left,
    isFile: (number('archive_entry_filetype', entry) & fileType) === regularFile,
  };
}

function read(opened: Archive, maxBytes: number): SevenZipAnswer {
  const { library, handle } = opened;
  const length = Math.min(maxBytes, opened.left);
  if (length === 0) return { kind: 'bytes', bytes: new Uint8Array(0) };
  const at = library.cwrap('get_filedata', 'number', ['number', 'number'])(handle, length) >>> 0;
  if (library.HEAPU8.length > maxMemoryBytes) return { kind: 'failed', why: 'memory' };
  if (at === 0 || at > lastAddress) return { kind: 'failed', why: problemOf(opened) ?? 'damaged' };
  const bytes = library.HEAPU8.slice(at, at + length);
  library.cwrap('free', 'number', ['number'])(at);
  opened.left -= length;
  return { kind: 'bytes', bytes };
}

async function answerTo(request: SevenZipRequest): Promise<SevenZipAnswer> {
  if (request.kind === 'open') return open(request.archive);
  if (archive === null) return { kind: 'failed', why: 'damaged' };
  return request.kind === 'next' ? next(archive) : read(archive, request.maxBytes);
}

parentPort?.on('message', (request: SevenZipRequest) => {
  answerTo(request)
    // What the decoder runs into inside its own memory is a fault of the archive.
    .catch((): SevenZipAnswer => ({ kind: 'failed', why: 'damaged' }))
    .then((answer) => parentPort?.postMessage(answer, answer.kind === 'bytes' ? [answer.bytes.buffer] : []))
    .catch(() => {});
});
