import type { ListedMilestone } from "@readout/core/milestone";
import { dueOf } from "@readout/core/milestone-words";
import type { Day } from "@readout/core/time";
import type { Metadata } from "next";
import { requestAsOf } from "../../../as-of/request.ts";
import { pageMetadata } from "../../../as-of/title.ts";
import { MilestoneList } from "../../../calendar/milestone-list.tsx";
import { daysOfMonth, monthOfDay, monthView, readMonth } from "../../../calendar/month.ts";
import { MonthGrid } from "../../../calendar/month-grid.tsx";
import { MonthHead } from "../../../calendar/month-head.tsx";
import { dateWords, isAhead, monthName, monthOf, nextOf, passedOf } from "../../../calendar/words.ts";
import { requestMayEdit } from "../../../editing/request-may-edit.ts";
import { api } from "../../../trpc/server.ts";
import { keepDates } from "../../../ui/format.ts";
import { Link } from "../../../ui/link.tsx";
import { NoData } from "../../../ui/no-data.tsx";
import { Section } from "../../../ui/section.tsx";

type CalendarPageProps = { searchParams: Promise<{ month?: string | string[] }> };

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
  const [inMonth, ahead, before, mayDecide] = await Promise.all([
    api.milestones.list({ ...input, from: first, to: last, limit: 200 }),
    api.milestones.list({ ...input, from: validOn, limit: 50 }),
    passedUntil(input, validOn),
    requestMayEdit(),
  ]);
  const view = monthView(month, inMonth.milestones);
  const next = nextOf(ahead.milestones, validOn);
  const due = ahead.milestones.filter((one) => isAhead(one, validOn));
  const passed = passedOf(before, validOn);
  return (
    <>
      <h1 className="lead">
        <NextDate next={next} last={passed[0] ?? null} />
      </h1>
      <Section id="month" title={monthName(month)}>
        <MonthHead month={month} home={home} asOf={input} />
        {asked !== null && readMonth(asked) === null && (
          <NoData>
            “{asked}” is not a month; a month is written as in 2017-08. This is {monthName(month)}.
          </NoData>
        )}
        {view.count === 0 && (
          <p className="month-empty">
            No date in {monthName(month)}. {next !== null && <NextDate next={next} last={null} />}
          </p>
        )}
        <MonthGrid view={view} day={validOn} mayDecide={mayDecide} />
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

/** "Next: in 2026, end of a full five-year extension."; without one, which was the last. */
function NextDate({ next, last }: { next: ListedMilestone | null; last: ListedMilestone | null }) {
  const one = next ?? last;
  if (one === null) return <>No date is recorded.</>;
  const month = monthOf(dueOf(one));
  const words = keepDates(dateWords(dueOf(one)));
  return (
    <>
      {next === null ? "No date is ahead. The last was " : "Next: "}
      {month === null ? words : <Link href={`/calendar?month=${month}`}>{words}</Link>},{" "}
      <Link href={`/items/${one.itemId}`}>{one.what}</Link>.
    </>
  );
}

async function passedUntil(
  input: Awaited<ReturnType<typeof requestAsOf>>["input"],
  to: Day,
): Promise<ListedMilestone[]> {
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
