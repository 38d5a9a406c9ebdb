import { boundsOf } from "@readout/core/edtf";
import type { SourceSummary } from "@readout/core/source";

/** Sources as they are offered: the one published last first. */
export const inOrderOfChoice = (sources: readonly SourceSummary[]): SourceSummary[] =>
  sources.toSorted((a, b) => compare(endOf(b), endOf(a)) || compare(a.title, b.title));

const endOf = ({ published }: SourceSummary): string => boundsOf(published).latest ?? "";
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Whether every word typed stands in a source's title, publisher, author, day or id. */
export function isSought({ title, publisher, author, published, id }: SourceSummary, typed: string): boolean {
  const text = plain(`${title} ${publisher} ${author ?? ""} ${published} ${id}`);
  return plain(typed)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Lower case without accents, so that "Müller" is found as typed on any keyboard. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("en-GB");
