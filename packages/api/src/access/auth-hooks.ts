import { Role } from "@readout/core/role";
import type { BetterAuthOptions } from "better-auth";
import { recordAudit, type Writer } from "../audit/record-audit.ts";
import type { Installation } from "../context.ts";
import { sql } from "../db/sql.ts";
import { inTransaction } from "../db/transaction.ts";
import { originOf } from "./asked-headers.ts";
import { sessionTokenOf } from "./session.ts";

/** What Readout adds to what better-auth does: who may come in, what is not kept, and a row of the audit log for each. */
export function authHooks(installation: Installation): NonNullable<BetterAuthOptions["databaseHooks"]> {
  const { db } = installation;
  const writerOf = async (userId: string, headers: Headers | undefined): Promise<Writer | null> => {
    const [user] = await sql(db)<{ id: string; name: string; role: string; banned: boolean | null }>(
      `SELECT id, name, role, banned FROM "user" WHERE id = $1`,
      [userId],
    );
    const role = Role.safeParse(user?.role);
    if (user === undefined || user.banned || !role.success) return null;
    return { user: { id: user.id, name: user.name }, ...originOf(headers) };
  };
  const note = async (userId: string, headers: Headers | undefined, act: string): Promise<void> => {
    const writer = await writerOf(userId, headers);
    if (writer === null) return;
    await inTransaction(installation, (tx) => recordAudit(tx, writer, { act, subject: { type: "user", id: userId } }));
  };

  return {
    user: {
      create: {
        // Only a provider makes users this way: whoever it vouches for may read.
        before: async () => ({ data: { role: "reader", banned: false } }),
        after: (user, context) => note(user.id, context?.headers, "user.joined"),
      },
    },
    account: {
      create: {
        // We ask a provider who somebody is and nothing more; its tokens would only be there to be stolen.
        before: async () => ({
          data: { accessToken: null, refreshToken: null, idToken: null, accessTokenExpiresAt: null },
        }),
        after: (account, context) => note(account.userId, context?.headers, "user.linked"),
      },
    },
    session: {
      create: {
        before: async ({ userId }, context) =>
          (await writerOf(userId, context?.headers)) === null ? false : undefined,
        after: async ({ userId }, context) => {
          const headers = context?.headers;
          const writer = await writerOf(userId, headers);
          // A changed password brings a new session with it and is noted as what it is.
          if (writer === null || context?.path === "/change-password") return;
          const brought = sessionTokenOf(installation, headers?.get("cookie") ?? undefined);
          await inTransaction(installation, async (tx) => {
            // The session brought along ends: who planted it must not come in with its owner.
            if (brought !== null) await tx.models.session.deleteMany({ where: { token: brought } });
            const by = context?.path === "/sign-in/email" ? "password" : "provider";
            await recordAudit(tx, writer, {
              act: "session.begun",
              subject: { type: "user", id: userId },
              after: { by },
            });
          });
        },
      },
    },
  };
}
