import type { LineageRow } from "@readout/core/origin";
import type { SourceDetail } from "@readout/core/source";

export type Manner = LineageRow["manner"];
export type Credit = LineageRow["attributed"];

/** One passage that came from somewhere; `paragraph` is null where it stands for the whole of an unnumbered source. */
export type LineageLink = {
  paragraph: number | null;
  originId: string;
  manner: Manner;
  credit: Credit;
  basis: LineageRow["basis"];
  note: string | null;
};

/** A source that passages came from, and what of it was left out. */
export type LineageOrigin = {
  id: string;
  title: string;
  publisher: string;
  /** Paragraphs of that source which were not taken over, rising. */
  dropped: number[];
  droppedNote: string | null;
};

/** What came from where. `paragraphs` are all of the source's, or the one unnumbered whole as null. */
export type LineageSeries = {
  sourceId: string;
  publisher: string;
  paragraphs: (number | null)[];
  /** Paragraphs stated to be the source's own words or judgement. */
  own: number[];
  origins: LineageOrigin[];
  links: LineageLink[];
};

/** A series to draw, or why there is none. */
export type LineageData = { kind: "lineage"; series: LineageSeries } | { kind: "none"; reason: "no_lineage_known" };

export const mannerWords: Record<Manner, string> = {
  quotation: "quotation",
  "near-verbatim": "near-verbatim",
  "close-paraphrase": "paraphrase",
  summary: "summary",
  republication: "republication",
};

export const creditWords: Record<Credit, string> = {
  full: "credited",
  partial: "partly credited",
  none: "uncredited",
};

export const basisWords: Record<LineageRow["basis"], string> = {
  "in-text": "the text says so",
  "seed-to-seed": "shown by comparing two numbered sources",
  "outside-copy": "shown by comparing with a public page",
  inferred: "judged likely, not shown",
};

/**
 * What of a source came from where, one link a paragraph.
 *
 * Origins stand in the order of the paragraphs that came from them, so that curves cross as little as the facts allow.
 * A row that names the source itself marks its own words and is no link.
 */
export function lineageSeries(
  source: Pick<SourceDetail, "id" | "publisher" | "paragraphCount" | "lineage" | "dropped">,
): LineageData {
  const links = source.lineage
    .filter((row) => row.derivedFrom !== source.id)
    .flatMap((row) =>
      (row.paragraphs.length === 0 ? [null] : row.paragraphs).map(
        (paragraph): LineageLink => ({
          paragraph,
          originId: row.derivedFrom,
          manner: row.manner,
          credit: row.attributed,
          basis: row.basis,
          note: row.note,
        }),
      ),
    );
  if (links.length === 0) return { kind: "none", reason: "no_lineage_known" };

  const own = new Set(source.lineage.filter((row) => row.derivedFrom === source.id).flatMap((row) => row.paragraphs));
  const numbered = Array.from({ length: source.paragraphCount ?? 0 }, (_, i) => i + 1);
  const paragraphs = links.some((link) => link.paragraph === null) ? [null, ...numbered] : numbered;
  const origins = originsOf(source, links);
  const place = new Map(origins.map((origin, i) => [origin.id, i]));
  return {
    kind: "lineage",
    series: {
      sourceId: source.id,
      publisher: source.publisher,
      paragraphs,
      own: [...own].sort((a, b) => a - b),
      origins,
      links: links.sort(
        (a, b) => (a.paragraph ?? 0) - (b.paragraph ?? 0) || place.get(a.originId)! - place.get(b.originId)!,
      ),
    },
  };
}

function originsOf(source: Pick<SourceDetail, "lineage" | "dropped">, links: readonly LineageLink[]): LineageOrigin[] {
  const meanParagraph = (id: string) => {
    const numbers = links.filter((link) => link.originId === id).map((link) => link.paragraph ?? 0);
    return numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
  };
  return [...new Set(links.map((link) => link.originId))]
    .map((id) => {
      const row = source.lineage.find((candidate) => candidate.derivedFrom === id)!;
      const dropped = source.dropped.filter((drop) => drop.sourceId === id);
      return {
        id,
        title: row.derivedFromTitle,
        publisher: row.derivedFromPublisher,
        dropped: [...new Set(dropped.flatMap((drop) => drop.paragraphs))].sort((a, b) => a - b),
        droppedNote: dropped.map((drop) => drop.note).find((note) => note !== null) ?? null,
      };
    })
    .sort((a, b) => meanParagraph(a.id) - meanParagraph(b.id) || (a.id < b.id ? -1 : 1));
}
