import type { AsOfInput } from "@readout/core/as-of";
import { Link } from "../ui/link.tsx";
import { type Month, neighbour } from "./month.ts";
import { monthName } from "./words.ts";

type MonthHeadProps = { month: Month; home: Month; asOf: AsOfInput };

/** The months before and after, the one of the day shown, and any other by its name. */
export function MonthHead({ month, home, asOf }: MonthHeadProps) {
  const [before, after] = [neighbour(month, -1), neighbour(month, 1)];
  return (
    <div className="month-nav">
      <nav aria-label="Months">
        {before !== null && (
          <Link href={`/calendar?month=${before}`} rel="prev">
            <span aria-hidden="true">‹ </span>
            {monthName(before)}
          </Link>
        )}
        {after !== null && (
          <Link href={`/calendar?month=${after}`} rel="next">
            {monthName(after)}
            <span aria-hidden="true"> ›</span>
          </Link>
        )}
        {month !== home && <Link href="/calendar">Back to {monthName(home)}</Link>}
      </nav>
      <form action="/calendar" className="month-form">
        <label htmlFor="month">Month</label>
        <input id="month" name="month" type="month" defaultValue={month} className="field" />
        {Object.entries(asOf).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button type="submit" className="button">
          Show it
        </button>
      </form>
    </div>
  );
}
