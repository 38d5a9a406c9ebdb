import type { Day } from "@readout/core/time";
import { RAIL_BASE, type RailLayout } from "./rail-layout.ts";
import type { AsOfView } from "./search-params.ts";

const percent = (x: number): string => `${Math.round(x * 100) / 100}%`;
const top = (height: number): number => Math.round((RAIL_BASE - height) * 10) / 10;

type RailProps = { layout: RailLayout; view: AsOfView; ofItem: boolean; children: React.ReactNode };

/** When things became known, a bar a month; hatched after the day shown. `children` is the handle. */
export function Rail({ layout, view, ofItem, children }: RailProps) {
  const { bars, ticks, years, place } = layout;
  const isPast = view.state !== "today" && view.state !== "world";
  return (
    <div className={ofItem ? "rail of-item" : "rail"}>
      <svg aria-hidden="true">
        {bars.map(({ month, x, height }) => (
          <rect key={month} className="bar" x={percent(x)} y={top(height)} height={height} />
        ))}
        {bars.map(({ month, x, own }) =>
          own > 0 ? <rect key={month} className="bar own" x={percent(x)} y={top(own)} height={own} /> : null,
        )}
        <line className="axis" x1="0" x2="100%" y1={RAIL_BASE + 0.5} y2={RAIL_BASE + 0.5} />
        {ticks.map((x) => (
          <line key={x} className="axis" x1={percent(x)} x2={percent(x)} y1={RAIL_BASE} y2={RAIL_BASE + 4} />
        ))}
      </svg>
      {isPast && <span className="later" style={{ left: percent(place(view.knownOn)) }} />}
      {view.validOn !== view.knownOn && <ValidMark day={view.validOn} layout={layout} />}
      {children}
      <span className="years" aria-hidden="true">
        {years.map(({ year, x }) => (
          <span key={year} style={{ left: percent(x) }}>
            {year}
          </span>
        ))}
      </span>
    </div>
  );
}

/** The second, open handle: the day in the world. */
function ValidMark({ day, layout }: { day: Day; layout: RailLayout }) {
  return <span className="hand open" style={{ left: percent(layout.place(day)) }} aria-hidden="true" />;
}
