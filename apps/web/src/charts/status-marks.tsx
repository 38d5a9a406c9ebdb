import { familyColour } from "../ui/symbols.tsx";
import type { BarMark, StripMark } from "./item-strip/layout.ts";
import { familyHatch } from "./level.ts";
import styles from "./status-marks.module.css";

const POSSIBLE_WIDTH = 10;

/** A share of the axis as svg and css take it. */
export const percent = (share: number): string => `${Math.round(share * 1e4) / 100}%`;

type StatusMarksProps = {
  marks: readonly StripMark[];
  /** Where the line lies, in px. */
  base: number;
  /** Whether `x`, `width` and `until` of the marks are shares of the width, or px. */
  unit: "share" | "px";
};

/** The bars, lines and hatchings of one item's statuses, for inside an svg. */
export function StatusMarks({ marks, base, unit }: StatusMarksProps) {
  const at = unit === "share" ? percent : (px: number) => `${px}`;
  return marks.map((mark, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: marks have no identity and never move on their own
    <Mark key={i} mark={mark} base={base} at={at} />
  ));
}

/** One mark; `at` writes a place or a width as svg takes it. */
export function Mark({ mark, base, at }: { mark: StripMark; base: number; at: (x: number) => string }) {
  switch (mark.kind) {
    case "solid":
    case "hollow":
      return <Bar mark={mark} at={at} />;
    case "hatch":
      return (
        <rect x={at(mark.x)} y={mark.y} width={at(mark.width)} height={mark.height} fill={familyHatch(mark.family)} />
      );
    case "possible": {
      const left = `calc(${at(mark.x)}${at(mark.x).endsWith("%") ? "" : "px"} + ${mark.order * (POSSIBLE_WIDTH + 2)}px)`;
      return (
        <rect
          y={mark.y}
          height={mark.height}
          width={POSSIBLE_WIDTH}
          fill={familyHatch(mark.family)}
          style={{ x: `min(${left}, calc(100% - ${POSSIBLE_WIDTH}px))` }}
        />
      );
    }
    case "dotted-edge": {
      const [x, bottom] = [at(mark.x), mark.y + mark.height];
      return (
        <line className={styles.dotted} x1={x} x2={x} y1={mark.y} y2={bottom} stroke={familyColour[mark.family]} />
      );
    }
    case "ended":
      return (
        <line
          x1={at(mark.x)}
          x2={at(mark.until)}
          y1={base}
          y2={base}
          stroke={familyColour.end}
          {...(mark.reviewed ? { strokeWidth: 2.6 } : { strokeDasharray: "1 3" })}
        />
      );
    case "stop":
      return (
        <rect x={at(mark.x)} y={base - mark.size / 2} width={mark.size} height={mark.size} fill={familyColour.end} />
      );
    case "review":
      return <line className={styles.review} x1={at(mark.x)} x2={at(mark.x)} y1={base} y2={base + 7} />;
    case "before":
      return (
        <svg x={at(mark.x)} y={mark.y} overflow="visible" aria-hidden="true">
          <path d="M0 -3.5l-4.5 3.5 4.5 3.5z" fill={familyColour[mark.family]} />
        </svg>
      );
  }
}

function Bar({ mark, at }: { mark: BarMark; at: (x: number) => string }) {
  const width = at(mark.width);
  // In shares the gap and the least width can only be said where the width is known: in css.
  const style = width.endsWith("%")
    ? { width: `max(1.5px, calc(${width} - ${mark.gapAfter ? 1 : 0}px))` }
    : { width: `${width}px` };
  const colour = familyColour[mark.family];
  if (mark.kind === "solid") return <rect x={at(mark.x)} y={mark.y} height={mark.height} style={style} fill={colour} />;
  return (
    <rect
      className={styles.hollow}
      x={at(mark.x)}
      y={mark.y + 0.5}
      height={mark.height - 1}
      style={style}
      stroke={colour}
    />
  );
}

/** The gradient behind {@link fadeIn}; once in a figure that draws beginnings which are "c." or uncertain. */
export function FadeIn() {
  return (
    <svg width="0" height="0" style={{ position: "absolute" }} aria-hidden="true" focusable="false">
      <linearGradient id="fade-in">
        <stop offset="0" stopColor="var(--page)" />
        <stop offset="1" stopColor="var(--page)" stopOpacity="0" />
      </linearGradient>
    </svg>
  );
}

/** The fill that lets a bar's leading edge fade out of the page. */
export const fadeIn = "url(#fade-in)";
