import { createHmac, timingSafeEqual } from "node:crypto";
import { Role } from "@readout/core/role";
import type { Installation, User } from "../context.ts";
import type { Db } from "../db/handle.ts";
import { sql } from "../db/sql.ts";
import { noteUse } from "./seen.ts";

/** How long a session lasts, in seconds, however busy it is: whoever steals a cookie cannot keep it alive. */
export const sessionSeconds = 7 * 24 * 60 * 60;

export const cookiePrefix = "readout";

/** What session cookies are signed with; cursors and other things have other secrets of the same root. */
export const sessionSecret = ({ secret }: Pick<Installation, "secret">): string =>
  createHmac("sha256", secret).update("readout sessions").digest("base64url");

const isSecure = ({ url }: Pick<Installation, "url">): boolean => url.startsWith("https:");

/**
 * The token of the session that a request brings, its signature checked; null where there is none. Asks no database, so that
 * visitors with any other cookie cost nothing.
 */
export function sessionTokenOf(
  installation: Pick<Installation, "secret" | "url">,
  cookies: string | undefined,
): string | null {
  // Over https no other name counts: without the prefix a cookie may have been set over http by anybody in between.
  const name = `${isSecure(installation) ? "__Secure-" : ""}${cookiePrefix}.session_token=`;
  const found = cookies?.split(";").find((cookie) => cookie.trimStart().startsWith(name));
  if (found === undefined) return null;
  const signed = decoded(found.trim().slice(name.length));
  const dot = signed.lastIndexOf(".");
  if (dot < 1) return null;
  const token = signed.slice(0, dot);
  const wanted = createHmac("sha256", sessionSecret(installation)).update(token).digest();
  const given = Buffer.from(signed.slice(dot + 1), "base64");
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : null;
}

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}

/**
 * Whose session this is; null when it has ended or its user is shut out. One indexed question: nothing is kept in between, so
 * that a session ended in another process is over for the very next request.
 */
export async function verifySession(db: Db, token: string): Promise<User | null> {
  const [found] = await sql(db)<{ id: string; role: string | null; name: string }>(
    `SELECT u.id, u.role, u.name FROM session s JOIN "user" u ON u.id = s."userId"
     WHERE s.token = $1 AND s."expiresAt" > now() AND u.banned IS NOT TRUE`,
    [token],
  );
  const role = Role.safeParse(found?.role);
  if (found === undefined || !role.success) return null;
  noteUse(db, "user", found.id);
  return { id: found.id, role: role.data, name: found.name };
}
