/**
 * The anchors and the lexicon as expressions for Hyperscan, one a line, over bytes and without regard to case. They come from the
 * same registry and vocabulary; of two ways to say a thing the one that Hyperscan is faster with was taken:
 *
 * - Terms are literals, as spelled and without their accents; word borders are left out, so that it meets parts of words too.
 * - Digits and spaces are those of ASCII; Arabic letters stand for themselves, and marks between them are not skipped.
 * - The anchor for sixteen digits is left out: it ends where that for fifteen has ended, and alone makes Hyperscan four times slower.
 */
import type { Detector } from '../detectors/define.ts';
import { gatherVocabulary, type Term } from '../detectors/engine/vocabulary.ts';

/** Anchor syntax has no wildcard and no unbounded repetition: `.` and `+` stand for themselves. */
function anchorExpression(anchor: string): string {
  let isInClass = false;
  return anchor.replaceAll(/\\.|[^\\]/gsu, (part) => {
    if (part === '\\l') return isInClass ? 'a-z' : '[a-z]';
    if (part === '[') isInClass = true;
    else if (part === ']') isInClass = false;
    else if (!isInClass && (part === '.' || part === '+')) return `\\${part}`;
    return part;
  });
}

const isCovered = (expression: string): boolean => expression === String.raw`[^\d]\d{16}`;

const quote = (text: string): string => text.replaceAll(/[\\^$.|?*+()[\]{}]/g, String.raw`\$&`);
const withoutAccents = (text: string): string => text.normalize('NFD').replaceAll(/[\u0300-\u036f]/g, '');

function termExpressions({ text, isArabic }: Term): readonly string[] {
  const spelled = text.replaceAll(/\s+/g, ' ');
  return [spelled, isArabic ? spelled : withoutAccents(spelled)].map(quote);
}

/** The expressions of some detectors. */
export function listExpressions(detectors: readonly Detector[]): readonly string[] {
  const anchors = detectors.flatMap((detector) => (detector.kind === 'value' ? detector.anchors.map(anchorExpression) : []));
  const terms = gatherVocabulary(detectors).terms.flatMap(termExpressions);
  return [...new Set([...anchors.filter((expression) => !isCovered(expression)), ...terms])];
}
