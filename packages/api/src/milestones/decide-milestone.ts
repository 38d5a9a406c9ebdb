import { milestoneSubject } from "@readout/core/audit";
import { boundsOf } from "@readout/core/edtf";
import { invalidField } from "@readout/core/error";
import type { DecideMilestone, Milestone } from "@readout/core/milestone";
import { dayOfInstant } from "@readout/core/time";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { dateOf, inTransaction, type Tx } from "../db/transaction.ts";
import { announce } from "../events/announce.ts";
import { lockMilestone } from "./lock-milestone.ts";
import { getMilestone } from "./queries.ts";

/**
 * Says what became of a milestone and announces it, in one transaction. A verdict that was given before stays; the last one
 * that is known counts.
 * Throws not_found, invalid_input where `movedTo` does not go with the verdict or `entrySeq` names no entry that counts.
 */
export async function decideMilestone(ctx: UserContext, command: DecideMilestone): Promise<Milestone> {
  const { itemId, ordinal, verdict, movedTo = null, entrySeq = null, note = null } = command;
  if (verdict === "moved" && movedTo === null) throw invalidField("movedTo", "say where it was moved to");
  if (verdict !== "moved" && movedTo !== null)
    throw invalidField("movedTo", `only a milestone that was moved has a new date; this one was ${verdict}`);
  await inTransaction(ctx, async (tx) => {
    const { fields } = await lockMilestone(tx, itemId, ordinal);
    if (movedTo === fields.date) throw invalidField("movedTo", "is the date that it has");
    if (entrySeq !== null) await requireEntry(tx, itemId, entrySeq);
    const given = await tx.models.milestoneVerdict.findMany({
      where: { itemId, ordinal },
      orderBy: { number: "asc" },
      select: { verdict: true, movedTo: true, entrySeq: true, note: true },
    });
    const at = await tx.clock();
    const bounds = movedTo === null ? null : boundsOf(movedTo);
    await tx.models.milestoneVerdict.create({
      data: {
        ...{ itemId, ordinal, number: given.length + 1, verdict, movedTo, entrySeq, note },
        movedToEarliest: dateOf(bounds?.earliest ?? null),
        movedToLatest: dateOf(bounds?.latest ?? null),
        decidedOn: dateOf(dayOfInstant(at)),
        decidedBy: ctx.user.id,
        recordedAt: new Date(at),
      },
    });
    await recordAudit(tx, ctx, {
      act: "milestone.decided",
      subject: milestoneSubject(itemId, ordinal),
      before: given.at(-1) ?? null,
      after: { verdict, movedTo, entrySeq, note },
    });
    await announce(tx, { events: [{ type: "milestone.edited", itemId, ordinal, at }] });
  });
  return getMilestone(ctx, itemId, ordinal);
}

/** Refuses an entry that shows nothing: there is none, it only mends another one, or it was taken back. */
async function requireEntry(tx: Tx, itemId: string, seq: number): Promise<void> {
  const [known] = await tx.sql<{ retracted: boolean }>(
    "SELECT retracted FROM entry_known WHERE item_id = $1 AND seq = $2",
    [itemId, seq],
  );
  if (known === undefined) throw invalidField("entrySeq", `this ledger has no change, reaffirmation or review ${seq}`);
  if (known.retracted) throw invalidField("entrySeq", `entry ${seq} has been retracted`);
}
