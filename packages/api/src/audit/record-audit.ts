import type { AuditSubject } from "@readout/core/audit";
import type { Context, User } from "../context.ts";
import type { Tx } from "../db/transaction.ts";

/** Who writes and from where, as a request's context tells; nobody for a command of the server's own. */
export type Writer = Pick<Context, "address" | "requestId"> & { user: Pick<User, "id" | "name"> | null };

/** An act that wrote; `before` and `after` hold the fields as they were and became, null where there was or is nothing. */
export interface AuditedAct {
  /** What was done, in the past tense: `item.edited`. */
  act: string;
  subject: AuditSubject;
  before?: Readonly<Record<string, unknown>> | null;
  after?: Readonly<Record<string, unknown>> | null;
}

/**
 * Writes an act into the audit log, within the transaction that does it. Never hand it a password, a key, a token or a hash
 * of one.
 */
export async function recordAudit(tx: Tx, writer: Writer, { act, subject, before, after }: AuditedAct): Promise<void> {
  const { user, address, requestId } = writer;
  await tx.sql(
    `INSERT INTO audit (at, who, who_name, act, subject_type, subject_id, address, request_id, before, after)
     VALUES (readout_now(), $1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb) RETURNING 1 AS one`,
    [
      ...[user?.id ?? null, user?.name ?? null, act, subject.type, subject.id, address, requestId],
      ...[json(before), json(after)],
    ],
  );
}

const json = (fields: AuditedAct["before"]): string | null => (fields == null ? null : JSON.stringify(fields));
