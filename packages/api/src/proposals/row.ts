import type { Proposal } from "@readout/core/proposal";
import { isoText } from "../db/transaction.ts";

/** A row of `proposal` with what its item adds; instants as ISO text. */
export interface ProposalRow {
  id: string;
  item_id: string;
  item_title: string;
  command: unknown;
  author: string;
  proposed_at: string;
  state: string;
  decided_by: string | null;
  decided_at: string | null;
  reason: string | null;
  entry_seq: number | null;
  head: number;
}

/** The `select` of {@link ProposalRow}. */
export const proposalRows = `
  SELECT p.id, p.item_id, i.title AS item_title, p.command, p.author, ${isoText("p.proposed_at")} AS proposed_at, p.state,
    p.decided_by, ${isoText("p.decided_at")} AS decided_at, p.reason, p.entry_seq, i.head
  FROM proposal p JOIN item i ON i.id = p.item_id`;

export const proposalOf = (row: ProposalRow): Proposal =>
  ({
    id: row.id,
    itemId: row.item_id,
    itemTitle: row.item_title,
    command: row.command,
    author: row.author,
    proposedAt: row.proposed_at,
    state: row.state,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    reason: row.reason,
    entrySeq: row.entry_seq,
    head: row.head,
  }) as Proposal;
