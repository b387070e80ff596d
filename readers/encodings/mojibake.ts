/**
 * UTF-8 that a program took for windows-1252 and wrote as UTF-8 again: `Ã©` for é, `Ø§Ù„` for ال. Undone wherever it stands, once or
 * more often, since nobody writes such letters side by side on purpose.
 */
import { upperHalf } from './code-pages.ts';
import type { Shrunk } from './decoded.ts';

/** Second bytes of the letters (all C3 ..) that bytes of UTF-8 begin with: Â Ã Ä Å, Ø Ù Ú Û, â, ï, ð. */
const isLead = new Uint8Array(256);
for (const byte of [0x82, 0x83, 0x84, 0x85, 0x98, 0x99, 0x9a, 0x9b, 0xa2, 0xaf, 0xb0]) isLead[byte] = 1;

/** Characters of windows-1252 beyond Latin 1, as the bytes they stand for. */
const specials = new Map(upperHalf('windows-1252').map((character, i) => [character.codePointAt(0)!, 0x80 + i]));
const byteOf = (point: number): number => (point >= 0x80 && point < 0x100 ? point : (specials.get(point) ?? -1));

/** It has been seen done three times over. */
const maxTurns = 3;
/** What French puts after a capital: `OÙ »`, `OÙ…`. */
const afterCapitals = new Set([0xa0, 0xab, 0xbb, 0x2013, 0x2014, 0x2026]);

interface Letter {
  readonly point: number;
  /** What it takes as stored. */
  readonly bytes: number;
  readonly points: number;
}

/** Where such text may begin that the byte at `at` lies in, or -1. */
function leadAround(text: Uint8Array, at: number): number {
  for (let k = at - 3; k <= at; k++) if (text[k] === 0xc3 && isLead[text[k + 1]!] === 1 && text[k + 2]! >= 0xc2) return k;
  return -1;
}

/** True if a byte above 0x7F, at `at`, has too few others beside it to be one of four. */
function isAlone(text: Uint8Array, at: number): boolean {
  return at + 1 < text.length && text[at + 1]! < 0x80 && text[at - 2]! < 0x80;
}

/** First byte from `from` on that may begin such text, or -1. The text is valid UTF-8. A broken letter has four bytes: every fourth one is looked at. */
function findLead(text: Uint8Array, from: number): number {
  const { length } = text;
  for (let i = from + 3; i < length; i += 16) {
    const end = Math.min(length, i + 16);
    if (end === i + 16 && ((text[i]! | text[i + 4]! | text[i + 8]! | text[i + 12]!) & 0x80) === 0) continue;
    for (let at = i; at < end; at += 4) {
      const lead = text[at]! < 0x80 || isAlone(text, at) ? -1 : leadAround(text, at);
      if (lead !== -1) return lead;
    }
  }
  return -1;
}

const lengthOf = (lead: number): number => (lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4);

function pointAt(text: Uint8Array, at: number, length: number): number {
  let point = length === 2 ? text[at]! & 0x1f : length === 3 ? text[at]! & 0x0f : text[at]! & 0x07;
  for (let i = 1; i < length; i++) point = (point << 6) | (text[at + i]! & 0x3f);
  return point;
}

/** The letters of windows-1252 that stand side by side from `from` on. */
function readRun(text: Uint8Array, from: number): Letter[] {
  const run: Letter[] = [];
  for (let at = from; at < text.length && text[at]! >= 0x80;) {
    const bytes = lengthOf(text[at]!);
    const point = pointAt(text, at, bytes);
    if (byteOf(point) === -1) break;
    run.push({ point, bytes, points: 1 });
    at += bytes;
  }
  return run;
}

/** True for what French, Arabic and their punctuation are made of. */
function isExpected(point: number): boolean {
  if (point < 0x180 || specials.has(point)) return true;
  if (point >= 0x600 && point < 0x700) return true;
  if (point >= 0x2000 && point < 0x2140) return true;
  return (point >= 0xfb50 && point < 0xff00) || (point >= 0x1f000 && point < 0x1fb00);
}

/** The letter that the bytes from `at` on stand for in UTF-8, or null. */
function join(run: readonly Letter[], at: number): Letter | null {
  const lead = byteOf(run[at]!.point);
  if (lead < 0xc2 || lead > 0xf4 || at + lengthOf(lead) > run.length) return null;
  const taken = run.slice(at, at + lengthOf(lead));
  const codes = taken.map(({ point }) => byteOf(point));
  if (codes.slice(1).some((code) => (code & 0xc0) !== 0x80)) return null;
  const point = pointAt(Uint8Array.from(codes), 0, codes.length);
  if (!isExpected(point) || (codes.length === 3 && point < 0x800) || (codes.length === 4 && point < 0x10000)) return null;
  const sum = (what: 'bytes' | 'points'): number => taken.reduce((total, letter) => total + letter[what], 0);
  return { point, bytes: sum('bytes'), points: sum('points') };
}

/** Joins what can be joined; null where nothing can. */
function joinRun(run: readonly Letter[]): Letter[] | null {
  const out: Letter[] = [];
  for (let at = 0; at < run.length;) {
    const letter = join(run, at);
    out.push(letter ?? run[at]!);
    at += letter === null ? 1 : lengthOf(byteOf(run[at]!.point));
  }
  return out.length < run.length ? out : null;
}

/** A capital and the punctuation after it, as French has it, are no broken letter. */
function isHonest([first, ...others]: readonly Letter[]): boolean {
  return first!.point >= 0xc4 && first!.point < 0xe0 && others.every(({ point }) => afterCapitals.has(point));
}

function undoRun(run: readonly Letter[]): readonly Letter[] {
  if (run.length < 2 || isHonest(run)) return run;
  let letters = run;
  for (let turn = 0; turn < maxTurns; turn++) {
    const joined = joinRun(letters);
    if (joined === null) break;
    letters = joined;
  }
  return letters;
}

/** Undoes it in valid UTF-8. Gives the text itself where there is nothing to undo. */
export function undoMojibake(text: Uint8Array): { readonly bytes: Uint8Array; readonly shrunk: readonly Shrunk[] } {
  const shrunk: Shrunk[] = [];
  // Arabic has none of these letters, which is found out much faster.
  let lead = text.includes(0xc3) ? findLead(text, 0) : -1;
  if (lead === -1) return { bytes: text, shrunk };
  const target = Buffer.allocUnsafeSlow(text.length);
  let from = 0;
  let to = 0;
  for (; lead !== -1; lead = findLead(text, from)) {
    target.set(text.subarray(from, lead), to);
    to += lead - from;
    from = lead;
    const run = readRun(text, lead);
    for (const { point, bytes, points } of undoRun(run)) {
      const length = target.write(String.fromCodePoint(point), to, 'utf8');
      if (points > 1) shrunk.push({ at: to, bytes: bytes - length, points: points - 1 });
      to += length;
      from += bytes;
    }
  }
  target.set(text.subarray(from), to);
  return { bytes: target.subarray(0, to + text.length - from), shrunk };
}

/** Longest stretch held back at the end of a piece: an Arabic word that was broken twice. */
const maxHeld = 512;

/** Where a stretch begins that the end of a piece may have cut; its length where there is none. */
export function endBeforeMojibake(text: Uint8Array): number {
  let at = text.length;
  let isBroken = false;
  while (at > 0 && text[at - 1]! >= 0x80) {
    at--;
    if (text.length - at > maxHeld) return text.length;
    isBroken ||= text[at] === 0xc3 && isLead[text[at + 1] ?? 0] === 1;
  }
  return isBroken ? at : text.length;
}
