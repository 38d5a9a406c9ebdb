import { createHash } from "node:crypto";
import { decideEntry } from "@readout/core/decide";
import type { Entry, RecordEntry } from "@readout/core/entry";
import { ReadoutError } from "@readout/core/error";
import { recordAudit, type Writer } from "../audit/record-audit.ts";
import type { Tx } from "../db/transaction.ts";
import { announce } from "../events/announce.ts";
import { appendEntries } from "./append.ts";
import type { NewsDays } from "./known.ts";
import { getCitedSources, getEntriesAfter, getLedger, lockItem } from "./ledger.ts";

/** SHA-256 of UTF-8 text as core wants it. */
export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** A decided entry and the ledger that it was decided on; nothing is written yet. */
export interface Decided {
  ledger: Entry[];
  entry: Entry;
}

/**
 * Decides what a command becomes at the end of its ledger as it stands. The item stays locked until the end of the
 * transaction.
 * Throws not_found, conflict (with `head` and `entriesSince`), invalid_input, reason_required, evidence_required.
 */
export async function decideNext(
  tx: Tx,
  command: RecordEntry,
  by: { author: string; approver: string | null },
): Promise<Decided> {
  const item = await lockItem(tx.sql, command.itemId);
  if (item === null) throw new ReadoutError("not_found", `There is no item ${command.itemId}`);
  // Asked for after the lock, so that the ledger's order is the clock's.
  const recorded = await tx.clock();
  const hasMoved = item.head !== command.expectedHead;
  // A refusal needs only what came in between, and whoever is waiting for the lock next should not wait long.
  const ledger = hasMoved
    ? await getEntriesAfter(tx.sql, command.itemId, Math.min(command.expectedHead, item.head - 1))
    : await getLedger(tx.sql, command.itemId);
  const sources = hasMoved ? new Map() : await getSourcesOf(tx, command);
  return { ledger, entry: decideEntry(ledger, command, { ...by, recorded, sources, sha256 }) };
}

/** The sources that a command cites, with the text of those that it quotes. */
function getSourcesOf(tx: Tx, command: RecordEntry) {
  const evidence = "evidence" in command ? (command.evidence ?? []) : [];
  const quoted = evidence.filter(({ quote }) => quote !== undefined);
  return getCitedSources(
    tx.sql,
    evidence.map(({ sourceId }) => sourceId),
    quoted.map(({ sourceId }) => sourceId),
  );
}

/**
 * Writes a decided entry at the end of its ledger and says so in the audit log.
 *
 * @param of what the audit row names beside the entry: the proposal that it was
 * @returns what {@link announceEntry} is to tell, last of all
 */
export async function writeDecided(
  tx: Tx,
  writer: Writer,
  { ledger, entry }: Decided,
  of: { proposalId?: string } = {},
): Promise<NewsDays> {
  const { itemId, seq, kind, hash } = entry;
  const news = await appendEntries(tx, ledger, [entry]);
  await recordAudit(tx, writer, {
    act: "entry.recorded",
    subject: { type: "item", id: itemId },
    after: { seq, kind, hash, ...of },
  });
  return news;
}

/** Announces an entry that was written; from here to the commit every other write waits. */
export const announceEntry = (tx: Tx, { itemId, seq, recorded: at }: Entry, news: NewsDays): Promise<void> =>
  announce(tx, { news, events: [{ type: "entry.recorded", itemId, seq, at }] });
