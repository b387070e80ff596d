/** What the upper half of each one-byte encoding stands for. Those of the web are Node's; those of DOS and the Macintosh stand here. */

export const webEncodings = ['windows-1252', 'windows-1256', 'iso-8859-15', 'iso-8859-6', 'macintosh'] as const;
const written = {
  /** Arabic of the Macintosh: its second half says some ASCII again, for text that runs from right to left. */
  'mac-arabic':
    'Ä\u00a0ÇÉÑÖÜáàâäں«çéèêëí…îïñó»ôö÷úùûü !"#$٪&\'()*+،-./٠١٢٣٤٥٦٧٨٩:؛<=>؟❊ءآأؤإئابةتثجحخدذرزسشصضطظعغ[\\]^_ـفقكلمنهوىي\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652پٹچەڤگڈڑ{|}ژے',
  cp437:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0',
  cp850:
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0',
  /** Arabic of DOS; 0x80 and the like are free. */
  cp720:
    '\u0080\u0081éâ\u0084à\u0086çêëèïî\u008d\u008e\u008f\u0090\u0651\u0652ô¤ـûùءآأؤ£إئابةتثجحخدذرزسشص«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀ضطظعغفµقكلمنهوىي≡\u064b\u064c\u064d\u064e\u064f\u0650≈°∙·√ⁿ²■\u00a0',
} as const;

export type SingleByteEncoding = (typeof webEncodings)[number] | keyof typeof written;

const isWritten = (encoding: SingleByteEncoding): encoding is keyof typeof written => encoding in written;

function charactersOf(encoding: SingleByteEncoding): string[] {
  if (isWritten(encoding)) return Array.from(written[encoding]);
  const decoder = new TextDecoder(encoding);
  return Array.from({ length: 128 }, (_, i) => decoder.decode(Uint8Array.of(0x80 + i)));
}

const known = new Map<SingleByteEncoding, readonly string[]>();

/** The characters of bytes 0x80 to 0xFF, one each; U+FFFD where a byte stands for none. */
export function upperHalf(encoding: SingleByteEncoding): readonly string[] {
  const before = known.get(encoding);
  if (before !== undefined) return before;
  const characters = charactersOf(encoding);
  known.set(encoding, characters);
  return characters;
}

/** Bytes in an encoding as a string. */
export function decodeBytes(bytes: Uint8Array, encoding: SingleByteEncoding): string {
  const upper = upperHalf(encoding);
  return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCodePoint(byte) : upper[byte - 0x80])).join('');
}
