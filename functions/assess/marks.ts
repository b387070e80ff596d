/** Marks: what was last read of each object, kept so that completeness and age are known without reading again. */
import type { Skip } from '../../findings/finding.ts';
import type { ObjectTally } from '../../findings/tally.ts';
import type { Mark } from '../../ledger/contract.ts';

/** Object id of the mark that speaks for a whole store: it stands for skips that name no object. */
export const wholeStore = '#store';

/** Marks for the objects of a reading, and one for the store itself. `skips` of an object give its reason. */
export function marksOf(
  objects: readonly ObjectTally[],
  skips: readonly Skip[],
  reading: { readonly scan: string; readonly detectorsVersion: string },
): readonly Mark[] {
  const reasons = new Map(skips.map((skip) => [skip.object, skip.reason]));
  const storeSkip = reasons.get(null) ?? null;
  const store: Mark = {
    objectId: wholeStore,
    version: null,
    modifiedAt: null,
    complete: storeSkip === null,
    skip: storeSkip,
    ...reading,
  };
  return [
    store,
    ...objects.map((object) => ({
      objectId: object.objectId,
      ...(object.containers ? { containers: object.containers } : {}),
      version: object.version,
      modifiedAt: object.modifiedAt,
      complete: object.complete,
      skip: object.complete ? null : (reasons.get(object.object) ?? 'UNABLE_TO_PARSE_FILE'),
      ...reading,
    })),
  ];
}

/** What the marks of a store say of it: skips by reason, completeness, and the oldest change. */
export function summariseMarks(marks: readonly Mark[]): {
  readonly skips: Readonly<Record<string, number>>;
  readonly complete: boolean;
  readonly oldestAt: string | null;
} {
  const skips: Record<string, number> = {};
  for (const { skip } of marks) if (skip !== null) skips[skip] = (skips[skip] ?? 0) + 1;
  const dates = marks.flatMap(({ modifiedAt }) => (modifiedAt === null ? [] : [modifiedAt])).toSorted();
  return { skips, complete: marks.length > 0 && marks.every((mark) => mark.complete), oldestAt: dates[0] ?? null };
}
