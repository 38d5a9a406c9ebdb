import { ReadoutError } from "@readout/core/error";
import type { Asking, Installation } from "../context.ts";
import { verifyKey } from "./queries.ts";
import { sessionTokenOf, verifySession } from "./session.ts";

/** The headers that say who asks. */
export interface AskingHeaders {
  authorization?: string | undefined;
  cookie?: string | undefined;
}

/**
 * Who asks: by the key that a request carries as `Authorization: Bearer`, else by the session of its cookie; nobody for an
 * anonymous visitor and for a session that has ended.
 *
 * @throws ReadoutError unauthenticated for a key that is unknown or revoked, and for any other kind of authorisation; what was
 * sent is not repeated
 */
export async function authenticate(
  installation: Pick<Installation, "db" | "secret" | "url">,
  { authorization, cookie }: AskingHeaders,
): Promise<Required<Pick<Asking, "user" | "by">>> {
  if (authorization === undefined) {
    const token = sessionTokenOf(installation, cookie);
    const user = token === null ? null : await verifySession(installation.db, token);
    return { user, by: user === null ? null : "session" };
  }
  const [, key] = /^Bearer +(\S+) *$/i.exec(authorization) ?? [];
  const user = key === undefined ? null : await verifyKey(installation.db, key);
  if (user !== null) return { user, by: "key" };
  throw new ReadoutError(
    "unauthenticated",
    key === undefined ? "The Authorization header does not carry a key" : "This key is not known or was revoked",
    {},
    "Send `Authorization: Bearer` with a working key, or no Authorization at all.",
  );
}
