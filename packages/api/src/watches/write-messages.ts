import { createHash } from "node:crypto";
import { lastDigestTime } from "@readout/core/digest-time";
import { type AmendsOfItem, amendsContent, digestContent, type NewsOfItem, oneLine } from "@readout/core/digest-words";
import type { MailContent } from "@readout/core/mail";
import { amendsOf, type ItemRecord, newsOf, type Telling, type Told, wasInView } from "@readout/core/news";
import type { Instant } from "@readout/core/time";
import type { MessageKind, ViewFilters } from "@readout/core/watch";
import type { Installation } from "../context.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { eventsByItem, loadRecords, sourceNames, toldByItem } from "./load-records.ts";

type Surroundings = Pick<Installation, "db" | "now"> & { mail: { digestAt: string } };

export interface WritingOptions {
  /**
   * Nothing younger is told yet, so that what is corrected a moment later is told in its corrected form, and what is recorded
   * in one go comes in one message.
   */
  settleMs: number;
  /** Whether watches that wait for their hour are told now. */
  early?: boolean;
  /** Whether it is only said what would be written. */
  dryRun?: boolean;
}

/** A message as it was written for somebody. */
export interface WrittenMessage {
  id: string;
  userId: string;
  kind: MessageKind;
  content: MailContent;
}

/** What decides whose turn it is: the last event that is told, and since when a watch must have been told to be told again. */
interface Round {
  upTo: string;
  dueBefore: { daily: Instant; weekly: Instant };
  early: boolean;
  now: Instant;
}

/** SQL for whether the hour of the watch `w` has come; $1 to $3 are those of {@link dueValues}. */
const isDue = `(w.stopped_at IS NULL AND ($1::boolean OR w.cadence = 'at-once' OR w.told_at < CASE w.cadence WHEN 'daily' THEN $2::timestamptz ELSE $3::timestamptz END))`;
const dueValues = ({ early, dueBefore }: Round) => [early, dueBefore.daily, dueBefore.weekly];

/**
 * Writes the messages that are due: digests for watches whose hour has come, and at once what corrects something that was told.
 * Each person's are written in one transaction with what they were told and how far that reaches, under the lock of their
 * mailbox, so that no event is told twice and none is lost, however many processes do this at the same time.
 */
export async function writeMessages(
  installation: Surroundings,
  { settleMs, early = false, dryRun = false }: WritingOptions,
): Promise<WrittenMessage[]> {
  const now = installation.now();
  const round: Round = {
    upTo: await lastSettled(installation, now, settleMs),
    dueBefore: {
      daily: lastDigestTime("daily", installation.mail.digestAt, now),
      weekly: lastDigestTime("weekly", installation.mail.digestAt, now),
    },
    early,
    now,
  };
  const written: WrittenMessage[] = [];
  for (const userId of await peopleToTell(installation, round))
    written.push(...(await inTransaction(installation, (tx) => writeFor(tx, userId, round, dryRun))));
  if (!dryRun) await passQuietly(installation, round);
  return written;
}

const lastSettled = (installation: Surroundings, now: Instant, settleMs: number): Promise<string> =>
  inTransaction(installation, async (tx) => {
    const until = new Date(Date.parse(now) - settleMs).toISOString();
    const [row] = await tx.sql<{ id: string }>(
      "SELECT coalesce(max(id), 0)::text AS id FROM event WHERE at <= $1::timestamptz",
      [until],
    );
    return row!.id;
  });

const peopleToTell = (installation: Surroundings, round: Round): Promise<string[]> =>
  inTransaction(installation, async (tx) => {
    const rows = await tx.sql<{ id: string }>(
      `SELECT m.user_id AS id FROM mailbox m JOIN "user" u ON u.id = m.user_id
       WHERE m.stopped_at IS NULL AND u.banned IS NOT TRUE AND (
         EXISTS (SELECT FROM watch w WHERE w.user_id = m.user_id AND w.cursor < $4::bigint AND ${isDue})
         OR (m.amended_to < $4::bigint AND EXISTS (SELECT FROM event e JOIN told t ON t.user_id = m.user_id AND t.item_id = e.item_id
           WHERE e.id > m.amended_to AND e.id <= $4::bigint AND e.type IN ('entry.recorded', 'milestone.edited'))))
       ORDER BY m.user_id`,
      [...dueValues(round), round.upTo],
    );
    return rows.map(({ id }) => id);
  });

/** Watches whose hour came while there was nothing to tell wait for the next one. */
const passQuietly = (installation: Surroundings, round: Round): Promise<unknown> =>
  inTransaction(installation, (tx) =>
    tx.sql(
      `UPDATE watch w SET told_at = readout_now() WHERE w.cadence <> 'at-once' AND w.cursor >= $4::bigint AND ${isDue} RETURNING 1 AS one`,
      [...dueValues(round), round.upTo],
    ),
  );

interface DueWatch {
  id: string;
  itemId: string | null;
  name: string | null;
  filters: ViewFilters | null;
  reviews: boolean;
  cursor: string;
}

async function writeFor(tx: Tx, userId: string, round: Round, dryRun: boolean): Promise<WrittenMessage[]> {
  // Whoever else is writing to this person is ahead of us; what is left is found in the next round.
  const [box] = await tx.sql<{ amendedTo: string }>(
    `SELECT amended_to::text AS "amendedTo" FROM mailbox WHERE user_id = $1 AND stopped_at IS NULL FOR UPDATE SKIP LOCKED`,
    [userId],
  );
  if (box === undefined) return [];
  const watches = await tx.sql<DueWatch>(
    `SELECT w.id, w.item_id AS "itemId", w.name, w.filters, w.reviews, w.cursor::text AS cursor FROM watch w
     WHERE w.user_id = $5 AND w.cursor < $4::bigint AND ${isDue} ORDER BY w.created_at, w.id FOR UPDATE`,
    [...dueValues(round), round.upTo, userId],
  );
  const from = [box.amendedTo, ...watches.map(({ cursor }) => cursor)].reduce(earlier);
  const events = await eventsByItem(tx, from, round.upTo);
  const told = await toldByItem(tx, userId, [...events.keys()]);
  const watched = new Set(watches.flatMap(({ itemId }) => itemId ?? []));
  const seesAll = watches.some(({ filters }) => filters !== null);
  const ids = [...events.keys()].filter((id) => seesAll || watched.has(id) || told.has(id));
  const records = await loadRecords(tx, ids, round.upTo, round.now);

  const amends: AmendsOfItem[] = [];
  const news: NewsOfItem[] = [];
  const confirmed: { itemId: string; tells: Telling[] }[] = [];
  for (const [id, record] of records) {
    const fresh = events.get(id)!;
    const known: Told[] = told.get(id) ?? [];
    const late = fresh.filter((event) => BigInt(event.id) > BigInt(box.amendedTo));
    const wrong = amendsOf(record, late, known, round);
    if (wrong !== null) {
      if (wrong.lines.length > 0) amends.push({ record, amends: wrong });
      else confirmed.push({ itemId: id, tells: wrong.tells });
    }
    const toldNow = (wrong?.tells ?? []).map((telling): Told => ({ ...telling, at: round.now, arrived: true }));
    const found = newsFor(record, fresh, [...known, ...toldNow], watches, round);
    if (found !== null) news.push(found);
  }

  const names = await sourceNames(tx, records.values());
  const messages = [
    ...(amends.length === 0
      ? []
      : [messageOf(userId, "correction", amendsContent(amends, names), amends.map(tellsOfAmends))]),
    ...(news.length === 0 ? [] : [messageOf(userId, "digest", digestContent(news, names), news.map(tellsOfNews))]),
  ];
  if (dryRun) return messages.map(({ written }) => written);
  for (const { written, tells } of messages) await insertMessage(tx, written, tells);
  await insertTold(tx, userId, null, confirmed);
  await tx.sql("UPDATE watch SET cursor = $1::bigint, told_at = readout_now() WHERE id = ANY ($2) RETURNING 1 AS one", [
    round.upTo,
    watches.map(({ id }) => id),
  ]);
  await tx.sql(
    "UPDATE mailbox SET amended_to = greatest(amended_to, $1::bigint) WHERE user_id = $2 RETURNING 1 AS one",
    [round.upTo, userId],
  );
  return messages.map(({ written }) => written);
}

const earlier = (a: string, b: string): string => (BigInt(a) < BigInt(b) ? a : b);

/** What the watches that an item falls under have to tell of it, all in one. */
function newsFor(
  record: ItemRecord,
  events: readonly Parameters<typeof newsOf>[1][number][],
  told: readonly Told[],
  watches: readonly DueWatch[],
  round: Round,
): NewsOfItem | null {
  const matching = watches.flatMap((watch) => {
    const fresh = events.filter(({ id }) => BigInt(id) > BigInt(watch.cursor));
    if (fresh.length === 0) return [];
    const isIn = watch.filters === null ? watch.itemId === record.id : wasInView(record, fresh, watch.filters, round);
    return isIn ? [{ watch, fresh }] : [];
  });
  if (matching.length === 0) return null;
  const ids = new Set(matching.flatMap(({ fresh }) => fresh.map(({ id }) => id)));
  const reviews = matching.some(({ watch }) => watch.reviews);
  const news = newsOf(
    record,
    events.filter(({ id }) => ids.has(id)),
    told,
    { now: round.now, reviews },
  );
  const stops = matching.map(({ watch }) => ({
    id: watch.id,
    words: oneLine(watch.name === null ? record.title : `the view “${watch.name}”`),
  }));
  return news === null ? null : { record, news, watches: stops };
}

type ToldOfItem = { itemId: string; tells: Telling[] };
const tellsOfAmends = ({ record, amends }: AmendsOfItem): ToldOfItem => ({ itemId: record.id, tells: amends.tells });
const tellsOfNews = ({ record, news }: NewsOfItem): ToldOfItem => ({ itemId: record.id, tells: news.tells });

/** The id follows from what is told: whoever wrote the same again would be refused by its key. */
function messageOf(userId: string, kind: MessageKind, content: MailContent, tells: ToldOfItem[]) {
  const events = tells.flatMap((item) => item.tells.map(({ eventId }) => eventId)).sort();
  const id = createHash("sha256")
    .update([userId, kind, ...events].join("\n"))
    .digest("hex")
    .slice(0, 32);
  return { written: { id, userId, kind, content }, tells };
}

async function insertMessage(
  tx: Tx,
  { id, userId, kind, content }: WrittenMessage,
  tells: ToldOfItem[],
): Promise<void> {
  await tx.sql(
    `INSERT INTO message (id, user_id, kind, subject, content, written_at, due_at)
     VALUES ($1, $2, $3, $4, $5::jsonb, readout_now(), readout_now()) RETURNING 1 AS one`,
    [id, userId, kind, content.subject, JSON.stringify(content)],
  );
  await insertTold(tx, userId, id, tells);
}

/** Refused by the key of the table where somebody was told of the event before. */
async function insertTold(
  tx: Tx,
  userId: string,
  messageId: string | null,
  items: readonly ToldOfItem[],
): Promise<void> {
  const rows = items.flatMap(({ itemId, tells }) => tells.map((telling) => ({ itemId, ...telling })));
  if (rows.length === 0) return;
  await tx.sql(
    `INSERT INTO told (user_id, event_id, item_id, seq, ordinal, value, message_id, told_at)
     SELECT $1, "eventId", "itemId", seq, ordinal, value, $2, readout_now()
     FROM jsonb_to_recordset($3::jsonb) AS row("eventId" bigint, "itemId" text, seq int, ordinal int, value jsonb) RETURNING 1 AS one`,
    [userId, messageId, JSON.stringify(rows)],
  );
}
