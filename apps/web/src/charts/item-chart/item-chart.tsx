import { Dated } from "../../ui/dated.tsx";
import { FadeIn, fadeIn, StatusMarks } from "../status-marks.tsx";
import { Flags } from "./flags.tsx";
import styles from "./item-chart.module.css";
import {
  type CloseUp,
  crowdDomain,
  type ItemChartLayout,
  layoutItemChart,
  type NumberMark,
  type Panel,
} from "./layout.ts";
import { type LabelledStrip, layoutLabelledStrip } from "./layout-narrow.ts";
import type { ItemChartSeries } from "./series.ts";

/** Figures with text inside are laid out for these widths; css shows the one that fits its column. */
const WIDE = 924;
const MIDDLE = 640;
const NARROW = 328;
const NARROWEST = 288;

type ItemChartProps = {
  series: ItemChartSeries;
  /** Where an entry's number leads. */
  hrefOf: (seq: number) => string;
};

/** The status of one item over time with its entries and dates: drawn wide, drawn narrow, and as a list. */
export function ItemChart({ series, hrefOf }: ItemChartProps) {
  return (
    <figure className={styles.figure} aria-labelledby="chart-title" aria-describedby="chart-about">
      <h2 id="chart-title" className={styles.title}>
        <Dated text={series.title} />
      </h2>
      <details className={styles.about}>
        <summary>
          <span id="chart-about">
            Above the line the item advances, below it is in trouble, on it it has ended.{" "}
            <span className={styles.wideOnly}>Numbers are ledger entries. </span>
          </span>
          <span className={styles.asList}>As a list</span>
        </summary>
        <ol className={styles.list}>
          {series.list.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </details>
      <FadeIn />
      <WideChart layout={layoutItemChart(series, WIDE)} shown={styles.wide} today={series.today} hrefOf={hrefOf} />
      <WideChart layout={layoutItemChart(series, MIDDLE)} shown={styles.middle} today={series.today} hrefOf={hrefOf} />
      <NarrowChart series={series} width={NARROW} shown={styles.narrow} />
      <NarrowChart series={series} width={NARROWEST} shown={styles.narrowest} />
    </figure>
  );
}

type WideProps = {
  layout: ItemChartLayout;
  shown: string | undefined;
  today: boolean;
  hrefOf: (seq: number) => string;
};

function WideChart({ layout, shown, today, hrefOf }: WideProps) {
  const { left, right, base, axisY, last, closeUp } = layout;
  return (
    // biome-ignore lint/a11y/useSemanticElements: an svg has no element for a group of links
    <svg
      className={`${styles.chart} ${shown}`}
      viewBox={`0 0 ${layout.width} ${layout.height}`}
      role="group"
      aria-labelledby="chart-title"
    >
      {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in the drawing takes the focus; the numbers stand apart */}
      <g aria-hidden="true">
        {closeUp !== null && <Wedge closeUp={closeUp} from={axisY} width={layout.width} />}
        {layout.guides.map(({ y, label }) => (
          <g key={label}>
            <path className={styles.guide} d={`M${left} ${y + 0.5}H${right}`} />
            <text className={styles.remark} x={left - 10} y={y + 4} textAnchor="end">
              {label}
            </text>
          </g>
        ))}
        <path className={styles.base} d={`M${left} ${base + 0.5}H${right}`} />
        {!today && (
          <rect x={last.x} y={last.top} width={right - last.x} height={base + 42 - last.top} fill="url(#void)" />
        )}
        <Ticks panel={layout} y={axisY} />
        <path className={styles.base} d={`M${left} ${axisY}H${right}`} />
        {layout.numbers.map(({ ticks }) =>
          ticks.map((x) => <path key={x} className={styles.tick} d={`M${x} ${base + 36}V${base + 50}`} />),
        )}
        <Bars panel={layout} />
        <Flags layout={layout} />
        <text className={styles.remark} x={left - 10} y={layout.numbersY + 4} textAnchor="end">
          entries
        </text>
        <path className={today ? styles.today : styles.last} d={`M${last.x} ${last.top}V${last.bottom}`} />
        {last.labels.map((label, i) => (
          <text
            key={label.text}
            className={today ? styles.remark : i === 0 ? styles.word : undefined}
            x={label.x}
            y={label.y}
            textAnchor={label.anchor}
          >
            {label.text}
          </text>
        ))}
        {closeUp !== null && <CloseUpDrawing closeUp={closeUp} />}
      </g>
      <g className={styles.numbers}>
        {layout.numbers.map((mark) => (
          <EntryNumber key={mark.label} mark={mark} y={layout.numbersY} layout={layout} hrefOf={hrefOf} />
        ))}
        {closeUp?.numbers.map((mark) => (
          <EntryNumber key={`close-${mark.label}`} mark={mark} y={closeUp.numbersY} layout={layout} hrefOf={hrefOf} />
        ))}
      </g>
    </svg>
  );
}

function Bars({ panel }: { panel: Panel }) {
  return (
    <>
      <StatusMarks marks={panel.marks} base={panel.base} unit="px" />
      {panel.fades.map((fade) => (
        <rect key={`${fade.x} ${fade.y}`} {...fade} fill={fadeIn} />
      ))}
      <StatusWords labels={panel.labels} />
    </>
  );
}

/** The words that stand beside the bars. */
const StatusWords = ({ labels }: { labels: Panel["labels"] }) =>
  labels.map((label) => (
    <text key={`${label.x} ${label.text}`} className={styles.word} x={label.x} y={label.y} textAnchor={label.anchor}>
      {label.text}
    </text>
  ));

function Ticks({ panel, y }: { panel: Panel; y: number }) {
  return panel.ticks.map(({ x, label }) => (
    <g key={x}>
      <path className={styles.tick} d={`M${x} ${y - 1}v6`} />
      {label !== null && (
        <text className={styles.remark} x={label.x} y={label.y} textAnchor={label.anchor}>
          {label.text}
        </text>
      )}
    </g>
  ));
}

/** The close-up hangs from the days it enlarges. */
function Wedge({ closeUp, from, width }: { closeUp: CloseUp; from: number; width: number }) {
  const { window, top, height } = closeUp;
  return (
    <path
      className={styles.closeUp}
      d={`M${window.x} ${from}L0 ${top}V${top + height}H${width}V${top}L${window.until} ${from}z`}
    />
  );
}

function CloseUpDrawing({ closeUp }: { closeUp: CloseUp }) {
  const { left, right, base, top } = closeUp;
  return (
    <g className={styles.inside}>
      <text className={styles.remark} x={left - 10} y={top + 20} textAnchor="end">
        close-up
      </text>
      <path className={styles.base} d={`M${left} ${base + 0.5}H${right}`} />
      <Ticks panel={closeUp} y={base} />
      <Bars panel={closeUp} />
      {closeUp.numbers.map(({ ticks }) =>
        ticks.map((x) => <path key={x} className={styles.tick} d={`M${x} ${base + 1}V${closeUp.numbersY - 10}`} />),
      )}
    </g>
  );
}

type NumberProps = { mark: NumberMark; y: number; layout: ItemChartLayout; hrefOf: (seq: number) => string };

/** A number leads to its entry; on hover and focus its sentence stands under the chart. */
function EntryNumber({ mark, y, layout, hrefOf }: NumberProps) {
  const seq = mark.seqs.at(-1) ?? 0;
  return (
    <>
      <a href={hrefOf(seq)} className={styles.number} aria-label={mark.sentence}>
        <rect className={styles.reach} x={mark.x - mark.width / 2 - 3} y={y - 14} width={mark.width + 6} height="28" />
        <rect className={styles.ring} x={mark.x - mark.width / 2} y={y - 9.5} width={mark.width} height="19" rx="9.5" />
        <text className={styles.digit} x={mark.x} y={y + 4}>
          {mark.label}
        </text>
      </a>
      <text className={styles.sentence} x={layout.left} y={layout.sentenceY}>
        {mark.sentence}
      </text>
    </>
  );
}

/** On a small screen a labelled strip, and under it the days on which most happened. */
type NarrowProps = { series: ItemChartSeries; width: number; shown: string | undefined };

function NarrowChart({ series, width, shown }: NarrowProps) {
  const crowd = crowdDomain(series);
  return (
    <div className={shown}>
      <Labelled strip={layoutLabelledStrip(series, width)} today={series.today} />
      {crowd !== null && (
        <div className={styles.crowd}>
          <span>close-up</span>
          <Labelled strip={layoutLabelledStrip(series, width, crowd)} today />
        </div>
      )}
    </div>
  );
}

function Labelled({ strip, today }: { strip: LabelledStrip; today: boolean }) {
  return (
    <svg className={styles.chart} viewBox={`0 0 ${strip.width} ${strip.height}`} aria-hidden="true" focusable="false">
      <path className={styles.base} d={`M0 ${strip.base + 0.5}H${strip.width}`} />
      {!today && (
        <>
          <rect x={strip.end} y="4" width={strip.width - strip.end} height="76" fill="url(#void)" />
          <path className={styles.last} d={`M${strip.end} 4V82`} />
        </>
      )}
      <StatusMarks marks={strip.marks} base={strip.base} unit="px" />
      <StatusWords labels={strip.labels} />
      {strip.ticks.map(({ x, labelX, label }) => (
        <g key={x}>
          <path className={styles.tick} d={`M${x} 88v4`} />
          <text className={styles.remark} x={labelX} y="104" textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}
