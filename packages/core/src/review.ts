import { z } from "zod";
import { ItemSummary } from "./item.ts";
import { page } from "./read.ts";
import { Day } from "./time.ts";

/** An open item that nobody has looked at for longer than its cadence; `dueOn` is the first such day. */
export const DueItem = ItemSummary.pick({
  id: true,
  title: true,
  statusSubject: true,
  phase: true,
  reading: true,
  reviewEveryDays: true,
}).extend({ dueOn: Day });
export type DueItem = z.infer<typeof DueItem>;

/** What is due for a look today, longest overdue first; `nextDueOn` is the first day on which another one will be. */
export const DuePage = z.strictObject({
  items: z.array(DueItem),
  nextCursor: z.string().nullable(),
  nextDueOn: Day.nullable(),
});
export type DuePage = z.infer<typeof DuePage>;

export const ListDue = z.strictObject(page);
export type ListDue = z.infer<typeof ListDue>;
