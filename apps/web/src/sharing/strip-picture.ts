import type { StatusFamily } from "@readout/core/status";
import { type Domain, placeIn, ticksOf } from "../charts/axis.ts";
import { layoutStrip, type StripMark } from "../charts/item-strip/layout.ts";
import type { StatusSeries } from "../charts/status-series.ts";
import type { Palette } from "./palette.ts";
import { element } from "./svg-text.ts";

/** A strip as a picture holds it: `scale` times its size on a page, so that it can be read from afar. */
export type StripPicture = { svg: string; width: number; height: number };

/** The strip of an item as an SVG that stands alone, with what it draws on a page and in the same order. */
export function stripPicture(
  series: StatusSeries,
  domain: Domain,
  palette: Palette,
  size: { width: number; scale: number },
): StripPicture {
  const width = size.width / size.scale;
  const { base, end, height, marks } = layoutStrip(series, domain, { height: 38, width });
  const place = placeIn(domain);
  const line = { stroke: palette.line, strokeWidth: 1 };
  const inner = [
    ...["talk", "commitment", "motion", "trouble", "end"].map((family) => hatching(family as StatusFamily, palette)),
    ...ticksOf(domain, 9).map(({ day }) => {
      const x = place(day) * width;
      return element("line", { x1: x, x2: x, y1: base - 3, y2: base + 3, ...line });
    }),
    element("line", { x1: 0, x2: end * width, y1: base, y2: base, ...line }),
    ...marks.map((mark) => markOf(mark, base, width, palette)),
  ];
  const box = { width: size.width, height: height * size.scale };
  const attributes = { xmlns: "http://www.w3.org/2000/svg", ...box, viewBox: `0 0 ${width} ${height}` };
  return { svg: element("svg", attributes, inner.join("")), ...box };
}

const hatching = (family: StatusFamily, palette: Palette): string =>
  element(
    "pattern",
    { id: `h-${family}`, width: 4, height: 4, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    element("path", { d: "M1 0v4", stroke: palette[family], strokeWidth: 1.6 }),
  );

const POSSIBLE_WIDTH = 10;

function markOf(mark: StripMark, base: number, width: number, palette: Palette): string {
  const x = mark.x * width;
  switch (mark.kind) {
    case "solid":
    case "hollow": {
      const box = {
        x,
        y: mark.y,
        width: Math.max(1.5, mark.width * width - (mark.gapAfter ? 1 : 0)),
        height: mark.height,
      };
      if (mark.kind === "solid") return element("rect", { ...box, fill: palette[mark.family] });
      const inset = { ...box, y: mark.y + 0.5, height: mark.height - 1 };
      return element("rect", { ...inset, fill: palette.panel, stroke: palette[mark.family], strokeWidth: 1 });
    }
    case "hatch":
      return element("rect", {
        x,
        y: mark.y,
        width: mark.width * width,
        height: mark.height,
        fill: `url(#h-${mark.family})`,
      });
    case "possible": {
      const left = Math.min(x + mark.order * (POSSIBLE_WIDTH + 2), width - POSSIBLE_WIDTH);
      return element("rect", {
        x: left,
        y: mark.y,
        width: POSSIBLE_WIDTH,
        height: mark.height,
        fill: `url(#h-${mark.family})`,
      });
    }
    case "dotted-edge":
      return element("line", {
        ...{ x1: x, x2: x, y1: mark.y, y2: mark.y + mark.height },
        ...{ stroke: palette[mark.family], strokeWidth: 2, strokeDasharray: "1.5 1.5" },
      });
    case "ended": {
      const at = { x1: x, x2: mark.until * width, y1: base, y2: base, stroke: palette.end };
      return element("line", mark.reviewed ? { ...at, strokeWidth: 2.6 } : { ...at, strokeDasharray: "1 3" });
    }
    case "stop":
      return element("rect", { x, y: base - mark.size / 2, width: mark.size, height: mark.size, fill: palette.end });
    case "review":
      return element("line", { x1: x, x2: x, y1: base, y2: base + 7, stroke: palette.ink, strokeWidth: 1.5 });
    case "before":
      return element("path", { d: `M${x} ${mark.y - 3.5}l-4.5 3.5 4.5 3.5z`, fill: palette[mark.family] });
  }
}
