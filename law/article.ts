/** The shape of an entry in the table of articles. */
import type { Texts } from './choice-entry.ts';

/** encoded = a rule of ours reads it; out-of-reach = neither a scan nor a register can tell; procedural = addressed to the CNDP, courts or Government. */
export type Coverage = 'encoded' | 'out-of-reach' | 'procedural';

export interface Article {
  readonly title: Texts;
  /** How the article is divided, as cited after its number: `(1)(e)`, `(a)`. Empty = cited whole. */
  readonly parts: readonly string[];
  readonly coverage: Coverage;
  /** Files of `law/` that encode it, without the extension. */
  readonly files: readonly string[];
  /** What is encoded, or why it is not. */
  readonly remark: string;
}
