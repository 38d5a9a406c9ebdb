import type { z } from "zod";

const behind = new WeakMap<object, z.ZodType>();

/**
 * The same schema for tRPC, which takes a schema's `parseAsync` wherever there is one: on a page of fifty rows that costs
 * five times as much as `parse`, and none of our schemas waits for anything.
 */
export function sync<S extends z.ZodType>(schema: S): S {
  const same = Object.create(schema, { parseAsync: { value: undefined } }) as S;
  behind.set(same, schema);
  return same;
}

/**
 * The same schema for an answer that is put together field by field from typed rows: described, but not checked on the way
 * out. On a page of fifty items the check is a sixth of our own work; the tests of such a procedure hold its answers to the schema.
 */
export function described<S extends z.ZodType>(schema: S): S {
  const same = Object.create(schema, {
    parseAsync: { value: undefined },
    parse: { value: (answer: unknown) => answer },
  }) as S;
  behind.set(same, schema);
  return same;
}

/** The schema that was given to {@link sync} or {@link described}. */
export const schemaBehind = (same: z.ZodType): z.ZodType => behind.get(same) ?? same;
