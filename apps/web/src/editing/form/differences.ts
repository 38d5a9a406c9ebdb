/** The fields of a form, each a value that JSON can hold. */
export type Fields = Record<string, unknown>;

/** A field in which two versions differ, with what both started from. */
export type Difference<F extends Fields> = {
  field: keyof F & string;
  before: unknown;
  theirs: unknown;
  mine: unknown;
  /** Whether both changed it: then one of them has to give way. */
  both: boolean;
};

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields that differ from what was started from, in the order of the form. */
export const changedFields = <F extends Fields>(before: F, now: F): (keyof F & string)[] =>
  Object.keys(before).filter((field) => !isSame(before[field], now[field]));

/** Field by field where theirs and mine differ: what both changed comes first. */
export function differences<F extends Fields>(before: F, theirs: F, mine: F): Difference<F>[] {
  return Object.keys(before)
    .filter((field) => !isSame(theirs[field], mine[field]))
    .map((field) => ({
      field,
      before: before[field],
      theirs: theirs[field],
      mine: mine[field],
      both: !isSame(before[field], theirs[field]) && !isSame(before[field], mine[field]),
    }))
    .sort((a, b) => Number(b.both) - Number(a.both));
}

/** Mine on top of theirs: the fields I changed as I have them, all others as they are now. */
export function onTop<F extends Fields>(before: F, theirs: F, mine: F): F {
  const merged: F = { ...theirs };
  for (const field of changedFields(before, mine)) merged[field] = mine[field];
  return merged;
}
