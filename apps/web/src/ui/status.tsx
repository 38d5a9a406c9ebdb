import type { Reading } from "@readout/core/reading";
import { type Status as StatusName, statusWord } from "@readout/core/status";
import { joinWords } from "./format.ts";
import { Glyph } from "./glyph.tsx";

/** A status as shown: "Agreed in principle". */
export function statusLabel(status: StatusName): string {
  const word = statusWord(status);
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** What a reading says in words, without its subject: "Suspended", "Not yet raised", "No status yet, possibly under way". */
export function readingLabel({ status, alternatives }: Pick<Reading, "status" | "alternatives">): string {
  const possibly = joinWords(alternatives.map(statusWord), "or");
  if (status === null) return alternatives.length === 0 ? "Not yet raised" : `No status yet, possibly ${possibly}`;
  return alternatives.length === 0 ? statusLabel(status) : `${statusLabel(status)}, possibly already ${possibly}`;
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
