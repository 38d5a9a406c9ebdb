import type { ActorDetail, ActorPage, ActorSummary } from "@readout/core/actor";
import { type AsOf, isKnown, resolveAsOf } from "@readout/core/as-of";
import { ReadoutError } from "@readout/core/error";
import type { GetActor, ListActors } from "@readout/core/read";
import { type Day, dayOfInstant, type Instant } from "@readout/core/time";
import { z } from "zod";
import type { Context } from "../context.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";
import { type EntryRef, factsAsOf } from "../items/facts.ts";
import { isSourceKnown, sourceKnownBy } from "../sources/known.ts";
import { keptActorJson } from "./kept-sql.ts";
import { actorAsOf, citedRefs, type KeptActor } from "./known.ts";

/** What of kept actors was known. */
export async function actorsAsOf(ctx: Context, kept: readonly KeptActor[], asOf: AsOf): Promise<ActorSummary[]> {
  const refs = kept.flatMap(({ offices }) => offices.flatMap(({ note }) => citedRefs(note)));
  const isRefVisible = await visibleRefs(ctx, refs, asOf);
  const today = dayOfInstant(ctx.now());
  return kept.map((actor) => actorAsOf(actor, asOf, isRefVisible, today));
}

/** Which of the entries with these data-set ids were known. */
async function visibleRefs(ctx: Context, refs: readonly string[], asOf: AsOf): Promise<(ref: string) => boolean> {
  if (refs.length === 0) return () => false;
  const found = await sql(ctx.db)<EntryRef & { ref: string }>(
    `SELECT ref, item_id AS "itemId", seq FROM entry WHERE ref = ANY ($1)`,
    [refs],
  );
  const factOf = await factsAsOf(ctx, found, asOf);
  const visible = new Set(found.filter((entry) => factOf(entry) !== undefined).map(({ ref }) => ref));
  return (ref) => visible.has(ref);
}

const Place = z.tuple([z.number().int(), z.string()]);

const listText = `SELECT ${keptActorJson} AS actor, a.position FROM actor a WHERE (a.position, a.id) > ($1::int, $2::text)
  ORDER BY a.position, a.id LIMIT $3`;

/** Actors in the order of the data set, later ones by id. */
export async function listActors(ctx: Context, input: ListActors): Promise<ActorPage> {
  const [position, id] = readCursor(ctx, "actors.list", input, Place) ?? [-1, ""];
  const rows = await sql(ctx.db)<{ actor: KeptActor; position: number }>(listText, [position, id, input.limit + 1]);
  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  return {
    actors: await actorsAsOf(
      ctx,
      shown.map(({ actor }) => actor),
      resolveAsOf(input, ctx.now()),
    ),
    nextCursor: last === undefined ? null : writeCursor(ctx, "actors.list", input, [last.position, last.actor.id]),
  };
}

type KeptView = ActorDetail["views"][number] & { recordedAt: Instant; publishedLatest: Day | null };
type KeptDetail = Pick<ActorDetail, "version" | "also" | "seenIn" | "items"> & { actor: KeptActor; views: KeptView[] };

const detailText = (basis: AsOf["basis"]) => `SELECT ${keptActorJson} AS actor, a.version, a.also,
  (SELECT coalesce(json_agg(json_build_object('sourceId', z.id, 'sourceTitle', z.title, 'publisher', z.publisher,
      'paragraphs', n.paragraphs) ORDER BY n.ordinal), '[]')
    FROM actor_seen n JOIN source z ON z.id = n.source_id WHERE n.actor_id = a.id AND ${isSourceKnown("z", basis, "$2")}) AS "seenIn",
  (SELECT coalesce(json_agg(json_build_object('id', i.id, 'title', i.title) ORDER BY i.position, i.id), '[]')
    FROM item_party p JOIN item i ON i.id = p.item_id WHERE p.actor_id = a.id) AS items,
  (SELECT coalesce(json_agg(json_build_object('itemId', v.item_id, 'scenarioId', c.id, 'scenarioTitle', c.title, 'leaning', v.leaning,
      'says', v.says, 'recordedAt', ${isoText("t.recorded_at")}, 'publishedLatest', (SELECT max(z.published_latest) FROM view_citation y
        JOIN source z ON z.id = y.source_id WHERE y.item_id = v.item_id AND y.scenario_id = v.scenario_id AND y.view = v.ordinal))
      ORDER BY t.position, v.item_id, c.ordinal, v.ordinal), '[]')
    FROM scenario_view v JOIN scenario c ON c.item_id = v.item_id AND c.id = v.scenario_id
    JOIN scenario_set t ON t.item_id = v.item_id WHERE v.actor_id = a.id) AS views
  FROM actor a WHERE a.id = $1`;

/** An actor with offices, passages, items and views, as far as they were known. Throws not_found. */
export async function getActor(ctx: Context, input: GetActor): Promise<ActorDetail> {
  const asOf = resolveAsOf(input, ctx.now());
  const [row] = await sql(ctx.db)<KeptDetail>(detailText(asOf.basis), [input.id, sourceKnownBy(asOf)]);
  if (row === undefined) throw new ReadoutError("not_found", `There is no actor ${input.id}`);
  const [actor] = await actorsAsOf(ctx, [row.actor], asOf);
  const views = row.views
    .filter((view) => isKnown(asOf, view.publishedLatest, view.recordedAt))
    .map(({ recordedAt: _recordedAt, publishedLatest: _day, ...view }) => view);
  const { version, also, seenIn, items } = row;
  return { ...actor!, version, also, seenIn, items, views };
}
