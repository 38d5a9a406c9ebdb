import type { Entry } from "@readout/core/entry";
import { type Day, dayOfInstant, type Instant } from "@readout/core/time";
import { type Fact, factsOf, knownFrom } from "@readout/core/visible";
import type { Sql } from "../db/sql.ts";

/** A row of `entry_known`: a change, reaffirmation or review in its corrected form. */
export interface KnownRow {
  seq: number;
  known_on: Day;
  effective_earliest: Day | null;
  effective_latest: Day | null;
  recorded: Instant;
  retracted: boolean;
}

/** What became known on which day, for both bases, by how much it rose or fell. */
export type NewsDays = Map<string, { basis: "reported" | "recorded"; day: Day; entries: number }>;

/** The rows of `entry_known` that a ledger has, in order of `seq`. */
export const knownRowsOf = (ledger: readonly Entry[]): KnownRow[] => factsOf(ledger).map(knownRow);

const knownRow = (fact: Fact): KnownRow => ({
  seq: fact.seq,
  known_on: knownFrom(fact),
  effective_earliest: fact.kind === "review" ? null : fact.effectiveBounds.earliest,
  effective_latest: fact.kind === "review" ? null : fact.effectiveBounds.latest,
  recorded: fact.recorded,
  retracted: fact.retractedBy !== null,
});

/** The columns of {@link KnownRow}, from `entry_known k`, but for the instant. */
export const knownKey = (row: KnownRow): string =>
  JSON.stringify([row.known_on, row.effective_earliest, row.effective_latest, row.recorded, row.retracted]);

/** Writes the rows of `entry_known` that a longer ledger changes. */
export async function saveKnown(
  sql: Sql,
  itemId: string,
  before: readonly KnownRow[],
  after: readonly KnownRow[],
): Promise<void> {
  const kept = new Map(before.map((row) => [row.seq, knownKey(row)]));
  const changed = after.filter((row) => kept.get(row.seq) !== knownKey(row));
  if (changed.length === 0) return;
  await sql(
    `INSERT INTO entry_known (item_id, seq, known_on, effective_earliest, effective_latest, recorded, retracted)
     SELECT $1, seq, known_on, effective_earliest, effective_latest, recorded, retracted
     FROM jsonb_to_recordset($2::jsonb)
       AS row(seq int, known_on date, effective_earliest date, effective_latest date, recorded timestamptz, retracted boolean)
     ON CONFLICT (item_id, seq) DO UPDATE SET known_on = excluded.known_on, effective_earliest = excluded.effective_earliest,
       effective_latest = excluded.effective_latest, retracted = excluded.retracted`,
    [itemId, JSON.stringify(changed)],
  );
}

/** The counts behind the rail. Reported: facts that are not retracted; recorded: entries of every kind, which never fall. */
export function newsOf(rows: readonly KnownRow[], entries: readonly Entry[]): NewsDays {
  const news: NewsDays = new Map();
  for (const row of rows) if (!row.retracted) addNews(news, "reported", row.known_on, 1);
  for (const entry of entries) addNews(news, "recorded", dayOfInstant(entry.recorded), 1);
  return news;
}

/** Adds to a day's count; a day that comes to nothing is left out. */
export function addNews(news: NewsDays, basis: "reported" | "recorded", day: Day, entries: number): void {
  const key = `${basis} ${day}`;
  const sum = (news.get(key)?.entries ?? 0) + entries;
  if (sum === 0) news.delete(key);
  else news.set(key, { basis, day, entries: sum });
}

/** Adds counts to the stored ones. The caller holds the lock of the feed, so that no two do so at once. */
export async function saveNews(sql: Sql, news: NewsDays): Promise<void> {
  const rows = [...news.values()];
  const added = rows.filter(({ entries }) => entries > 0);
  const taken = rows.filter(({ entries }) => entries < 0);
  const record = "jsonb_to_recordset($1::jsonb) AS row(basis text, day date, entries int)";
  if (added.length > 0)
    await sql(
      `INSERT INTO news_day (basis, day, entries) SELECT basis, day, entries FROM ${record}
       ON CONFLICT (basis, day) DO UPDATE SET entries = news_day.entries + excluded.entries`,
      [JSON.stringify(added)],
    );
  if (taken.length === 0) return;
  const here = "n.basis = row.basis AND n.day = row.day";
  await sql(`DELETE FROM news_day n USING ${record} WHERE ${here} AND n.entries + row.entries = 0`, [
    JSON.stringify(taken),
  ]);
  await sql(`UPDATE news_day n SET entries = n.entries + row.entries FROM ${record} WHERE ${here}`, [
    JSON.stringify(taken),
  ]);
}
