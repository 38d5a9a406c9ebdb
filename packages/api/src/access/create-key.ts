import { randomUUID } from "node:crypto";
import { type CreatedKey, CreateKey } from "@readout/core/account";
import { ReadoutError } from "@readout/core/error";
import { recordAudit, type Writer } from "../audit/record-audit.ts";
import type { Db } from "../db/handle.ts";
import { inTransaction } from "../db/transaction.ts";
import { invalidInputOf } from "../schema-fault.ts";
import { createAuth } from "./auth.ts";
import { byCommand } from "./by-command.ts";
import { serviceAddress } from "./service.ts";

/**
 * Makes a service user with the role, and a key for it.
 *
 * @returns the key in plain, this once: only its hash is kept
 * @throws ReadoutError invalid_input; conflict when a working key has the name
 */
export async function createKey(
  db: Db,
  command: { role: string; name: string },
  writer: Writer = byCommand(),
): Promise<CreatedKey> {
  const parsed = CreateKey.safeParse(command);
  if (!parsed.success) throw invalidInputOf(parsed.error);
  const { role, name } = parsed.data;
  return inTransaction({ db }, async (tx) => {
    // Two keys of one name could not be told apart when one is to be revoked.
    await tx.sql("SELECT pg_advisory_xact_lock(hashtext('readout.keys'))::text");
    const [taken] = await tx.sql("SELECT 1 AS one FROM apikey WHERE name = $1 AND enabled IS NOT FALSE", [name]);
    if (taken !== undefined) throw new ReadoutError("conflict", `There is a key called ${name} already`);
    const userId = randomUUID();
    await tx.models.user.create({ data: { id: userId, name, email: serviceAddress(userId), role } });
    const { id, key } = await createAuth(tx.models).api.createApiKey({ body: { userId, name } });
    await recordAudit(tx, writer, { act: "key.created", subject: { type: "key", id }, after: { name, role } });
    return { id, key };
  });
}
