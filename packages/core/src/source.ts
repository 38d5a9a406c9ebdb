import { z } from "zod";
import { Edtf } from "./edtf.ts";
import { Origin, Reliability, Stance, TextQuote } from "./evidence.ts";
import { ItemId, Seq, SourceId, Version } from "./id.ts";
import { LineageRow, NewLineageRow } from "./origin.ts";
import { Status } from "./status.ts";
import { text } from "./text.ts";

export const SourceRole = z.enum(["seed", "underlying", "page"]);
export type SourceRole = z.infer<typeof SourceRole>;

export const SourceKind = z.enum([
  "wire-report",
  "news-report",
  "analysis",
  "republication",
  "official-statement",
  "remarks",
  "broadcast",
]);
export type SourceKind = z.infer<typeof SourceKind>;

/** An address on the web; nothing is ever fetched from it. */
const WebAddress = text(2000).refine(
  (value) => /^https?:\/\/[^\s]+$/.test(value),
  "an address beginning with http:// or https://",
);

const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "a language tag such as en");
const lineage = z.array(NewLineageRow).max(500);

/** The command to add a source. Its `published` date has an end; `origin` defaults to the id. */
export const AddSource = z.strictObject({
  id: SourceId,
  title: text(500),
  publisher: text(200),
  author: text(200).optional(),
  language: language.default("en"),
  published: Edtf,
  kind: SourceKind.optional(),
  reliability: Reliability.default("F"),
  reliabilityReason: text(2000).optional(),
  url: WebAddress.optional(),
  paragraphCount: z.number().int().min(1).max(100_000).nullable().default(null),
  origin: Origin.optional(),
  lineage: lineage.default([]),
});
export type AddSource = z.infer<typeof AddSource>;

/**
 * The command to edit a source, on the `version` that was read. What is left out stays as it is; `lineage` is given whole.
 * Origins of entries that are recorded stay as they were settled.
 */
export const EditSource = z.strictObject({
  id: SourceId,
  version: Version,
  title: text(500).optional(),
  publisher: text(200).optional(),
  author: text(200).nullable().optional(),
  language: language.optional(),
  published: Edtf.optional(),
  kind: SourceKind.nullable().optional(),
  reliability: Reliability.optional(),
  reliabilityReason: text(2000).nullable().optional(),
  url: WebAddress.nullable().optional(),
  lineage: lineage.optional(),
});
export type EditSource = z.infer<typeof EditSource>;

/** The longest text of a source, in UTF-16 units; the request that carries it has the same number of bytes at most. */
export const maxSourceTextLength = 20 * 1024 * 1024;

/** The command to hand in the text of a source; its lines that are not blank are the paragraphs, counted from 1. */
export const SetSourceText = z.strictObject({ id: SourceId, text: text(maxSourceTextLength) });
export type SetSourceText = z.infer<typeof SetSourceText>;

export const GetSourceText = z.strictObject({ id: SourceId });
export type GetSourceText = z.infer<typeof GetSourceText>;

/** The text that is held of a source, for editors only: `paragraphs[0]` is paragraph 1. */
export const SourceText = z.strictObject({ paragraphs: z.array(z.string()) });
export type SourceText = z.infer<typeof SourceText>;

/** A text that speaks. `paragraphCount` is null where paragraphs are not numbered here. */
export const SourceSummary = z.strictObject({
  id: SourceId,
  role: SourceRole,
  title: z.string(),
  publisher: z.string(),
  author: z.string().nullable(),
  language: z.string(),
  published: Edtf,
  kind: SourceKind.nullable(),
  reliability: Reliability,
  reliabilityReason: z.string().nullable(),
  url: z.string().nullable(),
  paragraphCount: z.number().int().nullable(),
  origin: z.string(),
});
export type SourceSummary = z.infer<typeof SourceSummary>;

const Passages = z.strictObject({ sourceId: SourceId, paragraphs: z.array(z.number().int()) });

/** One utterance that several sources carry: it counts once. */
export const Statement = z.strictObject({
  id: z.string(),
  origin: z.string(),
  what: z.string(),
  passages: z.array(Passages.extend({ publisher: z.string() })),
});
export type Statement = z.infer<typeof Statement>;

/** One citation of a source by an entry, in the entry's corrected form. */
export const RestingEntry = z.strictObject({
  itemId: ItemId,
  itemTitle: z.string(),
  statusSubject: z.string(),
  seq: Seq,
  status: Status,
  effective: Edtf,
  summary: z.string(),
  paragraphs: z.array(z.number().int()),
  stance: Stance,
  credibility: z.number().int(),
  says: z.string(),
  origins: z.array(z.string()),
  quote: TextQuote.optional(),
});
export type RestingEntry = z.infer<typeof RestingEntry>;

export const SourceDetail = SourceSummary.extend({
  version: Version,
  lineage: z.array(LineageRow.extend({ derivedFromTitle: z.string(), derivedFromPublisher: z.string() })),
  /** Sources whose passages derive from this one. */
  usedBy: z.array(
    LineageRow.omit({ derivedFrom: true, note: true }).extend({ sourceId: SourceId, publisher: z.string() }),
  ),
  dropped: z.array(
    z.strictObject({
      sourceId: SourceId,
      publisher: z.string(),
      paragraphs: z.array(z.number().int()),
      note: z.string().nullable(),
    }),
  ),
  statements: z.array(Statement),
  /** All that rests on this source. */
  entries: z.array(RestingEntry),
  /** What the data set or an editor noted about the source: how its day was found, which version it is. */
  notes: z.record(z.string(), z.unknown()),
});
export type SourceDetail = z.infer<typeof SourceDetail>;

/** A page of sources; `nextCursor` is null on the last one. */
export const SourcePage = z.strictObject({ sources: z.array(SourceSummary), nextCursor: z.string().nullable() });
export type SourcePage = z.infer<typeof SourcePage>;
