// Makes the handle of the rail a slider. Everything it does, links and the form of the as-of row do without it.
import { addDays, addMonth, daysBetween, formatDay, formatDayWithWeekday } from "./day.ts";

/** How long after the last key the day is loaded, in ms. */
const SETTLE_MS = 700;
const KEEP_FOCUS = "readout.rail";

begin();
// A page that shows another day without being left has another row.
document.addEventListener("readout:day", begin);

function begin(): void {
  const row = document.querySelector<HTMLElement>(".asof");
  const handle = row?.querySelector<HTMLElement>(".rail .hand:not(.open)") ?? null;
  if (row !== null && handle !== null) makeSlider(row, handle);
}

function makeSlider(row: HTMLElement, handle: HTMLElement): void {
  const { start = "", today = "", day = "" } = row.dataset;
  const length = daysBetween(start, today);
  let shown = day;
  let settle: number | undefined;
  const label = document.createElement("span");
  label.className = "to-day";
  label.setAttribute("aria-hidden", "true");
  label.hidden = true;
  handle.before(label);

  const clamp = (to: string): string => (to < start ? start : to > today ? today : to);
  const show = (to: string) => {
    shown = to;
    const left = `${Math.min(100, Math.max(0, (daysBetween(start, to) / length) * 100))}%`;
    handle.style.left = left;
    label.style.left = left;
    label.textContent = formatDay(to);
    label.hidden = to === day;
    handle.setAttribute("aria-valuenow", String(daysBetween(start, clamp(to))));
    handle.setAttribute("aria-valuetext", formatDayWithWeekday(to));
  };
  const load = (to: string) => {
    clearTimeout(settle);
    if (to === day) return;
    sessionStorage.setItem(KEEP_FOCUS, "1");
    const url = new URL(location.href);
    url.searchParams.delete("cursor");
    if (to === today) url.searchParams.delete("knownOn");
    else url.searchParams.set("knownOn", to);
    location.assign(url);
  };
  const move = (to: string) => {
    show(clamp(to));
    clearTimeout(settle);
    settle = window.setTimeout(() => load(shown), SETTLE_MS);
  };
  const dayUnder = (event: PointerEvent): string => {
    const rail = handle.parentElement!.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - rail.left) / rail.width));
    return addDays(start, Math.round(share * length));
  };

  const keys: Record<string, () => void> = {
    ArrowLeft: () => move(addDays(shown, -1)),
    ArrowDown: () => move(addDays(shown, -1)),
    ArrowRight: () => move(addDays(shown, 1)),
    ArrowUp: () => move(addDays(shown, 1)),
    PageDown: () => move(addMonth(shown, -1)),
    PageUp: () => move(addMonth(shown, 1)),
    Home: () => move(start),
    End: () => move(today),
    Enter: () => load(shown),
    Escape: () => {
      clearTimeout(settle);
      show(day);
    },
  };
  handle.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });
  handle.addEventListener("pointerdown", (event) => handle.setPointerCapture(event.pointerId));
  handle.addEventListener("pointermove", (event) => {
    if (handle.hasPointerCapture(event.pointerId)) show(dayUnder(event));
  });
  handle.addEventListener("pointerup", (event) => {
    if (handle.hasPointerCapture(event.pointerId)) load(dayUnder(event));
  });
  handle.addEventListener("pointercancel", () => show(day));

  handle.removeAttribute("aria-hidden");
  handle.classList.add("live");
  handle.tabIndex = 0;
  for (const [name, value] of Object.entries({ role: "slider", "aria-label": "Known on", "aria-valuemin": "0" }))
    handle.setAttribute(name, value);
  handle.setAttribute("aria-valuemax", String(length));
  show(day);
  if (sessionStorage.getItem(KEEP_FOCUS) !== null) {
    sessionStorage.removeItem(KEEP_FOCUS);
    handle.focus({ preventScroll: true });
  }
  // A page taken from the browser's memory stands where it was left, its handle where it was dropped.
  window.addEventListener("pageshow", (event) => event.persisted && show(day));
}
