import type { AsOfInput } from "@readout/core/as-of";
import { MilestoneKind } from "@readout/core/milestone";
import { milestoneKindWords } from "@readout/core/milestone-words";
import { Link } from "../ui/link.tsx";
import { type CalendarFilters, monthHref } from "./filters.ts";
import { type Month, neighbour } from "./month.ts";
import { monthName } from "./words.ts";

type MonthHeadProps = { month: Month; home: Month; asOf: AsOfInput; filters: CalendarFilters };

/** The months before and after, the one of the day shown, and any other by its name. */
export function MonthHead({ month, home, asOf, filters }: MonthHeadProps) {
  const [before, after] = [neighbour(month, -1), neighbour(month, 1)];
  return (
    <div className="month-nav">
      <nav aria-label="Months">
        {before !== null && (
          <Link href={monthHref(before, filters)} rel="prev">
            <span aria-hidden="true">‹ </span>
            {monthName(before)}
          </Link>
        )}
        {after !== null && (
          <Link href={monthHref(after, filters)} rel="next">
            {monthName(after)}
            <span aria-hidden="true"> ›</span>
          </Link>
        )}
        {month !== home && <Link href={monthHref(null, filters)}>Back to {monthName(home)}</Link>}
      </nav>
      <form action="/calendar" className="month-form">
        <label>
          <span>Month</span>
          <input name="month" type="month" defaultValue={month} className="field" />
        </label>
        <label>
          <span>Kind</span>
          <select name="kind" className="field" defaultValue={filters.kind ?? ""}>
            <option value="">any</option>
            {MilestoneKind.options.map((kind) => (
              <option key={kind} value={kind}>
                {milestoneKindWords[kind]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Tag of the item</span>
          <input
            name="tag"
            className="field"
            defaultValue={filters.tag?.replaceAll("-", " ")}
            maxLength={60}
            size={12}
            autoComplete="off"
          />
        </label>
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
