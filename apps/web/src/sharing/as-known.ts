import type { AsOfView } from "../as-of/search-params.ts";
import { titleSuffix } from "../as-of/words.ts";

/** Whether the paper ages: what is shown was known on an earlier day. */
export const isPast = ({ state }: AsOfView): boolean => state !== "today" && state !== "world";

/** What something that travels says of its day: "as known on 5 July 2018"; null for what is alive. */
export function pinnedWords(view: AsOfView): string | null {
  const suffix = titleSuffix(view).trim();
  return suffix === "" ? null : suffix.slice(1, -1);
}
