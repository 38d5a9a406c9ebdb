import type { AsOfInput, Basis } from "@readout/core/as-of";
import { formatDayShort } from "@readout/core/edtf-text";
import type { Day } from "@readout/core/time";
import { keepDates } from "../ui/format.ts";
import { Link } from "../ui/link.tsx";
import type { Fault } from "./search-params.ts";
import "./changes.css";

type CompareFormProps = {
  from: Day | null;
  to: Day | null;
  typed: { from: string; to: string };
  basis: Basis;
  /** What the page keeps of its own day. */
  asOf: AsOfInput;
  faults: readonly Fault[];
  /** The same two days the other way round, where that is what was meant. */
  swapped: string | null;
};

/** Two days and what decides whether something was known; a plain form, so that the comparison is an address. */
export function CompareForm({ from, to, typed, basis, asOf, faults, swapped }: CompareFormProps) {
  const field = (name: "from" | "to", label: string, day: Day | null) => {
    const fault = faults.find((candidate) => candidate.field === name);
    return (
      <div className="day-field">
        <label htmlFor={name}>{label}</label>
        <input
          id={name}
          name={name}
          className="field"
          autoComplete="off"
          defaultValue={fault === undefined && day !== null ? formatDayShort(day) : typed[name]}
          aria-invalid={fault !== undefined || undefined}
          aria-describedby={fault === undefined ? undefined : `${name}-fault`}
        />
        {fault !== undefined && (
          <p id={`${name}-fault`} className="fault">
            {label} {keepDates(fault.message)}.
            {swapped !== null && (
              <>
                {" "}
                <Link href={swapped}>The other way round</Link>
              </>
            )}
          </p>
        )}
      </div>
    );
  };
  return (
    <form action="/changes" className="compare" aria-label="Two days to compare">
      {field("from", "First day", from)}
      {field("to", "Second day", to)}
      <fieldset>
        <legend>By</legend>
        <label>
          <input type="radio" name="basis" value="reported" defaultChecked={basis === "reported"} /> what had been
          published
        </label>
        <label>
          <input type="radio" name="basis" value="recorded" defaultChecked={basis === "recorded"} /> what Readout showed
        </label>
      </fieldset>
      {(["knownOn", "validOn"] as const).map(
        (name) => asOf[name] !== undefined && <input key={name} type="hidden" name={name} value={asOf[name]} />,
      )}
      <button type="submit" className="button solid">
        Compare
      </button>
    </form>
  );
}
