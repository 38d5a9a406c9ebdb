import type { Day } from "@readout/core/time";
import { type CSSProperties, Fragment, type ReactNode } from "react";
import { type Domain, placeIn, within } from "../axis.ts";
import { familyHatch } from "../level.ts";
import { FadeIn, fadeIn, Mark } from "../status-marks.tsx";
import { Brush } from "./brush.tsx";
import { BASE, LANE_HEIGHT, type LaneMark, layoutLane, layoutSources } from "./layout.ts";
import { factsOfLane, factsOfSources, type Lane, type LaneGroup, type SourceMark } from "./series.ts";
import styles from "./status-lanes.module.css";
import { labelledTicks } from "./ticks.ts";
import { stretchOf, viewOf } from "./view.ts";
import { WIDTHS, type WidthName } from "./widths.ts";

const SOURCES_LABEL = "Sources, by the day they appeared";
const widthNames = Object.keys(WIDTHS) as WidthName[];

/** A share of the extent, fine enough for a day of many years to be the width of a screen. */
const fine = (share: number): string => `${Math.round(share * 1e7) / 1e5}%`;
/** The place of an HTML element that moves with the marks. */
const placed = (share: number): CSSProperties => ({ "--x": Math.round(share * 1e7) / 1e7 }) as CSSProperties;

type StatusLanesProps = {
  groups: readonly LaneGroup[];
  sources: readonly SourceMark[];
  /** The days seen, and all that is drawn. */
  domain: Domain;
  extent: Domain;
  /** The last day drawn, in words: "today" or "7 August 2017". */
  end: { day: Day; words: string; today: boolean };
  today: Day;
  /** Whether the band of an earlier day stays at the top of the page. */
  underBand: boolean;
  /** All groups there are, of which `groups` may be some, by title and number of lanes. */
  allGroups: readonly (readonly [title: string, lanes: number])[];
  hrefOf: (path: string) => string;
};

/**
 * Items over time, a lane each, under one axis: drawn over the whole extent and stretched until the days asked for fill it,
 * so that whoever zooms moves no mark but the drawing. Attributes are what timeline.script.ts finds its way by; without it,
 * zoom, days and filters are addresses.
 */
export function StatusLanes(props: StatusLanesProps) {
  const { groups, allGroups, sources, domain, extent, end, today, underBand, hrefOf } = props;
  const length = viewOf(extent, extent).until;
  const { scale, shift } = stretchOf(viewOf(domain, extent), length);
  const at = placeIn(extent)(end.day);
  const lastDay = extent.until;
  const began = groups.flatMap(({ lanes }) =>
    lanes.flatMap(({ status }) => (status.kind === "none" ? [] : status.stretches.map(({ from }) => from))),
  );
  return (
    <div
      className={styles.lanes}
      style={{ "--scale": scale, "--shift": shift } as CSSProperties}
      data-lanes=""
      data-extent-from={extent.from}
      data-extent-until={extent.until}
      data-from={domain.from}
      data-until={domain.until}
      data-end={end.day}
      data-today={today}
      data-groups={JSON.stringify(allGroups)}
    >
      <FadeIn />
      <div
        className={underBand ? `${styles.axis} ${styles.underBand}` : styles.axis}
        aria-hidden="true"
        data-swap="axis"
      >
        <TickRow domain={domain} />
      </div>
      <div className={styles.rows} data-rows="">
        <Grid domain={domain} />
        <div data-swap="rows">
          {at < 1 && !end.today && (
            <div className={styles.plot} aria-hidden="true">
              <span className={styles.beyond} style={placed(within(at))} />
            </div>
          )}
          <div className={styles.row} data-row="">
            <span className={styles.label}>
              <span className={styles.clear}>{SOURCES_LABEL}</span>
            </span>
            <LaneCell name={SOURCES_LABEL}>
              {layoutSources(factsOfSources(sources, lastDay), extent, domain).map((mark) => (
                <MarkLink key={mark.fact.href} mark={mark} hrefOf={hrefOf} />
              ))}
            </LaneCell>
          </div>
          {groups.map((group) => (
            <section key={group.title} aria-label={group.title} data-group={group.title} data-count={group.count}>
              <h2 className={styles.group}>
                <span className={styles.clear}>
                  {group.title} <span className={styles.count}>{group.count.toLocaleString("en-GB")}</span>
                </span>
              </h2>
              <ul>
                {group.lanes.map((lane, i) => (
                  <LaneRow
                    key={lane.id}
                    lane={lane}
                    place={{ at: group.first + i, of: group.count }}
                    extent={extent}
                    domain={domain}
                    hrefOf={hrefOf}
                  />
                ))}
              </ul>
            </section>
          ))}
        </div>
        <AsOfLine at={at} domain={domain} end={end} />
      </div>
      <Brush extent={extent} domain={domain} began={began} />
    </div>
  );
}

/** The years, months or days over what is seen, laid out for each width. */
export function TickRow({ domain }: { domain: Domain }) {
  return widthNames.map((name) => (
    <div key={name} className={styles[name]} data-ticks={name}>
      {labelledTicks(domain, WIDTHS[name]).map(({ day, x, label }) => (
        <span key={day} style={{ left: fine(x) }}>
          {label}
        </span>
      ))}
    </div>
  ));
}

function Grid({ domain }: { domain: Domain }) {
  return widthNames.map((name) => (
    <div key={name} className={`${styles.plot} ${styles.grid} ${styles[name]}`} aria-hidden="true" data-grid={name}>
      {labelledTicks(domain, WIDTHS[name]).map(({ day, x }) => (
        <span key={day} style={{ left: fine(x) }} />
      ))}
    </div>
  ));
}

/** The last day drawn. A script makes the handle of it a slider. */
function AsOfLine({ at, domain, end }: { at: number; domain: Domain; end: StatusLanesProps["end"] }) {
  const inView = within(placeIn(domain)(end.day));
  return (
    <div className={styles.plot} data-swap="line">
      <span className={end.today ? styles.today : styles.last} style={placed(at)} data-line="" aria-hidden="true">
        <span className={inView > 0.5 ? styles.before : undefined}>{end.words}</span>
      </span>
      <span className={styles.handle} style={placed(at)} data-handle="" aria-hidden="true" />
    </div>
  );
}

type LaneRowProps = {
  lane: Lane;
  /** Which of its group it is. */
  place: { at: number; of: number };
  extent: Domain;
  domain: Domain;
  hrefOf: (path: string) => string;
};

function LaneRow({ lane, place, extent, domain, hrefOf }: LaneRowProps) {
  const { end, marks } = layoutLane(lane, factsOfLane(lane, extent.until), extent, domain);
  return (
    <li className={styles.row} data-row="" aria-posinset={place.at} aria-setsize={place.of}>
      <a className={styles.label} href={hrefOf(`/items/${lane.id}`)} title={lane.title} data-label="">
        <bdi className={styles.clear}>{lane.title}</bdi>
      </a>
      {/* An arrow for what began before the days seen; a script turns it with them. */}
      <svg
        className={styles.earlier}
        width="5"
        height="7"
        aria-hidden="true"
        data-earlier=""
        {...earlierOf(marks, extent, domain)}
      >
        <path d="M5 0 0 3.5 5 7z" />
      </svg>
      <LaneCell name={lane.title}>
        <line className={styles.base} x1="0" x2={fine(end)} y1={BASE} y2={BASE} />
        {marks.map((mark, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several marks of a lane may stand on one day
          <MarkLink key={i} mark={mark} hrefOf={hrefOf} />
        ))}
      </LaneCell>
    </li>
  );
}

/** What stands already where the days seen begin, unless they begin with all there are. */
function earlierOf(marks: readonly LaneMark[], extent: Domain, domain: Domain) {
  const shift = placeIn(extent)(domain.from);
  const earlier = marks.findLast((mark) => mark.kind === "status" && mark.x < shift && mark.until > shift);
  return earlier?.kind !== "status"
    ? {}
    : { "data-family": earlier.stretch.family, style: { translate: `0 ${earlier.y - 3.5}px` } };
}

function LaneCell({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.lane}>
      {/* biome-ignore lint/a11y/useSemanticElements: an svg has no element for a group of links */}
      <svg height={LANE_HEIGHT} role="group" aria-label={name} data-lane="">
        {children}
      </svg>
    </div>
  );
}

type MarkProps = { mark: LaneMark; hrefOf: (path: string) => string };

/** A mark leads to its fact; it takes no tab stop of its own, because the arrows go from one to the next. */
function MarkLink({ mark, hrefOf }: MarkProps) {
  const { fact, kind } = mark;
  const shared = kind === "date" || kind === "source" ? mark : null;
  return (
    <a
      href={hrefOf(fact.href)}
      tabIndex={-1}
      aria-label={shared === null ? fact.words : shared.words}
      data-mark={kind}
      data-x={round(mark.x)}
      data-from={round(mark.from)}
      data-until={round(mark.until)}
      data-family={kind === "status" ? mark.stretch.family : undefined}
      data-y={kind === "status" ? mark.y : undefined}
      data-narrow={mark.narrow ? "" : undefined}
      data-words={shared?.words}
      data-under={shared === null || shared.under.length === 0 ? undefined : shared.under.join(" ")}
    >
      <Drawn mark={mark} />
    </a>
  );
}

const round = (share: number): number => Math.round(share * 1e7) / 1e7;

function Drawn({ mark }: { mark: LaneMark }) {
  switch (mark.kind) {
    case "status":
      return (
        <>
          <Shapes mark={mark} />
          {mark.fade !== null && (
            <rect x={fine(mark.x)} y={mark.fade.y} width="8" height={mark.fade.height} fill={fadeIn} />
          )}
        </>
      );
    case "possible":
      return <Shapes mark={mark} />;
    case "review":
      return <Mark mark={{ kind: "review", x: mark.x }} base={BASE} at={fine} />;
    case "date":
      return <Flag mark={mark} />;
    case "source":
      return <Diamond mark={mark} />;
  }
}

function Shapes({ mark: { shapes } }: { mark: Extract<LaneMark, { shapes: unknown }> }) {
  return shapes.map(({ shape, when }, i) => {
    const drawn = <Mark mark={shape} base={BASE} at={fine} />;
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the shapes of a mark have no identity
      <Fragment key={i}>{when === undefined ? drawn : <g data-when={when}>{drawn}</g>}</Fragment>
    );
  });
}

/** A date of an item over its lane: a flag on the day, a hatched span before it where it is not exact; several share one. */
function Flag({ mark }: { mark: Extract<LaneMark, { kind: "date" }> }) {
  const turned = mark.x > 0.98 ? -1 : 1;
  return (
    <g className={styles.flag}>
      {mark.imprecise && (
        <rect
          x={fine(mark.from)}
          y="0"
          width={fine(Math.max(0, mark.x - mark.from))}
          height="4"
          fill={familyHatch("end")}
        />
      )}
      <svg x={fine(mark.x)} overflow="visible" aria-hidden="true">
        <path d="M0 0V18" className={styles.pole} />
        <path d={`M0 0h${7 * turned}l${-2.5 * turned} 3 ${2.5 * turned} 3h${-7 * turned}z`} />
        <Counts mark={mark} x={9 * turned} y={7.5} anchor={turned < 0 ? "end" : "start"} />
        <rect className={styles.target} x="-4" width="14" height={LANE_HEIGHT} />
      </svg>
    </g>
  );
}

function Diamond({ mark }: { mark: Extract<LaneMark, { kind: "source" }> }) {
  return (
    <svg x={fine(mark.x)} y="17" overflow="visible" className={styles.source} aria-hidden="true">
      <path d="M0 -5 5 0 0 5 -5 0Z" className={mark.imprecise ? styles.imprecise : undefined} />
      <Counts mark={mark} x={0} y={-7} anchor="middle" />
      <rect className={styles.target} x="-6" y="-17" width="12" height={LANE_HEIGHT} />
    </svg>
  );
}

type CountsProps = {
  mark: Extract<LaneMark, { kind: "date" | "source" }>;
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
};

/** How many a mark stands for, at each width; a script writes it into the first once it knows the width. */
function Counts({ mark: { counts }, x, y, anchor }: CountsProps) {
  return widthNames.map((name) =>
    name === "wide" || counts[name] !== undefined ? (
      <text key={name} x={x} y={y} textAnchor={anchor} data-count={name}>
        {counts[name]}
      </text>
    ) : null,
  );
}
