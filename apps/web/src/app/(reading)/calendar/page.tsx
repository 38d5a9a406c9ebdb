import type { ListedMilestone } from "@readout/core/milestone";
import { dueOf } from "@readout/core/milestone-words";
import type { Day } from "@readout/core/time";
import type { Metadata } from "next";
import { requestAsOf } from "../../../as-of/request.ts";
import { pageMetadata } from "../../../as-of/title.ts";
import { type CalendarFilters, calendarWords, monthHref, parseCalendar } from "../../../calendar/filters.ts";
import { MilestoneList } from "../../../calendar/milestone-list.tsx";
import { daysOfMonth, type Month, monthOfDay, monthsWithDates, monthView, readMonth } from "../../../calendar/month.ts";
import { MonthGrid } from "../../../calendar/month-grid.tsx";
import { MonthHead } from "../../../calendar/month-head.tsx";
import { dateWords, isAhead, monthName, monthOf, nextOf, passedOf } from "../../../calendar/words.ts";
import { requestMayEdit } from "../../../editing/request-may-edit.ts";
import { api } from "../../../trpc/server.ts";
import { keepDates } from "../../../ui/format.ts";
import { LeftOut } from "../../../ui/left-out.tsx";
import { Link } from "../../../ui/link.tsx";
import { NoData } from "../../../ui/no-data.tsx";
import { PageScript } from "../../../ui/page-script.tsx";
import { ParamReader } from "../../../ui/param-reader.ts";
import { Section } from "../../../ui/section.tsx";

type CalendarPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** As many dates ahead, and passed ones, as stand under the month. */
const LISTED = 12;
/** How many pages of passed dates are looked through for the last of them. */
const MOST_PAGES = 5;

export const generateMetadata = (): Promise<Metadata> =>
  pageMetadata("Calendar", "Deadlines, set meetings and expiries, month by month.");

export default async function CalendarPage({ searchParams }: CalendarPageProps) {
  const [params, { input, validOn }] = await Promise.all([searchParams, requestAsOf()]);
  const home = monthOfDay(validOn);
  const asked = typeof params.month === "string" && params.month !== "" ? params.month : null;
  const month = (asked === null ? null : readMonth(asked)) ?? home;
  const { first, last } = daysOfMonth(month);
  const read = new ParamReader(params);
  const filters = parseCalendar(read);
  const only = { ...input, ...filters };
  const [inMonth, ahead, before, mayDecide] = await Promise.all([
    api.milestones.list({ ...only, from: first, to: last, limit: 200 }),
    api.milestones.list({ ...only, from: validOn, limit: 50 }),
    passedUntil(only, validOn),
    requestMayEdit(),
  ]);
  const narrowed = calendarWords(filters);
  const view = monthView(month, inMonth.milestones);
  const next = nextOf(ahead.milestones, validOn);
  const due = ahead.milestones.filter((one) => isAhead(one, validOn));
  const passed = passedOf(before, validOn);
  return (
    <>
      <h1 className="lead">
        <NextDate next={next} last={passed[0] ?? null} only={narrowed} />
      </h1>
      <Section
        id="month"
        title={monthName(month)}
        beside={
          <>
            <a href="#ahead">as a list</a> · <a href="/calendar.ics">subscribe in a calendar program</a>
          </>
        }
      >
        <MonthHead month={month} home={home} asOf={input} filters={filters} />
        <LeftOut unknown={read.unknown} />
        {narrowed !== null && (
          <p className="small dim">
            Only {narrowed} · <Link href={monthHref(month, {})}>take away</Link>
          </p>
        )}
        {asked !== null && readMonth(asked) === null && (
          <NoData>
            “{asked}” is not a month; a month is written as in 2017-08. This is {monthName(month)}.
          </NoData>
        )}
        {view.count === 0 && (
          <p className="month-empty">
            No date in {monthName(month)}. {next !== null && <NextDate next={next} last={null} only={null} />}
          </p>
        )}
        <MonthGrid view={view} day={validOn} mayDecide={mayDecide} />
        <OtherMonths months={monthsWithDates([...before, ...due])} shown={month} filters={filters} />
        <PageScript name="calendar" />
      </Section>
      <div className="calendar-lists">
        <Section id="ahead" title="Ahead" beside="nearest first">
          {due.length === 0 ? (
            <NoData>No date is ahead of this day.</NoData>
          ) : (
            <MilestoneList milestones={due.slice(0, LISTED)} day={validOn} mayDecide={mayDecide} />
          )}
        </Section>
        <Section id="passed" title="Passed" beside="last first">
          {passed.length === 0 ? (
            <NoData>No date had passed by this day.</NoData>
          ) : (
            <MilestoneList milestones={passed.slice(0, LISTED)} day={validOn} mayDecide={mayDecide} />
          )}
        </Section>
      </div>
    </>
  );
}

type NextDateProps = { next: ListedMilestone | null; last: ListedMilestone | null; only: string | null };

/** "Next: in 2026, end of a full five-year extension."; without one, which was the last. */
function NextDate({ next, last, only }: NextDateProps) {
  const one = next ?? last;
  if (one === null) return <>No date is recorded{only === null ? "" : `, of ${only} only`}.</>;
  const month = monthOf(dueOf(one));
  const words = keepDates(dateWords(dueOf(one)));
  return (
    <>
      {next === null ? `No date is ahead${only === null ? "" : `, of ${only} only`}. The last was ` : "Next: "}
      {month === null ? words : <Link href={`/calendar?month=${month}`}>{words}</Link>},{" "}
      <Link href={`/items/${one.itemId}`}>{one.what}</Link>.
    </>
  );
}

/** Every month with a date, by year, to get there by one link. */
function OtherMonths({ months, shown, filters }: OtherMonthsProps) {
  if (months.length === 0) return null;
  const years = [...new Set(months.map(({ month }) => month.slice(0, 4)))];
  return (
    <details className="other-months">
      <summary>All months with a date</summary>
      <ul>
        {years.map((year) => (
          <li key={year}>
            <b>{year}</b>{" "}
            {months
              .filter(({ month }) => month.startsWith(year))
              .map(({ month, dates }) => (
                <span key={month} className="nb">
                  {month === shown ? (
                    <span aria-current="true">{monthName(month).split(" ")[0]}</span>
                  ) : (
                    <Link href={monthHref(month, filters)}>{monthName(month).split(" ")[0]}</Link>
                  )}{" "}
                  <span className="dim">({dates})</span>
                </span>
              ))}
          </li>
        ))}
      </ul>
    </details>
  );
}

type OtherMonthsProps = { months: ReturnType<typeof monthsWithDates>; shown: Month; filters: CalendarFilters };
type Asked = Parameters<typeof api.milestones.list>[0];

async function passedUntil(input: Asked, to: Day): Promise<ListedMilestone[]> {
  const found: ListedMilestone[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    const page = await api.milestones.list({ ...input, to, limit: 200, ...(cursor !== undefined && { cursor }) });
    found.push(...page.milestones);
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  return found;
}
