import { invalidField } from "@readout/core/error";
import type { NamedItem } from "@readout/core/overview";
import type { GetSince, Since, SinceCounts, SinceItem, SinceKind } from "@readout/core/since";
import { type NewEntries, sinceItemWords, sinceKind, sinceWords } from "@readout/core/since-words";
import { type Day, dayOfInstant } from "@readout/core/time";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { fresh, isStale } from "../items/fresh.ts";

/** Events looked through at once, and items that moved with the days: a whole data set loaded since is only counted so far. */
const most = 2000;

type Standing = SinceItem["before"];
type TouchedRow = NamedItem & {
  before: Standing | null;
  after: SinceItem["after"];
  entries: NewEntries | null;
  opened: boolean | null;
  /** Newest of each kind. */
  statusSeq: number | null;
  correctionSeq: number | null;
  reviewSeq: number | null;
  entrySeq: number | null;
  /** The newest event; null for what moved with the days. */
  event: string | null;
};
type SinceRow = { issued: boolean; next: string; isMore: boolean; items: TouchedRow[]; stale: boolean };

// $1 the token, $2 the day it was current (null: not told), $3 today, $4 now.
// Before is what Readout showed then: before the first new entry of the item, else what it shows now of that earlier day.
const question = `WITH
  news AS MATERIALIZED (SELECT * FROM event WHERE id > $1::bigint ORDER BY id LIMIT ${most + 1}),
  grown AS MATERIALIZED (
    SELECT n.item_id, min(n.seq) AS first, bool_or(n.type = 'item.opened') AS opened, max(n.id) AS event,
      count(*) FILTER (WHERE e.kind IN ('change', 'reaffirmation')) AS status, count(*) FILTER (WHERE e.kind = 'review') AS review,
      count(*) FILTER (WHERE e.kind IN ('correction', 'retraction')) AS corrections,
      count(*) FILTER (WHERE e.kind = 'retraction') AS retractions,
      max(e.seq) FILTER (WHERE e.kind = 'review') AS review_seq,
      max(e.seq) FILTER (WHERE e.kind IN ('change', 'reaffirmation')) AS status_seq,
      max(e.seq) FILTER (WHERE e.kind IN ('correction', 'retraction')) AS correction_seq
    FROM news n LEFT JOIN entry e ON e.item_id = n.item_id AND e.seq = n.seq
    WHERE n.type IN ('item.opened', 'entry.recorded') GROUP BY n.item_id),
  by_days AS MATERIALIZED (SELECT id AS item_id FROM item WHERE reading_from > $2::date LIMIT ${most + 1}),
  touched AS (SELECT g.*, g.item_id AS id FROM grown g
    UNION ALL SELECT NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, d.item_id FROM by_days d
      WHERE NOT EXISTS (SELECT FROM grown g WHERE g.item_id = d.item_id))
  SELECT $1::bigint = 0 OR EXISTS (SELECT FROM event WHERE id = $1::bigint) AS issued,
    coalesce((SELECT max(id) FROM news), $1::bigint)::text AS next,
    (SELECT count(*) FROM news) > ${most} OR (SELECT count(*) FROM by_days) > ${most} AS "isMore",
    (SELECT coalesce(json_agg(json_build_object('itemId', i.id, 'title', i.title, 'statusSubject', i.status_subject,
        'before', CASE WHEN s.item_id IS NOT NULL THEN json_build_object('status', s.status, 'alternatives', s.alternatives) END,
        'after', json_build_object('status', i.status, 'alternatives', i.alternatives, 'since', i.since),
        'entries', CASE WHEN t.event IS NOT NULL THEN json_build_object('status', t.status, 'review', t.review, 'corrections', t.corrections, 'retractions', t.retractions) END,
        'opened', t.opened, 'statusSeq', t.status_seq, 'correctionSeq', t.correction_seq, 'reviewSeq', t.review_seq, 'entrySeq', i.entry_seq, 'event', t.event::text)
        ORDER BY t.event DESC NULLS LAST, i.since_day DESC, i.position, i.id), '[]')
      FROM touched t CROSS JOIN LATERAL (SELECT * FROM item WHERE id = t.id LIMIT 1) i
      LEFT JOIN LATERAL (SELECT recorded FROM entry e WHERE e.item_id = t.id AND e.seq = t.first LIMIT 1) f ON true
      LEFT JOIN LATERAL (SELECT * FROM reading_span s WHERE s.item_id = t.id AND s.basis = 'recorded'
        AND s.known @> coalesce(f.recorded - interval '1 millisecond', $4::timestamptz) AND s.valid @> coalesce($2::date, $3::date) LIMIT 1) s ON true
    ) AS items,
    ${isStale("$3::date")} AS stale`;

const weights: readonly SinceKind[] = ["moved", "corrected", "evidence", "reviewed", "opened"];

/** What changed since somebody was here, item by item, the weightiest first. Throws invalid_input for a token that was never given. */
export async function getSince(ctx: Context, { since, at, limit }: GetSince): Promise<Since> {
  const now = ctx.now();
  const today = dayOfInstant(now);
  const values = [since, at === undefined ? null : earlierOf(dayOfInstant(at), today), today, now];
  const ask = async () => (await sql(ctx.db)<SinceRow>(question, values))[0]!;
  // Rows that speak of a later day, to a process whose clock is behind, are told as they are.
  const row = (await fresh(ctx, today, ask)) ?? (await ask());
  if (!row.issued) throw invalidField("since", "is not a token that this record gave");
  const told = row.items.flatMap(itemOf).sort((a, b) => weights.indexOf(a.kind) - weights.indexOf(b.kind));
  const of = (kind: SinceKind) => told.filter((item) => item.kind === kind).length;
  const counts: SinceCounts = {
    items: told.length,
    ...(Object.fromEntries(weights.map((kind) => [kind, of(kind)])) as Record<SinceKind, number>),
  };
  return {
    next: row.next,
    counts,
    isMore: row.isMore,
    words: sinceWords(counts, row.isMore),
    items: told.slice(0, limit),
  };
}

const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b);

function itemOf({ itemId, title, statusSubject, after, ...row }: TouchedRow): SinceItem[] {
  const before = row.before ?? { status: null, alternatives: [] };
  const entries = row.entries ?? { status: 0, review: 0, corrections: 0, retractions: 0 };
  const kind = sinceKind({ before, after }, entries, row.opened ?? false);
  if (kind === null) return [];
  const seqs: Record<SinceKind, number | null> = {
    moved: row.entrySeq,
    corrected: row.correctionSeq,
    evidence: row.statusSeq,
    reviewed: row.reviewSeq,
    opened: null,
  };
  const { corrections, retractions } = entries;
  const told = { statusSubject, before, after, corrections, retractions };
  return [{ itemId, title, kind, ...told, seq: seqs[kind], words: sinceItemWords(kind, told) }];
}
