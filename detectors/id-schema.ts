/** Ids of detectors as they come in and go out. */
import { z } from 'zod';
import { detectorIds } from './catalogue.ts';

/** An id that the user gave. */
export const customIdSchema = z.templateLiteral(['custom/', z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)], {
  error: 'is not `custom/` and a name of small letters, digits and dashes',
});

/** Any id that a finding may have: one of the closed list, or one of the user's own. */
export const detectorIdSchema = z.union([z.enum(detectorIds), customIdSchema], 'is no detector; `kashf detectors` lists them');
