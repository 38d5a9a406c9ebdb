import { invalidField, ReadoutError } from "@readout/core/error";
import type { EditSource, SourceDetail } from "@readout/core/source";
import type { Day } from "@readout/core/time";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { changesOf, checkVersion, type Edited } from "../edits.ts";
import { announce } from "../events/announce.ts";
import { checkLineage, publishedFields } from "./add-source.ts";
import { getSource } from "./queries.ts";

type Fields = Edited<EditSource, Exclude<keyof EditSource, "id" | "version">>;

/**
 * Edits a source and announces it, in one transaction; an edit that changes nothing leaves no trace. Origins of entries that
 * are recorded stay as they were settled.
 * Throws not_found, conflict (with `version` and `current`), invalid_input where the address is taken, the lineage leads nowhere,
 * or the day of publication has no end, is to come, or is after what was reported from it.
 */
export async function editSource(ctx: UserContext, command: EditSource): Promise<SourceDetail> {
  const { id, version, ...edit } = command;
  await inTransaction(ctx, async (tx) => {
    const kept = await lockSource(tx, id);
    checkVersion("This source", version, kept.version);
    const changes = changesOf(kept.fields, edit);
    if (changes === null) return;
    const { lineage, published, ...columns } = changes.after;
    const at = await tx.clock();
    if (lineage !== undefined) await checkLineage(tx, { id, paragraphCount: kept.paragraphCount, lineage });
    const dated = published === undefined ? {} : publishedFields(published, at);
    if (published !== undefined) await refuseLaterThanReports(tx, id, dated as ReturnType<typeof publishedFields>);
    if (columns.url != null) await refuseTakenUrl(tx, id, columns.url);
    await tx.models.source.update({ where: { id }, data: { ...columns, ...dated, version: version + 1 } });
    if (lineage !== undefined) {
      await tx.models.lineage.deleteMany({ where: { sourceId: id } });
      await tx.models.lineage.createMany({ data: lineage.map((row, i) => ({ sourceId: id, ordinal: i + 1, ...row })) });
    }
    await recordAudit(tx, ctx, { act: "source.edited", subject: { type: "source", id }, ...changes });
    await announce(tx, { events: [{ type: "source.edited", sourceId: id, at }] });
  });
  return getSource(ctx, { id });
}

/** A source as it is kept, locked until the end of the transaction. Throws not_found. */
async function lockSource(
  tx: Tx,
  id: string,
): Promise<{ version: number; paragraphCount: number | null; fields: Fields }> {
  // NO KEY: a source that is being edited may still be cited.
  const locked = await tx.sql("SELECT 1 AS one FROM source WHERE id = $1 FOR NO KEY UPDATE", [id]);
  if (locked.length === 0) throw new ReadoutError("not_found", `There is no source ${id}`);
  const row = await tx.models.source.findUniqueOrThrow({
    where: { id },
    include: { lineage: { orderBy: { ordinal: "asc" } } },
  });
  const { version, paragraphCount, title, publisher, author, language, published, kind, reliability, url } = row;
  const lineage = row.lineage.map(({ sourceId: _source, ordinal: _place, ...rest }) => rest);
  const fields = {
    ...{ title, publisher, author, language, published, kind, reliability, url, lineage },
    reliabilityReason: row.reliabilityReason,
  } as Fields;
  return { version, paragraphCount, fields };
}

async function refuseTakenUrl({ models }: Tx, id: string, url: string): Promise<void> {
  const other = await models.source.findUnique({ where: { url }, select: { id: true } });
  if (other !== null && other.id !== id) throw invalidField("url", `source ${other.id} has this address already`);
}

// Entries in their corrected form, none of whose sources would have appeared by the day they were known, though one had.
const orphaned = `WITH citing AS (
    SELECT DISTINCT v.item_id, coalesce(e.corrects, e.seq) AS seq
    FROM evidence v JOIN entry e ON e.item_id = v.item_id AND e.seq = v.seq WHERE v.source_id = $1),
  form AS (
    SELECT k.item_id, k.seq, k.known_on, coalesce((SELECT max(x.seq) FROM entry x
      WHERE x.item_id = k.item_id AND x.corrects = k.seq), k.seq) AS said_in
    FROM citing c JOIN entry_known k ON k.item_id = c.item_id AND k.seq = c.seq AND NOT k.retracted)
  SELECT f.item_id AS "itemId", f.seq, f.known_on::text AS "knownOn" FROM form f JOIN source s ON s.id = $1
  WHERE f.known_on < $2::date AND coalesce(s.published_earliest <= f.known_on, true)
    AND EXISTS (SELECT FROM evidence v WHERE v.item_id = f.item_id AND v.seq = f.said_in AND v.source_id = $1)
    AND NOT EXISTS (SELECT FROM evidence v JOIN source z ON z.id = v.source_id
      WHERE v.item_id = f.item_id AND v.seq = f.said_in AND z.id <> $1 AND coalesce(z.published_earliest <= f.known_on, true))
  ORDER BY f.item_id, f.seq LIMIT 1`;

/** An entry says what had been reported by its day: its only source may not be made to appear after that. */
async function refuseLaterThanReports(
  tx: Tx,
  id: string,
  { publishedEarliest }: { publishedEarliest: Date | null },
): Promise<void> {
  if (publishedEarliest === null) return;
  const [entry] = await tx.sql<{ itemId: string; seq: number; knownOn: Day }>(orphaned, [
    id,
    publishedEarliest.toISOString().slice(0, 10),
  ]);
  if (entry === undefined) return;
  throw invalidField(
    "published",
    `entry ${entry.seq} of ${entry.itemId} was reported by ${entry.knownOn} and cites nothing that had appeared by then; correct that entry first`,
  );
}
