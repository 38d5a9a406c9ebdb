import { z } from "zod";
import { Paragraphs } from "./evidence.ts";
import { SourceId } from "./id.ts";
import { text } from "./text.ts";

export const LineageManner = z.enum(["quotation", "near-verbatim", "close-paraphrase", "summary", "republication"]);
export const LineageAttribution = z.enum(["full", "partial", "none"]);
export const LineageBasis = z.enum(["in-text", "seed-to-seed", "outside-copy", "inferred"]);

/** Which passages of a source derive from another one; no paragraphs stand for the whole of an unnumbered source. */
export const LineageRow = z.strictObject({
  paragraphs: z.array(z.number().int()),
  derivedFrom: SourceId,
  manner: LineageManner,
  attributed: LineageAttribution,
  basis: LineageBasis,
  note: z.string().nullable(),
});
export type LineageRow = z.infer<typeof LineageRow>;

export const NewLineageRow = LineageRow.extend({
  paragraphs: Paragraphs.default([]),
  note: text(2000).nullable().default(null),
});

/** What is needed of a source to cite it. `origin` is the name it goes by as the one who said it first. */
export type CitedSource = {
  id: string;
  origin: string;
  paragraphCount: number | null;
  lineage: readonly { paragraphs: readonly number[]; derivedFrom: string }[];
  /** Its paragraphs in order, where the text is held: needed only to check a quotation from it. */
  text?: readonly string[] | undefined;
};

/**
 * Who said first what stands in these paragraphs: their lineage, followed to its end.
 *
 * A paragraph without lineage has its own source as origin. Lineage names the source a passage came from, not the place in
 * it: the trail goes on from there only where all of that source came from elsewhere, and ends at it otherwise.
 *
 * @returns distinct origins, in the order they were found
 */
export function originsOf(
  sourceId: string,
  paragraphs: readonly number[],
  sources: ReadonlyMap<string, CitedSource>,
): string[] {
  const found = new Set<string>();
  const seen = new Set<string>([sourceId]);
  const endAt = (id: string) => found.add(sources.get(id)?.origin ?? id);

  const follow = (id: string, cited: readonly number[]) => {
    const source = sources.get(id);
    const numbers: readonly (number | null)[] = cited.length > 0 ? cited : [null];
    for (const number of numbers) {
      const rows = (source?.lineage ?? []).filter(
        (row) => row.paragraphs.length === 0 || (number !== null && row.paragraphs.includes(number)),
      );
      if (rows.length === 0) endAt(id);
      for (const row of rows) {
        if (row.derivedFrom === id) endAt(id);
        else if (seen.has(row.derivedFrom)) continue;
        else enter(row.derivedFrom);
      }
    }
  };
  const enter = (id: string) => {
    seen.add(id);
    const source = sources.get(id);
    const all = source === undefined || source.paragraphCount === null ? [] : range(source.paragraphCount);
    if (source !== undefined && isWhollyDerived(source, all)) follow(id, all);
    else endAt(id);
  };
  follow(sourceId, paragraphs);
  // Sources that derive from each other in a ring have no first; the cited one stands for them.
  if (found.size === 0) endAt(sourceId);
  return [...found];
}

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

const isWhollyDerived = (source: CitedSource, all: readonly number[]): boolean =>
  source.lineage.some((row) => row.paragraphs.length === 0) ||
  (all.length > 0 && all.every((number) => source.lineage.some((row) => row.paragraphs.includes(number))));
