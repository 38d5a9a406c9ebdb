import type { SourceNames } from "@readout/core/digest-words";
import type { DatedMilestone, ItemRecord, NewsEvent, Told } from "@readout/core/news";
import type { Instant } from "@readout/core/time";
import { isoText, type Tx } from "../db/transaction.ts";
import { Values } from "../db/values.ts";
import { getLedgers } from "../items/ledger.ts";
import { readWhen } from "../items/reading-sql.ts";
import { isMilestoneKnown, joinBringer, joinVerdict, milestoneJson } from "../milestones/known.ts";

/** Events of the kinds that are news to whoever watches, after one and up to another, by item. */
export async function eventsByItem(tx: Tx, after: string, upTo: string): Promise<Map<string, NewsEvent[]>> {
  const rows = await tx.sql<NewsEvent & { itemId: string }>(
    `SELECT e.id::text AS id, e.type, e.item_id AS "itemId", e.seq, e.ordinal, ${isoText("e.at")} AS at FROM event e
     WHERE e.id > $1::bigint AND e.id <= $2::bigint AND e.type IN ('item.opened', 'entry.recorded', 'milestone.edited') ORDER BY e.id`,
    [after, upTo],
  );
  const byItem = new Map<string, NewsEvent[]>();
  for (const { itemId, ...event } of rows) byItem.set(itemId, [...(byItem.get(itemId) ?? []), event]);
  return byItem;
}

/** The items of these ids as the record stood after an event, with what is known of them now. */
export async function loadRecords(
  tx: Tx,
  itemIds: readonly string[],
  upTo: string,
  now: Instant,
): Promise<Map<string, ItemRecord>> {
  const items = await tx.sql<Omit<ItemRecord, "ledger" | "milestones"> & { cut: number | null }>(
    `SELECT i.id, i.title, i.question, i.status_subject AS "statusSubject", i.tags, i.owner_side AS "ownerSide",
       coalesce((SELECT array_agg(p.actor_id ORDER BY p.ordinal) FROM item_party p WHERE p.item_id = i.id), '{}') AS parties,
       (SELECT min(e.seq) FROM event e WHERE e.id > $2::bigint AND e.item_id = i.id AND e.type = 'entry.recorded') AS cut
     FROM item i WHERE i.id = ANY ($1)`,
    [itemIds, upTo],
  );
  const ledgers = await getLedgers(tx.sql, itemIds);
  const milestones = await milestonesNow(tx, itemIds, now);
  return new Map(
    items.map(({ cut, ...item }) => {
      // What was recorded since belongs to the next message.
      const ledger = (ledgers.get(item.id) ?? []).filter(({ seq }) => cut === null || seq < cut);
      return [item.id, { ...item, ledger, milestones: milestones.get(item.id) ?? [] }];
    }),
  );
}

async function milestonesNow(tx: Tx, itemIds: readonly string[], now: Instant): Promise<Map<string, DatedMilestone[]>> {
  const values = new Values();
  const { when } = readWhen({}, now);
  const text = `SELECT m.item_id AS id, json_agg(json_build_object(${milestoneJson()}, 'recordedAt', ${isoText("m.recorded_at")}) ORDER BY m.ordinal) AS milestones
    FROM milestone m ${joinBringer(values, when)} ${joinVerdict(values, when)}
    WHERE m.item_id = ANY (${values.add(itemIds)}) AND ${isMilestoneKnown} GROUP BY m.item_id`;
  const rows = await tx.sql<{ id: string; milestones: DatedMilestone[] }>(text, values.all);
  return new Map(rows.map(({ id, milestones }) => [id, milestones]));
}

/** What somebody was told about items, by item. */
export async function toldByItem(tx: Tx, userId: string, itemIds: readonly string[]): Promise<Map<string, Told[]>> {
  const rows = await tx.sql<Told & { itemId: string }>(
    `SELECT t.event_id::text AS "eventId", t.item_id AS "itemId", t.seq, t.ordinal, t.value, ${isoText("t.told_at")} AS at,
       m.id IS NULL OR m.state NOT IN ('failed', 'dropped') AS arrived
     FROM told t LEFT JOIN message m ON m.id = t.message_id WHERE t.user_id = $1 AND t.item_id = ANY ($2) ORDER BY t.event_id`,
    [userId, itemIds],
  );
  const byItem = new Map<string, Told[]>();
  for (const { itemId, ...told } of rows) byItem.set(itemId, [...(byItem.get(itemId) ?? []), told]);
  return byItem;
}

/** What the sources cited by these items are called. */
export async function sourceNames(tx: Tx, records: Iterable<ItemRecord>): Promise<SourceNames> {
  const cited = [...records].flatMap(({ ledger }) =>
    ledger.flatMap((entry) => ("evidence" in entry ? entry.evidence.map(({ sourceId }) => sourceId as string) : [])),
  );
  const rows = await tx.sql<{ id: string; publisher: string; published: string }>(
    "SELECT id, publisher, published FROM source WHERE id = ANY ($1)",
    [[...new Set(cited)]],
  );
  return new Map(rows.map(({ id, publisher, published }) => [id, { publisher, published }]));
}
