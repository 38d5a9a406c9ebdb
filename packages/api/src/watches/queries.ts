import { nextDigestTime } from "@readout/core/digest-time";
import { ReadoutError } from "@readout/core/error";
import type { ListedMessage, ListWatches, Mailbox, Watch, WatchList } from "@readout/core/watch";
import { isPerson } from "../access/service.ts";
import type { UserContext } from "../context.ts";
import { type Sql, sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";

const watchJson = `json_build_object('id', w.id,
  'item', CASE WHEN i.id IS NOT NULL THEN json_build_object('id', i.id, 'title', i.title) END,
  'view', CASE WHEN w.filters IS NOT NULL THEN json_build_object('name', w.name, 'filters', w.filters) END,
  'cadence', w.cadence, 'reviews', w.reviews, 'since', ${isoText("w.created_at")}, 'stopped', w.stopped_at IS NOT NULL)`;
const watches = `SELECT ${watchJson} AS watch FROM watch w LEFT JOIN item i ON i.id = w.item_id WHERE w.user_id = $1`;

/** What whoever asks watches, the last made first. */
export async function listWatches({ db, user }: UserContext, { itemId }: ListWatches): Promise<WatchList> {
  const rows = await sql(db)<{ watch: Watch }>(
    `${watches} AND w.stopped_at IS NULL AND ($2::text IS NULL OR w.item_id = $2) ORDER BY w.created_at DESC, w.id`,
    [user.id, itemId ?? null],
  );
  return { watches: rows.map(({ watch }) => watch) };
}

/** One watch of somebody, the stopped ones too. Throws not_found. */
export async function getWatch(sql: Sql, userId: string, id: string): Promise<Watch> {
  const [row] = await sql<{ watch: Watch }>(`${watches} AND w.id = $2`, [userId, id]);
  if (row === undefined) throw new ReadoutError("not_found", `You have no watch ${id}`);
  return row.watch;
}

/** Messages shown to their reader. */
const shownMessages = 20;

/** Where the mail of whoever asks goes, and what was sent. */
export async function getMailbox({ db, user, mail, now }: UserContext): Promise<Mailbox> {
  const [row] = await sql(db)<{ address: string | null; stopped: boolean; messages: ListedMessage[] }>(
    `SELECT (SELECT u.email FROM "user" u WHERE u.id = $1 AND ${isPerson("u")}) AS address,
       EXISTS (SELECT FROM mailbox m WHERE m.user_id = $1 AND m.stopped_at IS NOT NULL) AS stopped,
       (SELECT coalesce(json_agg(json_build_object('id', s.id, 'kind', s.kind, 'subject', s.subject, 'state', s.state,
           'at', ${isoText("coalesce(s.ended_at, s.written_at)")}, 'fault', s.fault) ORDER BY s.written_at DESC, s.id), '[]')
         FROM (SELECT * FROM message WHERE user_id = $1 ORDER BY written_at DESC, id LIMIT ${shownMessages}) s) AS messages`,
    [user.id],
  );
  const next = (cadence: "daily" | "weekly") => (mail === null ? null : nextDigestTime(cadence, mail.digestAt, now()));
  return { ...row!, isSetUp: mail !== null, nextDaily: next("daily"), nextWeekly: next("weekly") };
}
