import type { Proposal, RefuseProposal } from "@readout/core/proposal";
import type { UserContext } from "../context.ts";
import { inTransaction } from "../db/transaction.ts";
import { lockWaiting, refuseOwn, saveDecision } from "./decide-proposal.ts";
import { proposalBy } from "./queries.ts";

/** Refuses somebody else's proposal, with a reason. Throws not_found, forbidden for one's own, conflict when it was decided already. */
export const refuseProposal = (ctx: UserContext, { id, reason }: RefuseProposal): Promise<Proposal> =>
  inTransaction(ctx, async (tx) => {
    refuseOwn(await proposalBy(tx.sql, id), ctx.user);
    await saveDecision(tx, ctx, await lockWaiting(tx, id), { state: "refused", reason });
    return proposalBy(tx.sql, id);
  });
