import { z } from "zod";
import { Edtf } from "./edtf.ts";
import { ItemId, Ordinal, Seq, Version } from "./id.ts";
import { text } from "./text.ts";
import { Day, Instant } from "./time.ts";

export const MilestoneKind = z.enum(["deadline", "scheduled-event", "expiry", "past-event"]);
export type MilestoneKind = z.infer<typeof MilestoneKind>;

export const NewMilestone = z.strictObject({ date: Edtf, kind: MilestoneKind, what: text(500) });
export type NewMilestone = z.infer<typeof NewMilestone>;

/** The command to add a milestone of the item's own. */
export const AddMilestone = NewMilestone.extend({ itemId: ItemId });
export type AddMilestone = z.infer<typeof AddMilestone>;

/** The command to edit one of the item's own milestones; those that came with an entry stay as it brought them. */
export const EditMilestone = z.strictObject({
  itemId: ItemId,
  ordinal: Ordinal,
  version: Version,
  date: Edtf.optional(),
  kind: MilestoneKind.optional(),
  what: text(500).optional(),
});
export type EditMilestone = z.infer<typeof EditMilestone>;

/** What became of a milestone. */
export const MilestoneOutcome = z.enum(["met", "missed", "moved"]);
export type MilestoneOutcome = z.infer<typeof MilestoneOutcome>;

/** The command to say what became of a milestone: `movedTo` with "moved" and only there, `entrySeq` where an entry shows it. */
export const DecideMilestone = z.strictObject({
  itemId: ItemId,
  ordinal: Ordinal,
  verdict: MilestoneOutcome,
  movedTo: Edtf.optional(),
  entrySeq: Seq.optional(),
  note: text(2000).optional(),
});
export type DecideMilestone = z.infer<typeof DecideMilestone>;

/** What was decided about a milestone. It is known with the entry it names, else from `decidedOn`; the last one known counts. */
export const MilestoneVerdict = z.strictObject({
  verdict: MilestoneOutcome,
  movedTo: Edtf.nullable(),
  entrySeq: Seq.nullable(),
  note: z.string().nullable(),
  decidedOn: Day,
});
export type MilestoneVerdict = z.infer<typeof MilestoneVerdict>;

/** A dated deadline, event or expiry of an item; `entrySeq` names the entry it came with, null for the item's own. */
export const Milestone = z.strictObject({
  itemId: ItemId,
  ordinal: Ordinal,
  date: Edtf,
  kind: MilestoneKind,
  what: z.string(),
  entrySeq: Seq.nullable(),
  version: Version,
  verdict: MilestoneVerdict.nullable(),
});
export type Milestone = z.infer<typeof Milestone>;

/** A milestone in a list over all items. */
export const ListedMilestone = Milestone.extend({ itemTitle: z.string() });
export type ListedMilestone = z.infer<typeof ListedMilestone>;

/** A page of milestones by when they fall due, earliest bound first; `nextCursor` is null on the last one. */
export const MilestonePage = z.strictObject({
  milestones: z.array(ListedMilestone),
  nextCursor: z.string().nullable(),
});
export type MilestonePage = z.infer<typeof MilestonePage>;

/** How many milestones a calendar holds, the furthest ahead first. */
export const mostInCalendar = 5000;

/** A milestone as a calendar keeps it: `revision` rises with every edit and verdict, the last of which was at `revisedAt`. */
export const CalendarMilestone = ListedMilestone.extend({
  statusSubject: z.string(),
  tags: z.array(z.string()),
  revision: z.number().int(),
  revisedAt: Instant,
});
export type CalendarMilestone = z.infer<typeof CalendarMilestone>;

export const MilestoneCalendar = z.strictObject({ milestones: z.array(CalendarMilestone) });
export type MilestoneCalendar = z.infer<typeof MilestoneCalendar>;
