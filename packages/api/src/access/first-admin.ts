import type { Db } from "../db/handle.ts";
import { inTransaction } from "../db/transaction.ts";
import { insertUser } from "./add-user.ts";
import { byCommand } from "./by-command.ts";
import { hashPassword, makePassword } from "./password.ts";
import { isPerson } from "./service.ts";

/** The first administrator, made just now. */
export interface FirstAdmin {
  email: string;
  /** The password we made; null where it was chosen. */
  password: string | null;
}

/** A domain that nobody can have, for an address that was not given. */
const defaultEmail = "admin@readout.internal";

/**
 * Makes the first administrator where there is nobody yet who could sign in; null where there is.
 *
 * @param given address and password of the administrator; null: both are made
 */
export async function ensureFirstAdmin(
  db: Db,
  given: { email: string; password: string } | null,
): Promise<FirstAdmin | null> {
  const password = given?.password ?? makePassword();
  const email = given?.email.toLowerCase() ?? defaultEmail;
  return inTransaction({ db }, async (tx) => {
    // Of several servers that start on one empty database, one makes it.
    await tx.sql("SELECT pg_advisory_xact_lock(hashtext('readout.users'))::text");
    const [somebody] = await tx.sql(`SELECT 1 AS one FROM "user" u WHERE ${isPerson("u")} LIMIT 1`);
    if (somebody !== undefined) return null;
    const hash = await hashPassword(password);
    await insertUser(tx, { email, name: "Administrator", role: "admin" }, hash, byCommand());
    return { email, password: given === null ? password : null };
  });
}
