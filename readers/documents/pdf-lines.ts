/** Lines of a page from the pieces of text a PDF draws: in reading order, in ordinary letters. */

/** A piece of text as the decoder gives it: letters in logical order, its place on the page. */
export interface TextPiece {
  readonly text: string;
  /** Left edge, in the page's own units. */
  readonly x: number;
  readonly endsLine: boolean;
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/gu;
const leftToRight = /[A-Za-z\u00c0-\u024f]/gu;
/** Letters as drawn at the start, in the middle or at the end of a word. */
const presentationForms = /[\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufeff]/u;

const countOf = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/** True if the pieces of a line run from left to right although most of its letters are read from right to left. */
function isVisualOrder(line: readonly TextPiece[]): boolean {
  const text = line.map((piece) => piece.text).join('');
  if (countOf(text, rightToLeft) <= countOf(text, leftToRight)) return false;
  const drawn = line.filter((piece) => piece.text.trim() !== '');
  return drawn.length > 1 && drawn.every((piece, index) => index === 0 || piece.x > drawn[index - 1]!.x);
}

function lineText(line: readonly TextPiece[]): string {
  const ordered = isVisualOrder(line) ? line.toReversed() : line;
  const text = ordered.map((piece) => piece.text).join('');
  return presentationForms.test(text) ? text.normalize('NFKC') : text;
}

/** The text of a page, a line feed after each line. */
export function linesOf(pieces: readonly TextPiece[]): string {
  let text = '';
  let line: TextPiece[] = [];
  for (const piece of pieces) {
    line.push(piece);
    if (!piece.endsLine) continue;
    text += `${lineText(line).trimEnd()}\n`;
    line = [];
  }
  return line.length === 0 ? text : `${text}${lineText(line).trimEnd()}\n`;
}
