import { ReadoutError } from "@readout/core/error";
import { recordAudit, type Writer } from "../audit/record-audit.ts";
import type { Db } from "../db/handle.ts";
import { inTransaction } from "../db/transaction.ts";
import { byCommand } from "./by-command.ts";

/**
 * Ends a key, from the next request on and for every process. Its user stays: entries name it as their author.
 *
 * @throws ReadoutError not_found when no working key has this name or id
 */
export async function revokeKey(db: Db, nameOrId: string, writer: Writer = byCommand()): Promise<void> {
  await inTransaction({ db }, async (tx) => {
    const revoked = await tx.sql<{ id: string; name: string }>(
      `UPDATE apikey SET enabled = false, "updatedAt" = readout_now()
       WHERE (name = $1 OR id = $1) AND enabled RETURNING id, name`,
      [nameOrId],
    );
    if (revoked.length === 0) throw new ReadoutError("not_found", `There is no working key called ${nameOrId}`);
    for (const { id, name } of revoked)
      await recordAudit(tx, writer, { act: "key.revoked", subject: { type: "key", id }, before: { name } });
  });
}
