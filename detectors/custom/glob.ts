/** Paths with wildcards: `*` and `?` stay between slashes, `**` crosses them, and a final `/**` also means what stands before it. */
import { compileMatcher, type Matcher } from './matcher.ts';
import type { Pattern } from './pattern.ts';
import { complement, single } from './points.ts';

const anything: Pattern = { kind: 'set', points: complement([]) };
const noSlash: Pattern = { kind: 'set', points: complement(single('/')) };

const endless = (part: Pattern): Pattern => ({ kind: 'repeat', part, least: 0, most: Infinity });

function readPiece(piece: string): readonly Pattern[] {
  if (piece === '**') return [endless(anything)];
  if (piece === '*') return [endless(noSlash)];
  return piece === '?' ? [noSlash] : [...piece].map((character) => ({ kind: 'set', points: single(character) }));
}

/** Compiles a path. Throws `PatternError` where it has too many wildcards to be decided at once. */
export function compileGlob(glob: string): Matcher {
  const hasTail = glob.endsWith('/**');
  const parts = (hasTail ? glob.slice(0, -3) : glob).split(/(\*\*|\*|\?)/).flatMap(readPiece);
  const below: Pattern = { kind: 'sequence', parts: [...readPiece('/'), endless(anything)] };
  const tail: readonly Pattern[] = hasTail ? [{ kind: 'repeat', part: below, least: 0, most: 1 }] : [];
  return compileMatcher({ kind: 'sequence', parts: [...parts, ...tail] });
}
