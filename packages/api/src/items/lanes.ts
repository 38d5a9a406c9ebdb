import type { AsOf } from "@readout/core/as-of";
import type { Entry } from "@readout/core/entry";
import type { Lane, LaneFact, LanePage, LaneSource } from "@readout/core/lane";
import type { ListLanes } from "@readout/core/read";
import { type Fact, knownFrom, visibleFacts } from "@readout/core/visible";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { milestonesOf } from "../milestones/known.ts";
import { isSourceKnown, sourceKnownBy } from "../sources/known.ts";
import type { ListedRow } from "./item-row.ts";
import { findRows } from "./list.ts";
import { readWhen } from "./reading-sql.ts";
import { thinLedgers } from "./thin-ledgers.ts";

/** As many items as lie under one axis. */
const MOST_LANES = 2000;

/**
 * Items over time, in the order of their groups and within them of the record. However many there are, four questions: which
 * items, their ledgers, their milestones, and what they cite.
 */
export async function listLanes(ctx: Context, input: ListLanes): Promise<LanePage> {
  const { asOf, when } = readWhen(input, ctx.now());
  const { group, skip, limit, ...filters } = input;
  const found = await findRows(ctx, { ...filters, sort: "place" }, when, { after: null, count: MOST_LANES + 1 });
  const rows = found.slice(0, MOST_LANES);
  const groups = groupsOf(rows, input);
  const shown = groups
    .flatMap(({ key, rows: ofGroup }) => ofGroup.map((row) => ({ row, key })))
    .slice(skip, skip + limit);
  const ids = shown.map(({ row }) => row.id);
  const [ledgers, milestones] =
    ids.length === 0
      ? [new Map<string, Entry[]>(), new Map<string, Lane["milestones"]>()]
      : await Promise.all([thinLedgers(ctx, ids, "sources"), milestonesOf(ctx, ids, when)]);
  const factsOfItem = new Map(ids.map((id) => [id, factsAsOf(ledgers.get(id) ?? [], asOf)]));
  const sources = await knownSources(
    ctx,
    [...new Set([...factsOfItem.values()].flatMap((facts) => citedBy(facts)))],
    asOf,
  );
  const known = new Set<string>(sources.map(({ id }) => id));
  return {
    lanes: shown.map(({ row, key }) => {
      const facts = factsOfItem.get(row.id) ?? [];
      return {
        id: row.id,
        title: row.title,
        statusSubject: row.status_subject,
        tags: row.tags,
        ownerSide: row.owner_side,
        phase: row.phase,
        group: key,
        facts: facts.map(laneFact),
        milestones: milestones.get(row.id) ?? [],
        cites: citedBy(facts).filter((id) => known.has(id)),
      } as Lane;
    }),
    sources,
    groups: groups.map(({ key, rows: ofGroup }) => ({ key, lanes: ofGroup.length })),
    tags: [...new Set(rows.flatMap(({ tags }) => tags))].sort(),
    total: rows.length,
    beyond: found.length > MOST_LANES,
    asOf,
  };
}

const PHASES = ["open", "closed", "not yet raised"];
const UNTAGGED = "without a tag";

/** The groups that are not empty: phases in their order, tags by name. */
function groupsOf(rows: readonly ListedRow[], { group, tag }: ListLanes): { key: string; rows: ListedRow[] }[] {
  const keyOf = (row: ListedRow): string =>
    group === "phase"
      ? (row.phase ?? "not yet raised")
      : (row.tags.find((other) => other !== tag) ?? row.tags[0] ?? UNTAGGED);
  const found = new Map<string, ListedRow[]>();
  for (const row of rows) {
    const ofGroup = found.get(keyOf(row));
    if (ofGroup === undefined) found.set(keyOf(row), [row]);
    else ofGroup.push(row);
  }
  const order = group === "phase" ? PHASES : [...found.keys()].sort();
  return order.flatMap((key) => (found.has(key) ? [{ key, rows: found.get(key) ?? [] }] : []));
}

const factsAsOf = (ledger: readonly Entry[], asOf: AsOf): Fact[] =>
  visibleFacts(ledger, asOf)
    .filter(({ retractedBy }) => retractedBy === null)
    .sort((a, b) => a.seq - b.seq);

const laneFact = (fact: Fact): LaneFact => ({
  seq: fact.seq as LaneFact["seq"],
  kind: fact.kind,
  status: fact.kind === "review" ? null : fact.status,
  effective: fact.kind === "review" ? null : (fact.effective as LaneFact["effective"]),
  reported: fact.kind === "review" ? null : (fact.reported as LaneFact["reported"]),
  knownOn: knownFrom(fact),
});

const citedBy = (facts: readonly Fact[]): string[] => [
  ...new Set(facts.flatMap((fact) => (fact.kind === "review" ? [] : fact.evidence.map(({ sourceId }) => sourceId)))),
];

/** Those of some sources that were known, by the day they appeared. */
function knownSources(ctx: Context, ids: readonly string[], asOf: AsOf): Promise<LaneSource[]> {
  if (ids.length === 0) return Promise.resolve([]);
  const text = `SELECT s.id, s.publisher, s.title, s.published FROM source s
    WHERE s.id = ANY ($1) AND ${isSourceKnown("s", asOf.basis, "$2")} ORDER BY s.published_latest, s.id`;
  return sql(ctx.db)<LaneSource>(text, [ids as string[], sourceKnownBy(asOf)]);
}
