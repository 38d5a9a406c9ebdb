/** Marks that would touch each other, in order of place; `x` is the middle of the first and the last. */
export type Cluster<M> = { x: number; members: readonly M[] };

/**
 * Gathers marks that lie nearer than `gap` to the mark before them.
 *
 * @param marks any order; `x` in whatever unit `gap` is in
 * @returns in order of `x`, every mark in exactly one cluster, the middles of neighbours at least `gap` apart or as near as
 *   their outermost members are
 */
export function clusterOf<M extends { x: number }>(marks: readonly M[], gap: number): Cluster<M>[] {
  const groups: M[][] = [];
  for (const mark of [...marks].sort((a, b) => a.x - b.x)) {
    const last = groups.at(-1);
    if (last !== undefined && mark.x - (last.at(-1)?.x ?? 0) < gap) last.push(mark);
    else groups.push([mark]);
  }
  return groups.map((members) => ({ x: middleOf(members), members }));
}

/**
 * Gathers marks into groups of less than a span; unlike a chain of neighbours, many in a row do not become a single one.
 *
 * @returns in order of `x`, every mark in exactly one group, the first of each at least `span` after the first of the one before
 */
export function spansOf<M extends { x: number }>(marks: readonly M[], span: number): (readonly [M, ...M[]])[] {
  const groups: [M, ...M[]][] = [];
  for (const mark of [...marks].sort((a, b) => a.x - b.x)) {
    const last = groups.at(-1);
    if (last !== undefined && mark.x - last[0].x < span) last.push(mark);
    else groups.push([mark]);
  }
  return groups;
}

const middleOf = (members: readonly { x: number }[]): number => ((members[0]?.x ?? 0) + (members.at(-1)?.x ?? 0)) / 2;

/** "7", "2–6", "2, 5", "4 entries": the numbers of a shared mark, as short as they can be said. */
export function numbersLabel(numbers: readonly number[]): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  if (sorted.length === 1) return String(first);
  if (last - first === sorted.length - 1) return `${first}–${last}`;
  return sorted.length <= 3 ? sorted.join(", ") : `${sorted.length} entries`;
}
