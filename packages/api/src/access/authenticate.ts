import { ReadoutError } from "@readout/core/error";
import type { User } from "../context.ts";
import type { Db } from "../db/handle.ts";
import { verifyKey } from "./queries.ts";

/**
 * Who asks, by the key that a request carries as `Authorization: Bearer`; null for an anonymous visitor.
 *
 * @throws ReadoutError unauthenticated for a key that is unknown or revoked, and for any other kind of authorisation; what was
 * sent is not repeated
 */
export async function authenticate(db: Db, headers: { authorization?: string | undefined }): Promise<User | null> {
  if (headers.authorization === undefined) return null;
  const [, key] = /^Bearer +(\S+) *$/i.exec(headers.authorization) ?? [];
  const user = key === undefined ? null : await verifyKey(db, key);
  if (user !== null) return user;
  throw new ReadoutError(
    "unauthenticated",
    key === undefined ? "The Authorization header does not carry a key" : "This key is not known or was revoked",
    {},
    "Send `Authorization: Bearer` with a working key, or no Authorization at all.",
  );
}
