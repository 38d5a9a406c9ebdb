import { type AsOf, resolveAsOf } from "@readout/core/as-of";
import { asOfSentence } from "@readout/core/as-of-words";
import { invalidField } from "@readout/core/error";
import {
  type Export,
  type ExportedItem,
  exportLimits,
  exportQuery,
  filterSentence,
  filtersOf,
  type GetExport,
} from "@readout/core/export";
import { filterWords } from "@readout/core/item-filters";
import { readingWords, runFacts, runOf } from "@readout/core/reading-words";
import { count, counted } from "@readout/core/wording";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { getRevision } from "../events/queries.ts";
import { intervalsOfItems } from "../items/intervals.ts";
import { findItems, getItems, visibleLedgers } from "../items/queries.ts";
import { readWhen } from "../items/reading-sql.ts";
import { findSources } from "../sources/queries.ts";

/** How often an export begins again because somebody wrote meanwhile, before it is given as it is. */
const mostAttempts = 3;

/**
 * Items with all that is cited, as far as they were known, in a handful of questions however many there are.
 *
 * Throws invalid_input for an item that does not exist, and for more items or entries than {@link exportLimits}.
 */
export async function getExport(ctx: Context, input: GetExport): Promise<Export> {
  for (let attempt = 1; ; attempt++) {
    const before = await getRevision(ctx);
    const made = await gather(ctx, input);
    // One document is of one state of the record.
    if (attempt === mostAttempts || before === (await getRevision(ctx))) return made;
  }
}

async function gather(ctx: Context, input: GetExport): Promise<Export> {
  const madeAt = ctx.now();
  const asOf = resolveAsOf(input, madeAt);
  const filters = filtersOf(input);
  const ids = await findIds(ctx, input);
  const [details, ledgers, intervals] = await Promise.all([
    getItems(ctx, ids, input),
    visibleLedgers(ctx, ids, asOf),
    intervalsOfItems(ctx, ids, asOf),
  ]);
  const items = ids.map((id): ExportedItem => {
    const detail = details.get(id)!;
    const entries = ledgers.get(id) ?? [];
    return {
      ...detail,
      permalink: `${ctx.url}/items/${id}?${exportQuery(asOf)}`,
      sentence: sentenceOf(detail, entries, asOf),
      intervals: intervals.get(id) ?? [],
      entries,
    };
  });
  return {
    v: 1,
    madeAt,
    installation: ctx.url,
    permalink: `${ctx.url}/brief?${exportQuery(asOf, filters)}`,
    asOf,
    asOfSentence: asOfSentence(asOf),
    filters,
    filterSentence: filterSentence(
      filterWords(filters, await actorName(ctx, filters.actor)).map(({ words }) => words),
      filters.items?.length ?? null,
    ),
    items,
    sources: await findSources(ctx, [...citedIn(items)], asOf),
  };
}

function sentenceOf(
  { reading, statusSubject }: Pick<ExportedItem, "reading" | "statusSubject">,
  entries: ExportedItem["entries"],
  { validOn }: AsOf,
): string {
  const { status, rest } = readingWords(reading, statusSubject, runFacts(runOf(entries, validOn)).answer);
  return `${status}${rest}.`;
}

/** The items that are taken along, in the order of the data set. */
async function findIds(ctx: Context, { items: named, ...input }: GetExport): Promise<string[]> {
  await requireItems(ctx, named ?? []);
  const { when } = readWhen(input, ctx.now());
  const found = await findItems(ctx, { ...input, ids: named }, when, exportLimits.items + 1);
  const ids = found.map(({ id }) => id);
  if (ids.length > exportLimits.items)
    throw tooLarge(`more than ${counted(exportLimits.items, "item")} would be taken along`);
  const [row] = await sql(ctx.db)<{ entries: number }>(
    "SELECT coalesce(sum(head), 0)::int AS entries FROM item WHERE id = ANY ($1::text[])",
    [ids],
  );
  if (row!.entries > exportLimits.entries)
    throw tooLarge(
      `${counted(row!.entries, "entry", "entries")} would be taken along, ${count(exportLimits.entries)} at most`,
    );
  return ids;
}

const tooLarge = (why: string) => invalidField("items", `${why}; narrow them by name, tag, phase or status`);

async function requireItems(ctx: Context, named: readonly string[]): Promise<void> {
  const found = await sql(ctx.db)<{ id: string }>("SELECT id FROM item WHERE id = ANY ($1::text[])", [named]);
  const known = new Set(found.map(({ id }) => id));
  const unknown = named.findIndex((id) => !known.has(id));
  if (unknown >= 0) throw invalidField(`items.${unknown}`, `there is no item ${named[unknown]}`);
}

async function actorName(ctx: Context, id: string | undefined): Promise<string | null> {
  if (id === undefined) return null;
  const [actor] = await sql(ctx.db)<{ name: string }>("SELECT name FROM actor WHERE id = $1", [id]);
  return actor?.name ?? null;
}

/** Whatever is cited, and who said it first: an origin is a name or the id of a source. */
function* citedIn(items: readonly ExportedItem[]): Generator<string> {
  for (const { entries, disagreements, scenarioSets } of items) {
    for (const entry of entries)
      for (const { sourceId, origins } of "evidence" in entry ? entry.evidence : []) yield* [sourceId, ...origins];
    for (const { sides, outside } of disagreements)
      for (const { sourceId } of [...sides.flatMap(({ citations }) => citations), ...outside]) yield sourceId;
    for (const { scenarios } of scenarioSets)
      for (const { views } of scenarios)
        for (const { citations } of views) for (const { sourceId } of citations) yield sourceId;
  }
}
