import { z } from 'zod';

/** The schemas that have a name in the OpenAPI document. */
export const components = z.registry<{ id: string }>();

/** Gives a schema its name in the OpenAPI document; where it is used inside another, the document refers to it. */
export function component<S extends z.ZodType>(id: string, schema: S): S {
  components.add(schema, { id });
  return schema;
}
