import { defaultKeyHasher } from "@better-auth/api-key";
import type { ListedKey } from "@readout/core/account";
import { Role } from "@readout/core/role";
import type { User } from "../context.ts";
import type { Db } from "../db/handle.ts";
import { sql } from "../db/sql.ts";
import { isoText } from "../db/transaction.ts";
import { keyPrefix } from "./auth.ts";

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
 * One indexed question and nothing written: better-auth's own check updates the key's row each time, so that appends with one
 * key would wait for each other. Nothing is cached either: a revocation in another process holds for the very next request.
 */
export async function verifyKey(db: Db, key: string): Promise<User | null> {
  if (!key.startsWith(keyPrefix) || key.length > 256) return null;
  const [found] = await sql(db)<{ id: string; role: string | null; name: string }>(
    `SELECT u.id, u.role, u.name FROM apikey k JOIN "user" u ON u.id = k."referenceId" WHERE k.key = $1 AND ${works}`,
    [await defaultKeyHasher(key)],
  );
  const role = Role.safeParse(found?.role);
  return found !== undefined && role.success ? { id: found.id, role: role.data, name: found.name } : null;
}
