import { type AsOf, isKnown, resolveAsOf } from "@readout/core/as-of";
import { ReadoutError } from "@readout/core/error";
import { publisherKeyOf } from "@readout/core/publisher";
import type { GetSource, ListSources } from "@readout/core/read";
import type {
  GetSourceText,
  RestingEntry,
  SourceDetail,
  SourcePage,
  SourceSummary,
  SourceText,
} from "@readout/core/source";
import { dayOfInstant } from "@readout/core/time";
import { z } from "zod";
import type { Context } from "../context.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { sql } from "../db/sql.ts";
import { Values } from "../db/values.ts";
import { type EntryRef, statusFactsAsOf } from "../items/facts.ts";
import { isSourceKnown, sourceKnownBy } from "./known.ts";

const summary = `'id', s.id, 'role', s.role, 'title', s.title, 'publisher', s.publisher, 'author', s.author, 'language', s.language,
  'published', s.published, 'kind', s.kind, 'reliability', s.reliability, 'reliabilityReason', s.reliability_reason, 'url', s.url,
  'paragraphCount', s.paragraph_count, 'origin', s.origin`;

/** Position, last day of publication, id. */
const Place = z.tuple([z.number().int(), z.string(), z.string()]);

const afterPlace = (
  position: string,
  day: string,
  id: string,
) => `s.position >= ${position}::int AND (s.position > ${position}::int
  OR s.published_latest < ${day}::date OR (s.published_latest = ${day}::date AND s.id > ${id}))`;

const list = (conditions: readonly string[], limit: string) => `SELECT json_build_object(${summary}) AS source,
    json_build_array(s.position, s.published_latest, s.id) AS place
  FROM source s WHERE ${conditions.join(" AND ")} ORDER BY s.position, s.published_latest DESC, s.id LIMIT ${limit}`;

/** The numbered sources of the data set first, then the newest; those that were known, or those of `ids` that were. */
export async function listSources(ctx: Context, input: ListSources): Promise<SourcePage> {
  const asOf = resolveAsOf(input, ctx.now());
  const after = readCursor(ctx, "sources.list", input, Place);
  const values = new Values();
  const conditions = [isSourceKnown("s", asOf.basis, values.add(sourceKnownBy(asOf)))];
  if (after !== null) conditions.push(afterPlace(values.add(after[0]), values.add(after[1]), values.add(after[2])));
  if (input.ids !== undefined) conditions.push(`s.id = ANY(${values.add(input.ids)}::text[])`);
  if (input.reliability !== undefined) conditions.push(`s.reliability = ${values.add(input.reliability)}`);
  if (input.role !== undefined) conditions.push(`s.role = ${values.add(input.role)}`);
  if (input.publisher !== undefined)
    conditions.push(`s.publisher = ANY(${values.add(await namesOf(ctx, input.publisher))}::text[])`);
  const rows = await sql(ctx.db)<{ source: SourceSummary; place: z.infer<typeof Place> }>(
    list(conditions, values.add(input.limit + 1)),
    values.all,
  );
  const shown = rows.slice(0, input.limit);
  const last = rows.length > input.limit ? shown.at(-1) : undefined;
  return {
    sources: shown.map(({ source }) => source),
    nextCursor: last === undefined ? null : writeCursor(ctx, "sources.list", input, last.place),
  };
}

/** What a publisher is called in full on its sources, whenever they appeared; core alone says which names are one publisher. */
async function namesOf(ctx: Context, key: string): Promise<string[]> {
  const all = await sql(ctx.db)<{ name: string }>("SELECT DISTINCT s.publisher AS name FROM source s");
  return all.map(({ name }) => name).filter((name) => publisherKeyOf(name) === key);
}

const named = (known: string) =>
  `SELECT json_build_object(${summary}) AS source FROM source s WHERE s.id = ANY ($2::text[]) AND ${known}
  ORDER BY s.position, s.published_latest DESC, s.id`;
const namedSources = {
  reported: named(isSourceKnown("s", "reported", "$1")),
  recorded: named(isSourceKnown("s", "recorded", "$1")),
};

/** Those of these sources that were known; what is no source's id is passed over. */
export async function findSources(ctx: Context, ids: readonly string[], asOf: AsOf): Promise<SourceSummary[]> {
  const rows = await sql(ctx.db)<{ source: SourceSummary }>(namedSources[asOf.basis], [sourceKnownBy(asOf), ids]);
  return rows.map(({ source }) => source);
}

const derivation = `'paragraphs', l.paragraphs, 'manner', l.manner, 'attributed', l.attributed, 'basis', l.basis`;

const detail = (known: (source: string) => string) => `SELECT json_build_object(${summary}, 'version', s.version,
    'lineage', (SELECT coalesce(json_agg(json_build_object(${derivation}, 'note', l.note, 'derivedFrom', z.id, 'derivedFromTitle', z.title,
        'derivedFromPublisher', z.publisher) ORDER BY l.ordinal), '[]')
      FROM lineage l JOIN source z ON z.id = l.derived_from WHERE l.source_id = s.id AND ${known("z")}),
    'usedBy', (SELECT coalesce(json_agg(json_build_object(${derivation}, 'sourceId', z.id, 'publisher', z.publisher)
        ORDER BY z.position, z.published_latest DESC, z.id, l.ordinal), '[]')
      FROM lineage l JOIN source z ON z.id = l.source_id WHERE l.derived_from = s.id AND l.source_id <> s.id AND ${known("z")}),
    'dropped', (SELECT coalesce(json_agg(json_build_object('sourceId', z.id, 'publisher', z.publisher, 'paragraphs', d.paragraphs,
        'note', d.note) ORDER BY d.ordinal), '[]')
      FROM dropped_passage d JOIN source z ON z.id = d.from_source_id WHERE d.source_id = s.id AND ${known("z")}),
    'statements', (SELECT coalesce(json_agg(json_build_object('id', t.id, 'origin', t.origin, 'what', t.what,
        'passages', (SELECT json_agg(json_build_object('sourceId', z.id, 'publisher', z.publisher, 'paragraphs', p.paragraphs) ORDER BY p.ordinal)
          FROM statement_passage p JOIN source z ON z.id = p.source_id WHERE p.statement_id = t.id AND ${known("z")})) ORDER BY t.position), '[]')
      FROM statement t WHERE EXISTS (SELECT FROM statement_passage p WHERE p.statement_id = t.id AND p.source_id = s.id)),
    'notes', s.notes) AS source,
  (SELECT coalesce(json_agg(c), '[]') FROM (SELECT DISTINCT v.item_id AS "itemId", coalesce(e.corrects, e.seq) AS seq
    FROM evidence v JOIN entry e ON e.item_id = v.item_id AND e.seq = v.seq WHERE v.source_id = s.id) c) AS citing
  FROM source s WHERE s.id = $1 AND ${known("s")}`;

/** A source with its lineage, statements and all that rests on it, as far as they were known. Throws not_found. */
export async function getSource(ctx: Context, input: GetSource): Promise<SourceDetail> {
  const asOf = resolveAsOf(input, ctx.now());
  const text = detail((source) => isSourceKnown(source, asOf.basis, "$2"));
  const [row] = await sql(ctx.db)<{ source: Omit<SourceDetail, "entries">; citing: EntryRef[] }>(text, [
    input.id,
    sourceKnownBy(asOf),
  ]);
  if (row === undefined)
    throw new ReadoutError("not_found", `There is no source ${input.id}, or it was not known then`);
  // What we noted about a source has no day of its own: it is known as of today, or as it was recorded.
  const showsNotes = asOf.basis === "recorded" || isKnown(asOf, dayOfInstant(ctx.now()), ctx.now());
  return {
    ...row.source,
    notes: showsNotes ? row.source.notes : {},
    entries: await entriesOn(ctx, input.id, row.citing, asOf),
  };
}

type ItemName = { id: string; title: string; status_subject: string };

/** The citations of a source by known entries, in their corrected form, by item and entry. */
async function entriesOn(
  ctx: Context,
  sourceId: string,
  citing: readonly EntryRef[],
  asOf: AsOf,
): Promise<RestingEntry[]> {
  if (citing.length === 0) return [];
  const factOf = await statusFactsAsOf(ctx, citing, asOf);
  const items = await sql(ctx.db)<ItemName>(
    "SELECT i.id, i.title, i.status_subject FROM unnest($1::text[]) n(id) JOIN item i ON i.id = n.id ORDER BY i.position, i.id",
    [[...new Set(citing.map(({ itemId }) => itemId))]],
  );
  const seqs = (id: string) =>
    citing
      .filter(({ itemId }) => itemId === id)
      .map(({ seq }) => seq)
      .sort((a, b) => a - b);
  return items.flatMap((item) =>
    seqs(item.id).flatMap((seq) => {
      const fact = factOf(item.id, seq);
      const cited = fact?.evidence.filter((evidence) => evidence.sourceId === sourceId) ?? [];
      return cited.map(
        ({ paragraphs, stance, credibility, says, origins, quote }) =>
          ({
            itemId: item.id,
            itemTitle: item.title,
            statusSubject: item.status_subject,
            seq,
            status: fact!.status,
            effective: fact!.effective,
            summary: fact!.summary,
            ...{ paragraphs, stance, credibility, says, origins },
            ...(quote !== undefined && { quote }),
          }) as RestingEntry,
      );
    }),
  );
}

/** The text that is held of a source. Throws not_found, also where none was handed in. */
export async function getSourceText(ctx: Context, { id }: GetSourceText): Promise<SourceText> {
  const [row] = await sql(ctx.db)<SourceText>("SELECT paragraphs FROM source_text WHERE source_id = $1", [id]);
  if (row === undefined) throw new ReadoutError("not_found", `No text of a source ${id} is held here`);
  return row;
}
