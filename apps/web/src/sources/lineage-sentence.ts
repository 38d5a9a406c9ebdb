import { shortPublisher } from "@readout/core/publisher";
import type { SourceDetail } from "@readout/core/source";
import { sentenceCase } from "@readout/core/wording";

export type LineageCount = {
  /** Paragraphs of the source; null where they are not numbered here. */
  paragraphs: number | null;
  /** Paragraphs that derive, at least in part, from another source. */
  derived: number;
  /** Of those, the ones with a passage of which nothing tells the reader that it is someone else's. */
  uncredited: number;
  /** Whether a row speaks of the whole, unnumbered text. */
  whole: boolean;
  /** Whether the only lineage stated is that the source speaks for itself. */
  ownOnly: boolean;
};

type Described = Pick<SourceDetail, "id" | "publisher" | "origin" | "paragraphCount" | "lineage">;

/** Counts what derives from others; a row that names the source itself does not. */
export function lineageCount(source: Described): LineageCount {
  const rows = source.lineage.filter((row) => row.derivedFrom !== source.id);
  const uncredited = rows.filter((row) => row.attributed === "none");
  return {
    paragraphs: source.paragraphCount,
    derived: new Set(rows.flatMap((row) => row.paragraphs)).size,
    uncredited: new Set(uncredited.flatMap((row) => row.paragraphs)).size,
    whole: rows.some((row) => row.paragraphs.length === 0),
    ownOnly: rows.length === 0 && source.lineage.length > 0,
  };
}

/**
 * How far a source is first-hand, in one sentence.
 *
 * "Zero Hedge: 13 of 18 paragraphs derive from others, 8 of them wholly or partly without credit."
 */
export function lineageSentence(source: Described): string {
  const count = lineageCount(source);
  const who = sentenceCase(shortPublisher(source.publisher));
  if (count.whole) {
    const rows = source.lineage.filter((row) => row.derivedFrom !== source.id && row.paragraphs.length === 0);
    const from = [...new Set(rows.map((row) => shortPublisher(row.derivedFromPublisher)))].join(" and ");
    return `${who}: all of it derives from ${from}, ${rows.every((row) => row.attributed === "none") ? "without credit" : "with credit at least in part"}.`;
  }
  if (count.derived === 0) {
    if (count.ownOnly) return `${who} speaks for itself: nothing in it is shown to derive from others.`;
    return `${who}: nothing shows where this comes from; ${restsOn(source)}.`;
  }
  const of = count.paragraphs === null ? `${count.derived}` : `${count.derived} of ${count.paragraphs}`;
  const derive = `${of} ${(count.paragraphs ?? count.derived) === 1 ? "paragraph" : "paragraphs"} ${count.derived === 1 ? "derives" : "derive"} from others`;
  return `${who}: ${derive}, ${credit(count)}.`;
}

function credit({ derived, uncredited }: LineageCount): string {
  if (uncredited === 0) return derived === 1 ? "with credit" : "all with credit, at least in part";
  if (derived === 1) return "wholly or partly without credit";
  return `${uncredited === derived ? "all" : uncredited} of them wholly or partly without credit`;
}

/** What counts as having said it first where no lineage is known. */
const restsOn = (source: Described): string =>
  source.origin === source.id || source.origin === source.publisher
    ? "its paragraphs count as their own origin"
    : `what it says counts as first said by ${source.origin}`;
