import type { AsOf, Basis } from "@readout/core/as-of";
import type { SearchRecord } from "@readout/core/search";
import { z } from "zod";
import { Values } from "../db/values.ts";
import { asOfValues, joinReading, type When } from "../items/reading-sql.ts";
import { isSourceKnown, sourceKnownBy } from "../sources/known.ts";

/** Where a page of hits ends: rank, kind, what is newest or first within it, key. */
export const Place = z.tuple([z.number().int(), z.number().int(), z.number().int(), z.string()]);
export type Place = z.infer<typeof Place>;

/** What is weighed and counted at most: a word that is in every text needs no order among a million. */
const MOST_FOUND = 5000;
const FACET_VALUES = 12;

/** Stand around what was looked for in a text of the database; taken out of texts that have them. */
export const HIT_BEGINS = "\u0002";
export const HIT_ENDS = "\u0003";

// An item counts double: whoever types the words of a matter wants the matter, not one of a hundred texts about it.
/** The kinds in the order in which equals stand. */
const kindOrder = "array_position(ARRAY['item', 'actor', 'source', 'entry', 'evidence'], d.kind)";

/** That entry `e` holds what its fact said then: no later correction, no retraction, and known. */
function holdsFact(basis: Basis, instant: string, known: string): string {
  const named = "coalesce(e.corrects, e.seq)";
  const applies = basis === "recorded" ? `AND c.recorded <= ${instant}` : "";
  const uncorrected = `NOT EXISTS (SELECT FROM entry c WHERE c.item_id = e.item_id AND c.corrects = ${named} AND c.seq > e.seq ${applies})`;
  if (basis === "reported") return `k.known_on <= ${known}::date AND NOT k.retracted AND ${uncorrected}`;
  const unretracted = `NOT EXISTS (SELECT FROM entry c WHERE c.item_id = e.item_id AND c.retracts = ${named} ${applies})`;
  return `e.recorded <= ${instant} AND ${unretracted} AND ${uncorrected}`;
}

const marked = (text: string): string =>
  `ts_headline('english', translate(${text}, '${HIT_BEGINS}${HIT_ENDS}', ''), q.query, 'HighlightAll=true, StartSel=${HIT_BEGINS}, StopSel=${HIT_ENDS}')`;

const hitJson = `CASE h.kind
  WHEN 'item' THEN json_build_object('kind', h.kind, 'id', h.item_id, 'title', ${marked("i.title")}, 'text', ${marked("i.question")},
    'statusSubject', i.status_subject, 'status', h.status, 'since', h.since)
  WHEN 'actor' THEN json_build_object('kind', h.kind, 'id', a.id, 'title', ${marked("a.name")}, 'type', a.type)
  WHEN 'source' THEN json_build_object('kind', h.kind, 'id', s.id, 'title', ${marked("s.title")}, 'publisher', ${marked("s.publisher")},
    'published', s.published)
  WHEN 'entry' THEN json_build_object('kind', h.kind, 'itemId', h.item_id, 'itemTitle', i.title, 'statusSubject', i.status_subject,
    'seq', coalesce(e.corrects, e.seq), 'status', e.status, 'on', coalesce(e.effective, e.looked_on::text),
    'text', ${marked("coalesce(e.summary, e.note)")})
  ELSE json_build_object('kind', h.kind, 'itemId', h.item_id, 'itemTitle', i.title, 'statusSubject', i.status_subject,
    'seq', coalesce(e.corrects, e.seq), 'status', e.status, 'stance', v.stance, 'sourceId', s.id, 'publisher', s.publisher,
    'published', s.published, 'paragraphs', v.paragraphs, 'text', ${marked("v.says")},
    'keywords', ${marked("array_to_string(v.keywords, ', ')")}) END`;

/** What one facet counts: the others' filters, not its own. */
const facet = (name: string, value: string, others: readonly string[], from = "found"): string =>
  `'${name}', (SELECT coalesce(json_agg(json_build_object('value', value, 'count', count)), '[]') FROM (
    SELECT ${value} AS value, count(*)::int AS count FROM ${from}
    WHERE ${value} IS NOT NULL AND ${others.map((other) => `fits_${other}`).join(" AND ")}
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${FACET_VALUES}) f)`;

/** Of a row of the answer: it is asked for once, and has everything. */
export interface FoundRow {
  /** How many have the words, whatever is filtered by. */
  found: number;
  total: number;
  isWhole: boolean;
  facets: Record<string, { value: string; count: number }[]>;
  hits: { hit: Record<string, unknown>; place: Place }[];
}

export interface SearchCut {
  after: Place | null;
  /** Hits at most. */
  count: number;
}

/** Finds, counts and orders what has the words of a tsquery and was known. */
export function searchQuestion(tsquery: string, input: SearchRecord, asOf: AsOf, when: When, cut: SearchCut) {
  const values = new Values();
  const at = asOfValues(values, when);
  const query = `${values.add(tsquery)}::tsquery`;
  const known = values.add(sourceKnownBy(asOf));
  const source = isSourceKnown("s", asOf.basis, known);
  const fact = holdsFact(asOf.basis, at.instant, known);
  const filter = (given: unknown, condition: () => string) => (given === undefined ? "true" : condition());
  const fits = {
    kind: filter(input.kind, () => `d.kind = ANY (${values.add(input.kind!)})`),
    status: filter(input.status, () => `coalesce(e.status, r.status) = ANY (${values.add(input.status!)})`),
    tag: filter(input.tag, () => `i.tags @> ARRAY[${values.add(input.tag!)}]`),
    publisher: filter(input.publisher, () => `d.publisher = ${values.add(input.publisher!)}`),
  };
  const names = Object.keys(fits);
  const others = (name: string) => names.filter((other) => other !== name);
  const [rank, kind, order, key] = cut.after ?? [];
  const beyond =
    rank === undefined
      ? ""
      : `AND (-f.rank, f.kind_order, f.place, f.key) > (${values.add(-rank)}::int, ${values.add(kind!)}::int, ${values.add(order!)}::int, ${values.add(key!)})`;
  const text = `WITH q AS (SELECT ${query} AS query), known AS MATERIALIZED (
    SELECT d.key, d.kind, d.item_id, d.seq, d.ordinal, d.source_id, d.actor_id, ts_rank(d.words, ${query}, 1) AS rank, s.publisher,
      coalesce(e.reported_latest, e.looked_on, s.published_latest) AS day
    FROM search_document d
    LEFT JOIN entry e ON e.item_id = d.item_id AND e.seq = d.seq
    LEFT JOIN entry_known k ON k.item_id = e.item_id AND k.seq = coalesce(e.corrects, e.seq)
    LEFT JOIN source s ON s.id = d.source_id
    WHERE d.words @@ ${query} AND (d.seq IS NULL OR (${fact})) AND (d.source_id IS NULL OR ${source})
    LIMIT ${MOST_FOUND}
  ), found AS MATERIALIZED (
    SELECT d.key, d.kind, d.item_id, d.seq, d.ordinal, d.source_id, d.actor_id, d.publisher, i.tags, r.since, coalesce(e.status, r.status) AS status,
      (d.rank * 10000 * CASE WHEN d.kind IN ('item', 'actor') THEN 2 ELSE 1 END)::int AS rank, ${kindOrder} AS kind_order,
      CASE WHEN d.kind = 'item' THEN i.position ELSE '0001-01-01'::date - coalesce(d.day, '0001-01-01') END AS place,
      ${names.map((name) => `coalesce(${fits[name as keyof typeof fits]}, false) AS fits_${name}`).join(", ")}
    FROM known d
    LEFT JOIN item i ON i.id = d.item_id
    LEFT JOIN entry e ON e.item_id = d.item_id AND e.seq = d.seq
    ${joinReading("CASE WHEN d.kind = 'item' THEN d.item_id END", at)}
  ), shown AS MATERIALIZED (
    SELECT f.* FROM found f WHERE ${names.map((name) => `f.fits_${name}`).join(" AND ")} ${beyond}
    ORDER BY -f.rank, f.kind_order, f.place, f.key LIMIT ${values.add(cut.count)}::int
  )
  SELECT (SELECT count(*)::int FROM found) AS found, (SELECT count(*)::int FROM found WHERE ${names.map((name) => `fits_${name}`).join(" AND ")}) AS total,
    (SELECT count(*) < ${MOST_FOUND} FROM known) AS "isWhole",
    json_build_object(${[
      facet("kind", "kind", others("kind")),
      facet("status", "status", others("status")),
      facet("tag", "tag", others("tag"), "found CROSS JOIN LATERAL unnest(tags) tag"),
      facet("publisher", "publisher", others("publisher")),
    ].join(", ")}) AS facets,
    (SELECT coalesce(json_agg(json_build_object('hit', ${hitJson}, 'place', json_build_array(h.rank, h.kind_order, h.place, h.key))
        ORDER BY -h.rank, h.kind_order, h.place, h.key), '[]')
      FROM shown h CROSS JOIN q
      LEFT JOIN item i ON i.id = h.item_id
      LEFT JOIN actor a ON a.id = h.actor_id
      LEFT JOIN source s ON s.id = h.source_id
      LEFT JOIN entry e ON e.item_id = h.item_id AND e.seq = h.seq
      LEFT JOIN evidence v ON v.item_id = h.item_id AND v.seq = h.seq AND v.ordinal = h.ordinal) AS hits`;
  return { text, values: values.all };
}

/** Words of the record that share runs of letters with typed ones, or are one of `others`: the nearest of each typed word. */
export const nearQuestion = `SELECT t.typed, w.word FROM unnest($1::text[]) t(typed) CROSS JOIN LATERAL (
    SELECT DISTINCT k.word, similarity(k.word, t.typed) AS near FROM search_word k WHERE k.word % t.typed ORDER BY near DESC, k.word LIMIT 60) w
  UNION SELECT o.typed, k.word FROM unnest($2::text[], $3::text[]) o(typed, word) JOIN search_word k ON k.word = o.word`;
