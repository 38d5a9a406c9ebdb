import type { Entry } from "@readout/core/entry";
import { joinWords } from "@readout/core/wording";

/**
 * Who recorded what came in while one wrote: "Recorded by Anna and by yourself."
 *
 * @param me    the id of whoever writes
 * @param names names by id; null while they are asked for, when only what is one's own can be said
 */
export function cameInWords(
  entries: readonly Pick<Entry, "author">[],
  me: string,
  names: ReadonlyMap<string, string> | null,
): string | null {
  const authors = [...new Set(entries.map(({ author }) => author))];
  if (authors.every((author) => author === me)) return "You recorded that yourself, from another page or device.";
  if (names === null) return null;
  return `Recorded ${joinWords(authors.map((author) => `by ${author === me ? "yourself" : (names.get(author) ?? author)}`))}.`;
}
