import { checkParagraphs } from "@readout/core/decide";
import { boundsOf } from "@readout/core/edtf";
import { invalidField } from "@readout/core/error";
import type { AddSource, SourceDetail } from "@readout/core/source";
import { dayOfInstant, type Instant } from "@readout/core/time";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { dateOf, inTransaction, type Tx } from "../db/transaction.ts";
import { announce } from "../events/announce.ts";
import { getSource } from "./queries.ts";

/** Places in lists of what is not from the data set: numbered sources stand before the others. */
export const laterNumbered = 1_000_000;
export const unnumbered = 2_000_000;

/**
 * What a day of publication says, with its bounds for SQL.
 *
 * @param at the clock of the transaction
 * @throws invalid_input where it has no end or begins on a day to come
 */
export function publishedFields(published: AddSource["published"], at: Instant) {
  const { earliest, latest } = boundsOf(published);
  if (latest === null) throw invalidField("published", "a day of publication has an end");
  if (earliest !== null && earliest > dayOfInstant(at))
    throw invalidField("published", `begins after the day of recording, ${dayOfInstant(at)}`);
  return { published, publishedEarliest: dateOf(earliest), publishedLatest: dateOf(latest) };
}

/** Refuses lineage that leads to no source, or from paragraphs that this one does not have. */
export async function checkLineage(
  { models }: Tx,
  { id, paragraphCount, lineage }: Pick<AddSource, "id" | "paragraphCount" | "lineage">,
): Promise<void> {
  lineage.forEach((row, i) => {
    checkParagraphs(row.paragraphs, { id, origin: id, paragraphCount, lineage: [] }, `lineage.${i}.paragraphs`);
  });
  const from = lineage.map(({ derivedFrom }) => derivedFrom);
  const sources = await models.source.findMany({ where: { id: { in: from } }, select: { id: true } });
  const unknown = from.findIndex((other) => other !== id && !sources.some((source) => source.id === other));
  if (unknown >= 0) throw invalidField(`lineage.${unknown}.derivedFrom`, `no source ${from[unknown]}`);
}

/**
 * Adds a source with its lineage and announces it, in one transaction.
 * Throws invalid_input where the id or address is taken, its day of publication has no end or is to come, or its lineage leads nowhere.
 */
export async function addSource(ctx: UserContext, command: AddSource): Promise<SourceDetail> {
  const { id, lineage, paragraphCount, url } = command;
  await inTransaction(ctx, async (tx) => {
    await checkLineage(tx, command);
    const at = await tx.clock();
    // Two may add the same one at once; the second waits here for the first.
    const { count } = await tx.models.source.createMany({
      data: {
        id,
        position: paragraphCount === null ? unnumbered : laterNumbered,
        role: "page",
        title: command.title,
        publisher: command.publisher,
        author: command.author ?? null,
        language: command.language,
        ...publishedFields(command.published, at),
        kind: command.kind ?? null,
        reliability: command.reliability,
        reliabilityReason: command.reliabilityReason ?? null,
        url: url ?? null,
        paragraphCount,
        origin: command.origin ?? id,
        recordedAt: new Date(at),
      },
      skipDuplicates: true,
    });
    if (count === 0) {
      const taken = await tx.models.source.findUnique({ where: { id }, select: { id: true } });
      throw taken === null
        ? invalidField("url", "there is a source with this address already")
        : invalidField("id", `there is a source ${id} already`);
    }
    await tx.models.lineage.createMany({
      data: lineage.map((row, i) => ({ sourceId: id, ordinal: i + 1, ...row })),
    });
    const { id: _, ...after } = command;
    await recordAudit(tx, ctx, { act: "source.added", subject: { type: "source", id }, after });
    await announce(tx, { events: [{ type: "source.added", sourceId: id, at }] });
  });
  return getSource(ctx, { id });
}
