import { boundsOf } from "@readout/core/edtf";
import { invalidField } from "@readout/core/error";
import type { ItemDetail, OpenItem } from "@readout/core/item";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { dateOf, inTransaction } from "../db/transaction.ts";
import { announce } from "../events/announce.ts";
import { createLinks, createParties, refuseRepeats, requireNamed } from "./framing.ts";
import { getItem } from "./queries.ts";

/**
 * Opens an item with an empty ledger and announces it, in one transaction.
 * Throws invalid_input where the id is taken, or an actor or item that it names is not there.
 */
export async function openItem(ctx: UserContext, command: OpenItem): Promise<ItemDetail> {
  refuseRepeats(command.id, command);
  await inTransaction(ctx, async (tx) => {
    const { id, parties, links, milestones, opened } = command;
    await requireNamed(tx, command);

    const at = await tx.clock();
    const recordedAt = new Date(at);
    // Two may open the same id at once; the second waits here for the first.
    const { count } = await tx.models.item.createMany({
      data: {
        id,
        title: command.title,
        question: command.question,
        resolutionCriteria: command.resolutionCriteria,
        statusSubject: command.statusSubject,
        ownerSide: command.ownerSide ?? null,
        opened: opened ?? null,
        openedLatest: opened === undefined ? null : dateOf(boundsOf(opened).latest),
        whyOpen: command.whyOpen ?? null,
        tags: command.tags,
        reviewEveryDays: command.reviewEveryDays,
        recordedAt,
      },
      skipDuplicates: true,
    });
    if (count === 0) throw invalidField("id", `there is an item ${id} already`);
    await createParties(tx, id, parties);
    await createLinks(tx, id, links);
    await tx.models.milestone.createMany({
      data: milestones.map(({ date, kind, what }, i) => {
        const { earliest, latest } = boundsOf(date);
        return {
          ...{ itemId: id, ordinal: i + 1, date, kind, what, recordedAt },
          ...{ earliest: dateOf(earliest), latest: dateOf(latest) },
        };
      }),
    });
    const { id: _, ...after } = command;
    await recordAudit(tx, ctx, { act: "item.opened", subject: { type: "item", id }, after });
    await announce(tx, { events: [{ type: "item.opened", itemId: id, at }] });
  });
  return getItem(ctx, { id: command.id });
}
