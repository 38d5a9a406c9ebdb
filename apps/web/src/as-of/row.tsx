import { formatDayShort } from "@readout/core/edtf-text";
import type { Day } from "@readout/core/time";
import { counted } from "@readout/core/wording";
import { api } from "../trpc/server.ts";
import { PageScript } from "../ui/page-script.tsx";
import { AnotherDay } from "./another-day.tsx";
import { atDay } from "./links.ts";
import { requestRail } from "./load-rail.ts";
import { sourceDays } from "./news-days.ts";
import { Rail } from "./rail.tsx";
import { layoutRail } from "./rail-layout.ts";
import { RailList } from "./rail-list.tsx";
import { requestAsOf } from "./request.ts";
import type { AsOfView } from "./search-params.ts";
import { asOfLines } from "./words.ts";

/** The row that says which day a page shows, and how to get to another. */
export async function AsOfRow({ href }: { href: string }) {
  const view = await requestAsOf();
  const itemId = /^\/items\/([^/?#]+)/.exec(href)?.[1] ?? null;
  const [rail, shortcuts] = await Promise.all([requestRail(itemId), shortcutsOf(view)]);
  const layout = layoutRail(rail.months, view.knownOn, view.today);
  const own = rail.months.reduce((sum, month) => sum + month.own, 0);
  const isToday = view.state === "today";
  const isBand = !isToday && view.state !== "world";
  const [first, second] = asOfLines(view);
  const to = (day: Day | null) => (day === null ? undefined : atDay(href, { ...view.input, knownOn: day }));
  const back = atDay(href, {});
  return (
    <>
      <section
        className="asof"
        aria-label="The day this page shows"
        data-state={view.state}
        data-basis={view.basis}
        data-start={layout.start}
        data-today={view.today}
        data-day={view.knownOn}
        data-previous={to(rail.previousNews)}
        data-next={to(rail.nextNews)}
        data-back={isToday ? undefined : back}
      >
        <div className="wrap">
          <div className="asof-head">
            <div className="day">
              <b>{first}</b>
              <span>
                {second}
                {isToday && (
                  <span className="entries">
                    {" · "}
                    {counted(itemId === null ? rail.entries : own, "entry", "entries")}
                  </span>
                )}
              </span>
            </div>
            {!isToday && (
              <a className="button back" href={back}>
                Back to today
              </a>
            )}
          </div>
          <div className="asof-rest">
            <Rail layout={layout} view={view} ofItem={itemId !== null}>
              <span className="hand" style={{ left: `${layout.place(view.knownOn)}%` }} aria-hidden="true" />
            </Rail>
            <div className="acts">
              {isToday && shortcuts.length > 0 && <span className="dim see">see</span>}
              {isToday &&
                shortcuts.map((day) => (
                  <a key={day} href={atDay(href, { knownOn: day })}>
                    {formatDayShort(day)}
                  </a>
                ))}
              {(isBand || view.basis === "recorded") && <OtherBasis href={href} view={view} />}
              <AnotherDay
                href={href}
                view={view}
                previous={rail.previousNews}
                next={rail.nextNews}
                shortcuts={isToday ? [] : shortcuts}
              >
                <RailList months={rail.months} ofItem={itemId !== null} />
              </AnotherDay>
              {!isBand && <a href={atDay("/changes", view.input)}>compare two</a>}
            </div>
          </div>
        </div>
      </section>
      <PageScript name="as-of" />
    </>
  );
}

/** The same day under the other basis. */
function OtherBasis({ href, view }: { href: string; view: AsOfView }) {
  const { knownOn, validOn } = view.input;
  const days = { ...(knownOn && { knownOn }), ...(validOn && { validOn }) };
  if (view.basis === "reported") return <a href={atDay(href, { ...days, basis: "recorded" })}>as Readout showed it</a>;
  // The default basis knows days only.
  return <a href={atDay(href, { ...days, ...(knownOn && { knownOn: view.knownOn }) })}>as published</a>;
}

/** Days worth seeing, none later than the day shown. */
async function shortcutsOf(view: AsOfView): Promise<Day[]> {
  const { knownOn, basis } = view.input;
  const { sources } = await api.sources.list({ limit: 20, ...(knownOn && { knownOn }), ...(basis && { basis }) });
  return sourceDays(sources).filter((day) => day < view.knownOn);
}
