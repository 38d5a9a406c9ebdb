import { ReadoutError } from "@readout/core/error";
import type { Db } from "../db/handle.ts";
import { inTransaction } from "../db/transaction.ts";

/**
 * Ends a key, from the next request on and for every process. Its user stays: entries name it as their author.
 *
 * @throws ReadoutError not_found when no working key has this name or id
 */
export async function revokeKey(db: Db, nameOrId: string): Promise<void> {
  const revoked = await inTransaction({ db }, (tx) =>
    tx.models.apikey.updateMany({
      where: { OR: [{ name: nameOrId }, { id: nameOrId }], enabled: true },
      data: { enabled: false },
    }),
  );
  if (revoked.count === 0) throw new ReadoutError("not_found", `There is no working key called ${nameOrId}`);
}
