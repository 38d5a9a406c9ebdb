import { addDays, daysBetween } from "@readout/core/day";
import type { Day } from "@readout/core/time";
import { formatDayWithWeekday } from "../as-of/day.ts";
import { placeIn } from "../charts/axis.ts";
import { makeSlider } from "./slider.ts";
import type { Stage } from "./stage.ts";

/**
 * Makes the line of the day shown a handle; let go, it loads that day. Called anew when the line was replaced.
 *
 * @param load what shows a day
 */
export function giveLineHand(stage: Stage, load: (day: Day) => void): void {
  const { root } = stage;
  const handle = root.querySelector<HTMLElement>("[data-handle]");
  const line = root.querySelector<HTMLElement>("[data-line]");
  if (handle === null || line === null) return;
  const { end = "", today = "" } = root.dataset;
  const start = stage.extent.from;
  let day = end as Day;
  const tell = makeSlider(handle, {
    label: "Day shown",
    page: 30,
    most: () => Math.max(0, daysBetween(start, today as Day)),
    value: () => daysBetween(start, day),
    words: () => formatDayWithWeekday(day),
    move(to) {
      day = addDays(start, Math.round(to));
      const x = String(placeIn(stage.extent)(day));
      handle.style.setProperty("--x", x);
      line.style.setProperty("--x", x);
      line.firstElementChild!.textContent = formatDayWithWeekday(day);
      tell();
    },
    done() {
      if (day !== end) load(day);
    },
    valueAt(clientX) {
      const { left, width } = handle.parentElement!.getBoundingClientRect();
      const { from, until } = stage.view;
      return from + Math.min(1, Math.max(0, (clientX - left) / width)) * (until - from);
    },
  });
}
