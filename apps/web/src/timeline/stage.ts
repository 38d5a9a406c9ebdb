// What is seen of the timeline: one place that moves it, and tells everything that has to follow.
import { daysBetween } from "@readout/core/day";
import type { Day } from "@readout/core/time";
import type { Domain } from "../charts/axis.ts";
import { labelledTicks } from "../charts/status-lanes/ticks.ts";
import { clampView, domainOf, stretchOf, type View, viewOf } from "../charts/status-lanes/view.ts";
import { WIDTHS, type WidthName } from "../charts/status-lanes/widths.ts";

/** How long after the last move marks are gathered anew and the address is written, in ms. */
const SETTLE_MS = 200;

export type Stage = {
  readonly root: HTMLElement;
  extent: Domain;
  /** Days of the extent. */
  length: number;
  view: View;
  /** Shows other days: at the next frame, and settles when no more follow. */
  show(view: View): void;
  /** Takes over what the page says after a part of it was replaced; the days seen stay. */
  reread(): void;
  domain(): Domain;
  /** How wide lanes are drawn, in px. */
  width(): number;
  /** Called at each frame that moved, and once when all has settled. */
  onMove(follow: () => void): void;
  onSettle(follow: () => void): void;
};

/** At which of the three widths a window of these px lays its lanes out; as status-lanes.module.css has it. */
const widthName = (): WidthName => (innerWidth >= 1376 ? "wide" : innerWidth >= 1016 ? "middle" : "narrow");

export function createStage(root: HTMLElement): Stage {
  const moves: (() => void)[] = [];
  const settles: (() => void)[] = [];
  let frame = 0;
  let timer = 0;
  const read = () => {
    const { extentFrom, extentUntil } = root.dataset;
    stage.extent = { from: extentFrom as Day, until: extentUntil as Day };
    stage.length = daysBetween(stage.extent.from, stage.extent.until);
  };
  const draw = () => {
    frame = 0;
    const { scale, shift } = stretchOf(stage.view, stage.length);
    root.style.setProperty("--scale", String(scale));
    root.style.setProperty("--shift", String(shift));
    drawTicks(root, stage.domain());
    for (const follow of moves) follow();
  };
  const settle = () => {
    const { from, until } = stage.domain();
    root.dataset.from = from;
    root.dataset.until = until;
    for (const follow of settles) follow();
  };
  const stage: Stage = {
    root,
    extent: { from: "2000-01-01" as Day, until: "2001-01-01" as Day },
    length: 1,
    view: { from: 0, until: 1 },
    show(view) {
      stage.view = clampView(view, stage.length);
      if (frame === 0) frame = requestAnimationFrame(draw);
      clearTimeout(timer);
      timer = window.setTimeout(settle, SETTLE_MS);
    },
    reread() {
      const domain = stage.domain();
      read();
      stage.view = clampView(viewOf(domain, stage.extent), stage.length);
      draw();
      settle();
    },
    domain: () => domainOf(stage.view, stage.extent),
    width: () => root.querySelector("[data-row] > :last-child")?.clientWidth ?? WIDTHS[widthName()],
    onMove: (follow) => moves.push(follow),
    onSettle: (follow) => settles.push(follow),
  };
  read();
  const { from, until } = root.dataset;
  stage.view = viewOf({ from: from as Day, until: until as Day }, stage.extent);
  window.addEventListener("resize", () => stage.show(stage.view));
  return stage;
}

function drawTicks(root: HTMLElement, domain: Domain): void {
  const name = widthName();
  const ticks = labelledTicks(domain, WIDTHS[name]);
  const axis = root.querySelector(`[data-swap="axis"] [data-ticks="${name}"]`);
  for (const place of [axis, root.querySelector(`[data-grid="${name}"]`)]) {
    if (place === null) continue;
    while (place.childElementCount > ticks.length) place.lastElementChild?.remove();
    while (place.childElementCount < ticks.length) place.append(document.createElement("span"));
    ticks.forEach(({ x, label }, i) => {
      const tick = place.children[i] as HTMLElement;
      tick.style.left = `${x * 100}%`;
      if (place === axis && tick.textContent !== label) tick.textContent = label;
    });
  }
}
