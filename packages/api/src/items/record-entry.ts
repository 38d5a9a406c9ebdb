import { createHash } from "node:crypto";
import { decideEntry } from "@readout/core/decide";
import type { Entry, RecordEntry } from "@readout/core/entry";
import { ReadoutError } from "@readout/core/error";
import type { UserContext } from "../context.ts";
import { inTransaction } from "../db/transaction.ts";
import { announce } from "../events/announce.ts";
import { appendEntries } from "./append.ts";
import { getCitedSources, getEntriesAfter, getLedger, lockItem } from "./ledger.ts";

/** SHA-256 of UTF-8 text as core wants it. */
export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/**
 * Appends an entry and announces it, in one transaction.
 * Throws not_found, conflict (with `head` and `entriesSince`), invalid_input, reason_required, evidence_required.
 */
export const recordEntry = (ctx: UserContext, command: RecordEntry): Promise<Entry> =>
  inTransaction(ctx, async (tx) => {
    const item = await lockItem(tx.sql, command.itemId);
    if (item === null) throw new ReadoutError("not_found", `There is no item ${command.itemId}`);
    // Asked for after the lock, so that the ledger's order is the clock's.
    const recorded = await tx.clock();
    const hasMoved = item.head !== command.expectedHead;
    // A refusal needs only what came in between, and whoever is waiting for the lock next should not wait long.
    const ledger = hasMoved
      ? await getEntriesAfter(tx.sql, command.itemId, Math.min(command.expectedHead, item.head - 1))
      : await getLedger(tx.sql, command.itemId);
    const cited = "evidence" in command ? (command.evidence ?? []).map(({ sourceId }) => sourceId) : [];
    const sources = hasMoved ? new Map() : await getCitedSources(tx.sql, cited);
    const entry = decideEntry(ledger, command, { recorded, author: ctx.user.id, approver: null, sources, sha256 });

    const news = await appendEntries(tx, ledger, [entry]);
    await announce(tx, {
      news,
      events: [{ type: "entry.recorded", itemId: entry.itemId, seq: entry.seq, at: recorded }],
    });
    return entry;
  });
