import type { Entry, RecordEntry } from "@readout/core/entry";
import { type FieldFault, isReadoutError, type ReadoutError } from "@readout/core/error";
import { isProposal, type Proposal, type RecordedOrProposed } from "@readout/core/proposal";

/** What became of an entry that was sent. */
export type Outcome =
  | { kind: "recorded"; seq: number }
  | { kind: "proposed"; proposal: Proposal }
  /** Others came in first; `entries` are those after the head it was decided on. */
  | { kind: "overtaken"; entries: Entry[] }
  | { kind: "refused"; faults: FieldFault[] }
  | { kind: "unreachable" }
  | { kind: "signed-out" }
  | { kind: "failed"; error: ReadoutError };

/**
 * Sends an entry and says what became of it; whatever goes wrong is an outcome.
 *
 * @param author the id of who sends it
 * @param send   records or proposes; rejects with a ReadoutError
 */
export async function submit(
  command: RecordEntry,
  author: string,
  send: (command: RecordEntry) => Promise<RecordedOrProposed>,
): Promise<Outcome> {
  try {
    const answer = await send(command);
    return isProposal(answer) ? { kind: "proposed", proposal: answer } : { kind: "recorded", seq: answer.seq };
  } catch (error) {
    if (!isReadoutError(error)) throw error;
    return outcomeOf(error, command, author);
  }
}

function outcomeOf(error: ReadoutError, command: RecordEntry, author: string): Outcome {
  if (isReadoutError(error, "conflict") && error.details.entriesSince !== undefined) {
    const entries = error.details.entriesSince as Entry[];
    const own = entries.find((entry) => isRecordOf(entry, command, author));
    return own === undefined ? { kind: "overtaken", entries } : { kind: "recorded", seq: own.seq };
  }
  if (error.details.unreachable === true) return { kind: "unreachable" };
  if (isReadoutError(error, "unauthenticated")) return { kind: "signed-out" };
  const faults = error.details.fields ?? [];
  return faults.length > 0 ? { kind: "refused", faults } : { kind: "failed", error };
}

/**
 * Whether an entry is what became of a command: the network may break after the server has written and before it answers,
 * and an entry sent again would otherwise be recorded twice.
 */
export function isRecordOf(entry: Entry, command: RecordEntry, author: string): boolean {
  const { itemId: _, expectedHead: __, evidence = [], ...said } = command as RecordEntry & { evidence?: Cited[] };
  const recorded = entry as Record<string, unknown> & { evidence?: Cited[] };
  return (
    entry.author === author &&
    Object.entries(said).every(([field, value]) => value === undefined || recorded[field] === value) &&
    JSON.stringify((recorded.evidence ?? []).map(passageOf)) === JSON.stringify(evidence.map(passageOf))
  );
}

type Cited = { sourceId: string; paragraphs: readonly number[]; says: string; stance: string; credibility: number };

const passageOf = ({ sourceId, paragraphs, says, stance, credibility }: Cited) => [
  sourceId,
  [...paragraphs].sort((a, b) => a - b),
  says,
  stance,
  credibility,
];
