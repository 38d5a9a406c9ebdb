import { familyColour } from "../../ui/symbols.tsx";
import { type Domain, placeIn, ticksOf } from "../axis.ts";
import { familyHatch } from "../level.ts";
import { percent, StatusMarks } from "../status-marks.tsx";
import { type StatusSeries, seriesWords } from "../status-series.ts";
import { densePaths } from "./dense.ts";
import styles from "./item-strip.module.css";
import { layoutStrip, type StripHeight, type StripMark } from "./layout.ts";

/** How wide strips usually are, in px; the drawing itself fits any width. */
const USUAL_WIDTH = 240;
const MOST_TICKS = 5;
/** More marks than these are drawn together. */
const MOST_SINGLE_MARKS = 40;
/** As many stretches as a row says aloud; the page of the item says them all. */
const MOST_STRETCHES_SAID = 12;

type ItemStripProps = { series: StatusSeries; domain: Domain; height?: StripHeight };

/** One item's status over time on a single line, without text inside; its label lists the stretches. */
export function ItemStrip({ series, domain, height = 24 }: ItemStripProps) {
  const { base, end, marks } = layoutStrip(series, domain, { height, width: USUAL_WIDTH });
  const place = placeIn(domain);
  const ticks = ticksOf(domain, MOST_TICKS).map(({ day }) => place(day));
  return (
    <svg
      className={styles.strip}
      style={{ height }}
      role="img"
      aria-label={seriesWords(series, MOST_STRETCHES_SAID)}
      focusable="false"
    >
      {marks.length > MOST_SINGLE_MARKS ? (
        <DenseMarks {...{ marks, base, end, ticks, height }} />
      ) : (
        <>
          {ticks.map((tick) => (
            <line
              key={tick}
              className={styles.base}
              x1={percent(tick)}
              x2={percent(tick)}
              y1={base - 3}
              y2={base + 3}
            />
          ))}
          <line className={styles.base} x1="0" x2={percent(end)} y1={base} y2={base} />
          <StatusMarks marks={marks} base={base} unit="share" />
        </>
      )}
    </svg>
  );
}

type DenseMarksProps = {
  marks: readonly StripMark[];
  base: number;
  height: number;
  /** Where the record ends, and where years begin, as shares of the axis. */
  end: number;
  ticks: readonly number[];
};

/**
 * So many marks that each is a few px wide at most: those of one kind and family are one path, so that a long list of long
 * ledgers stays a page that is quickly sent and drawn. The axis is a thousand units, stretched to the width there is.
 */
function DenseMarks({ marks, base, height, end, ticks }: DenseMarksProps) {
  const { paths, others } = densePaths(marks);
  const tickPath = ticks.map((tick) => `M${Math.round(tick * 1000)} ${base - 3}v6`).join("");
  return (
    <>
      <svg width="100%" height={height} viewBox={`0 0 1000 ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <path
          className={styles.base}
          d={`${tickPath}M0 ${base}H${Math.round(end * 1000)}`}
          vectorEffect="non-scaling-stroke"
        />
        {paths.map(({ kind, family, d }) =>
          kind === "hollow" ? (
            <path
              key={`${kind} ${family}`}
              d={d}
              fill="var(--panel)"
              stroke={familyColour[family]}
              vectorEffect="non-scaling-stroke"
            />
          ) : (
            <path
              key={`${kind} ${family}`}
              d={d}
              fill={kind === "hatch" ? familyHatch(family) : familyColour[family]}
            />
          ),
        )}
      </svg>
      <StatusMarks marks={others} base={base} unit="share" />
    </>
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
