import { type Domain, placeIn, ticksOf } from "../axis.ts";
import { percent, StatusMarks } from "../status-marks.tsx";
import { type StatusSeries, seriesWords } from "../status-series.ts";
import styles from "./item-strip.module.css";
import { layoutStrip, type StripHeight } from "./layout.ts";

/** How wide strips usually are, in px; the drawing itself fits any width. */
const USUAL_WIDTH = 240;
const MOST_TICKS = 5;

type ItemStripProps = { series: StatusSeries; domain: Domain; height?: StripHeight };

/** One item's status over time on a single line, without text inside; its label lists the stretches. */
export function ItemStrip({ series, domain, height = 24 }: ItemStripProps) {
  const { base, end, marks } = layoutStrip(series, domain, { height, width: USUAL_WIDTH });
  const place = placeIn(domain);
  return (
    <svg className={styles.strip} style={{ height }} role="img" aria-label={seriesWords(series)} focusable="false">
      {ticksOf(domain, MOST_TICKS).map(({ day }) => {
        const x = percent(place(day));
        return <line key={day} className={styles.base} x1={x} x2={x} y1={base - 3} y2={base + 3} />;
      })}
      <line className={styles.base} x1="0" x2={percent(end)} y1={base} y2={base} />
      <StatusMarks marks={marks} base={base} unit="share" />
    </svg>
  );
}

/** The years over a column of strips; it goes into the head of that column. */
export function StripAxis({ domain }: { domain: Domain }) {
  const place = placeIn(domain);
  return (
    <span className={styles.axis}>
      <span className="vh">{`Status ${domain.from.slice(0, 4)} to ${lastYearOf(domain)}`}</span>
      <span aria-hidden="true">
        {ticksOf(domain, MOST_TICKS).map((tick) => (
          <span key={tick.day} style={{ left: percent(place(tick.day)) }}>
            {tick.label}
          </span>
        ))}
      </span>
    </span>
  );
}

function lastYearOf(domain: Domain): string {
  const year = Number(domain.until.slice(0, 4));
  return String(domain.until.endsWith("-01-01") ? year - 1 : year);
}
