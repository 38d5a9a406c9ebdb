import type { LineageRow } from "@readout/core/origin";
import type { SourceDetail } from "@readout/core/source";

type Row = [number[], string, LineageRow["manner"], LineageRow["attributed"]];

/** The lineage of one re-issued piece as the data set states it: four patterns of taking over in one text. */
const rows: Row[] = [
  [[6, 17], "reuters-manila-sunday", "near-verbatim", "full"],
  [[7, 10, 16, 18], "reuters-manila-sunday", "close-paraphrase", "none"],
  [[6, 9, 10, 11], "lavrov-manila-remarks", "quotation", "partial"],
  [[8], "mfa-manila-readout", "quotation", "full"],
  [[11], "interfax-manila", "quotation", "full"],
  [[11], "putin-tv-interview", "summary", "partial"],
  [[16], "rossiya24-lavrov", "close-paraphrase", "full"],
  [[5], "reuters-tillerson-task", "near-verbatim", "none"],
  [[12], "reuters-tillerson-task", "near-verbatim", "none"],
  [[13], "reuters-tillerson-task", "near-verbatim", "none"],
  [[14], "reuters-tillerson-task", "near-verbatim", "none"],
];

export const zeroHedge = {
  id: "zerohedge-next-steps",
  publisher: "Zero Hedge, as mirrored on WhoTrades",
  origin: "zerohedge-next-steps",
  paragraphCount: 18,
  lineage: rows.map(([paragraphs, derivedFrom, manner, attributed]) => ({
    paragraphs,
    derivedFrom,
    manner,
    attributed,
    basis: "in-text" as const,
    note: null,
    derivedFromTitle: `Title of ${derivedFrom}`,
    derivedFromPublisher: derivedFrom.startsWith("reuters") ? "Reuters" : derivedFrom,
  })),
  dropped: [
    {
      sourceId: "reuters-tillerson-task",
      publisher: "Reuters",
      paragraphs: [1, 3, 4, 9, 10, 11, 12, 15, 16, 17, 18, 19],
      note: null,
    },
  ],
} as unknown as Pick<SourceDetail, "id" | "publisher" | "origin" | "paragraphCount" | "lineage" | "dropped">;
