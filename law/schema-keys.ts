/** Which keys a schema takes. */
import { z } from 'zod';
import type { Path } from './register-issue.ts';

function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault ? unwrap(schema.unwrap()) : schema;
}

/** The keys a strict object of the schema takes at a path; none where there is no object. */
export function keysAt(root: z.core.$ZodType, path: Path): readonly string[] {
  let schema: z.core.$ZodType | undefined = root;
  for (const key of path) {
    const open = unwrap(schema);
    if (open instanceof z.ZodArray) schema = open.element;
    else if (open instanceof z.ZodObject) schema = (open.shape as Record<string, z.core.$ZodType>)[String(key)];
    else return [];
  }
  const found = unwrap(schema);
  return found instanceof z.ZodObject ? Object.keys(found.shape) : [];
}
