import { boundsOf } from "@readout/core/edtf";
import { ReadoutError } from "@readout/core/error";
import type { EditItem, ItemDetail } from "@readout/core/item";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { dateOf, inTransaction, type Tx } from "../db/transaction.ts";
import { changesOf, checkVersion, type Edited } from "../edits.ts";
import { announce } from "../events/announce.ts";
import { createLinks, createParties, refuseRepeats, requireNamed } from "./framing.ts";
import { getItem } from "./queries.ts";

/** What an item is told by: framing, the same on every day. */
type Framing = Edited<EditItem, Exclude<keyof EditItem, "id" | "version" | "reason">>;

/**
 * Edits what an item is told by and announces it, in one transaction; an edit that changes nothing leaves no trace.
 * Throws not_found, conflict (with `version` and `current`), invalid_input where an actor or item that it names is not there.
 */
export async function editItem(ctx: UserContext, command: EditItem): Promise<ItemDetail> {
  const { id, version, reason, ...edit } = command;
  refuseRepeats(id, edit);
  await inTransaction(ctx, async (tx) => {
    const kept = await lockFraming(tx, id);
    if (kept === null) throw new ReadoutError("not_found", `There is no item ${id}`);
    checkVersion("This item", version, kept.version);
    await requireNamed(tx, edit);
    const changes = changesOf(kept.framing, edit);
    if (changes === null) return;
    const { parties, links, opened, ...columns } = changes.after;
    const dated =
      opened === undefined ? {} : { opened, openedLatest: opened === null ? null : dateOf(boundsOf(opened).latest) };
    await tx.models.item.update({ where: { id }, data: { ...columns, ...dated, version: version + 1 } });
    if (parties !== undefined) {
      await tx.models.itemParty.deleteMany({ where: { itemId: id } });
      await createParties(tx, id, parties);
    }
    if (links !== undefined) {
      await tx.models.itemLink.deleteMany({ where: { itemId: id } });
      await createLinks(tx, id, links);
    }
    const after = { ...changes.after, ...(reason === undefined ? {} : { reason }) };
    await recordAudit(tx, ctx, {
      act: "item.edited",
      subject: { type: "item", id },
      before: changes.before,
      after,
    });
    await announce(tx, { events: [{ type: "item.edited", itemId: id, at: await tx.clock() }] });
  });
  return getItem(ctx, { id });
}

/** An item's framing, locked until the end of the transaction: no other edit comes in between. */
async function lockFraming(tx: Tx, id: string): Promise<{ version: number; framing: Framing } | null> {
  // NO KEY: an item that is being edited may still be named by another one.
  const locked = await tx.sql("SELECT 1 AS one FROM item WHERE id = $1 FOR NO KEY UPDATE", [id]);
  if (locked.length === 0) return null;
  const row = await tx.models.item.findUniqueOrThrow({
    where: { id },
    include: { parties: { orderBy: { ordinal: "asc" } }, links: { orderBy: { ordinal: "asc" } } },
  });
  const { title, question, resolutionCriteria, statusSubject, ownerSide, tags, opened, whyOpen, reviewEveryDays } = row;
  const framing = {
    ...{ title, question, resolutionCriteria, statusSubject, ownerSide, tags, opened, whyOpen, reviewEveryDays },
    parties: row.parties.map(({ actorId }) => actorId),
    links: row.links.map(({ type, toItemId }) => ({ type, itemId: toItemId })),
  } as Framing;
  return { version: row.version, framing };
}
