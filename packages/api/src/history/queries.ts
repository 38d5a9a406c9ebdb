import type { History, HistoryEdit, ListHistory } from "@readout/core/history";
import type { Context } from "../context.ts";
import { sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";
import { publicFields } from "./public-fields.ts";

type Fields = HistoryEdit["before"];
interface EditRow {
  at: string;
  who: string | null;
  who_name: string | null;
  act: string;
  before: Fields;
  after: Fields;
}

/** The edits of a thing, newest first, with what is public of it; who made them is told to those who are signed in. */
export async function listHistory(ctx: Context, { type, id }: ListHistory): Promise<History> {
  // What happens to an item's ledger is told by the ledger.
  const rows = await sql(ctx.db)<EditRow>(
    `SELECT ${isoText("a.at")} AS at, a.who, a.who_name, a.act, a.before, a.after FROM audit a
     WHERE a.subject_id = $1 AND a.subject_type = $2 AND a.act LIKE $2 || '.%' ORDER BY a.at DESC, a.id DESC`,
    [id, type],
  );
  const shown = rows.map(({ before, after, ...row }) => ({ ...row, ...publicOf(type, before, after) }));
  const edits = shown
    .filter(({ before, after }) => before !== null || after !== null)
    .map(({ at, who, who_name, act, before, after }) => {
      const by = ctx.user === null || who === null ? null : { id: who, name: who_name };
      return { at, by, act, before, after } as HistoryEdit;
    });
  return { edits };
}

function publicOf(type: ListHistory["type"], before: Fields, after: Fields): { before: Fields; after: Fields } {
  const shown = (fields: Fields): Fields => {
    const kept = Object.entries(fields ?? {}).filter(([name]) => publicFields[type].includes(name));
    return kept.length === 0 ? null : Object.fromEntries(kept);
  };
  return { before: shown(before), after: shown(after) };
}
