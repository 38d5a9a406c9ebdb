import { z } from "zod";
import { ActorId, DisagreementId, ItemId, Ordinal, Seq, SourceId } from "./id.ts";
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
