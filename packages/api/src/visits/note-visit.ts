import { invalidField } from "@readout/core/error";
import type { CompareVisit, NoteVisit, Visit } from "@readout/core/visit";
import { type Mark, type Visits, visitsAfter } from "@readout/core/visit-law";
import type { UserContext } from "../context.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { findVisits, visitOf } from "./queries.ts";

/**
 * Notes that whoever asks has a page open, and tells what their visit is compared with. Neither an event nor an audit row
 * tells of it. Throws invalid_input for a token that was never given.
 */
export const noteVisit = (ctx: UserContext, { token }: NoteVisit): Promise<Visit> =>
  inTransaction(ctx, async (tx) => {
    if (token !== undefined) await refuseUnknown(tx, "token", token);
    const kept = await lockVisits(tx, ctx.user.id);
    const visits = visitsAfter(kept, await tx.clock(), token ?? null);
    if (visits !== null) await save(tx, ctx.user.id, visits);
    return visitOf(visits);
  });

/**
 * Compares the present visit with another place in the change feed: the newest once all is seen, the one before to take that
 * back. Throws invalid_input for a token that was never given.
 */
export const compareVisit = (ctx: UserContext, { since }: CompareVisit): Promise<Visit> =>
  inTransaction(ctx, async (tx) => {
    if (since !== null) await refuseUnknown(tx, "since.token", since.token);
    const now = await tx.clock();
    if (since !== null && since.at > now) throw invalidField("since.at", "is still to come");
    const kept = await lockVisits(tx, ctx.user.id);
    const last: Mark | undefined = kept?.last ?? since ?? undefined;
    if (last === undefined) return { since: null };
    await save(tx, ctx.user.id, { last: { token: last.token, at: now }, since });
    return { since };
  });

/** One user's pages come one after the other, from however many tabs. */
async function lockVisits(tx: Tx, userId: string): Promise<Visits | null> {
  await tx.sql("SELECT pg_advisory_xact_lock(hashtextextended('readout.visits ' || $1, 0))::text AS locked", [userId]);
  return findVisits(tx.sql, userId);
}

async function save(tx: Tx, userId: string, { last, since }: Visits): Promise<void> {
  await tx.sql(
    `INSERT INTO visit (user_id, last_token, last_at, since_token, since_at)
     VALUES ($1, $2::text::bigint, $3::timestamptz, $4::text::bigint, $5::timestamptz)
     ON CONFLICT (user_id) DO UPDATE SET last_token = excluded.last_token, last_at = excluded.last_at,
       since_token = excluded.since_token, since_at = excluded.since_at RETURNING 1 AS one`,
    [userId, last.token, last.at, since?.token ?? null, since?.at ?? null],
  );
}

async function refuseUnknown(tx: Tx, path: string, token: string): Promise<void> {
  const [row] = await tx.sql<{ issued: boolean }>(
    "SELECT $1::text::bigint = 0 OR EXISTS (SELECT FROM event WHERE id = $1::text::bigint) AS issued",
    [token],
  );
  if (row?.issued !== true) throw invalidField(path, "is not a token that this record gave");
}
