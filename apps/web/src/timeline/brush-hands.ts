import { formatDay } from "../as-of/day.ts";
import { shiftDay } from "../charts/axis.ts";
import { endView, panView } from "../charts/status-lanes/view.ts";
import { makeSlider } from "./slider.ts";
import type { Stage } from "./stage.ts";

/** Gives the brush its two handles, and lets what lies between them be dragged. */
export function giveBrushHands(stage: Stage): void {
  const brush = stage.root.querySelector<HTMLElement>("[data-brush]")!;
  const window_ = brush.querySelector<HTMLElement>("[data-window]")!;
  const dayAt = (clientX: number): number => {
    const { left, width } = brush.getBoundingClientRect();
    return ((clientX - left) / width) * stage.length;
  };
  const tells = (["from", "until"] as const).map((end) => {
    const handle = brush.querySelector<HTMLElement>(`[data-end-of=${end}]`)!;
    const tell = makeSlider(handle, {
      label: end === "from" ? "First day shown" : "Last day shown",
      page: 365,
      most: () => stage.length,
      value: () => stage.view[end],
      words: () => {
        const { from, until } = stage.domain();
        return formatDay(end === "from" ? from : shiftDay(until, -1));
      },
      move: (to) => stage.show(endView(stage.view, end, to, stage.length)),
      valueAt: dayAt,
    });
    return { end, handle, tell };
  });
  const follow = () => {
    const [from, until] = [stage.view.from / stage.length, stage.view.until / stage.length];
    window_.style.left = `${from * 100}%`;
    window_.style.right = `${(1 - until) * 100}%`;
    for (const { end, handle, tell } of tells) {
      handle.style.left = `${(end === "from" ? from : until) * 100}%`;
      tell();
    }
  };
  stage.onMove(follow);
  window_.dataset.live = "";
  let held: number | null = null;
  // Beside the window a press brings it there; then, as on it, it follows.
  brush.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    brush.setPointerCapture(event.pointerId);
    const { from, until } = stage.view;
    const at = dayAt(event.clientX);
    if (at < from || at > until) stage.show(panView(stage.view, at - (from + until) / 2, stage.length));
    held = at;
  });
  brush.addEventListener("pointermove", (event) => {
    if (held === null || !brush.hasPointerCapture(event.pointerId)) return;
    const at = dayAt(event.clientX);
    stage.show(panView(stage.view, at - held, stage.length));
    held = at;
  });
  brush.addEventListener("pointerup", () => {
    held = null;
  });
}
