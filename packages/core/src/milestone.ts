import { z } from "zod";
import { Edtf } from "./edtf.ts";
import { ItemId, Seq } from "./id.ts";
import { text } from "./text.ts";

export const MilestoneKind = z.enum(["deadline", "scheduled-event", "expiry", "past-event"]);
export type MilestoneKind = z.infer<typeof MilestoneKind>;

export const NewMilestone = z.strictObject({ date: Edtf, kind: MilestoneKind, what: text(500) });
export type NewMilestone = z.infer<typeof NewMilestone>;

/** A dated deadline, event or expiry of an item; `entrySeq` names the entry it came with, null for the item's own. */
export const Milestone = z.strictObject({
  itemId: ItemId,
  date: Edtf,
  kind: MilestoneKind,
  what: z.string(),
  entrySeq: Seq.nullable(),
});
export type Milestone = z.infer<typeof Milestone>;

/** A milestone in a list over all items. */
export const ListedMilestone = Milestone.extend({ itemTitle: z.string() });
export type ListedMilestone = z.infer<typeof ListedMilestone>;

/** A page of milestones by earliest bound; `nextCursor` is null on the last one. */
export const MilestonePage = z.strictObject({
  milestones: z.array(ListedMilestone),
  nextCursor: z.string().nullable(),
});
export type MilestonePage = z.infer<typeof MilestonePage>;
