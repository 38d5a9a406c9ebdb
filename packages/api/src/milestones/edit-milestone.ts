import { milestoneSubject } from "@readout/core/audit";
import { invalidField } from "@readout/core/error";
import type { EditMilestone, Milestone } from "@readout/core/milestone";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { inTransaction } from "../db/transaction.ts";
import { changesOf, checkVersion } from "../edits.ts";
import { announce } from "../events/announce.ts";
import { datedFields, refuseTwin } from "./add-milestone.ts";
import { lockMilestone } from "./lock-milestone.ts";
import { getMilestone } from "./queries.ts";

/**
 * Edits one of the item's own milestones and announces it, in one transaction; an edit that changes nothing leaves no trace.
 * Throws not_found, conflict (with `version` and `current`), invalid_input for one that came with an entry.
 */
export async function editMilestone(ctx: UserContext, command: EditMilestone): Promise<Milestone> {
  const { itemId, ordinal, version, ...edit } = command;
  await inTransaction(ctx, async (tx) => {
    const kept = await lockMilestone(tx, itemId, ordinal);
    if (kept.entrySeq !== null)
      throw invalidField(
        "ordinal",
        `milestone ${ordinal} came with entry ${kept.entrySeq} and stays as that brought it`,
      );
    checkVersion("This milestone", version, kept.version);
    const changes = changesOf(kept.fields, edit);
    if (changes === null) return;
    const fields = { ...kept.fields, ...changes.after };
    await refuseTwin(tx, itemId, fields);
    const { kind, what, date } = fields;
    await tx.models.milestone.update({
      where: { itemId_ordinal: { itemId, ordinal } },
      data: { kind, what, ...datedFields(date), version: version + 1 },
    });
    await recordAudit(tx, ctx, { act: "milestone.edited", subject: milestoneSubject(itemId, ordinal), ...changes });
    await announce(tx, { events: [{ type: "milestone.edited", itemId, ordinal, at: await tx.clock() }] });
  });
  return getMilestone(ctx, itemId, ordinal);
}
