import type { MailContent } from "@readout/core/mail";
import type { MessageKind, MessageState } from "@readout/core/watch";
import { isPerson } from "../access/service.ts";
import type { Installation } from "../context.ts";
import { inTransaction } from "../db/transaction.ts";

type Surroundings = Pick<Installation, "db">;

/** A message in the hands of the one process that may send it. */
export interface ClaimedMessage {
  id: string;
  userId: string;
  kind: MessageKind;
  /** Where it goes: the address its reader signs in with today. */
  address: string;
  content: MailContent;
  /** How often it was tried, this time included. */
  attempts: number;
  /** How long ago it was written, in milliseconds. */
  ageMs: number;
}

/** How an attempt ended: `again` only where the mail server certainly did not take the message. */
export type SendOutcome =
  | { kind: "sent" }
  | { kind: "failed"; fault: string }
  | { kind: "unsure"; fault: string }
  | { kind: "again"; fault: string; waitMs: number };

/**
 * Takes the next message that waits, for one process alone: from here on no other sends it, whatever becomes of this one.
 * What is meant for somebody who is shut out or wants no more mail is dropped.
 *
 * @param claimant names the process
 * @returns null when none is due
 */
export const claimMessage = (installation: Surroundings, claimant: string): Promise<ClaimedMessage | null> =>
  inTransaction(installation, async (tx) => {
    await tx.sql(
      `UPDATE message s SET state = 'dropped', ended_at = readout_now() FROM mailbox m JOIN "user" u ON u.id = m.user_id
       WHERE s.state = 'waiting' AND m.user_id = s.user_id
         AND (m.stopped_at IS NOT NULL OR u.banned IS TRUE OR NOT (${isPerson("u")})) RETURNING 1 AS one`,
    );
    const [claimed] = await tx.sql<ClaimedMessage>(
      `UPDATE message s SET state = 'sending', claimed_by = $1, claimed_at = readout_now(), attempts = s.attempts + 1
       FROM "user" u WHERE u.id = s.user_id AND s.id = (SELECT id FROM message WHERE state = 'waiting' AND due_at <= readout_now()
         ORDER BY due_at, id LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING s.id, s.user_id AS "userId", s.kind, u.email AS address, s.content, s.attempts,
         (extract(epoch FROM readout_now() - s.written_at) * 1000)::float8 AS "ageMs"`,
      [claimant],
    );
    return claimed ?? null;
  });

/**
 * Writes down how an attempt ended. What was called unsure meanwhile, because it took so long, may still turn out to have been
 * sent or not; it is never tried again.
 */
export const settleMessage = (
  installation: Surroundings,
  { id }: Pick<ClaimedMessage, "id">,
  claimant: string,
  outcome: SendOutcome,
): Promise<MessageState | null> =>
  inTransaction(installation, async (tx) => {
    const fault = outcome.kind === "sent" ? null : outcome.fault;
    const state = outcome.kind === "again" ? "waiting" : outcome.kind;
    const waitMs = outcome.kind === "again" ? outcome.waitMs : 0;
    const [row] = await tx.sql<{ state: MessageState }>(
      `UPDATE message SET state = CASE WHEN state = 'unsure' AND $3 = 'waiting' THEN 'failed' ELSE $3 END, fault = $4,
         due_at = readout_now() + $5::float8 * interval '1 millisecond',
         ended_at = CASE WHEN state = 'sending' AND $3 = 'waiting' THEN NULL ELSE readout_now() END
       WHERE id = $1 AND claimed_by = $2 AND state IN ('sending', 'unsure') RETURNING state`,
      [id, claimant, state, fault, waitMs],
    );
    return row?.state ?? null;
  });

/**
 * Gives up on messages whose process must have ended in the middle. They may have arrived, so that nobody sends them again:
 * their readers are shown them.
 *
 * @param afterMs longer than any attempt takes
 */
export const giveUpAbandoned = (
  installation: Surroundings,
  afterMs: number,
): Promise<{ id: string; userId: string }[]> =>
  inTransaction(installation, (tx) =>
    tx.sql<{ id: string; userId: string }>(
      `UPDATE message SET state = 'unsure', ended_at = readout_now(), fault = 'the process that was sending it ended'
       WHERE state = 'sending' AND claimed_at < readout_now() - $1::float8 * interval '1 millisecond' RETURNING id, user_id AS "userId"`,
      [afterMs],
    ),
  );
