/**
 * How many letters have to be left out, put in, replaced or swapped with their neighbour to make one word of another.
 *
 * @returns 0 for equal words; distances above `most` come back as `most + 1`
 */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1);
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return Math.min(row[b.length]!, most + 1);
}

/** How many slips a word of this length may have: none in three letters, one in four, three in twelve. */
export const allowedSlips = (word: string): number => Math.min(3, Math.floor(word.length / 4));

/** The word with each two neighbours swapped: "strat" for "start" shares too few runs of three letters to be found by them. */
export const swapped = (word: string): string[] =>
  Array.from(
    { length: word.length - 1 },
    (_, i) => word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2),
  ).filter((other) => other !== word);

/**
 * Those of some words that a typed one may have meant, the nearest first.
 *
 * @param candidates words of the record, each once, in any order
 * @param slips      the most that may differ
 */
export function nearWords(typed: string, candidates: readonly string[], slips: number): string[] {
  const far = candidates.map((word) => ({ word, distance: editDistance(typed, word, slips) }));
  return far
    .filter(({ distance }) => distance <= slips)
    .sort((a, b) => a.distance - b.distance || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word);
}
