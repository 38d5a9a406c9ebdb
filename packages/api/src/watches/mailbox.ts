import { ReadoutError } from "@readout/core/error";
import { isPerson } from "../access/service.ts";
import type { UserContext } from "../context.ts";
import type { Tx } from "../db/transaction.ts";

/**
 * The mailbox of whoever asks, made where there is none and opened where all mail was stopped, locked until the end of the
 * transaction: what they watch and what they are told is decided one after the other.
 *
 * @returns the last event there is; what is watched from now on is told from there on
 * @throws ReadoutError forbidden for a service
 */
export async function openMailbox(tx: Tx, { user }: Pick<UserContext, "user">): Promise<{ lastEvent: string }> {
  const [person] = await tx.sql(`SELECT 1 AS one FROM "user" u WHERE u.id = $1 AND ${isPerson("u")}`, [user.id]);
  if (person === undefined)
    throw new ReadoutError(
      "forbidden",
      "A key belongs to a service, which has no mailbox: only people can watch",
      {},
      "Sign in as a person; a program follows GET /api/v1/changes instead.",
    );
  await tx.sql(
    `INSERT INTO mailbox (user_id, amended_to) SELECT $1, coalesce(max(id), 0) FROM event
     ON CONFLICT (user_id) DO UPDATE SET stopped_at = NULL RETURNING 1 AS one`,
    [user.id],
  );
  // Ids are given in commit order, so that no event with a smaller one can appear later.
  const [last] = await tx.sql<{ id: string }>("SELECT coalesce(max(id), 0)::text AS id FROM event");
  return { lastEvent: last!.id };
}
