import { ReadoutError } from "@readout/core/error";
import type { Proposal } from "@readout/core/proposal";
import { recordAudit, type Writer } from "../audit/record-audit.ts";
import type { User } from "../context.ts";
import type { Tx } from "../db/transaction.ts";
import { proposalBy } from "./queries.ts";

/** What became of a proposal. */
export type Decision =
  | { state: "approved"; entrySeq: number }
  | { state: "refused"; reason: string }
  | { state: "withdrawn" };

/** The proposal, locked until the end of the transaction, which has not been decided yet. Throws not_found, conflict. */
export async function lockWaiting(tx: Tx, id: string): Promise<Proposal> {
  const proposal = await proposalBy(tx.sql, id, "FOR UPDATE OF p");
  const { state, decidedBy, decidedAt, entrySeq } = proposal;
  if (state !== "waiting")
    throw new ReadoutError("conflict", `This proposal was ${state} already`, { state, decidedBy, decidedAt, entrySeq });
  return proposal;
}

/** Nobody decides on their own: two people stand behind an entry that was proposed. */
export function refuseOwn({ author }: Pick<Proposal, "author">, user: User): void {
  if (author === user.id) throw new ReadoutError("forbidden", "Somebody else decides on what you proposed");
}

/** Writes a decision on a locked proposal, with its audit row. */
export async function saveDecision(
  tx: Tx,
  writer: Writer & { user: User },
  proposal: Proposal,
  decision: Decision,
): Promise<void> {
  const { id, itemId } = proposal;
  const reason = decision.state === "refused" ? decision.reason : null;
  const entrySeq = decision.state === "approved" ? decision.entrySeq : null;
  await tx.sql(
    `UPDATE proposal SET state = $2, reason = $3, entry_seq = $4, decided_by = $5,
       decided_at = greatest(readout_now(), proposed_at) WHERE id = $1 RETURNING 1 AS one`,
    [id, decision.state, reason, entrySeq, writer.user.id],
  );
  await recordAudit(tx, writer, {
    act: `proposal.${decision.state}`,
    subject: { type: "proposal", id },
    before: { itemId, state: "waiting" },
    after: { itemId, ...decision },
  });
}
