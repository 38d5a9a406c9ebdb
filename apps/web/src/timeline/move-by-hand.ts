// The days seen, moved on the lanes themselves: by wheel, mouse, touch and keys.
import { panView, zoomView } from "../charts/status-lanes/view.ts";
import type { Stage } from "./stage.ts";

/** How far a pointer goes before it drags, in px. */
const SLOP_PX = 6;
const STEP = 0.8;

type Pointers = Map<number, { x: number; y: number }>;

export function moveByHand(stage: Stage): void {
  const rows = stage.root.querySelector<HTMLElement>("[data-rows]")!;
  const plot = () => rows.querySelector("[data-row] > :last-child")!.getBoundingClientRect();
  const shareAt = (clientX: number): number => {
    const { left, width } = plot();
    return Math.min(1, Math.max(0, (clientX - left) / width));
  };
  const pan = (px: number) => {
    const { from, until } = stage.view;
    stage.show(panView(stage.view, (px / plot().width) * (until - from), stage.length));
  };
  const zoom = (factor: number, at: number) => stage.show(zoomView(stage.view, factor, at, stage.length));

  rows.addEventListener(
    "wheel",
    (event) => {
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (event.ctrlKey || event.metaKey) zoom(Math.exp(event.deltaY * 0.004), shareAt(event.clientX));
      else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) pan(sideways);
      else return;
      event.preventDefault();
    },
    { passive: false },
  );
  rows.addEventListener("dblclick", (event) => {
    if (!(event.target as Element).closest("a")) zoom(event.shiftKey ? 2 : 0.5, shareAt(event.clientX));
  });

  const down: Pointers = new Map();
  let dragging = false;
  rows.addEventListener("pointerdown", (event) => {
    const target = event.target as Element;
    if (event.button !== 0 || target.closest("[data-handle]")) return;
    // Beside the lanes a name may be marked by the mouse; a finger pans wherever it lies.
    if (event.pointerType === "mouse" && event.clientX < plot().left) return;
    if (down.size === 0) dragging = false;
    down.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  rows.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (before === undefined) return;
    const now = { x: event.clientX, y: event.clientY };
    if (!dragging) {
      if (down.size < 2 && Math.abs(now.x - before.x) < SLOP_PX) return;
      dragging = true;
      rows.setPointerCapture(event.pointerId);
      stage.root.dataset.moving = "";
    }
    const [a, b] = [...down.values()];
    down.set(event.pointerId, now);
    if (a !== undefined && b !== undefined) {
      const [c, d] = [...down.values()];
      if (c === undefined || d === undefined) return;
      const [was, is] = [Math.abs(a.x - b.x), Math.abs(c.x - d.x)];
      if (was > 8 && is > 8) zoom(was / is, shareAt((c.x + d.x) / 2));
    } else pan(before.x - now.x);
  });
  const up = (event: PointerEvent) => {
    down.delete(event.pointerId);
    if (down.size === 0) delete stage.root.dataset.moving;
  };
  rows.addEventListener("pointerup", up);
  rows.addEventListener("pointercancel", up);
  // What began as a drag is no click on the mark or the name under it.
  rows.addEventListener(
    "click",
    (event) => {
      if (dragging) event.preventDefault();
      dragging = false;
    },
    true,
  );
  rows.addEventListener("dragstart", (event) => event.preventDefault());

  const keys: Record<string, () => void> = {
    "+": () => zoom(STEP, 0.5),
    "=": () => zoom(STEP, 0.5),
    "-": () => zoom(1 / STEP, 0.5),
    Home: () => stage.show(panView(stage.view, -stage.length, stage.length)),
    End: () => stage.show(panView(stage.view, stage.length, stage.length)),
  };
  stage.root.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if ((event.target as Element).closest("[role=slider]") && event.key.length > 1) return;
    event.preventDefault();
    act();
  });
}
