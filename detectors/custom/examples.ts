/** Tries the examples of a custom detector. What is wrong is told by the number of the example, never by its text. */
import { type Confidence, confidences, type Match, type Scanner, type Text } from '../contract.ts';
import type { ValueDetector } from '../define.ts';
import { makeScanner } from '../scanner.ts';
import type { DetectorEntry, Example } from './schema.ts';

type Report = (key: 'examples' | 'counterExamples', at: number, text: string) => void;

const encoder = new TextEncoder();

/** An example as a text: a column's value as the one cell of a table. */
function textOf(example: Example): Text {
  if (typeof example === 'string') {
    const bytes = encoder.encode(example);
    return { bytes, from: 0, to: bytes.length, cells: null };
  }
  const bytes = encoder.encode(example.value);
  const one = (value: number): Uint32Array => Uint32Array.of(value);
  const cells = {
    count: 1,
    starts: one(0),
    ends: one(bytes.length),
    fields: one(0),
    records: one(0),
    fieldNames: [example.column],
  };
  return { bytes, from: 0, to: bytes.length, cells };
}

function matchesIn(scanner: Scanner, example: Example): readonly Match[] {
  const matches: Match[] = [];
  scanner.scan(textOf(example), (match) => matches.push(match));
  return matches;
}

const rank = (confidence: Confidence): number => confidences.indexOf(confidence);
const isSure = ({ confidence }: Match): boolean => rank(confidence) >= rank('high');

/** Why an example is not found, in words. */
function explainMiss(example: Example, detector: ValueDetector, all: readonly Match[]): string {
  const own = matchesIn(makeScanner([detector]), example);
  const [sure] = own.filter(isSure);
  const rival = sure && all.find(({ start, end }) => start < sure.end && end > sure.start);
  if (rival)
    return `is taken for ${rival.detector}, which has more to speak for it; make the pattern longer or the validator stricter`;
  const [weak] = own;
  if (weak) {
    return `is found only at \`${weak.confidence}\`; put a \`context\` word before the value, name its column, or set \`alone: high\``;
  }
  return detector.anchors.length > 0
    ? 'is not found; the pattern fits no value in it that stands free, or the validator does not hold'
    : 'is not found; this pattern is looked for only behind its `context` words and in its `columns`';
}

/** Tries every example with all detectors together, as they will run. */
export function checkExamples(entry: DetectorEntry, detector: ValueDetector, scanner: Scanner, report: Report): void {
  const ownMatches = (matches: readonly Match[]): readonly Match[] => matches.filter((match) => match.detector === detector.id);
  for (const [at, example] of entry.examples.entries()) {
    const all = matchesIn(scanner, example);
    if (!ownMatches(all).some(isSure)) report('examples', at, `example ${at + 1} ${explainMiss(example, detector, all)}`);
  }
  for (const [at, example] of entry.counterExamples.entries()) {
    const loud = ownMatches(matchesIn(scanner, example)).find(({ confidence }) => confidence !== 'low');
    if (loud) {
      const advice = 'narrow the pattern, or name what it is instead with `counter` words or `otherColumns`';
      report('counterExamples', at, `counter-example ${at + 1} is found at \`${loud.confidence}\`; ${advice}`);
    }
  }
}
