import type { EditUser, UserSummary } from "@readout/core/account";
import { ReadoutError } from "@readout/core/error";
import type { Role } from "@readout/core/role";
import { recordAudit, type Writer } from "../audit/record-audit.ts";
import type { Db } from "../db/handle.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { byCommand } from "./by-command.ts";
import { getUser } from "./queries.ts";
import { isPerson } from "./service.ts";

interface Standing {
  name: string;
  role: Role;
  shutOut: boolean;
}

/**
 * Alters an account. A new role and being shut out end its sessions, from the next request on and for every process.
 *
 * @throws ReadoutError not_found; forbidden when no administrator would be left
 */
export async function editUser(db: Db, command: EditUser, writer: Writer = byCommand()): Promise<UserSummary> {
  const { id, name, role, shutOut } = command;
  await inTransaction({ db }, async (tx) => {
    // One at a time: two administrators who dismiss each other at once must not both succeed.
    await tx.sql("SELECT pg_advisory_xact_lock(hashtext('readout.users'))::text");
    const before = await standingOf(tx, id);
    const after: Standing = {
      name: name ?? before.name,
      role: role ?? before.role,
      shutOut: shutOut ?? before.shutOut,
    };
    const changed = (Object.keys(after) as (keyof Standing)[]).filter((field) => after[field] !== before[field]);
    if (changed.length === 0) return;
    await keepAnAdministrator(tx, id, before, after);
    await tx.models.user.update({
      where: { id },
      data: { name: after.name, role: after.role, banned: after.shutOut },
    });
    if (changed.includes("role") || changed.includes("shutOut"))
      await tx.models.session.deleteMany({ where: { userId: id } });
    const only = (standing: Standing) => Object.fromEntries(changed.map((field) => [field, standing[field]]));
    await recordAudit(tx, writer, {
      act: "user.edited",
      subject: { type: "user", id },
      before: only(before),
      after: only(after),
    });
  });
  return getUser(db, id);
}

async function standingOf(tx: Tx, id: string): Promise<Standing> {
  const [standing] = await tx.sql<Standing>(
    `SELECT u.name, u.role, u.banned IS TRUE AS "shutOut" FROM "user" u WHERE u.id = $1 AND ${isPerson("u")}`,
    [id],
  );
  if (standing === undefined) throw new ReadoutError("not_found", `There is no user ${id}`);
  return standing;
}

const administers = ({ role, shutOut }: Standing): boolean => role === "admin" && !shutOut;

async function keepAnAdministrator(tx: Tx, id: string, before: Standing, after: Standing): Promise<void> {
  if (!administers(before) || administers(after)) return;
  const others = await tx.sql(
    `SELECT 1 AS one FROM "user" u WHERE u.id <> $1 AND u.role = 'admin' AND u.banned IS NOT TRUE AND ${isPerson("u")} LIMIT 1`,
    [id],
  );
  if (others.length === 0)
    throw new ReadoutError("forbidden", "This is the last administrator; make somebody else one first");
}
