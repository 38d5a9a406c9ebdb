/** One field as it was and as it became, in words; null where it was not there. */
export type FieldChange = { name: string; before: string | null; after: string | null };

type Fields = Readonly<Record<string, unknown>> | null;

/** Below this, lists of records are told apart by their numbers; what lies deeper is JSON. */
const DEPTH = 4;

/**
 * What an act changed, field by field, in the order of the fields; what stayed is left out.
 *
 * @param before null where the thing was made by the act, then every field of `after` is told
 */
export function fieldChanges(before: Fields, after: Fields): FieldChange[] {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const change = { name, before: was.get(name) ?? null, after: is.get(name) ?? null };
    return change.before === change.after ? [] : [change];
  });
}

function leavesOf(fields: Fields): Map<string, string> {
  const leaves = new Map<string, string>();
  const add = (name: string, value: unknown, depth: number): void => {
    if (value === null || value === undefined) return;
    if (Array.isArray(value) && value.every(isPlain)) {
      if (value.length > 0) leaves.set(name, value.map(textOf).join(", "));
      return;
    }
    if (typeof value !== "object") leaves.set(name, textOf(value));
    else if (depth === DEPTH) leaves.set(name, JSON.stringify(value));
    else if (Array.isArray(value)) for (const [i, inner] of value.entries()) add(`${name} ${i + 1}`, inner, depth + 1);
    else
      for (const [inner, held] of Object.entries(value))
        add(name === "" ? wordsOf(inner) : `${name}, ${wordsOf(inner)}`, held, depth + 1);
  };
  add("", fields, 0);
  return leaves;
}

const isPlain = (value: unknown): boolean => value === null || typeof value !== "object";

const textOf = (value: unknown): string => (value === true ? "yes" : value === false ? "no" : String(value));

/** A field's name as people say it: "statusSubject" is "status subject". */
const wordsOf = (name: string): string => name.replace(/(?<=[a-z0-9])[A-Z]/g, (capital) => ` ${capital.toLowerCase()}`);
