import { defaultKeyHasher } from "@better-auth/api-key";
import type { ListedKey, Me, UserSummary } from "@readout/core/account";
import { ReadoutError } from "@readout/core/error";
import { Role } from "@readout/core/role";
import type { Context, User } from "../context.ts";
import type { Db } from "../db/handle.ts";
import { sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";
import { keyPrefix } from "./auth.ts";
import { noteUse } from "./seen.ts";
import { isPerson } from "./service.ts";

/** Neither revoked nor over, and its user not shut out. */
const works = `(k.enabled IS NOT FALSE AND (k."expiresAt" IS NULL OR k."expiresAt" > now())
  AND (u.banned IS NOT TRUE OR u."banExpires" < now()))`;

/** All keys, the revoked ones too, oldest first. */
export const listKeys = (db: Db): Promise<ListedKey[]> =>
  sql(db)<ListedKey>(
    `SELECT k.id, k.name, u.role, k.start, u.id AS "userId", ${isoText('k."createdAt"')} AS "createdAt",
       ${isoText('k."lastRequest"')} AS "lastUsedAt",
       ${works} AS works
     FROM apikey k JOIN "user" u ON u.id = k."referenceId"
     ORDER BY k."createdAt", k.id`,
  );

/**
 * Whose key this is; null when it is none, was revoked or is over.
 *
 * One indexed question, and nothing written before the answer: better-auth's own check updates the key's row each time, so that appends with one
 * key would wait for each other. Nothing is cached either: a revocation in another process holds for the very next request.
 */
export async function verifyKey(db: Db, key: string): Promise<User | null> {
  if (!key.startsWith(keyPrefix) || key.length > 256) return null;
  const [found] = await sql(db)<{ id: string; role: string | null; name: string; keyId: string }>(
    `SELECT u.id, u.role, u.name, k.id AS "keyId" FROM apikey k JOIN "user" u ON u.id = k."referenceId" WHERE k.key = $1 AND ${works}`,
    [await defaultKeyHasher(key)],
  );
  const role = Role.safeParse(found?.role);
  if (found === undefined || !role.success) return null;
  noteUse(db, "key", found.keyId);
  return { id: found.id, role: role.data, name: found.name };
}

/** People, the shut-out ones too, by name. */
const listedUsers = `SELECT u.id, u.name, u.email, u.role, u.banned IS TRUE AS "shutOut",
    ${isoText('u."createdAt"')} AS "createdAt", ${isoText("s.at")} AS "lastSeenAt",
    coalesce((SELECT array_agg(DISTINCT CASE a."providerId" WHEN 'credential' THEN 'password' ELSE 'provider' END)
      FROM account a WHERE a."userId" = u.id), '{}') AS "signsInBy"
  FROM "user" u LEFT JOIN user_seen s ON s.user_id = u.id
  WHERE ${isPerson("u")}`;

/** Everybody who may sign in, or could once. */
export const listUsers = (db: Db): Promise<UserSummary[]> =>
  sql(db)<UserSummary>(`${listedUsers} ORDER BY lower(u.name), u.id`);

/** One of them. Throws not_found. */
export async function getUser(db: Db, id: string): Promise<UserSummary> {
  const [user] = await sql(db)<UserSummary>(`${listedUsers} AND u.id = $1`, [id]);
  if (user === undefined) throw new ReadoutError("not_found", `There is no user ${id}`);
  return user;
}

/** Whoever asks, with the address of a person; null for an anonymous visitor. */
export async function whoAsks({ db, user, by }: Pick<Context, "db" | "user" | "by">): Promise<Me | null> {
  if (user === null || by === null) return null;
  const [found] = await sql(db)<{ email: string }>(
    `SELECT u.email FROM "user" u WHERE u.id = $1 AND ${isPerson("u")}`,
    [user.id],
  );
  const { id, name, role } = user;
  return { id, name, email: found?.email ?? null, role, by };
}
