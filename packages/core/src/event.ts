import { z } from "zod";
import { ItemId, Seq, SourceId } from "./id.ts";
import { Instant } from "./time.ts";

export const EventType = z.enum(["item.opened", "entry.recorded", "source.added"]);
export type EventType = z.infer<typeof EventType>;

/** News to other programs that our record changed. `id` rises in commit order and is the resume token. */
export const ReadoutEvent = z.strictObject({
  id: z.string(),
  type: EventType,
  at: Instant,
  itemId: ItemId.nullable(),
  seq: Seq.nullable(),
  sourceId: SourceId.nullable(),
});
export type ReadoutEvent = z.infer<typeof ReadoutEvent>;

/** A page of the change feed; `next` is the token to go on from, also when there was nothing new. */
export const ChangePage = z.strictObject({ events: z.array(ReadoutEvent), next: z.string() });
export type ChangePage = z.infer<typeof ChangePage>;
