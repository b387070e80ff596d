/** What a detector listens to, for texts made to be slow or odd. */
import { type Detector, listTerms } from '../detectors/define.ts';

/** Every word and phrase of a detector but the names of fields. */
export const wordsOf = (detector: Detector): readonly string[] =>
  detector.kind === 'value'
    ? [detector.context, detector.counter].flatMap(listTerms)
    : [detector.strong, detector.weak, detector.predicates, detector.falseFriends].flatMap(listTerms);
