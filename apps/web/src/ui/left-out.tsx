import { joinWords } from "@readout/core/wording";

/** What of an address could not be read, so that nobody takes the answer for one to all of it. */
export function LeftOut({ unknown }: { unknown: readonly string[] }) {
  if (unknown.length === 0) return null;
  return (
    <p className="left-out">
      Left out, because nothing here goes by that: <b>{joinWords(unknown)}</b>.
    </p>
  );
}
