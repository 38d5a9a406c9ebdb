import { createHmac, timingSafeEqual } from "node:crypto";
import type { Unsubscribing } from "@readout/core/watch";
import type { Writer } from "../audit/record-audit.ts";
import type { Installation } from "../context.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { stopEverything, stopOne } from "./stop.ts";

type Signer = Pick<Installation, "secret">;
/** Whose mail a link stops; `watchId` null: all of it. */
type Scope = { userId: string; watchId: string | null };

/** What stands in a link for unsubscribing: it works without a sign-in, for ever, and nobody without the secret can make it. */
export function writeUnsubscribeToken(signer: Signer, { userId, watchId }: Scope): string {
  const content = Buffer.from(JSON.stringify([userId, watchId])).toString("base64url");
  return `${content}.${seal(signer, content)}`;
}

function readToken(signer: Signer, token: string): Scope | null {
  const [content = "", given = ""] = token.split(".");
  const [expected, actual] = [Buffer.from(seal(signer, content)), Buffer.from(given)];
  if (`${content}.${given}` !== token || actual.length !== expected.length || !timingSafeEqual(actual, expected))
    return null;
  const [userId, watchId] = JSON.parse(Buffer.from(content, "base64url").toString()) as [string, string | null];
  return { userId, watchId };
}

const seal = ({ secret }: Signer, content: string): string =>
  createHmac("sha256", secret).update(`unsubscribe\n${content}`).digest("base64url").slice(0, 22);

/** What a link would stop, without doing it; null for a link that is none of ours, or of somebody who is gone. */
export async function findUnsubscribing(
  installation: Pick<Installation, "db" | "secret">,
  token: string,
): Promise<Unsubscribing | null> {
  const scope = readToken(installation, token);
  return scope === null ? null : inTransaction(installation, (tx) => describe(tx, scope));
}

async function describe(tx: Tx, { userId, watchId }: Scope): Promise<Unsubscribing | null> {
  if (watchId === null) {
    const [box] = await tx.sql<{ stopped: boolean }>(
      "SELECT stopped_at IS NOT NULL AS stopped FROM mailbox WHERE user_id = $1",
      [userId],
    );
    return box === undefined ? null : { scope: "all", what: "everything", stopped: box.stopped };
  }
  const [watch] = await tx.sql<{ what: string; stopped: boolean }>(
    `SELECT coalesce(i.title, w.name) AS what, w.stopped_at IS NOT NULL AS stopped
     FROM watch w LEFT JOIN item i ON i.id = w.item_id WHERE w.id = $1 AND w.user_id = $2`,
    [watchId, userId],
  );
  return watch === undefined ? null : { scope: "watch", ...watch };
}

/** Does what a link says; done already is no fault. Null for a link that is none of ours. */
export async function unsubscribe(
  installation: Pick<Installation, "db" | "secret">,
  token: string,
  writer: Writer,
): Promise<Unsubscribing | null> {
  const scope = readToken(installation, token);
  if (scope === null) return null;
  const { userId, watchId } = scope;
  return inTransaction(installation, async (tx) => {
    if (watchId === null) await stopEverything(tx, writer, userId);
    else await stopOne(tx, writer, { userId, watchId });
    return describe(tx, scope);
  });
}
