import { z } from "zod";
import { ActorType } from "./actor.ts";
import { AsOf, withAsOf } from "./as-of.ts";
import { Edtf } from "./edtf.ts";
import { Stance } from "./evidence.ts";
import { ActorId, ItemId, Seq, SourceId } from "./id.ts";
import { Tag } from "./item.ts";
import { page } from "./read.ts";
import { Status } from "./status.ts";
import { text } from "./text.ts";

/** What can be found. */
export const SearchKind = z.enum(["item", "actor", "source", "entry", "evidence"]);
export type SearchKind = z.infer<typeof SearchKind>;

/** Words to look for as of some day; the last one may be a beginning, what stands in double quotes is one phrase. */
export const SearchRecord = withAsOf({
  q: text(200).meta({ description: "Words to look for; in double quotes as one phrase" }),
  kind: z.array(SearchKind).min(1).max(5).optional(),
  status: z.array(Status).min(1).max(12).optional(),
  tag: Tag.optional(),
  publisher: text(200).optional(),
  ...page,
});
export type SearchRecord = z.infer<typeof SearchRecord>;

/** A text in pieces; those that were looked for are marked. Put together they are the text. */
export const Marked = z.array(z.strictObject({ text: z.string(), hit: z.boolean() }));
export type Marked = z.infer<typeof Marked>;

const ofItem = { itemId: ItemId, itemTitle: z.string(), statusSubject: z.string() };

export const SearchHit = z.discriminatedUnion("kind", [
  /** An item with where it stood. */
  z.strictObject({
    kind: z.literal("item"),
    id: ItemId,
    title: Marked,
    text: Marked,
    statusSubject: z.string(),
    status: Status.nullable(),
    since: z.string().nullable(),
  }),
  z.strictObject({ kind: z.literal("actor"), id: ActorId, title: Marked, type: ActorType }),
  z.strictObject({ kind: z.literal("source"), id: SourceId, title: Marked, publisher: Marked, published: Edtf }),
  /** An entry in its corrected form; `status` is null for a review, whose `on` is the day looked on. */
  z.strictObject({ kind: z.literal("entry"), ...ofItem, seq: Seq, status: Status.nullable(), on: Edtf, text: Marked }),
  /** What a source says for or against an entry. */
  z.strictObject({
    kind: z.literal("evidence"),
    ...ofItem,
    seq: Seq,
    status: Status,
    stance: Stance,
    sourceId: SourceId,
    publisher: z.string(),
    published: Edtf,
    paragraphs: z.array(z.number().int()),
    text: Marked,
    /** Single words that stand in the passage, comma-separated. */
    keywords: Marked,
  }),
]);
export type SearchHit = z.infer<typeof SearchHit>;

const counts = <V extends z.ZodType>(value: V) => z.array(z.strictObject({ value, count: z.number().int().min(1) }));

/** How many there are of each, under the other filters. Of tags and publishers the most frequent. */
export const SearchFacets = z.strictObject({
  kind: counts(SearchKind),
  status: counts(Status),
  tag: counts(z.string()),
  publisher: counts(z.string()),
});
export type SearchFacets = z.infer<typeof SearchFacets>;

/** What was found, best first; `nextCursor` is null on the last page. */
export const SearchPage = z.strictObject({
  hits: z.array(SearchHit),
  nextCursor: z.string().nullable(),
  /** How many fit. Where `isWhole` is false there are more than were counted. */
  total: z.strictObject({ count: z.number().int(), isWhole: z.boolean() }),
  facets: SearchFacets,
  /** Nothing has the words as typed: the words of the record that were looked for in their place. */
  readAs: z.string().nullable(),
  /** Nothing was found: the nearest words that would find something. */
  nearest: z.string().nullable(),
  asOf: AsOf,
});
export type SearchPage = z.infer<typeof SearchPage>;
