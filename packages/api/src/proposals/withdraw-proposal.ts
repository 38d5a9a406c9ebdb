import { ReadoutError } from "@readout/core/error";
import type { Proposal, WithdrawProposal } from "@readout/core/proposal";
import type { UserContext } from "../context.ts";
import { inTransaction } from "../db/transaction.ts";
import { lockWaiting, saveDecision } from "./decide-proposal.ts";
import { proposalBy } from "./queries.ts";

/** Takes one's own proposal back. Throws not_found, forbidden for another's, conflict when it was decided already. */
export const withdrawProposal = (ctx: UserContext, { id }: WithdrawProposal): Promise<Proposal> =>
  inTransaction(ctx, async (tx) => {
    const { author } = await proposalBy(tx.sql, id);
    if (author !== ctx.user.id) throw new ReadoutError("forbidden", "Only who proposed it takes it back; refuse it");
    await saveDecision(tx, ctx, await lockWaiting(tx, id), { state: "withdrawn" });
    return proposalBy(tx.sql, id);
  });
