import { type Domain, placeIn, within } from "../axis.ts";
import { familyHatch } from "../level.ts";
import { FadeIn, fadeIn, percent, StatusMarks } from "../status-marks.tsx";
import { seriesWords } from "../status-series.ts";
import { LANE_HEIGHT, layoutLane, layoutSources, type SharedMark, targetOf } from "./layout.ts";
import type { Lane, LaneGroup, SourceMark } from "./series.ts";
import styles from "./status-lanes.module.css";
import { labelledTicks } from "./ticks.ts";

/** About how wide the lanes are drawn on a desk, in px; it decides what is drawn apart. */
const USUAL_WIDTH = 1000;
const SOURCES_LABEL = "Sources, by the day they appeared";

/** Least widths of the lanes in px, each with the class that shows what is laid out for it; 320 px of window leave 288. */
const LAYOUTS = [
  { width: 960, className: styles.wide },
  { width: 600, className: styles.middle },
  { width: 288, className: styles.narrow },
];

type StatusLanesProps = {
  groups: readonly LaneGroup[];
  sources: readonly SourceMark[];
  domain: Domain;
  /** The last day drawn, in words: "today" or "7 August 2017". */
  end: { day: Parameters<ReturnType<typeof placeIn>>[0]; words: string; today: boolean };
  /** Whether the band of an earlier day stays at the top of the page. */
  underBand: boolean;
  hrefOf: (path: string) => string;
};

/** Items over time, a lane each, under one axis. Without script; zoom and filters are addresses. */
export function StatusLanes({ groups, sources, domain, end, underBand, hrefOf }: StatusLanesProps) {
  const at = placeIn(domain)(end.day);
  return (
    <div className={styles.lanes}>
      <FadeIn />
      <Axis domain={domain} underBand={underBand} />
      <div className={styles.rows}>
        <Grid domain={domain} />
        {at < 1 && !end.today && (
          <div className={styles.plot} aria-hidden="true">
            <span className={styles.beyond} style={{ left: percent(within(at)) }} />
          </div>
        )}
        <div className={styles.row}>
          <span className={styles.label}>
            <span className={styles.clear}>{SOURCES_LABEL}</span>
          </span>
          {LAYOUTS.map(({ width, className }) => (
            <Sources
              key={width}
              marks={layoutSources(sources, domain, width)}
              target={targetOf(width)}
              className={`${styles.lane} ${className}`}
              hrefOf={hrefOf}
            />
          ))}
        </div>
        {groups.map((group) => (
          <section key={group.title} aria-label={group.title}>
            <h2 className={styles.group}>
              <span className={styles.clear}>
                {group.title} <span className={styles.count}>{group.lanes.length}</span>
              </span>
            </h2>
            <ul>
              {group.lanes.map((lane) => (
                <LaneRow key={lane.id} lane={lane} domain={domain} hrefOf={hrefOf} />
              ))}
            </ul>
          </section>
        ))}
        {at >= 0 && at <= 1 && (
          <div className={styles.plot} aria-hidden="true">
            <span className={end.today ? styles.today : styles.last} style={{ left: percent(at) }}>
              <span className={at > 0.5 ? styles.before : undefined}>{end.words}</span>
            </span>
          </div>
        )}
      </div>
    </div>
  );
}

function Axis({ domain, underBand }: { domain: Domain; underBand: boolean }) {
  return (
    <div className={underBand ? `${styles.axis} ${styles.underBand}` : styles.axis} aria-hidden="true">
      {LAYOUTS.map(({ width, className }) => (
        <div key={width} className={className}>
          {labelledTicks(domain, width).map(({ day, x, label }) => (
            <span key={day} style={{ left: percent(x) }}>
              {label}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}

function Grid({ domain }: { domain: Domain }) {
  return LAYOUTS.map(({ width, className }) => (
    <div key={width} className={`${styles.plot} ${className}`} aria-hidden="true">
      {labelledTicks(domain, width).map(({ day, x }) => (
        <span key={day} className={styles.grid} style={{ left: percent(x) }} />
      ))}
    </div>
  ));
}

type LaneRowProps = { lane: Lane; domain: Domain; hrefOf: (path: string) => string };

function LaneRow({ lane, domain, hrefOf }: LaneRowProps) {
  const { base, end, marks, fades, flags } = layoutLane(lane, domain, USUAL_WIDTH);
  const dates = flags.map(({ words }) => words).join("; ");
  return (
    <li className={styles.row}>
      <a className={styles.label} href={hrefOf(`/items/${lane.id}`)} title={lane.title}>
        <bdi className={styles.clear}>{lane.title}</bdi>
      </a>
      <svg
        className={styles.lane}
        height={LANE_HEIGHT}
        role="img"
        aria-label={`${seriesWords(lane.status)}${dates === "" ? "" : `. Dates: ${dates}`}`}
        focusable="false"
      >
        <line className={styles.base} x1="0" x2={percent(end)} y1={base} y2={base} />
        <StatusMarks marks={marks} base={base} unit="share" />
        {fades.map(({ x, y, height }) => (
          <rect key={x} x={percent(x)} y={y} width="8" height={height} fill={fadeIn} />
        ))}
        {flags.map((flag) => (
          <Flag key={flag.x} flag={flag} />
        ))}
      </svg>
    </li>
  );
}

/** Dates of an item over its lane: a flag on the day, a hatched span before it where it is not exact; several share one. */
function Flag({ flag }: { flag: SharedMark }) {
  const turned = flag.x > 0.98 ? -1 : 1;
  return (
    <g className={styles.flag}>
      <title>{flag.words}</title>
      {flag.from !== null && (
        <rect x={percent(flag.from)} y="0" width={percent(flag.x - flag.from)} height="4" fill={familyHatch("end")} />
      )}
      <svg x={percent(flag.x)} overflow="visible" aria-hidden="true">
        <path d="M0 0V18" className={styles.pole} />
        <path d={`M0 0h${7 * turned}l${-2.5 * turned} 3 ${2.5 * turned} 3h${-7 * turned}z`} />
        {flag.count > 1 && (
          <text x={9 * turned} y="7.5" textAnchor={turned < 0 ? "end" : "start"}>
            {flag.count}
          </text>
        )}
      </svg>
    </g>
  );
}

type SourcesProps = {
  marks: readonly SharedMark[];
  /** How wide a link is, in px. */
  target: number;
  className: string;
  hrefOf: (path: string) => string;
};

function Sources({ marks, target, className, hrefOf }: SourcesProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: an svg has no element for a group of links
    <svg className={className} height={LANE_HEIGHT} role="group" aria-label={SOURCES_LABEL}>
      {marks.map((mark) => {
        const [id] = mark.ids;
        return mark.count === 1 && id !== undefined ? (
          <a key={mark.x} href={hrefOf(`/sources/${id}`)} aria-label={mark.words}>
            <rect
              x={percent(mark.x)}
              width={target}
              height={LANE_HEIGHT}
              transform={`translate(${-target / 2})`}
              className={styles.target}
            />
            <Diamond mark={mark} />
          </a>
        ) : (
          <Diamond key={mark.x} mark={mark} />
        );
      })}
    </svg>
  );
}

function Diamond({ mark }: { mark: SharedMark }) {
  return (
    <svg x={percent(mark.x)} y="17" overflow="visible" className={styles.source}>
      <title>{mark.words}</title>
      <path d="M0 -5 5 0 0 5 -5 0Z" className={mark.imprecise ? styles.imprecise : undefined} />
      {mark.count > 1 && (
        <text y="-7" textAnchor="middle">
          {mark.count}
        </text>
      )}
    </svg>
  );
}
