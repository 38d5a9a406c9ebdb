import type { AsOf, AsOfInput } from "@readout/core/as-of";
import { ReadoutError } from "@readout/core/error";
import type { ItemDetail, ItemLink, ItemSummary } from "@readout/core/item";
import type { Milestone } from "@readout/core/milestone";
import type { GetItem } from "@readout/core/read";
import { keptActorJson } from "../actors/kept-sql.ts";
import type { KeptActor } from "../actors/known.ts";
import { actorsAsOf } from "../actors/queries.ts";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { Values } from "../db/values.ts";
import { keptDisagreementJson } from "../disagreements/kept-sql.ts";
import { disagreementAsOf, type KeptDisagreement } from "../disagreements/known.ts";
import { isMilestoneKnown, joinBringer, joinVerdict, milestoneJson, milestoneOrder } from "../milestones/known.ts";
import { keptSetJson } from "../scenarios/kept-sql.ts";
import type { KeptScenarioSet } from "../scenarios/known.ts";
import { scenarioSetsAsOf } from "../scenarios/queries.ts";
import { fresh, isStale } from "./fresh.ts";
import { itemJson } from "./item-sql.ts";
import {
  type AsOfValues,
  asOfValues,
  joinReading,
  joinReview,
  readingJson,
  readWhen,
  type When,
} from "./reading-sql.ts";

type KeptDetail = {
  item: ItemSummary &
    Pick<ItemDetail, "resolutionCriteria" | "opened" | "head" | "version"> & { whyOpen: string | null };
  /** Whether anything was known of it: an entry, or of one without entries the item itself. */
  begun: boolean;
  links: ItemLink[];
  milestones: Milestone[];
  actors: KeptActor[];
  disagreements: KeptDisagreement[];
  sets: KeptScenarioSet[];
  stale: boolean;
};

/** An item with all that belongs to it, as far as it was known. Throws not_found. */
export async function getItem(ctx: Context, input: GetItem): Promise<ItemDetail> {
  const { asOf, when } = readWhen(input, ctx.now());
  const [kept] = await findKept(ctx, { id: input.id }, when);
  if (kept === undefined) throw new ReadoutError("not_found", `There is no item ${input.id}`);
  const [detail] = await detailsAsOf(ctx, [kept], asOf);
  return { ...detail!, asOf };
}

/** Several items at once, by id; what there is not is left out. */
export async function getItems(
  ctx: Context,
  ids: readonly string[],
  input: AsOfInput,
): Promise<Map<string, Omit<ItemDetail, "asOf">>> {
  const { asOf, when } = readWhen(input, ctx.now());
  const details = await detailsAsOf(ctx, await findKept(ctx, { ids }, when), asOf);
  return new Map(details.map((detail) => [detail.id, detail]));
}

/** What of kept items was known; actors and sets of all of them are asked for together. */
async function detailsAsOf(ctx: Context, all: readonly KeptDetail[], asOf: AsOf): Promise<Omit<ItemDetail, "asOf">[]> {
  const actors = await actorsAsOf(
    ctx,
    all.flatMap((kept) => kept.actors),
    asOf,
  );
  const sets = await scenarioSetsAsOf(
    ctx,
    all.flatMap((kept) => kept.sets),
    asOf,
  );
  let actor = 0;
  return all.map(({ item, begun, links, milestones, ...kept }) => ({
    ...item,
    whyOpen: begun ? item.whyOpen : null,
    milestones,
    links,
    actors: kept.actors.map(() => actors[actor++]!),
    disagreements: kept.disagreements.flatMap((each) => disagreementAsOf(each, asOf) ?? []),
    scenarioSets: sets.filter(({ itemId }) => itemId === item.id),
  }));
}

/** One item, in the text that stays prepared for it, or several. */
type Named = { id: string } | { ids: readonly string[] };

async function findKept(ctx: Context, named: Named, when: When): Promise<KeptDetail[]> {
  const ask = async (cached: boolean): Promise<{ stale: boolean; rows: KeptDetail[] }> => {
    const { text, values } = detailQuestion(named, when, cached);
    const rows = (await sql(ctx.db)<{ kept: KeptDetail }>(text, values.all)).map(({ kept }) => kept);
    return { stale: rows.some(({ stale }) => stale), rows };
  };
  const today = when.today ? await fresh(ctx, when.validOn, () => ask(true)) : null;
  return (today ?? (await ask(false))).rows;
}

/** Joins the reading of an item row: its own columns today, the rectangles on another day. */
const reading = (item: string, at: AsOfValues, cached: boolean) =>
  cached
    ? {
        join: "",
        json: readingJson(item, `${item}.last_reviewed`),
        phase: `${item}.phase`,
        name: item,
        reviewed: `${item}.last_reviewed`,
      }
    : {
        join: `${joinReading(`${item}.id`, at)} ${joinReview(`${item}.id`, at)}`,
        json: readingJson("r", "w.last_reviewed"),
        phase: "r.phase",
        name: "r",
        reviewed: "w.last_reviewed",
      };

function detailQuestion(named: Named, when: When, cached: boolean): { text: string; values: Values } {
  const values = new Values();
  const which = "id" in named ? `= ${values.add(named.id)}` : `= ANY (${values.add(named.ids)}::text[])`;
  const today = cached ? `${values.add(when.validOn)}::date` : "";
  const at = cached ? { basis: "", instant: "", validOn: "" } : asOfValues(values, when);
  const own = reading("i", at, cached);
  const other = reading("o", at, cached);
  const links = `SELECT json_build_object('type', l.type, 'direction', l.direction, 'itemId', o.id, 'title', o.title,
      'statusSubject', o.status_subject, 'phase', ${other.phase}, 'reading', ${other.json}) AS link
    FROM (SELECT 'to' AS direction, type, to_item_id AS other, 0 AS position, '' AS holder, ordinal FROM item_link WHERE item_id = i.id
      UNION ALL SELECT 'from', k.type, k.item_id, h.position, h.id, k.ordinal FROM item_link k JOIN item h ON h.id = k.item_id
        WHERE k.to_item_id = i.id) l
    JOIN item o ON o.id = l.other ${other.join} ORDER BY l.direction DESC, l.position, l.holder, l.ordinal`;
  const text = `SELECT json_build_object(
    'item', ${itemJson(own.name, own.reviewed, "'resolutionCriteria', i.resolution_criteria, 'opened', i.opened, 'whyOpen', i.why_open, 'head', i.head, 'version', i.version")},
    'begun', ${begun(values, when)},
    'links', (SELECT coalesce(json_agg(l.link), '[]') FROM (${links}) l),
    'milestones', (SELECT coalesce(json_agg(json_build_object(${milestoneJson()}) ORDER BY ${milestoneOrder}), '[]')
      FROM milestone m ${joinBringer(values, when)} ${joinVerdict(values, when)} WHERE m.item_id = i.id AND ${isMilestoneKnown}),
    'actors', (SELECT coalesce(json_agg(${keptActorJson} ORDER BY p.ordinal), '[]')
      FROM item_party p JOIN actor a ON a.id = p.actor_id WHERE p.item_id = i.id),
    'disagreements', (SELECT coalesce(json_agg(${keptDisagreementJson} ORDER BY d.position, d.id), '[]')
      FROM disagreement_item x JOIN disagreement d ON d.id = x.disagreement_id WHERE x.item_id = i.id),
    'sets', (SELECT coalesce(json_agg(${keptSetJson}), '[]') FROM scenario_set t WHERE t.item_id = i.id),
    'stale', ${cached ? isStale(today) : "false"}) AS kept
    FROM item i ${own.join} WHERE i.id ${which}`;
  return { text, values };
}

/** SQL for whether anything was known of the item `i`. */
function begun(values: Values, when: When): string {
  const entry =
    when.basis === "reported"
      ? `EXISTS (SELECT FROM entry_known k WHERE k.item_id = i.id AND k.known_on <= ${values.add(when.day)}::date)`
      : `EXISTS (SELECT FROM entry e WHERE e.item_id = i.id AND e.seq = 1 AND e.recorded <= ${values.add(when.instant)}::timestamptz)`;
  return `(${entry} OR (i.head = 0 AND i.recorded_at <= ${values.add(when.instant)}::timestamptz))`;
}
