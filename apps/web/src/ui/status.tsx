import type { Reading } from "@readout/core/reading";
import { type Status as StatusName, statusWord } from "@readout/core/status";
import { joinWords } from "@readout/core/wording";
import { Glyph } from "./glyph.tsx";

/** A status as shown: "Agreed in principle". */
export function statusLabel(status: StatusName): string {
  const word = statusWord(status);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

type StatusProps = {
  reading: Pick<Reading, "status" | "alternatives">;
  /** What the status speaks of; never left out where a status stands by itself. */
  subject: string;
};

/** Glyph, word and status subject in one line: "In force the sanctions". */
export function Status({ reading, subject }: StatusProps) {
  const { status, alternatives } = reading;
  const label = status === null ? "No status yet" : statusLabel(status);
  return (
    <>
      <span className="st">
        <Glyph status={status} />
        {status === null && alternatives.length === 0 ? "Not yet raised" : label}
      </span>{" "}
      <span className="dim" title={subject}>
        {subject}
        {alternatives.length > 0 &&
          `, possibly ${status === null ? "" : "already "}${joinWords(alternatives.map(statusWord), "or")}`}
      </span>
    </>
  );
}

/** A status inside a sentence: glyph and small word, "stalled". */
export function StatusInline({ status }: { status: StatusName }) {
  return (
    <span className="st">
      <Glyph status={status} />
      {statusWord(status)}
    </span>
  );
}
