import { formatDay, formatDayShort } from "@readout/core/edtf-text";
import type { Day } from "@readout/core/time";
import type { ReactNode } from "react";
import { atDay } from "./links.ts";
import type { AsOfView } from "./search-params.ts";

type AnotherDayProps = {
  href: string;
  view: AsOfView;
  previous: Day | null;
  next: Day | null;
  shortcuts: readonly Day[];
  /** What stands at the end of the panel: the rail in words. */
  children: ReactNode;
};

const asOfNames = new Set(["knownOn", "validOn", "basis", "cursor"]);

/** A form for any day under either basis; a disclosure and a GET, so that neither needs a script. */
export function AnotherDay({ href, view, previous, next, shortcuts, children }: AnotherDayProps) {
  const [path, query = ""] = href.split("?");
  const kept = [...new URLSearchParams(query)].filter(([name]) => !asOfNames.has(name));
  const { state, input, basis } = view;
  const knownOn = state === "today" || state === "world" ? "" : view.knownOn;
  const earlier = [...new Set([...shortcuts, previous])].filter((day) => day !== null).sort();
  return (
    <details className="another">
      <summary>another day</summary>
      <form className="panel" action={path} method="get">
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
        ))}
        <label>
          <span>Known on</span>
          <input
            className="field"
            name="knownOn"
            defaultValue={knownOn === "" ? "" : formatDay(knownOn)}
            placeholder="today"
            autoComplete="off"
            aria-describedby="day-forms"
          />
        </label>
        <label>
          <span>Day in the world</span>
          <input
            className="field"
            name="validOn"
            defaultValue={input.validOn === undefined ? "" : formatDay(input.validOn)}
            placeholder="the same day"
            autoComplete="off"
            aria-describedby="day-forms"
          />
        </label>
        <p id="day-forms" className="hint">
          As in <span className="nb">7 Aug 2017</span> or <span className="nb">2017-08-07</span>
        </p>
        <fieldset>
          <legend>From</legend>
          <label>
            <input type="radio" name="basis" value="" defaultChecked={basis === "reported"} /> what had been published
            by then
          </label>
          <label>
            <input type="radio" name="basis" value="recorded" defaultChecked={basis === "recorded"} /> what Readout
            showed then
          </label>
        </fieldset>
        <button type="submit" className="button solid">
          Show this day
        </button>
        {(earlier.length > 0 || next !== null) && (
          <p className="near">
            Days with news:{" "}
            {earlier.map((day, i) => (
              <span key={day}>
                {i > 0 && " · "}
                <a className="nb" href={atDay(href, { ...input, knownOn: day })}>
                  {formatDayShort(day)}
                </a>
              </span>
            ))}
            {earlier.length > 0 && next !== null && " · "}
            {/* What is still to come on the day shown has no date here, only a way to it. */}
            {next !== null && <a href={atDay(href, { ...input, knownOn: next })}>the next one</a>}
          </p>
        )}
        {children}
      </form>
    </details>
  );
}
