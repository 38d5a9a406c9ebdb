import type { HistoryEdit } from "@readout/core/history";

/** The fields, at any depth, that hold the id of an actor or several of them. */
const actorFields = ["state", "organisation", "parties"];

/** The ids of the actors that edits speak of. */
export function actorsIn(edits: readonly HistoryEdit[]): Set<string> {
  const found = new Set<string>();
  const note = (id: string) => {
    found.add(id);
    return id;
  };
  for (const { before, after } of edits) replaced([before, after], note);
  return found;
}

/** The same edit with actors by name; one without a name keeps its id. */
export const withNames = <Edit extends HistoryEdit>(edit: Edit, names: ReadonlyMap<string, string>): Edit => {
  const named = (fields: HistoryEdit["before"]) => replaced(fields, (id) => names.get(id) ?? id);
  return { ...edit, before: named(edit.before), after: named(edit.after) };
};

function replaced<Value>(value: Value, by: (id: string) => string, isActor = false): Value {
  if (typeof value === "string") return (isActor ? by(value) : value) as Value;
  if (Array.isArray(value)) return value.map((inner) => replaced(inner, by, isActor)) as Value;
  if (typeof value !== "object" || value === null) return value;
  const fields = Object.entries(value).map(([name, inner]) => [name, replaced(inner, by, actorFields.includes(name))]);
  return Object.fromEntries(fields) as Value;
}
