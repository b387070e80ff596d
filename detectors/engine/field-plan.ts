/** What is done with the cells of each field, told once for all of an object's cells from the fields' names. */
import type { Engine } from './compile.ts';
import { fieldMarks, fieldMaySay, fieldSays } from './field-names.ts';

export interface FieldPlan {
  /** For each field, the flags of its name for each detector; nothing at all where no name says anything. */
  readonly flags: readonly Uint8Array[];
  /** For each field, the detectors that read whole cells of it: few fields have any. */
  readonly readers: readonly (readonly number[])[];
  /** For each field, the detector that tells its cells at a glance, or `nobody`. */
  readonly settlers: Int8Array;
}

export const nobody = -1;
export const noPlan: FieldPlan = { flags: [], readers: [], settlers: new Int8Array(0) };

const speaks = fieldSays | fieldMarks | fieldMaySay;

function readersOf(engine: Engine, flags: Uint8Array): readonly number[] {
  return engine.detectors.flatMap((_, detector) => {
    const isRead = engine.isValue[detector] === 0 || engine.readsCells[detector] === 1;
    return isRead && ((flags[detector] ?? 0) & speaks) !== 0 ? [detector] : [];
  });
}

/** The only detector that a field's name speaks of, if it tells cells at a glance. */
function settlerOf({ usualReaders }: Engine, flags: Uint8Array): number {
  const only = flags.findIndex((flag) => (flag & speaks) !== 0);
  const isOnly = only >= 0 && flags[only] === fieldSays && flags.findLastIndex((flag) => (flag & speaks) !== 0) === only;
  return isOnly && usualReaders[only] !== null ? only : nobody;
}

/** The same names come with every block of an object. */
const plans = new WeakMap<readonly Uint8Array[], FieldPlan>();

/** Reads the names of all fields. */
export function planFields(engine: Engine, names: readonly string[]): FieldPlan {
  const flags = engine.fields.read(names);
  let plan = plans.get(flags);
  if (plan === undefined) {
    const isSaid = flags.some((one) => one.some((flag) => flag !== 0));
    plan = !isSaid
      ? noPlan
      : {
          flags,
          readers: flags.map((one) => readersOf(engine, one)),
          settlers: Int8Array.from(flags, (one) => settlerOf(engine, one)),
        };
    plans.set(flags, plan);
  }
  return plan;
}
