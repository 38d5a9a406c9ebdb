import { formatDay, formatDayShort } from "@readout/core/edtf-text";
import { dayOfInstant, type Instant } from "@readout/core/time";
import type { Cadence, ListedMessage, Mailbox, MessageState } from "@readout/core/watch";
import { counted } from "@readout/core/wording";

/** How often somebody is told, as a choice and in a line. */
export const cadenceWords: Record<Cadence, string> = {
  daily: "daily",
  weekly: "weekly, on Mondays",
  "at-once": "at once",
};

/** A moment of the record: "28 November 2026, 06:00 UTC". */
const momentWords = (at: Instant): string => `${formatDay(dayOfInstant(at))}, ${at.slice(11, 16)} UTC`;

/** The sentence of the page: what is watched, and when the next mail may come. */
export function watchesSentence(count: number, mailbox: Mailbox): string {
  if (mailbox.stopped) return "You get no mail from Readout, and watch nothing.";
  if (count === 0) return "You watch nothing.";
  const what = `You watch ${counted(count, "thing")}`;
  return mailbox.nextDaily === null
    ? `${what}; no mail is sent from here.`
    : `${what}; the next daily digest leaves on ${momentWords(mailbox.nextDaily)}.`;
}

/** How far a message came. What nobody knows is said as that. */
export const stateWords: Record<MessageState, string> = {
  waiting: "not sent yet",
  sending: "on its way",
  sent: "sent",
  failed: "not delivered",
  unsure: "perhaps not delivered",
  dropped: "not sent: you had stopped it",
};

/** "27 Nov 2026 06:00", and what the mail server said where the message did not arrive. */
export const messageDay = ({ at }: ListedMessage): string => `${formatDayShort(dayOfInstant(at))} ${at.slice(11, 16)}`;
