import { spansOf } from "../charts/cluster.ts";
import { stretchOf } from "../charts/status-lanes/view.ts";
import { NARROWEST_SPAN_PX, nearOf } from "../charts/status-lanes/widths.ts";
import type { Stage } from "./stage.ts";

const ALL_WIDTHS = "wide middle narrow";

/** What of a lane depends on how large its days are drawn: which marks share one, which spans are hatched, what began earlier. */
export function settleRow(row: Element, stage: Stage): void {
  const { scale, shift } = stretchOf(stage.view, stage.length);
  const px = stage.width() * scale;
  const marks = [...row.querySelectorAll<SVGElement>("[data-mark]")];
  let earlier: SVGElement | null = null;
  for (const mark of marks) {
    const [x, from, until] = [numberOf(mark, "x"), numberOf(mark, "from"), numberOf(mark, "until")];
    mark.toggleAttribute("data-narrow", (x - from) * px < NARROWEST_SPAN_PX);
    if (mark.dataset.mark === "status" && x < shift && until > shift) earlier = mark;
  }
  for (const kind of ["date", "source"])
    gather(
      marks.filter((mark) => mark.dataset.mark === kind),
      px,
      stage.width(),
    );
  const arrow = row.querySelector<SVGElement>("[data-earlier]");
  if (arrow === null) return;
  if (earlier === null) arrow.removeAttribute("data-family");
  else {
    arrow.dataset.family = earlier.dataset.family;
    arrow.style.translate = `0 ${numberOf(earlier, "y") - 3.5}px`;
  }
}

function gather(marks: readonly SVGElement[], px: number, width: number): void {
  const places = marks.map((mark) => ({ x: numberOf(mark, "x"), mark }));
  for (const group of spansOf(places, nearOf(width) / px)) {
    const [first, ...others] = group;
    first.mark.removeAttribute("data-under");
    first.mark.setAttribute("aria-label", group.map(({ mark }) => mark.dataset.words ?? "").join("; "));
    const [count, ...more] = first.mark.querySelectorAll<SVGElement>("[data-count]");
    for (const other of more) other.remove();
    if (count !== undefined) {
      count.dataset.count = ALL_WIDTHS;
      count.textContent = others.length > 0 ? String(others.length + 1) : "";
    }
    for (const { mark } of others) mark.dataset.under = ALL_WIDTHS;
  }
}

export const numberOf = (mark: SVGElement, name: "x" | "from" | "until" | "y"): number => Number(mark.dataset[name]);
