/** SQL dumps: rows of INSERT and COPY as records, `table.column` as fields; what else a dump says is read as it stands. */
import type { TextFormat } from '../contract.ts';
import { pieceBytes } from '../limits.ts';
import { startSqlRun, tokeniseSql } from './sql-tokeniser.ts';
import { openText } from '../text-stream.ts';
import { readTokens } from '../token-blocks.ts';

const extensions = new Set(['sql', 'mysql', 'pgsql', 'psql']);
const dumpExtensions = new Set(['', 'dump', 'bak', 'txt']);
const rows = /^(?:INSERT\s+INTO\s+\S+.*\bVALUES\b|COPY\s+\S+ .*FROM stdin;|CREATE\s+TABLE\s+\S+\s*\()/imu;
/** Only MySQL and its kin quote names like that, and only there a backslash is an escape. */
const mysql = /\x60\w+\x60|\bMySQL\b|\bMariaDB\b/u;

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');

export const sqlFormat: TextFormat = {
  id: 'sql',
  recognises: ({ text, extension }) =>
    text !== null && (extensions.has(extension) || (dumpExtensions.has(extension) && rows.test(textOf(text)))),
  async *read(source, limits) {
    const stream = openText(source);
    try {
      await stream.fill(pieceBytes);
      const run = startSqlRun(mysql.test(textOf(stream.window().subarray(0, pieceBytes))));
      const tokens = {
        cells: run.cells,
        names: run.names,
        get escapes() {
          return run.escapes;
        },
        tokenise: (window: Uint8Array, isEnded: boolean) => tokeniseSql(run, window, isEnded),
      };
      yield* readTokens(stream, tokens, limits);
    } finally {
      await stream.close();
    }
  },
};
