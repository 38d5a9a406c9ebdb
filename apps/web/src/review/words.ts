import { formatDay, formatWithSince } from "@readout/core/edtf-text";
import type { RecordEntry } from "@readout/core/entry";
import type { Proposal } from "@readout/core/proposal";
import { type Status, statusWord } from "@readout/core/status";
import type { Instant } from "@readout/core/time";
import { counted, sentenceCase } from "@readout/core/wording";

/** What a proposal would say: the status it speaks of where it does, its beginning as a sentence, and its own words. */
export type ProposalWords = { status: Status | null; head: string; text: string };

/** The entry that a command would become, in words: "Suspended since 3 May 2026", "Reviewed on 4 May 2026, nothing new". */
export function proposalWords(command: RecordEntry): ProposalWords {
  switch (command.kind) {
    case "change":
      return { status: command.status, head: statusSentence(command), text: command.summary };
    case "reaffirmation":
      return { status: command.status, head: `Still ${statusWord(command.status)}`, text: command.summary };
    case "review":
      return { status: null, head: `Reviewed on ${formatDay(command.lookedOn)}, nothing new`, text: command.note };
    case "retraction":
      return { status: null, head: `Entry ${command.retracts} retracted`, text: command.reason };
    case "correction":
      return {
        status: command.status ?? null,
        head: `Entry ${command.corrects} corrected`,
        text: command.summary ?? command.note ?? command.reason,
      };
  }
}

const statusSentence = ({ status, answer, effective }: Extract<RecordEntry, { kind: "change" }>): string =>
  formatWithSince(`${sentenceCase(statusWord(status))}${answer === undefined ? "" : `: ${answer}`}`, effective);

/** How long something has waited: "12 minutes", "3 hours", "4 days". */
export function waitedFor(since: Instant, now: Instant): string {
  const minutes = Math.max(0, Math.floor((Date.parse(now) - Date.parse(since)) / 60_000));
  if (minutes < 60) return minutes === 0 ? "under a minute" : counted(minutes, "minute");
  const hours = Math.floor(minutes / 60);
  return hours < 24 ? counted(hours, "hour") : counted(Math.floor(hours / 24), "day");
}

/** What became of a proposal, in one word. */
export const stateWords: Record<Proposal["state"], string> = {
  waiting: "waits",
  approved: "approved",
  refused: "declined",
  withdrawn: "taken back",
};

/**
 * The sentence of the queue: "3 proposals wait, the oldest for 4 days." What is one's own waits for somebody else.
 *
 * @param waiting oldest first
 */
export function queueSentence(waiting: readonly Proposal[], me: string, now: Instant): string {
  const own = waiting.filter(({ author }) => author === me).length;
  const oldest = waiting[0];
  if (oldest === undefined) return "Nothing waits.";
  const many = sentenceCase(counted(waiting.length, "proposal waits", "proposals wait"));
  const long = `${waiting.length === 1 ? "" : "the oldest "}for ${waitedFor(oldest.proposedAt, now)}`;
  return `${many}, ${long}${ownWords(own, waiting.length)}.`;
}

function ownWords(own: number, all: number): string {
  if (own === 0) return "";
  if (own < all) return `; ${own === 1 ? "one is" : `${own} are`} your own`;
  return `; somebody else decides, for you proposed ${all === 1 ? "it" : all === 2 ? "both" : "them all"}`;
}
