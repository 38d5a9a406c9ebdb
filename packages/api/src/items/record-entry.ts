import type { Entry, RecordEntry } from "@readout/core/entry";
import type { UserContext } from "../context.ts";
import { inTransaction } from "../db/transaction.ts";
import { announceEntry, decideNext, writeDecided } from "./decide-next.ts";

/**
 * Appends an entry and announces it, in one transaction.
 * Throws not_found, conflict (with `head` and `entriesSince`), invalid_input, reason_required, evidence_required.
 */
export const recordEntry = (ctx: UserContext, command: RecordEntry): Promise<Entry> =>
  inTransaction(ctx, async (tx) => {
    const decided = await decideNext(tx, command, { author: ctx.user.id, approver: null });
    await announceEntry(tx, decided.entry, await writeDecided(tx, ctx, decided));
    return decided.entry;
  });
