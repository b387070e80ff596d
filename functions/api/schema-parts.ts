import { z } from 'zod';

/** UTC ISO 8601. */
export const time = z.iso.datetime();

/** A list that is only read. */
export const list = <S extends z.ZodType>(item: S) => z.array(item).readonly();

/** What every answer that is no single record carries: the version of its shape. */
export const versionField = { schemaVersion: z.literal(1) } as const;
export const versioned = { schemaVersion: 1 } as const;
