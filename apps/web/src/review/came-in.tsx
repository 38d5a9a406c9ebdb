import { formatDayShort, formatEdtf } from "@readout/core/edtf-text";
import type { Entry } from "@readout/core/entry";
import { dayOfInstant } from "@readout/core/time";
import { counted } from "@readout/core/wording";
import { statusLabel } from "../ui/status.tsx";
import "./review.css";

/** What entered the ledger after the proposal was made: whoever approves it, approves it after this. */
export function CameIn({ entries }: { entries: readonly Entry[] }) {
  if (entries.length === 0) return null;
  return (
    <section className="came-in" aria-labelledby="came-in">
      <h2 id="came-in">
        {entries.length === 1
          ? `Entry ${entries[0]!.seq} came in`
          : `${counted(entries.length, "entry", "entries")} came in`}{" "}
        since this was proposed
      </h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.seq}>
            <a href={`/items/${entry.itemId}#entry-${entry.seq}`}>entry {entry.seq}</a>, recorded{" "}
            {formatDayShort(dayOfInstant(entry.recorded))}: {entryWords(entry)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function entryWords(entry: Entry): string {
  switch (entry.kind) {
    case "change":
    case "reaffirmation":
      return `${statusLabel(entry.status)}, ${formatEdtf(entry.effective)}. ${entry.summary}`;
    case "review":
      return `reviewed, nothing new. ${entry.note}`;
    case "correction":
      return `corrects entry ${entry.corrects}. ${entry.reason}`;
    case "retraction":
      return `retracts entry ${entry.retracts}. ${entry.reason}`;
  }
}
