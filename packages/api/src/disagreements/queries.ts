import { type AsOf, resolveAsOf } from "@readout/core/as-of";
import type { Disagreement, DisagreementPage } from "@readout/core/disagreement";
import { ReadoutError } from "@readout/core/error";
import type { GetDisagreement, ListDisagreements } from "@readout/core/read";
import { z } from "zod";
import type { Context } from "../context.ts";
import { readCursor, writeCursor } from "../cursor.ts";
import { sql } from "../db/sql.ts";
import { keptDisagreementJson } from "./kept-sql.ts";
import { disagreementAsOf, type KeptDisagreement } from "./known.ts";

/** Position, id. */
const Place = z.tuple([z.number().int(), z.string()]);
type Place = z.infer<typeof Place>;

interface PlacedRow {
  kept: KeptDisagreement;
  position: number;
}

const page = (condition: string) => `SELECT ${keptDisagreementJson} AS kept, d.position FROM disagreement d
  WHERE (d.position, d.id) > ($1::int, $2::text) ${condition} ORDER BY d.position, d.id LIMIT $3`;
const ofAll = page("");
const ofItem = page("AND EXISTS (SELECT FROM disagreement_item x WHERE x.disagreement_id = d.id AND x.item_id = $4)");

const placeOf = ({ position, kept }: PlacedRow): Place => [position, kept.id];

/** The known disagreements in the order of the data set, later ones by id; those of one item where it is named. */
export async function listDisagreements(ctx: Context, input: ListDisagreements): Promise<DisagreementPage> {
  const asOf = resolveAsOf(input, ctx.now());
  const found = await findKnown(ctx, input, asOf);
  const shown = found.slice(0, input.limit);
  const last = found.length > input.limit ? shown.at(-1) : undefined;
  return {
    disagreements: shown.map(({ known }) => known),
    nextCursor: last === undefined ? null : writeCursor(ctx, "disagreements.list", input, last.place),
  };
}

/** One more than fit on the page, where there are so many. What was not known is met on the way and left out. */
async function findKnown(ctx: Context, input: ListDisagreements, asOf: AsOf) {
  const { itemId, limit } = input;
  const found: { known: Disagreement; place: Place }[] = [];
  let after: Place | null = readCursor(ctx, "disagreements.list", input, Place) ?? [-1, ""];
  while (after !== null && found.length <= limit) {
    const rows: PlacedRow[] = await sql(ctx.db)<PlacedRow>(itemId === undefined ? ofAll : ofItem, [
      ...[...after, limit + 1],
      ...(itemId === undefined ? [] : [itemId]),
    ]);
    for (const row of rows) {
      const known = disagreementAsOf(row.kept, asOf);
      if (known !== null) found.push({ known, place: placeOf(row) });
    }
    after = rows.length > limit ? placeOf(rows.at(-1)!) : null;
  }
  return found;
}

const one = `SELECT ${keptDisagreementJson} AS kept FROM disagreement d WHERE d.id = $1`;

/** A disagreement as far as it was known. Throws not_found, also where it was not known then. */
export async function getDisagreement(ctx: Context, input: GetDisagreement): Promise<Disagreement> {
  const [row] = await sql(ctx.db)<Pick<PlacedRow, "kept">>(one, [input.id]);
  const known = row && disagreementAsOf(row.kept, resolveAsOf(input, ctx.now()));
  if (!known) throw new ReadoutError("not_found", `There is no disagreement ${input.id}, or it was not known then`);
  return known;
}
