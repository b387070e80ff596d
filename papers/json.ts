/** A paper as JSON: the codes it is made of, and its text in one language. */
import type { Paper } from './paper.ts';
import type { PaperText } from './render-paper.ts';

/** `{schemaVersion, paper, text}`; schemaVersion 1. */
export function writePaperJson(paper: Paper, text: PaperText): string {
  return `${JSON.stringify({ schemaVersion: paper.schemaVersion, paper, text }, null, 2)}\n`;
}
