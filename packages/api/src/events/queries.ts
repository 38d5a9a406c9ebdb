import type { ChangePage, ReadoutEvent } from "@readout/core/event";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";

/** Events after `since` (the first on without it) in commit order, and the token to go on from. */
export async function listChanges(
  { db }: Pick<Context, "db">,
  { since = "0", limit }: { since?: string | undefined; limit: number },
): Promise<ChangePage> {
  const events = await sql(db)<ReadoutEvent>(
    `SELECT id::text AS id, type, ${isoText("at")} AS at, item_id AS "itemId", seq, source_id AS "sourceId"
     FROM event WHERE event.id > $1::bigint ORDER BY event.id LIMIT $2`,
    [since, limit],
  );
  return { events, next: events.at(-1)?.id ?? since };
}

/** The id of the last event, "0" before the first: the revision of the record. */
export async function getRevision({ db }: Pick<Context, "db">): Promise<string> {
  const [row] = await sql(db)<{ id: string }>("SELECT coalesce(max(id), 0)::text AS id FROM event");
  return row!.id;
}
