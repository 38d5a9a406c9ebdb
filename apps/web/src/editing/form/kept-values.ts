import type { FieldValues } from "react-hook-form";
import { changedFields } from "./differences.ts";

/** What was typed into a form, with what it was typed over; `version` is null for something new. */
export type KeptValues<Values extends FieldValues> = { version: number | null; before: Values; values: Values };

/** What is kept of a form in which nothing has been changed. */
export const keptNothing = <Values extends FieldValues>(
  values: Values,
  version: number | null,
): KeptValues<Values> => ({
  version,
  before: values,
  values,
});

/** Whether anything in it differs from what it was typed over. */
export const isChanged = <Values extends FieldValues>({ before, values }: KeptValues<Values>): boolean =>
  changedFields(before, values).length > 0;

/** Whether the same was typed; where nothing was changed, whatever stood there before. */
export const isSameTyped = <Values extends FieldValues>(a: KeptValues<Values>, b: KeptValues<Values>): boolean =>
  isChanged(a) === isChanged(b) && (!isChanged(a) || changedFields(a.values, b.values).length === 0);

/**
 * What was kept of a form; null for what is none of this form's.
 *
 * A draft outlives the program that wrote it: fields it does not have are taken as untouched, those nobody knows are left out.
 *
 * @param untouched values of the form's shape
 */
export function readKept<Values extends FieldValues>(content: unknown, untouched: Values): KeptValues<Values> | null {
  if (!isRecord(content) || !isRecord(content.values) || !isRecord(content.before)) return null;
  const version = typeof content.version === "number" ? content.version : null;
  return { version, before: fill(content.before, untouched), values: fill(content.values, untouched) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function fill<Values extends FieldValues>(kept: Record<string, unknown>, untouched: Values): Values {
  const filled = { ...untouched } as Record<string, unknown>;
  for (const [name, value] of Object.entries(untouched)) {
    const found = kept[name];
    if (typeof found === typeof value && Array.isArray(found) === Array.isArray(value)) filled[name] = found;
  }
  return filled as Values;
}
