import { formatDayWithWeekday } from "@readout/core/edtf-text";
import type { ListedMilestone } from "@readout/core/milestone";
import { dueOf, dueWords, lacksVerdict } from "@readout/core/milestone-words";
import type { Day } from "@readout/core/time";
import { counted } from "@readout/core/wording";
import clsx from "clsx";
import type { CSSProperties } from "react";
import { DecideLink } from "../ui/decide-link.tsx";
import { keepDates } from "../ui/format.ts";
import { Link } from "../ui/link.tsx";
import "./calendar.css";
import { type MonthDay, type MonthView, spanInMonth } from "./month.ts";
import { dateWords } from "./words.ts";

const weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

type MonthGridProps = {
  view: MonthView;
  /** The day in the world that the page shows. */
  day: Day;
  /** Whether whoever reads may say what became of a date. */
  mayDecide: boolean;
};

/**
 * A month: what is not known to the day in a strip over it, then its days. Without any date on a day there is no grid to
 * look through; on a telephone only the days that hold something are listed.
 */
export function MonthGrid({ view, day, mayDecide }: MonthGridProps) {
  return (
    <>
      {view.vague.length > 0 && (
        <ul className="vague" aria-label="Dates not known to the day">
          {view.vague.map((milestone) => (
            <li key={`${milestone.itemId} ${milestone.date} ${milestone.kind} ${milestone.what}`}>
              <span className="vague-date">{keepDates(dateWords(dueOf(milestone)))}</span>
              <VagueBar milestone={milestone} month={view} />
              <MilestoneLine milestone={milestone} day={day} mayDecide={mayDecide} />
            </li>
          ))}
        </ul>
      )}
      {view.days.some(({ placed }) => placed.length > 0) && (
        <>
          <div className="weekdays" aria-hidden="true">
            {weekdays.map((name) => (
              <span key={name}>{name}</span>
            ))}
          </div>
          <ol
            className="month-days"
            data-month={view.month}
            style={{ "--weekday": view.days[0]?.weekday } as CSSProperties}
          >
            {view.days.map((entry) => (
              <DayCell key={entry.day} entry={entry} day={day} mayDecide={mayDecide} />
            ))}
            {weekdays.slice(view.days.at(-1)?.weekday).map((name) => (
              <li key={name} className="empty" aria-hidden="true" />
            ))}
          </ol>
        </>
      )}
    </>
  );
}

function DayCell({ entry, day, mayDecide }: { entry: MonthDay; day: Day; mayDecide: boolean }) {
  const shown = entry.day === day;
  const firstWeek = entry.date <= entry.weekday;
  const empty = entry.placed.length === 0 && !shown;
  return (
    <li
      className={clsx({ empty, shown, "first-week": firstWeek })}
      aria-hidden={empty || undefined}
      data-day={entry.day}
      data-label={dayLabel(entry)}
    >
      <span className="date">
        <span aria-hidden="true">
          <span className="weekday">{weekdays[entry.weekday - 1]} </span>
          {entry.date}
        </span>
        {!empty && <span className="vh">{formatDayWithWeekday(entry.day)}</span>}
        {shown && <span className="here"> the day shown</span>}
      </span>
      {entry.placed.map(({ milestone, begins }) => (
        <div key={`${milestone.itemId} ${milestone.kind} ${milestone.what}`}>
          {begins ? (
            <MilestoneLine milestone={milestone} day={day} mayDecide={mayDecide} />
          ) : (
            <span className="goes-on">still: {milestone.what}</span>
          )}
        </div>
      ))}
    </li>
  );
}

/** What a day is called where it is reached by keys: "5 August 2017, Saturday: 2 dates". */
const dayLabel = ({ day, placed }: MonthDay): string =>
  `${formatDayWithWeekday(day)}: ${counted(placed.length, "date")}`;

/** Somewhere within these days of the month, hatched: not certain. Where it begins earlier or ends later, it goes to the edge. */
function VagueBar({ milestone, month }: { milestone: ListedMilestone; month: MonthView }) {
  const { start, width } = spanInMonth(dueOf(milestone), month.month);
  return (
    <span className="vague-track" aria-hidden="true">
      <span className="vague-bar" style={{ insetInlineStart: `${start}%`, inlineSize: `${width}%` }} />
    </span>
  );
}

type MilestoneLineProps = { milestone: ListedMilestone; day: Day; mayDecide: boolean };

/** What is due, on which item, and how it stands. */
export function MilestoneLine({ milestone, day, mayDecide }: MilestoneLineProps) {
  const entry = milestone.entrySeq === null ? "" : `#entry-${milestone.entrySeq}`;
  return (
    <span className="milestone">
      <span className="what">{milestone.what}</span>
      <Link href={`/items/${milestone.itemId}${entry}`}>{milestone.itemTitle}</Link>
      <span className="how">
        {keepDates(dueWords(milestone, day))}
        {mayDecide && lacksVerdict(milestone, day) && (
          <>
            {": "}
            <DecideLink milestone={milestone} />
          </>
        )}
      </span>
    </span>
  );
}
