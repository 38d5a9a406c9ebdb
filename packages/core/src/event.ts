import { z } from "zod";
import { Entry } from "./entry.ts";
import { ActorId, DisagreementId, ItemId, Ordinal, Seq, SourceId } from "./id.ts";
import { SourceSummary } from "./source.ts";
import { Instant } from "./time.ts";

export const EventType = z.enum([
  "item.opened",
  "item.edited",
  "entry.recorded",
  "milestone.edited",
  "source.added",
  "source.edited",
  "actor.added",
  "actor.edited",
  "disagreement.added",
  "disagreement.edited",
]);
export type EventType = z.infer<typeof EventType>;

/**
 * News to other programs that our record changed. `id` rises in commit order and is the resume token; `ordinal` is that of a
 * milestone, which was added, edited or decided. What the event does not concern is null.
 */
export const ReadoutEvent = z.strictObject({
  id: z.string(),
  type: EventType,
  at: Instant,
  itemId: ItemId.nullable(),
  seq: Seq.nullable(),
  ordinal: Ordinal.nullable(),
  sourceId: SourceId.nullable(),
  actorId: ActorId.nullable(),
  disagreementId: DisagreementId.nullable(),
});
export type ReadoutEvent = z.infer<typeof ReadoutEvent>;

/** A page of the change feed; `next` is the token to go on from, also when there was nothing new. */
export const ChangePage = z.strictObject({ events: z.array(ReadoutEvent), next: z.string() });
export type ChangePage = z.infer<typeof ChangePage>;

/**
 * An entry as news: with what it is an entry of and, of a correction or retraction, the entry it names and the corrections of
 * that up to it. `amendedAt` is when a correction or retraction last marked it; null for one that stands as recorded.
 */
export const RecordedEntry = z.strictObject({
  itemTitle: z.string(),
  statusSubject: z.string(),
  tags: z.array(z.string()),
  entry: Entry,
  amendedAt: Instant.nullable(),
  named: Entry.nullable(),
  corrections: z.array(Entry),
});
export type RecordedEntry = z.infer<typeof RecordedEntry>;

/** A page of entries, the last recorded first, with the sources they cite; `nextCursor` is null on the last one. */
export const RecordedPage = z.strictObject({
  entries: z.array(RecordedEntry),
  sources: z.array(SourceSummary),
  nextCursor: z.string().nullable(),
});
export type RecordedPage = z.infer<typeof RecordedPage>;
