import { randomUUID } from "node:crypto";
import type { AddedUser, AddUser } from "@readout/core/account";
import { ReadoutError } from "@readout/core/error";
import { recordAudit, type Writer } from "../audit/record-audit.ts";
import type { Db } from "../db/handle.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { byCommand } from "./by-command.ts";
import { hashPassword, makePassword } from "./password.ts";
import { getUser } from "./queries.ts";

/**
 * Gives somebody an account.
 *
 * @returns the password we made, this once: only its hash is kept
 * @throws ReadoutError conflict when somebody has the address
 */
export async function addUser(db: Db, command: AddUser, writer: Writer = byCommand()): Promise<AddedUser> {
  const password = makePassword();
  const hash = await hashPassword(password);
  const id = await inTransaction({ db }, (tx) => insertUser(tx, command, hash, writer));
  return { user: await getUser(db, id), password };
}

/**
 * Writes a new account.
 *
 * @returns its id
 * @throws ReadoutError conflict when somebody has the address
 */
export async function insertUser(
  tx: Tx,
  { email, name, role }: AddUser,
  passwordHash: string,
  writer: Writer,
): Promise<string> {
  const id = randomUUID();
  // An administrator vouches for the address, so that a provider that knows it as well may be linked to it.
  const { count } = await tx.models.user.createMany({
    data: { id, email, name, role, emailVerified: true },
    skipDuplicates: true,
  });
  if (count === 0) throw new ReadoutError("conflict", `There is an account for ${email} already`);
  await tx.models.account.create({
    data: { id: randomUUID(), accountId: id, providerId: "credential", userId: id, password: passwordHash },
  });
  await recordAudit(tx, writer, { act: "user.added", subject: { type: "user", id }, after: { email, name, role } });
  return id;
}
