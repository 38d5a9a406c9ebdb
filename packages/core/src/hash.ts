import canonicalize from "canonicalize";
import type { Entry } from "./entry.ts";

/** SHA-256 of UTF-8 text as 64 lower-case hex digits; handed in, because core imports nothing of a platform. */
export type Sha256 = (text: string) => string;

/**
 * The hash that seals an entry: SHA-256 of the RFC 8785 form of the entry as it is returned, `previousHash` and `v`
 * included, without `hash` itself and without the marks that later entries leave (`correctedBy`, `retractedBy`).
 */
export function hashOf(entry: Entry, sha256: Sha256): string {
  const sealed: Record<string, unknown> = { ...entry };
  delete sealed.hash;
  delete sealed.correctedBy;
  delete sealed.retractedBy;
  return sha256(canonicalize(sealed)!);
}

export type ChainFault = { seq: number; fault: string };

/**
 * Recomputes a ledger's chain.
 *
 * @param ledger in order of `seq`
 * @param head   the ledger's last `seq` and hash as kept with the item, so that a cut-off tail is found
 * @returns the first entry that does not fit, null when all do
 */
export function chainFault(
  ledger: readonly Entry[],
  head: { seq: number; hash: string | null },
  sha256: Sha256,
): ChainFault | null {
  let previousHash: string | null = null;
  for (const [i, entry] of ledger.entries()) {
    const seq = i + 1;
    if (entry.seq !== seq) return { seq, fault: `entry ${seq} is missing` };
    if (entry.previousHash !== previousHash) return { seq, fault: "does not continue the entry before it" };
    if (hashOf(entry, sha256) !== entry.hash) return { seq, fault: "its content does not match its hash" };
    previousHash = entry.hash;
  }
  if (ledger.length < head.seq)
    return { seq: ledger.length + 1, fault: `the ledger ends at ${ledger.length}, its head says ${head.seq}` };
  if (ledger.length > head.seq) return { seq: head.seq + 1, fault: `the ledger goes on after its head, ${head.seq}` };
  if (previousHash !== head.hash) return { seq: head.seq, fault: "the head kept with the item has another hash" };
  return null;
}
