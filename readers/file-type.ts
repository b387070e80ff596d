/** Names the files no format claims, so that a skip says what was not read. */

/** First bytes (latin1) and where they stand. */
const signatures: readonly (readonly [bytes: string, name: string, at?: number])[] = [
  ['%PDF-', 'PDF'],
  ['\u00d0\u00cf\u0011\u00e0', 'Office before 2007'],
  ['ORC', 'ORC'],
  ['7z\u00bc\u00af\u0027\u001c', '7z'],
  ['Rar!', 'RAR'],
  ['\u0089PNG', 'PNG image'],
  ['\u00ff\u00d8\u00ff', 'JPEG image'],
  ['GIF8', 'GIF image'],
  ['II*\0', 'TIFF image'],
  ['MM\0*', 'TIFF image'],
  ['RIFF', 'RIFF media'],
  ['ftyp', 'MP4 media', 4],
  ['ID3', 'MP3 audio'],
  ['\u007fELF', 'program'],
  ['MZ', 'program'],
  ['\u00ff\u00fe\0\0', 'UTF-32 text'],
  ['\0\0\u00fe\u00ff', 'UTF-32 text'],
];

/** Signatures that could begin a text: believed only where the rest is no text either. */
const shortSignatures = new Set(['ORC', 'MZ', 'GIF8', 'RIFF', 'ID3', 'Rar!']);

/** What the bytes are by their signature, or null. `isText` tells whether they read as text. */
export function nameFileType(head: Uint8Array, isText: boolean): string | null {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 512)).toString('latin1');
  for (const [bytes, name, at = 0] of signatures) {
    if (start.startsWith(bytes, at) && !(isText && shortSignatures.has(bytes))) return name;
  }
  return null;
}
