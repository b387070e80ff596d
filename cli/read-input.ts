/** Files that a person writes: registers and facts. */
import { readFileSync } from 'node:fs';
import { CommandError } from './output.ts';

/** Text of a file; `-` reads standard input. Throws `CommandError` with the sentence for a file that is not there. */
export function readInput(file: string, what: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new CommandError(2, `Cannot read the ${what} ${file}: no such file, or no right to read it`, { cause: error });
  }
}
