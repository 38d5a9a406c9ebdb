import { invalidField } from "@readout/core/error";
import type { ChangePage, ReadoutEvent } from "@readout/core/event";
import type { ListChanges } from "@readout/core/read";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";

// A token is the id of an event; "0" stands before the first.
const eventsAfter = `SELECT $1::bigint = 0 OR EXISTS (SELECT FROM event WHERE id = $1::bigint) AS issued,
  (SELECT coalesce(json_agg(json_build_object('id', e.id::text, 'type', e.type, 'at', ${isoText("e.at")}, 'itemId', e.item_id,
      'seq', e.seq, 'ordinal', e.ordinal, 'sourceId', e.source_id, 'actorId', e.actor_id, 'disagreementId', e.disagreement_id) ORDER BY e.id), '[]')
    FROM (SELECT * FROM event WHERE id > $1::bigint ORDER BY id LIMIT $2) e) AS events`;

/**
 * Events after `since` (from the first on without it) in commit order, and the token to go on from.
 *
 * Throws invalid_input for a token that was never given.
 */
export async function listChanges(
  { db }: Pick<Context, "db">,
  { since = "0", limit }: Pick<ListChanges, "since" | "limit">,
): Promise<ChangePage> {
  const [row] = await sql(db)<{ issued: boolean; events: ReadoutEvent[] }>(eventsAfter, [since, limit]);
  if (row === undefined || !row.issued) throw invalidField("since", "is not a token that this record gave");
  return { events: row.events, next: row.events.at(-1)?.id ?? since };
}

/** The id of the last event, "0" before the first: the revision of the record. */
export async function getRevision({ db }: Pick<Context, "db">): Promise<string> {
  const [row] = await sql(db)<{ id: string }>("SELECT coalesce(max(id), 0)::text AS id FROM event");
  return row!.id;
}
