/** Plain tables for a terminal. */
import { stripVTControlCharacters } from 'node:util';

/** Lays rows out in columns; the last column takes what is left of `width` and wraps. */
export function renderTable(header: readonly string[], rows: readonly (readonly string[])[], width = 120): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => displayWidth(row[column] ?? ''))));
  const before = widths.slice(0, -1).reduce((sum, one) => sum + one + 2, 0);
  const last = Math.max(20, width - before);
  const lines = all.flatMap((row, index) => {
    const wrapped = wrapText(row.at(-1) ?? '', last);
    const head = row
      .slice(0, -1)
      .map((cell, column) => pad(cell, widths[column] ?? 0))
      .join('  ');
    const text = wrapped.map((part, line) =>
      `${line === 0 ? head : ' '.repeat(Math.max(0, before - 2))}${before > 0 ? '  ' : ''}${part}`.trimEnd(),
    );
    return index === 0 ? [...text, '─'.repeat(Math.min(width, before + last))] : text;
  });
  return `${lines.join('\n')}\n`;
}

/** Control characters never reach a terminal: names come from outside. */
export const cleanText = (text: string) => stripVTControlCharacters(text).replace(/\p{Cc}/gu, '·');

const displayWidth = (text: string) => [...text].length;
const pad = (text: string, width: number) => text + ' '.repeat(Math.max(0, width - displayWidth(text)));

/** Breaks a text at spaces into lines of at most `width` characters (a longer word stands alone). */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
