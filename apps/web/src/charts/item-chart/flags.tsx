import styles from "./item-chart.module.css";
import type { ItemChartLayout } from "./layout.ts";

/** Dates on top of the chart: a flag with a line down to its day, or the hatched span in which it lies. */
export function Flags({ layout }: { layout: ItemChartLayout }) {
  return layout.flags.map((flag) => {
    const y = layout.flagTop + flag.row * layout.flagRow;
    return (
      <g key={`${flag.x} ${flag.row} ${flag.label?.text ?? ""}`}>
        {flag.imprecise ? (
          <>
            <rect x={flag.x} y={y} width={flag.until - flag.x} height="9" fill="url(#h-end)" />
            {!flag.openStart && <path className={styles.bound} d={`M${flag.x} ${y - 1}v11`} />}
            {!flag.openEnd && <path className={styles.bound} d={`M${flag.until} ${y - 1}v11`} />}
            {flag.openStart && <path className={styles.flag} d={`M${flag.x} ${y}l-5 4.5 5 4.5z`} />}
            {flag.openEnd && <path className={styles.flag} d={`M${flag.until} ${y}l5 4.5-5 4.5z`} />}
          </>
        ) : (
          <>
            <path className={styles.pole} d={`M${flag.x} ${y}V${layout.base}`} />
            <path className={styles.flag} d={`M${flag.x} ${y}h9l-3 4 3 4h-9z`} />
          </>
        )}
        {flag.label !== null && (
          <text x={flag.label.x} y={flag.label.y} textAnchor={flag.label.anchor}>
            {flag.label.text}
          </text>
        )}
      </g>
    );
  });
}
