import type { AsOf } from "@readout/core/as-of";
import type { Marked, SearchHit, SearchPage, SearchRecord } from "@readout/core/search";
import type { Context } from "../context.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { sql } from "../db/sql.ts";
import { Values } from "../db/values.ts";
import { readWhen, type When } from "../items/reading-sql.ts";
import {
  type FoundRow,
  HIT_BEGINS,
  HIT_ENDS,
  nearQuestion,
  Place,
  type SearchCut,
  searchQuestion,
} from "./search-sql.ts";
import { allowedSlips, nearWords, swapped } from "./spelling.ts";
import { type Asking, type Term, termsOf, tsqueryOf } from "./terms.ts";

/** How many words of the record may stand for a typed one. */
const MOST_NEAR = 6;

/**
 * What has the words, as it was known. Where nothing has them as typed, what has words near to them; where nothing has these
 * either, the words of which there is something.
 */
export async function searchRecord(ctx: Context, input: SearchRecord): Promise<SearchPage> {
  const { asOf, when } = readWhen(input, ctx.now());
  const cut = { after: readCursor(ctx, "search.find", input, Place), count: input.limit + 1 };
  const terms = termsOf(input.q);
  const typed = await find(ctx, terms, {}, input, asOf, when, cut);
  if (finds(typed)) return pageOf(ctx, input, asOf, typed, null);
  const near = await findNear(ctx, terms, allowedSlips);
  const read = await find(ctx, terms, { near }, input, asOf, when, cut);
  if (finds(read)) return pageOf(ctx, input, asOf, read, spelt(terms, near, read));
  // Further off than what is looked for unasked: it is only proposed.
  const far = await findNear(ctx, terms, (word) => allowedSlips(word) + 1);
  const { kind: _, status: __, tag: ___, publisher: ____, ...unfiltered } = input;
  const any = await find(ctx, terms, { near: far, any: true }, unfiltered, asOf, when, { after: null, count: 50 });
  return { ...pageOf(ctx, input, asOf, read, null), nearest: spelt(terms, far, any) };
}

const finds = ({ found }: FoundRow): boolean => found > 0;

const nothing: FoundRow = {
  found: 0,
  total: 0,
  isWhole: true,
  facets: { kind: [], status: [], tag: [], publisher: [] },
  hits: [],
};

async function find(
  ctx: Context,
  terms: readonly Term[],
  asking: Asking,
  input: SearchRecord,
  asOf: AsOf,
  when: When,
  cut: SearchCut,
): Promise<FoundRow> {
  const values = new Values();
  const ask = sql(ctx.db);
  // By itself, so that the planner knows what is looked for.
  const [read] = await ask<{ query: string }>(`SELECT ${tsqueryOf(terms, values, asking)}::text AS query`, values.all, {
    plan: "each-time",
  });
  // Words like "the" alone: no text is kept by them.
  if (read!.query === "") return nothing;
  const question = searchQuestion(read!.query, input, asOf, when, cut);
  const [row] = await ask<FoundRow>(question.text, question.values, { plan: "each-time" });
  return row!;
}

/** The words of the record that each typed word may have meant; phrases stay as they are. */
async function findNear(
  ctx: Context,
  terms: readonly Term[],
  slipsOf: (word: string) => number,
): Promise<Map<string, string[]>> {
  // As the record's words are kept: letters alone, parted by anything else.
  const words = terms
    .filter(({ isPhrase }) => !isPhrase)
    .map(({ text }) => text.toLowerCase())
    .filter((word) => /^\p{L}+$/u.test(word) && slipsOf(word) > 0);
  if (words.length === 0) return new Map();
  const others = words.flatMap((typed) => swapped(typed).map((word) => [typed, word] as const));
  const rows = await sql(ctx.db)<{ typed: string; word: string }>(nearQuestion, [
    words,
    others.map(([typed]) => typed),
    others.map(([, word]) => word),
  ]);
  return new Map(
    words.map((typed) => [
      typed,
      nearWords(
        typed,
        rows.filter((row) => row.typed === typed).map(({ word }) => word),
        slipsOf(typed),
      ).slice(0, MOST_NEAR),
    ]),
  );
}

/**
 * The words that were found for those typed, taken from what was found and from nothing else: the record's other words may
 * be of days to come. Null where none of the typed words led to anything.
 */
function spelt(terms: readonly Term[], near: ReadonlyMap<string, readonly string[]>, found: FoundRow): string | null {
  const marked = new Set(found.hits.flatMap(({ hit }) => markedTexts(hit).flatMap((text) => wordsMarkedIn(text))));
  const words = terms.flatMap(({ text, isPhrase }) => {
    const typed = text.toLowerCase();
    if (isPhrase) return marked.has(typed.split(/\s+/)[0]!) ? [`"${text}"`] : [];
    if (marked.has(typed)) return [typed];
    const meant = (near.get(typed) ?? []).find((word) => marked.has(word));
    return meant ?? [...marked].find((word) => word.startsWith(typed)) ?? [];
  });
  return words.length === 0 ? null : [...new Set(words)].join(" ");
}

const textNames = ["title", "publisher", "text", "keywords"] as const;

const markedTexts = (hit: Record<string, unknown>): string[] =>
  textNames.flatMap((name) => (typeof hit[name] === "string" ? [hit[name]] : []));

const wordsMarkedIn = (text: string): string[] =>
  [...text.matchAll(new RegExp(`${HIT_BEGINS}([^${HIT_ENDS}]*)${HIT_ENDS}`, "g"))].map(([, word]) =>
    word!.toLowerCase(),
  );

/** A text of the database in pieces, the marked ones told apart. */
function markedOf(text: string): Marked {
  const pieces = text.split(new RegExp(`(${HIT_BEGINS}[^${HIT_ENDS}]*${HIT_ENDS})`));
  return pieces.flatMap((piece) => {
    if (piece === "") return [];
    return piece.startsWith(HIT_BEGINS) ? { text: piece.slice(1, -1), hit: true } : { text: piece, hit: false };
  });
}

const hitOf = (hit: Record<string, unknown>): SearchHit => {
  // An evidence's publisher is told, not searched.
  const names = hit.kind === "evidence" ? (["text", "keywords"] as const) : textNames;
  return {
    ...hit,
    ...Object.fromEntries(names.filter((name) => name in hit).map((name) => [name, markedOf(hit[name] as string)])),
  } as SearchHit;
};

function pageOf(ctx: Context, input: SearchRecord, asOf: AsOf, found: FoundRow, readAs: string | null): SearchPage {
  const shown = found.hits.slice(0, input.limit);
  const last = found.hits.length > input.limit ? shown.at(-1) : undefined;
  return {
    hits: shown.map(({ hit }) => hitOf(hit)),
    nextCursor: last === undefined ? null : writeCursor(ctx, "search.find", input, last.place),
    total: { count: found.total, isWhole: found.isWhole },
    facets: found.facets as SearchPage["facets"],
    readAs,
    nearest: null,
    asOf,
  };
}
