import { resolveAsOf } from "@readout/core/as-of";
import { boundsOf } from "@readout/core/edtf";
import { ReadoutError } from "@readout/core/error";
import type { Reliability } from "@readout/core/evidence";
import { type GetPublisher, type PublisherDetail, publisherKeyOf, shortPublisher } from "@readout/core/publisher";
import type { Statement } from "@readout/core/source";
import type { Taken } from "@readout/core/withdrawal";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { isSourceKnown, sourceKnownBy } from "../sources/known.ts";
import { type Resting, restingItems, restsOn } from "../sources/resting.ts";

/** A source by who published it and who counts as having said it first: its own id, or a name. */
interface OwnSource {
  id: string;
  publisher: string;
  origin: string;
  published: string;
  reliability: Reliability;
}

// Few names stand on many sources, so that core alone says which of them are one publisher.
const namesText = (known: string) => `SELECT DISTINCT s.publisher AS name FROM source s WHERE ${known}
  UNION SELECT DISTINCT s.origin FROM source s WHERE ${known} AND s.origin <> s.id`;

const ownText = (known: string) => `SELECT s.id, s.publisher, s.origin, s.published, s.reliability FROM source s
  WHERE s.publisher = ANY ($2::text[]) AND ${known} ORDER BY s.published_latest, s.id`;

const statementsText = (
  known: (source: string) => string,
) => `SELECT json_build_object('id', t.id, 'origin', t.origin, 'what', t.what,
    'passages', (SELECT coalesce(json_agg(json_build_object('sourceId', z.id, 'publisher', z.publisher, 'paragraphs', p.paragraphs)
        ORDER BY p.ordinal), '[]')
      FROM statement_passage p JOIN source z ON z.id = p.source_id WHERE p.statement_id = t.id AND ${known("z")})) AS statement
  FROM statement t WHERE t.origin = ANY ($2::text[])
    AND EXISTS (SELECT FROM statement_passage p JOIN source z ON z.id = p.source_id WHERE p.statement_id = t.id AND ${known("z")})
  ORDER BY t.position`;

/** A publisher with its sources, what it said first and what rests on it, as far as it was known. Throws not_found. */
export async function getPublisher(ctx: Context, input: GetPublisher): Promise<PublisherDetail> {
  const asOf = resolveAsOf(input, ctx.now());
  const until = sourceKnownBy(asOf);
  const known = (source: string) => isSourceKnown(source, asOf.basis, "$1");
  const all = await sql(ctx.db)<{ name: string }>(namesText(known("s")), [until]);
  const names = all.map(({ name }) => name).filter((name) => publisherKeyOf(name) === input.key);
  if (names.length === 0)
    throw new ReadoutError("not_found", `There is no publisher ${input.key}, or none was known then`);
  const own = await sql(ctx.db)<OwnSource>(ownText(known("s")), [until, names]);
  const ids = own.map(({ id }) => id);
  const taken: Taken = { sources: new Set(ids), origins: new Set([...ids, ...names]) };
  const resting = await restingItems(ctx, taken, asOf);
  const statements = await sql(ctx.db)<{ statement: Statement }>(statementsText(known), [until, [...taken.origins]]);
  return {
    key: input.key,
    name: nameOf(names, own),
    names: [...new Set(own.map(({ publisher }) => publisher))].sort(),
    sources: own.length,
    since: own.flatMap(({ published }) => boundsOf(published).earliest ?? []).sort()[0] ?? null,
    ratings: ratingsOf(own),
    ...(await citedAs(ctx, resting, taken)),
    statements: statements.map(({ statement }) => statement),
    items: resting.map(({ item, facts }) => ({
      ...item,
      entries: facts.filter((fact) => restsOn(fact, taken)).length,
    })),
    asOf,
  };
}

/** The name as most of its sources write it; as it is quoted where it has none. */
function nameOf(names: readonly string[], own: readonly OwnSource[]): string {
  const written = own.map(({ publisher }) => shortPublisher(publisher));
  const times = (name: string) => written.filter((other) => other === name).length;
  return [...written, ...names.map(shortPublisher)].reduce((best, name) => (times(name) > times(best) ? name : best));
}

function ratingsOf(own: readonly OwnSource[]): PublisherDetail["ratings"] {
  const letters = [...new Set(own.map(({ reliability }) => reliability))].sort();
  return letters.map((reliability) => ({
    reliability,
    sources: own.filter((source) => source.reliability === reliability).length,
  }));
}

/** How often it is cited, how often it said first what others carry, and who said first what it carries. */
async function citedAs(
  ctx: Context,
  resting: readonly Resting[],
  taken: Taken,
): Promise<Pick<PublisherDetail, "entries" | "originOf" | "carriedBy" | "carries">> {
  const facts = resting.flatMap(({ facts }) => facts.filter((fact) => restsOn(fact, taken)));
  const evidence = facts.map((fact) => (fact.kind === "review" ? [] : fact.evidence));
  const isFirst = (origins: readonly string[]) => origins.some((origin) => taken.origins.has(origin));
  const named = [...new Set(evidence.flat().flatMap(({ sourceId, origins }) => [sourceId, ...origins]))];
  const publishers = new Map(
    (
      await sql(ctx.db)<{ id: string; publisher: string }>(
        "SELECT s.id, s.publisher FROM source s WHERE s.id = ANY ($1::text[])",
        [named],
      )
    ).map(({ id, publisher }) => [id, publisher]),
  );
  const carriers = evidence.map((cited) =>
    cited
      .filter(({ sourceId, origins }) => isFirst(origins) && !taken.sources.has(sourceId))
      .map(({ sourceId }) => publishers.get(sourceId) ?? sourceId),
  );
  const firsts = evidence.map((cited) =>
    cited
      .filter(({ sourceId }) => taken.sources.has(sourceId))
      .flatMap(({ origins }) => origins.filter((origin) => !taken.origins.has(origin)))
      .map((origin) => publishers.get(origin) ?? origin),
  );
  return {
    entries: evidence.filter((cited) => cited.some(({ sourceId }) => taken.sources.has(sourceId))).length,
    originOf: evidence.filter((cited) => cited.some(({ origins }) => isFirst(origins))).length,
    carriedBy: tally(carriers),
    carries: tally(firsts),
  };
}

/** Publishers by how many entries name them, the most first. */
function tally(entries: readonly (readonly string[])[]): PublisherDetail["carriedBy"] {
  const found = new Map<string, PublisherDetail["carriedBy"][number]>();
  for (const names of entries)
    for (const [key, name] of new Map(names.map((name) => [publisherKeyOf(name), shortPublisher(name)])))
      found.set(key, { key, name, entries: (found.get(key)?.entries ?? 0) + 1 });
  return [...found.values()].sort((a, b) => b.entries - a.entries || (a.name < b.name ? -1 : 1));
}
