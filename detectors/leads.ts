/**
 * The one word that touches a value: "au 06…", "from 41.…", "f 06…". Such words stand on every line, so no automaton looks
 * for them; they are read where a value was found.
 */
import { type ByteWords, byteWords } from './byte-words.ts';
import { splitWords, type Window, type Words } from './define.ts';
import { isWordByte } from './digits.ts';

/** Small words of Moroccan Arabic in Latin letters: among them a mobile number is somebody's telephone. */
export const darijaWords: Words = `
  f, fi, 3la, 3l, l, mn, men, m3a, m3ak, m3aya, m3ah, m3aha, b, d, w, ha, hak, hahowa, hahiya, howa, hiya, hada, hadi, hadak, hadik, had, dyal, dial,
  dyali, dyalo, dyalou, dyalha, dyalhom, dyalk, dyalek, diali, dialo, dialha, dialk, mol, moul, mola, 3nd, 3ndek, 3andek, 3ndi, 3andi, 3ndo, 3ndha, wla, wlla, ola, aw,
  rah, raha, rani, rak, li, ila, bach, wach, fin, chkoun, kifach, 3lach, 3afak, 3fak, khoya, khouya, khti, safi, yak, daba, db, ghir, gha, hna, bzaf, chwiya, machi,
  kan, kant, walakin, walaken, 7it, hit, kayn, kayna, khassek, khass, bghit, bghiti, sift, siftha, kteb, ktb, khoud, 3tini, 3tiha, 3tih, jdid, jdida, lqdim, lmohim`;

const longestWord = 24;
const isLetter = (byte: number): boolean => isWordByte(byte) || (byte >= 0x80 && byte !== 0xc2 && byte !== 0xe2);

/** The words of a list, ready to be looked up; in Arabic as written, in Latin letters without regard to capitals. */
export const leadWords = (words: Words): ByteWords => byteWords(splitWords(words));

/** Byte after the letters that end before a value, over one space, colon or opening bracket or two. */
function lastLetter({ bytes, low }: Window, start: number): number {
  let end = start;
  while (end > low && start - end < 3) {
    const byte = bytes[end - 1] ?? 0;
    if (byte !== 0x20 && byte !== 0x3a && byte !== 0x28) break;
    end--;
  }
  return end;
}

/** True if one of the words stands right before a value. */
export function isLedBy(window: Window, start: number, words: ByteWords): boolean {
  const { bytes, low } = window;
  const end = lastLetter(window, start);
  let from = end;
  while (from > low && end - from < longestWord && isLetter(bytes[from - 1] ?? 0)) from--;
  return end < start && from < end && words.has(bytes, from, end);
}

/** True if one of the words stands right behind a value, over one space. */
export function isFollowedBy({ bytes, high }: Window, end: number, words: ByteWords): boolean {
  if (bytes[end] !== 0x20) return false;
  let to = end + 1;
  while (to < high && to - end < longestWord && isLetter(bytes[to] ?? 0)) to++;
  return words.has(bytes, end + 1, to);
}
