/** Whether two values are told alike; what is missing counts as null. */
export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** Of two lists the rows that stand in the first alone, and those that stand in the second alone; both empty where rows merely changed places. */
export function rowsApart(before: readonly unknown[], after: readonly unknown[]): [gone: unknown[], come: unknown[]] {
  const without = (rows: readonly unknown[], others: readonly unknown[]) =>
    rows.filter((row) => !others.some((other) => isSame(other, row)));
  return [without(before, after), without(after, before)];
}
