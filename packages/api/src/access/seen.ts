import type { Db } from "../db/handle.ts";
import { sql } from "../db/sql.ts";

const minuteMs = 60_000;

/** When this process last noted each use, per database. */
const noted = new WeakMap<Db, Map<string, number>>();

/**
 * Notes that a user was here, or a key used: at most once a minute, and without anyone waiting for it. A row written on every
 * request would make requests with one key wait for each other.
 *
 * @param by the id of the session's user, or of the key
 */
export function noteUse(db: Db, kind: "user" | "key", by: string): void {
  const times = noted.get(db) ?? new Map<string, number>();
  noted.set(db, times);
  const now = Date.now();
  if (now - (times.get(`${kind} ${by}`) ?? 0) < minuteMs) return;
  times.set(`${kind} ${by}`, now);
  const text =
    kind === "user"
      ? `INSERT INTO user_seen (user_id, at) VALUES ($1, now()) ON CONFLICT (user_id) DO UPDATE SET at = excluded.at`
      : `UPDATE apikey SET "lastRequest" = now() WHERE id = $1`;
  // A note that could not be taken, as when the server stops, is taken at the next use.
  sql(db)(text, [by]).catch(() => times.delete(`${kind} ${by}`));
}
