import { type Bounds, boundsOf } from "@readout/core/edtf";
import { formatEdtf, formatShort } from "@readout/core/edtf-text";
import type { SourceSummary } from "@readout/core/source";
import type { Day } from "@readout/core/time";
import { isReadDate, readTypedDate } from "../../ui/date-field/typed-date.ts";

/** What sources are sought by: the words typed, and the date that they are, if they are one whole date. */
export type SourceSearch = { words: readonly string[]; dated: Bounds | null };

/** Reads what was typed; a date whose year is left out is sought by its words. */
export function sourceSearch(typed: string, today: Day): SourceSearch {
  const read = readTypedDate(typed, { today, use: "any" });
  const words = plain(typed).split(/\s+/).filter(Boolean);
  return { words, dated: isReadDate(read) && read.guessed.length === 0 ? read.bounds : null };
}

/** Whether every word typed stands in a source's title, publisher, author, day or id, or it may be of the day typed. */
export function isSought(source: SourceSummary, { words, dated }: SourceSearch): boolean {
  const { title, publisher, author, published, id } = source;
  const days = `${published} ${formatShort(published)} ${formatEdtf(published)}`;
  const text = plain(`${title} ${publisher} ${author ?? ""} ${days} ${id}`);
  return words.every((word) => text.includes(word)) || (dated !== null && nearness(boundsOf(published), dated) < 3);
}

/** Sources of exactly the day typed first, then those published within it, then those that may be; else as they were. */
export function inOrderOfSearch(sources: readonly SourceSummary[], { dated }: SourceSearch): readonly SourceSummary[] {
  if (dated === null) return sources;
  const near = new Map(sources.map(({ id, published }) => [id, nearness(boundsOf(published), dated)]));
  return sources.toSorted((a, b) => (near.get(a.id) ?? 0) - (near.get(b.id) ?? 0));
}

/** 0 the same, 1 within, 2 perhaps, 3 another time. */
function nearness(published: Bounds, sought: Bounds): 0 | 1 | 2 | 3 {
  const [from, until] = endsOf(published);
  const [first, last] = endsOf(sought);
  if (from === first && until === last) return 0;
  if (from >= first && until <= last) return 1;
  return from <= last && until >= first ? 2 : 3;
}

/** A missing bound lies before, or behind, every day. */
const endsOf = ({ earliest, latest }: Bounds): [string, string] => [earliest ?? "", latest ?? "~"];

/** Lower case without accents, so that "Müller" is found as typed on any keyboard. */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLocaleLowerCase("en-GB");
