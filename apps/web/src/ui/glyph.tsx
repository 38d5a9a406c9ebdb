import { type Status, statusFamily } from "@readout/core/status";

/** The CSS class that carries a status's family colour as `--f`; "none" without a status. */
const familyClass = (status: Status | null): string => (status === null ? "none" : statusFamily[status]);

/** The drawing of a status, without a word: whoever uses it puts the word beside it. Null draws the dotted ring. */
export function Glyph({ status, className = "" }: { status: Status | null; className?: string }) {
  return (
    <svg className={`g ${familyClass(status)} ${className}`.trim()} aria-hidden="true">
      <use href={`#g-${status ?? "none"}`} />
    </svg>
  );
}

/** "from ... to ..." as an arrow; the Latin fonts have none. */
export function Arrow({ label = "to" }: { label?: string }) {
  return (
    <svg className="arrow" role="img" aria-label={label}>
      <use href="#arrow" />
    </svg>
  );
}
