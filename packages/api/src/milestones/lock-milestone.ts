import { ReadoutError } from "@readout/core/error";
import type { NewMilestone } from "@readout/core/milestone";
import type { Tx } from "../db/transaction.ts";

/** A milestone as it is kept; `entrySeq` names the first entry that brought it. */
export interface KeptMilestone {
  entrySeq: number | null;
  version: number;
  fields: NewMilestone;
}

/** A milestone, locked until the end of the transaction. Throws not_found. */
export async function lockMilestone(tx: Tx, itemId: string, ordinal: number): Promise<KeptMilestone> {
  const [row] = await tx.sql<NewMilestone & Omit<KeptMilestone, "fields">>(
    `SELECT date, kind, what, entry_seq AS "entrySeq", version FROM milestone
     WHERE item_id = $1 AND ordinal = $2 FOR NO KEY UPDATE`,
    [itemId, ordinal],
  );
  if (row === undefined) throw new ReadoutError("not_found", `There is no milestone ${ordinal} of an item ${itemId}`);
  const { date, kind, what, entrySeq, version } = row;
  return { entrySeq, version, fields: { date, kind, what } };
}
