import type { z } from "zod";

const behind = new WeakMap<object, z.ZodType>();

/**
 * The same schema for tRPC, which takes a schema's `parseAsync` wherever there is one: on a page of fifty rows that costs
 * five times as much as `parse`, and none of our schemas waits for anything.
 */
export const sync = <S extends z.ZodType>(schema: S): S => standIn(schema, {});

/**
 * The same schema for an answer that is put together field by field from typed rows: described, but not checked on the way
 * out. On a page of fifty items the check is a sixth of our own work; the tests of such a procedure hold its answers to the schema.
 */
export const described = <S extends z.ZodType>(schema: S): S =>
  standIn(schema, { parse: { value: (answer: unknown) => answer } });

/** The schema in all but how it parses. */
function standIn<S extends z.ZodType>(schema: S, parsing: PropertyDescriptorMap): S {
  const same = Object.create(schema, { parseAsync: { value: undefined }, ...parsing }) as S;
  behind.set(same, schema);
  return same;
}

/** The schema that was given to {@link sync} or {@link described}. */
export const schemaBehind = (same: z.ZodType): z.ZodType => behind.get(same) ?? same;
