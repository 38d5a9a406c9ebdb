import { type Domain, placeIn } from "../axis.ts";
import styles from "./brush.module.css";
import { TickRow } from "./status-lanes.tsx";

const HINT = "What a mark says stands here when it is pointed at, touched, or reached by the arrow keys.";
const BARS = 120;
const TALLEST = 20;

type BrushProps = {
  extent: Domain;
  domain: Domain;
  /** The first certain day of each status drawn. */
  began: readonly string[];
};

/**
 * All days there are, those seen among them, and the button that plays; stays at the foot of the window. It is a picture
 * until timeline.script.ts gives it its handles, and is not there where no script runs.
 */
export function Brush({ extent, domain, began }: BrushProps) {
  const place = placeIn(extent);
  const [from, until] = [place(domain.from), place(domain.until)];
  return (
    <div className={styles.foot} data-foot="">
      <p className={styles.line} data-sentence={HINT}>
        {HINT}
      </p>
      <div className={styles.play}>
        <button type="button" className="button" data-play="" disabled>
          Play
        </button>
        <span className={styles.day} data-playing="" />
        <span className="vh" aria-live="polite" data-live="" />
      </div>
      <div className={styles.brush} data-brush="">
        <svg className={styles.bars} aria-hidden="true" data-swap="bars">
          {barsOf(extent, began).map(({ x, height }) => (
            <rect key={x} x={`${x}%`} y={TALLEST - height} height={height} />
          ))}
        </svg>
        <div className={styles.years} aria-hidden="true" data-swap="years">
          <TickRow domain={extent} />
        </div>
        <span
          className={styles.window}
          style={{ left: `${from * 100}%`, right: `${(1 - until) * 100}%` }}
          data-window=""
        />
        <span className={styles.end} style={{ left: `${from * 100}%` }} data-end-of="from" />
        <span className={styles.end} style={{ left: `${until * 100}%` }} data-end-of="until" />
      </div>
    </div>
  );
}

/** How many statuses began where; heights by square root, as on the rail. */
function barsOf(extent: Domain, began: readonly string[]): { x: number; height: number }[] {
  const place = placeIn(extent);
  const counts = new Map<number, number>();
  for (const day of began) {
    const at = Math.floor(place(day as Domain["from"]) * BARS);
    if (at >= 0 && at < BARS) counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  const most = Math.max(1, ...counts.values());
  return [...counts].map(([at, count]) => ({
    x: Math.round((at / BARS) * 1e4) / 100,
    height: Math.max(3, Math.round(TALLEST * Math.sqrt(count / most) * 10) / 10),
  }));
}
