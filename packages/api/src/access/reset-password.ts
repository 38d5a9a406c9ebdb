import { randomUUID } from "node:crypto";
import type { NewPassword } from "@readout/core/account";
import { ReadoutError } from "@readout/core/error";
import { recordAudit, type Writer } from "../audit/record-audit.ts";
import type { Db } from "../db/handle.ts";
import { inTransaction } from "../db/transaction.ts";
import { attemptsOf } from "./attempts.ts";
import { byCommand } from "./by-command.ts";
import { hashPassword, makePassword } from "./password.ts";
import { isPerson } from "./service.ts";

/**
 * Gives an account another password, ends all its sessions, and forgets how often signing in has failed.
 *
 * @returns the password we made, this once: only its hash is kept
 * @throws ReadoutError not_found
 */
export async function resetPassword(db: Db, id: string, writer: Writer = byCommand()): Promise<NewPassword> {
  const password = makePassword();
  const hash = await hashPassword(password);
  const email = await inTransaction({ db }, async (tx) => {
    const [user] = await tx.sql<{ email: string }>(
      `SELECT u.email FROM "user" u WHERE u.id = $1 AND ${isPerson("u")} FOR UPDATE`,
      [id],
    );
    if (user === undefined) throw new ReadoutError("not_found", `There is no user ${id}`);
    // Whoever came by a provider until now can sign in by both from now on.
    await tx.models.account.upsert({
      where: { providerId_accountId: { providerId: "credential", accountId: id } },
      update: { password: hash },
      create: { id: randomUUID(), accountId: id, providerId: "credential", userId: id, password: hash },
    });
    await tx.models.session.deleteMany({ where: { userId: id } });
    await recordAudit(tx, writer, { act: "password.reset", subject: { type: "user", id } });
    return user.email;
  });
  await attemptsOf(db).forgive({ email, address: null });
  return { password };
}
