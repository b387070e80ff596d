/** From register and scan to one paper. */
import type { Confidence } from '../detectors/contract.ts';
import type { Register, Treatment } from '../law/register.ts';
import { writeAccessSheet } from './access-sheet.ts';
import type { PaperContext } from './entry-law.ts';
import { writeFiling, type FilingForm } from './filing.ts';
import { writeGapReport } from './gap-report.ts';
import { writeNotice } from './notice.ts';
import { shareOut, type Observed } from './observed.ts';
import { sentence, type Paper, type PaperKind, type PaperValue } from './paper.ts';
import { writeRegisterPaper } from './register-paper.ts';
import { writeTransferRequest } from './transfer-request.ts';

/** What a paper is written from. */
export interface PaperSource {
  readonly register: Register;
  /** null = no scan: the paper then says so. */
  readonly observed: Observed | null;
  /** Id of the treatment; null = all of them, for the papers that can be about all. */
  readonly treatment: string | null;
  /** Form of the CNDP to draft; null = the one the law leads to. */
  readonly form: FilingForm | null;
  /** Findings below it do not count. */
  readonly minConfidence: Confidence;
}

/** The treatment asked for is not in the register, or none was named where one must be. */
export class UnknownTreatment extends Error {
  override readonly name = 'UnknownTreatment';
}

function treatmentOf({ register, treatment }: PaperSource): Treatment {
  const { treatments } = register;
  const ids = treatments.map(({ id }) => id).join(', ');
  if (treatment === null) {
    const [only] = treatments;
    if (treatments.length === 1 && only !== undefined) return only;
    throw new UnknownTreatment(`This paper is about one treatment; name one of ${ids}`);
  }
  const found = treatments.find(({ id }) => id === treatment);
  if (found === undefined) throw new UnknownTreatment(`The register has no treatment ${treatment}; it has ${ids}`);
  return found;
}

function scanNotes(observed: Observed | null): readonly PaperValue[] {
  if (observed === null) return [sentence('no-scan')];
  const { id, endedAt, complete } = observed.scan;
  const seen = sentence('scan-looked-at', { scan: id, date: endedAt.slice(0, 10) });
  return complete ? [seen] : [seen, sentence('scan-incomplete')];
}

/** Writes one paper. Throws `UnknownTreatment`. */
export function writePaper(kind: PaperKind, source: PaperSource, context: PaperContext): Paper {
  const { register, observed, form } = source;
  const { controller } = register;
  const notes = scanNotes(observed);
  const sightings = observed === null ? null : shareOut(observed, register, source.minConfidence);
  if (kind === 'register' || kind === 'gaps') {
    const treatments = source.treatment === null ? register.treatments : [treatmentOf(source)];
    return kind === 'register'
      ? writeRegisterPaper(register, treatments, { sightings, notes }, context)
      : writeGapReport(register, treatments, { observed, sightings, only: source.treatment, notes }, context);
  }
  const treatment = treatmentOf(source);
  const entry = { controller, treatment, seen: sightings?.get(treatment.id) ?? null };
  if (kind === 'filing') return writeFiling(entry, { form, notes }, context);
  if (kind === 'transfer') return writeTransferRequest(entry, notes, context);
  if (kind === 'notice') return writeNotice(entry, context);
  return writeAccessSheet(entry, { observed, notes }, context);
}
