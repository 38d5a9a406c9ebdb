import type { Entry } from "@readout/core/entry";
import type { ApproveProposal } from "@readout/core/proposal";
import type { UserContext } from "../context.ts";
import { inTransaction } from "../db/transaction.ts";
import { announceEntry, decideNext, writeDecided } from "../items/decide-next.ts";
import { lockItem } from "../items/ledger.ts";
import { lockWaiting, refuseOwn, saveDecision } from "./decide-proposal.ts";
import { proposalBy } from "./queries.ts";

/**
 * Approves a proposal: its entry enters the ledger with its author and its approver, in one transaction.
 *
 * It is decided anew on the ledger as it stands then. Where that has moved past the head the author decided on, the approver
 * has to name the later one.
 * Throws not_found, forbidden for one's own, conflict (with `head` and `entriesSince`, or with the `state` of a proposal that
 * was decided already), invalid_input, reason_required, evidence_required.
 */
export const approveProposal = (ctx: UserContext, { id, expectedHead }: ApproveProposal): Promise<Entry> =>
  inTransaction(ctx, async (tx) => {
    const { command, author, itemId } = await proposalBy(tx.sql, id);
    refuseOwn({ author }, ctx.user);
    // The item before the proposal, always: whoever waits for one of the two holds nothing that the other needs.
    await lockItem(tx.sql, itemId);
    const proposal = await lockWaiting(tx, id);
    const onHead = { ...command, expectedHead: expectedHead ?? command.expectedHead };
    const decided = await decideNext(tx, onHead, { author, approver: ctx.user.id });
    const news = await writeDecided(tx, ctx, decided, { proposalId: id });
    await saveDecision(tx, ctx, proposal, { state: "approved", entrySeq: decided.entry.seq });
    await announceEntry(tx, decided.entry, news);
    return decided.entry;
  });
