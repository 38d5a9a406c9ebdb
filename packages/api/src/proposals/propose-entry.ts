import { randomUUID } from "node:crypto";
import type { RecordEntry } from "@readout/core/entry";
import type { Proposal } from "@readout/core/proposal";
import { recordAudit } from "../audit/record-audit.ts";
import type { UserContext } from "../context.ts";
import { inTransaction } from "../db/transaction.ts";
import { decideNext } from "../items/decide-next.ts";
import { proposalBy } from "./queries.ts";

/**
 * Proposes an entry for a second person to approve. It is decided on the ledger as it stands, as recording would, so that its
 * author hears at once of what could not be recorded.
 * Throws not_found, conflict (with `head` and `entriesSince`), invalid_input, reason_required, evidence_required.
 */
export const proposeEntry = (ctx: UserContext, command: RecordEntry): Promise<Proposal> =>
  inTransaction(ctx, async (tx) => {
    await decideNext(tx, command, { author: ctx.user.id, approver: null });
    const id = randomUUID();
    const { itemId, kind, expectedHead } = command;
    await tx.sql(
      `INSERT INTO proposal (id, item_id, command, author, proposed_at)
       VALUES ($1, $2, $3::jsonb, $4, readout_now()) RETURNING 1 AS one`,
      [id, itemId, JSON.stringify(command), ctx.user.id],
    );
    const after = { itemId, kind, expectedHead, state: "waiting" };
    await recordAudit(tx, ctx, { act: "proposal.made", subject: { type: "proposal", id }, after });
    return proposalBy(tx.sql, id);
  });
