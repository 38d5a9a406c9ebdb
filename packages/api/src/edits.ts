import { ReadoutError } from "@readout/core/error";

/**
 * Refuses an edit that was made on another version than the one that stands.
 *
 * @param what as it is named to people: "this item"
 * @throws conflict with `version`, the one that the edit was made on, and `current`
 */
export function checkVersion(what: string, version: number, current: number): void {
  if (version === current) return;
  throw new ReadoutError(
    "conflict",
    `${what} stands at version ${current}, not at ${version}`,
    { version, current },
    "Read it again and decide on what it says now.",
  );
}

/** The fields that a command edits, as they are kept: each has a value. */
export type Edited<Command, Name extends keyof Command> = { [N in Name]-?: Exclude<Command[N], undefined> };

/** What an edit makes different, field by field, as it was and as it becomes. */
export interface Changes<Fields> {
  before: Partial<Fields>;
  after: Partial<Fields>;
}

/**
 * The fields that an edit makes different.
 *
 * @param edit fields that are left out, or undefined, stay as they are; names that `kept` does not have are not looked at
 * @returns null where nothing becomes different: such an edit leaves no trace
 */
export function changesOf<Fields extends object>(
  kept: Fields,
  edit: { readonly [Name in keyof Fields]?: Fields[Name] | undefined },
): Changes<Fields> | null {
  const changes: Changes<Fields> = { before: {}, after: {} };
  for (const name of Object.keys(kept) as (keyof Fields)[]) {
    const wanted = edit[name];
    if (wanted === undefined || sameJson(wanted, kept[name])) continue;
    changes.before[name] = kept[name];
    changes.after[name] = wanted as Fields[typeof name];
  }
  return Object.keys(changes.after).length === 0 ? null : changes;
}

/** A row of a list that is edited as a whole, with when an edit brought it; null where it came with what it belongs to. */
export interface Recorded<Fields> {
  fields: Fields;
  recordedAt: Date | null;
}

/** The rows of an edited list: those that it had keep when they were recorded, the others are recorded now. */
export const withRecordedAt = <Fields extends object>(
  rows: readonly Fields[],
  kept: readonly Recorded<Fields>[],
  now: Date,
): (Fields & { recordedAt: Date | null })[] =>
  rows.map((row) => {
    const same = kept.find(({ fields }) => sameJson(fields, row));
    return { ...row, recordedAt: same === undefined ? now : same.recordedAt };
  });

/** Whether two values are the same as JSON, in whatever order their fields stand. */
function sameJson(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [ofA, ofB] = [Object.entries(a), b as Record<string, unknown>];
  return (
    Array.isArray(a) === Array.isArray(b) &&
    ofA.length === Object.keys(b).length &&
    ofA.every(([name, value]) => Object.hasOwn(ofB, name) && sameJson(value, ofB[name]))
  );
}
