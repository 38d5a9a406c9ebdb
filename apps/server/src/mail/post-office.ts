import { randomUUID } from "node:crypto";
import {
  type ClaimedMessage,
  claimMessage,
  giveUpAbandoned,
  type Installation,
  type SendOutcome,
  settleMessage,
  type WrittenMessage,
  writeMessages,
  writeUnsubscribeToken,
} from "@readout/api/server";
import type { MessageState } from "@readout/core/watch";
import type { Settings } from "../env.ts";
import { type Delivery, deliver, longestDeliveryMs } from "./deliver.ts";
import { mimeOf } from "./mime.ts";
import { type MailAddresses, renderMail } from "./render.ts";

/** What a post office works with; the clock is the installation's. */
export interface PostOfficeSurroundings {
  installation: Pick<Installation, "db" | "secret" | "url" | "now">;
  mail: NonNullable<Settings["mail"]>;
  digestAt: string;
  log: { info(fields: object, message: string): void; warn(fields: object, message: string): void };
}

/** What one round did. */
export interface MailRound {
  written: WrittenMessage[];
  ended: { id: string; state: MessageState }[];
}

const everyMs = 30_000;
/** So long after it was recorded something may still be corrected before anybody is told. */
const settleMs = 2 * 60_000;
/** How long until a message is tried again, after the first failure, the second, and so on. */
const backOffMs = [1, 5, 15, 60, 180, 360].map((minutes) => minutes * 60_000);
/** A mail server that was not to be had for so long is not waited for any longer. */
const patienceMs = 3 * 24 * 60 * 60_000;

/** Where the links of somebody's messages lead. */
const addressesFor = (installation: Pick<Installation, "secret" | "url">, userId: string): MailAddresses => {
  const stop = (watchId: string | null) =>
    `${installation.url}/unsubscribe?token=${writeUnsubscribeToken(installation, { userId, watchId })}`;
  return { url: installation.url, stopWatch: stop, stopAll: stop(null) };
};

/** Writes what is due and sends what waits, once. `stopping` ends it between two messages. */
export async function mailRound(
  { installation, mail, digestAt, log }: PostOfficeSurroundings,
  options: { early?: boolean; settleMs?: number; stopping?: () => boolean } = {},
): Promise<MailRound> {
  const claimant = randomUUID();
  for (const message of await giveUpAbandoned(installation, 2 * longestDeliveryMs))
    log.warn(
      message,
      "a message was given up: whoever was sending it ended in the middle, so it may or may not have arrived",
    );
  const written = await writeMessages(
    { ...installation, mail: { digestAt } },
    { settleMs: options.settleMs ?? settleMs, early: options.early ?? false },
  );
  const ended: MailRound["ended"] = [];
  while (!options.stopping?.()) {
    const message = await claimMessage(installation, claimant);
    if (message === null) break;
    const addresses = addressesFor(installation, message.userId);
    const rendered = renderMail(message.kind, message.content, addresses);
    const { id, address } = message;
    const mime = await mimeOf(rendered, { id, from: mail.from, to: address, stopAll: addresses.stopAll });
    const delivery = await deliver(mail.smtpUrl, { from: mail.from.address, to: address }, mime);
    const state = await settleMessage(installation, message, claimant, outcomeOf(delivery, message));
    if (state !== null) ended.push({ id, state });
    const fields = { message: id, kind: message.kind, attempts: message.attempts, state };
    if (delivery.kind === "sent") log.info(fields, "a message was sent");
    else log.warn({ ...fields, fault: delivery.fault }, "a message was not sent");
    // The next one would fail as well, and its turn comes.
    if (delivery.kind === "not-now" && !delivery.reached) break;
  }
  return { written, ended };
}

function outcomeOf(delivery: Delivery, { attempts, ageMs }: ClaimedMessage): SendOutcome {
  switch (delivery.kind) {
    case "sent":
      return delivery;
    case "unsure":
      return delivery;
    case "refused":
      return { kind: "failed", fault: delivery.fault };
    case "not-now": {
      const { fault } = delivery;
      if (ageMs > patienceMs) return { kind: "failed", fault };
      return { kind: "again", fault, waitMs: backOffMs[Math.min(attempts, backOffMs.length) - 1]! };
    }
  }
}

/** Sends mail for as long as the process lives. */
export interface PostOffice {
  /** Lets the message at hand come to its end, and takes up no other. */
  close(): Promise<void>;
}

/** Works every half minute; a round that fails is written down, and the next one makes up for it. */
export function openPostOffice(
  surroundings: PostOfficeSurroundings & { log: { error(fields: object, message: string): void } },
): PostOffice {
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let round: Promise<unknown> = Promise.resolve();
  const work = () => {
    round = mailRound(surroundings, { stopping: () => closed })
      .catch((error: unknown) => surroundings.log.error({ err: error }, "a round of the mail failed"))
      .finally(() => {
        if (!closed) timer = setTimeout(work, everyMs);
      });
  };
  work();
  return {
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await round;
    },
  };
}
