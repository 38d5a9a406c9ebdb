import type { Disagreement, EditDisagreement, NewSide } from "@readout/core/disagreement";
import { ReadoutError } from "@readout/core/error";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { changesOf, checkVersion, type Edited, type Recorded, withRecordedAt } from "../edits.ts";
import { announce } from "../events/announce.ts";
import { checkVerdict, createItems, createSides, keptSides, requireCited, requireItems } from "./add-disagreement.ts";
import { getDisagreement } from "./queries.ts";

type Fields = Edited<EditDisagreement, Exclude<keyof EditDisagreement, "id" | "version">>;

/**
 * Edits a disagreement and announces it, in one transaction; an edit that changes nothing leaves no trace. Who takes back the
 * verdict takes back its reasons. Pages found later stay.
 * Throws not_found, conflict (with `version` and `current`), invalid_input as for one that is added.
 */
export async function editDisagreement(ctx: UserContext, command: EditDisagreement): Promise<Disagreement> {
  const { id, version, ...given } = command;
  const edit = {
    ...given,
    sides: given.sides && keptSides(given.sides),
    assessment: given.verdict === null && given.assessment === undefined ? null : given.assessment,
  };
  await inTransaction(ctx, async (tx) => {
    const kept = await lockDisagreement(tx, id);
    checkVersion("This disagreement", version, kept.version);
    const changes = changesOf(kept.fields, edit);
    if (changes === null) return;
    const { itemIds, sides, ...columns } = changes.after;
    const { verdict, assessment } = { ...kept.fields, ...columns };
    checkVerdict(verdict, assessment);
    const at = await tx.clock();
    const recordedAt = new Date(at);
    const isDecided = columns.verdict !== undefined || columns.assessment !== undefined;
    await tx.models.disagreement.update({
      where: { id },
      data: { ...columns, version: version + 1, ...(isDecided ? { decidedAt: recordedAt } : {}) },
    });
    if (itemIds !== undefined) {
      await requireItems(tx, itemIds);
      await tx.models.disagreementItem.deleteMany({ where: { disagreementId: id } });
      await createItems(tx, id, itemIds);
    }
    if (sides !== undefined) {
      await requireCited(tx, sides);
      await tx.models.disagreementCitation.deleteMany({ where: { disagreementId: id } });
      await tx.models.disagreementSide.deleteMany({ where: { disagreementId: id } });
      await createSides(tx, id, withRecordedAt(sides, kept.sides, recordedAt));
    }
    await recordAudit(tx, ctx, { act: "disagreement.edited", subject: { type: "disagreement", id }, ...changes });
    await announce(tx, { events: [{ type: "disagreement.edited", disagreementId: id, at }] });
  });
  return getDisagreement(ctx, { id });
}

/** A disagreement as it is kept, locked until the end of the transaction. Throws not_found. */
async function lockDisagreement(
  tx: Tx,
  id: string,
): Promise<{ version: number; fields: Fields; sides: Recorded<NewSide>[] }> {
  const locked = await tx.sql("SELECT 1 AS one FROM disagreement WHERE id = $1 FOR UPDATE", [id]);
  if (locked.length === 0) throw new ReadoutError("not_found", `There is no disagreement ${id}`);
  const { version, type, summary, verdict, assessment, ...row } = await tx.models.disagreement.findUniqueOrThrow({
    where: { id },
    include: {
      items: { orderBy: { ordinal: "asc" } },
      sides: { orderBy: { ordinal: "asc" }, include: { citations: { orderBy: { ordinal: "asc" } } } },
    },
  });
  const sides = row.sides.map(({ claim, citations, recordedAt }) => {
    const cited = citations.map(({ sourceId, paragraphs, says, keywords }) => ({
      ...{ sourceId, paragraphs, says, keywords },
    }));
    return { fields: { claim, citations: cited } as NewSide, recordedAt };
  });
  const fields = {
    itemIds: row.items.map(({ itemId }) => itemId),
    ...{ type, summary, verdict, assessment, sides: sides.map((side) => side.fields) },
  } as Fields;
  return { version, fields, sides };
}
