import { checkParagraphs } from "@readout/core/decide";
import type { AddDisagreement, Disagreement, NewSide } from "@readout/core/disagreement";
import { invalidField } from "@readout/core/error";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { announce } from "../events/announce.ts";
import { getCitedSources } from "../items/ledger.ts";
import { getDisagreement } from "./queries.ts";

/** Refuses items that there are not, or that stand there twice. */
export async function requireItems({ models }: Tx, itemIds: readonly string[]): Promise<void> {
  const again = itemIds.findIndex((id, i) => itemIds.indexOf(id) < i);
  if (again >= 0) throw invalidField(`itemIds.${again}`, "stands there twice");
  const found = await models.item.findMany({ where: { id: { in: [...itemIds] } }, select: { id: true } });
  const there = new Set(found.map(({ id }) => id));
  const unknown = itemIds.findIndex((id) => !there.has(id));
  if (unknown >= 0) throw invalidField(`itemIds.${unknown}`, `no item ${itemIds[unknown]}`);
}

/** Refuses citations of sources that there are not, or of paragraphs that they do not have. */
export async function requireCited(tx: Tx, sides: readonly NewSide[]): Promise<void> {
  const cited = sides.flatMap(({ citations }, side) =>
    citations.map((citation, i) => ({ ...citation, path: `sides.${side}.citations.${i}` })),
  );
  const sources = await getCitedSources(
    tx.sql,
    cited.map(({ sourceId }) => sourceId),
  );
  for (const { sourceId, paragraphs, path } of cited) {
    const source = sources.get(sourceId);
    if (source === undefined) throw invalidField(`${path}.sourceId`, `no source ${sourceId}`);
    checkParagraphs(paragraphs, source, `${path}.paragraphs`);
  }
}

/** Refuses a verdict without its reasons, and reasons without a verdict. */
export function checkVerdict(verdict: string | null, assessment: string | null): void {
  if (verdict !== null && assessment === null) throw invalidField("assessment", "a verdict comes with its reasons");
  if (verdict === null && assessment !== null)
    throw invalidField("verdict", "reasons come with the verdict they are for");
}

/** Sides as they are kept: paragraphs in rising order. */
export const keptSides = (sides: readonly NewSide[]): NewSide[] =>
  sides.map(({ claim, citations }) => ({
    claim,
    citations: citations.map((citation) => ({
      ...citation,
      paragraphs: [...citation.paragraphs].sort((a, b) => a - b),
    })),
  }));

export const createItems = ({ models }: Tx, disagreementId: string, itemIds: readonly string[]) =>
  models.disagreementItem.createMany({
    data: itemIds.map((itemId, i) => ({ disagreementId, ordinal: i + 1, itemId })),
  });

/**
 * Writes the sides of a disagreement that has none yet.
 *
 * @param sides `recordedAt` where an edit brought one
 */
export async function createSides(
  { models }: Tx,
  disagreementId: string,
  sides: readonly (NewSide & { recordedAt?: Date | null })[],
): Promise<void> {
  await models.disagreementSide.createMany({
    data: sides.map(({ claim, recordedAt = null }, i) => ({ disagreementId, ordinal: i + 1, claim, recordedAt })),
  });
  await models.disagreementCitation.createMany({
    data: sides.flatMap(({ citations }, side) =>
      citations.map((citation, i) => ({ disagreementId, side: side + 1, ordinal: i + 1, ...citation })),
    ),
  });
}

/**
 * Sets claims of sources side by side and announces it, in one transaction.
 * Throws invalid_input where the id is taken, an item, source or paragraph is not there, or a verdict comes without its reasons.
 */
export async function addDisagreement(ctx: UserContext, command: AddDisagreement): Promise<Disagreement> {
  const { id, itemIds, type, summary, verdict = null, assessment = null } = command;
  const sides = keptSides(command.sides);
  checkVerdict(verdict, assessment);
  await inTransaction(ctx, async (tx) => {
    await requireItems(tx, itemIds);
    await requireCited(tx, sides);
    const at = await tx.clock();
    // Two may add the same one at once; the second waits here for the first.
    const { count } = await tx.models.disagreement.createMany({
      data: { id, type, summary, verdict, assessment, recordedAt: new Date(at) },
      skipDuplicates: true,
    });
    if (count === 0) throw invalidField("id", `there is a disagreement ${id} already`);
    await createItems(tx, id, itemIds);
    await createSides(tx, id, sides);
    const after = { itemIds, type, summary, sides, verdict, assessment };
    await recordAudit(tx, ctx, { act: "disagreement.added", subject: { type: "disagreement", id }, after });
    await announce(tx, { events: [{ type: "disagreement.added", disagreementId: id, at }] });
  });
  return getDisagreement(ctx, { id });
}
