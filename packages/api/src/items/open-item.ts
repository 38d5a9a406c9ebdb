import { boundsOf } from "@readout/core/edtf";
import { invalidField } from "@readout/core/error";
import type { ItemDetail, OpenItem } from "@readout/core/item";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { dateOf, inTransaction } from "../db/transaction.ts";
import { announce } from "../events/announce.ts";
import { getItem } from "./queries.ts";

/**
 * Opens an item with an empty ledger and announces it, in one transaction.
 * Throws invalid_input where the id is taken, or an actor or item that it names is not there.
 */
export async function openItem(ctx: UserContext, command: OpenItem): Promise<ItemDetail> {
  refuseRepeats(command);
  await inTransaction(ctx, async (tx) => {
    const { id, parties, links, milestones, opened } = command;
    const actors = await tx.models.actor.findMany({ where: { id: { in: parties } }, select: { id: true } });
    const actorIds = new Set(actors.map((actor) => actor.id));
    const unknownParty = parties.findIndex((party) => !actorIds.has(party));
    if (unknownParty >= 0) throw invalidField(`parties.${unknownParty}`, `no actor ${parties[unknownParty]}`);
    const named = links.map((link) => link.itemId);
    const items = await tx.models.item.findMany({ where: { id: { in: named } }, select: { id: true } });
    const itemIds = new Set(items.map((item) => item.id));
    const unknownItem = named.findIndex((itemId) => !itemIds.has(itemId));
    if (unknownItem >= 0) throw invalidField(`links.${unknownItem}.itemId`, `no item ${named[unknownItem]}`);

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
    await tx.models.itemParty.createMany({
      data: parties.map((actorId, i) => ({ itemId: id, ordinal: i + 1, actorId })),
    });
    await tx.models.itemLink.createMany({
      data: links.map(({ type, itemId: toItemId }, i) => ({ itemId: id, ordinal: i + 1, type, toItemId })),
    });
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

/** What an item may have once only is refused where it stands again. */
function refuseRepeats({ id, tags, parties, links, milestones }: OpenItem): void {
  const repeat = (values: readonly string[], path: string) => {
    const again = values.findIndex((value, i) => values.indexOf(value) < i);
    if (again >= 0) throw invalidField(`${path}.${again}`, "stands there twice");
  };
  repeat(tags, "tags");
  repeat(parties, "parties");
  repeat(
    links.map((link) => JSON.stringify([link.type, link.itemId])),
    "links",
  );
  repeat(
    milestones.map(({ date, kind, what }) => JSON.stringify([date, kind, what])),
    "milestones",
  );
  const itself = links.findIndex((link) => link.itemId === id);
  if (itself >= 0) throw invalidField(`links.${itself}.itemId`, "an item is not linked to itself");
}
