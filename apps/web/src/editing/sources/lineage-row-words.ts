import { creditWords, mannerWords } from "../../charts/lineage/series.ts";
import type { LineageValues } from "./source-values.ts";

/** "paragraphs 5-7 repeat Reuters: Tillerson's task, near verbatim, uncredited"; what nobody has chosen yet is left out. */
export function lineageRowWords(
  { paragraphs, derivedFrom, manner, attributed }: LineageValues,
  sources: readonly { id: string; name: string }[],
): string {
  const name = sources.find(({ id }) => id === derivedFrom)?.name ?? derivedFrom;
  const which = paragraphs.trim() === "" ? "all of it repeats" : `paragraphs ${paragraphs} repeat`;
  const parts = [name, manner === "" ? "" : mannerWords[manner], attributed === "" ? "" : creditWords[attributed]];
  return `${which} ${parts.filter((part) => part !== "").join(", ") || "another source"}`;
}
