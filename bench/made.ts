/** Tables, JSON lines and their likes from a seed: mostly none of anybody's data, one record in forty carries a value. */
import { seededRandom } from './corpora/random.ts';

export interface Row {
  readonly id: number;
  readonly date: string;
  readonly state: string;
  readonly amount: string;
  readonly note: string;
  readonly contact: string;
}

const states = ['ouvert', 'clos', 'en attente', 'transmis', 'rejeté'];
const notes = [
  'dossier complet, transmis au service',
  'pièce manquante',
  'relance envoyée au guichet',
  'sans suite',
  'contrôle effectué sur place',
];

/** Rows without end. */
export function* makeRows(seed: number): Generator<Row> {
  const random = seededRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const two = (value: number): string => String(value).padStart(2, '0');
  for (let id = 1; ; id++) {
    const value = below(120);
    yield {
      id,
      date: `2026-${two(1 + below(12))}-${two(1 + below(28))}`,
      state: states[below(states.length)]!,
      amount: `${below(9000)}.${two(below(100))}`,
      note: notes[below(notes.length)]!,
      contact:
        value === 0
          ? `client${below(9999)}@courriel.ma`
          : value === 1
            ? `06${10_000_000 + below(89_999_999)}`
            : value === 2
              ? `BK${100_000 + below(899_999)}`
              : '',
    };
  }
}

/** Text of about `size` bytes, made of rows. */
export function makeText(size: number, seed: number, head: string, line: (row: Row) => string): Buffer {
  const parts: Buffer[] = [Buffer.from(head)];
  let length = 0;
  let lines: string[] = [];
  for (const row of makeRows(seed)) {
    lines.push(line(row));
    if (lines.length < 1000) continue;
    const part = Buffer.from(lines.join(''));
    lines = [];
    parts.push(part);
    length += part.length;
    if (length >= size) break;
  }
  return Buffer.concat(parts);
}

export const csvHead = 'id;date;statut;montant;note;contact\n';
export const csvLine = (row: Row): string => `${row.id};${row.date};${row.state};${row.amount};"${row.note}";${row.contact}\n`;
export const jsonLine = (row: Row): string => `${JSON.stringify(row)}\n`;
