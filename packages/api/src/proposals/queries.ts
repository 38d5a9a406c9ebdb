import { ReadoutError } from "@readout/core/error";
import type { ListProposals, Proposal, ProposalPage } from "@readout/core/proposal";
import { Instant } from "@readout/core/time";
import { z } from "zod";
import type { Context } from "../context.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { type Sql, sql } from "../db/sql.ts";
import { Values } from "../db/values.ts";
import { type ProposalRow, proposalOf, proposalRows } from "./row.ts";

/** What a proposal is sorted by: those that wait stand first, by when they were proposed; the others by when they were decided. */
const Place = z.tuple([z.enum(["waiting", "decided"]), Instant, z.string()]);
type Place = z.infer<typeof Place>;

/** What waits for a second person, the oldest first; after it what was decided, the latest first. */
export async function listProposals(ctx: Context, input: ListProposals): Promise<ProposalPage> {
  const after = readCursor(ctx, "proposals.list", input, Place);
  const count = input.limit + 1;
  const waiting = after?.[0] === "decided" ? [] : await findWaiting(ctx, input, after, count);
  const rest = count - waiting.length;
  const decided = rest === 0 ? [] : await findDecided(ctx, input, after?.[0] === "decided" ? after : null, rest);
  const proposals = [...waiting, ...decided];
  const shown = proposals.slice(0, input.limit);
  const last = proposals.length > input.limit ? shown.at(-1) : undefined;
  return {
    proposals: shown,
    nextCursor: last === undefined ? null : writeCursor(ctx, "proposals.list", input, placeOf(last)),
  };
}

const placeOf = ({ id, proposedAt, decidedAt }: Proposal): Place =>
  decidedAt === null ? ["waiting", proposedAt, id] : ["decided", decidedAt, id];

async function findWaiting(ctx: Context, input: ListProposals, after: Place | null, count: number) {
  if (input.state !== undefined && input.state !== "waiting") return [];
  const values = new Values();
  const conditions = ["p.state = 'waiting'", ...ofItem(input, values)];
  if (after !== null)
    conditions.push(`(p.proposed_at, p.id) > (${values.add(after[1])}::timestamptz, ${values.add(after[2])})`);
  return find(ctx, conditions, `p.proposed_at, p.id LIMIT ${values.add(count)}`, values);
}

async function findDecided(ctx: Context, input: ListProposals, after: Place | null, count: number) {
  if (input.state === "waiting") return [];
  const values = new Values();
  const state = input.state === undefined ? "p.state <> 'waiting'" : `p.state = ${values.add(input.state)}`;
  const conditions = [state, "p.decided_at IS NOT NULL", ...ofItem(input, values)];
  if (after !== null)
    conditions.push(`(p.decided_at, p.id) < (${values.add(after[1])}::timestamptz, ${values.add(after[2])})`);
  return find(ctx, conditions, `p.decided_at DESC, p.id DESC LIMIT ${values.add(count)}`, values);
}

const ofItem = ({ itemId }: ListProposals, values: Values): string[] =>
  itemId === undefined ? [] : [`p.item_id = ${values.add(itemId)}`];

async function find({ db }: Context, conditions: string[], order: string, values: Values): Promise<Proposal[]> {
  const text = `${proposalRows} WHERE ${conditions.join(" AND ")} ORDER BY ${order}`;
  return (await sql(db)<ProposalRow>(text, values.all, { plan: "each-time" })).map(proposalOf);
}

/** One proposal, with where its ledger stands now. Throws not_found. */
export const getProposal = ({ db }: Pick<Context, "db">, { id }: { id: string }): Promise<Proposal> =>
  proposalBy(sql(db), id);

/** The same within whatever `sql` asks in, locked for a decision where `lock` says so. Throws not_found. */
export async function proposalBy(sql: Sql, id: string, lock: "" | "FOR UPDATE OF p" = ""): Promise<Proposal> {
  const [row] = await sql<ProposalRow>(`${proposalRows} WHERE p.id = $1 ${lock}`, [id]);
  if (row === undefined) throw new ReadoutError("not_found", `There is no proposal ${id}`);
  return proposalOf(row);
}
