import { milestoneSubject } from "@readout/core/audit";
import { boundsOf } from "@readout/core/edtf";
import { invalidField, ReadoutError } from "@readout/core/error";
import type { AddMilestone, Milestone, NewMilestone } from "@readout/core/milestone";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { dateOf, inTransaction, type Tx } from "../db/transaction.ts";
import { announce } from "../events/announce.ts";
import { lockItem } from "../items/ledger.ts";
import { getMilestone } from "./queries.ts";

/** What a date says, with its bounds for SQL. */
export const datedFields = (date: NewMilestone["date"]) => {
  const { earliest, latest } = boundsOf(date);
  return { date, earliest: dateOf(earliest), latest: dateOf(latest) };
};

/** Refuses what the item has already: the same date, kind and words are one milestone. */
export async function refuseTwin(tx: Tx, itemId: string, { date, kind, what }: NewMilestone): Promise<void> {
  const twin = await tx.models.milestone.findUnique({
    where: { itemId_date_kind_what: { itemId, date, kind, what } },
    select: { ordinal: true },
  });
  if (twin !== null) throw invalidField("what", `this is milestone ${twin.ordinal} of the item already`);
}

/**
 * Adds a milestone of the item's own and announces it, in one transaction.
 * Throws not_found, invalid_input where the item has the same one already.
 */
export async function addMilestone(ctx: UserContext, command: AddMilestone): Promise<Milestone> {
  const { itemId, ...fields } = command;
  const ordinal = await inTransaction(ctx, async (tx) => {
    // Numbered one by one: whoever adds to the same item waits here.
    if ((await lockItem(tx.sql, itemId)) === null) throw new ReadoutError("not_found", `There is no item ${itemId}`);
    await refuseTwin(tx, itemId, fields);
    const last = await tx.models.milestone.aggregate({ where: { itemId }, _max: { ordinal: true } });
    const next = (last._max.ordinal ?? 0) + 1;
    const at = await tx.clock();
    const { kind, what, date } = fields;
    await tx.models.milestone.create({
      data: { itemId, ordinal: next, kind, what, ...datedFields(date), recordedAt: new Date(at) },
    });
    await recordAudit(tx, ctx, { act: "milestone.added", subject: milestoneSubject(itemId, next), after: fields });
    await announce(tx, { events: [{ type: "milestone.edited", itemId, ordinal: next, at }] });
    return next;
  });
  return getMilestone(ctx, itemId, ordinal);
}
