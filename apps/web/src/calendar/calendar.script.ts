// Arrow keys go through the days of the month: a day to the side, a week up and down, Home and End to its ends, Page Up and
// Page Down to the months beside. Enter goes to the first link of a day, from where Tab reaches the others.
import { addDays, addMonth } from "../as-of/day.ts";

/** The day that takes the focus on the page of another month. */
const KEEP = "readout.calendar-day";

const nav = document.querySelector<HTMLElement>(".month-nav");
const month = document.querySelector<HTMLElement>("[data-month]");
const kept = sessionStorage.getItem(KEEP);
sessionStorage.removeItem(KEEP);

const turnTo = (rel: "prev" | "next", day: string) => {
  const link = nav?.querySelector<HTMLAnchorElement>(`a[rel="${rel}"]`) ?? null;
  if (link === null) return;
  sessionStorage.setItem(KEEP, day);
  location.assign(link.href);
};

if (month !== null) goThroughDays(month);
else if (kept !== null) nav?.querySelector<HTMLElement>('a[rel="next"]')?.focus();
// Also in a month without a day to stand on.
nav?.parentElement?.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (event.target instanceof Element && event.target.closest("input, select") !== null) return;
  if (event.key !== "PageUp" && event.key !== "PageDown") return;
  event.preventDefault();
  turnTo(event.key === "PageUp" ? "prev" : "next", kept ?? "");
});

function goThroughDays(month: HTMLElement): void {
  // On a telephone only days with something on them are shown.
  const days = [...month.querySelectorAll<HTMLElement>("[data-day]")].filter((day) => day.offsetParent !== null);
  const isGrid = getComputedStyle(month).gridTemplateColumns.split(" ").length === 7;
  const dateOf = (day: HTMLElement) => day.dataset.day ?? "";
  for (const day of days) {
    day.removeAttribute("aria-hidden");
    day.setAttribute("aria-label", day.dataset.label ?? "");
    day.tabIndex = -1;
  }
  const rove = (to: HTMLElement | undefined, focus = true) => {
    if (to === undefined) return;
    for (const day of days) day.tabIndex = day === to ? 0 : -1;
    if (focus) to.focus();
  };
  const nearest = (date: string) => days.find((day) => dateOf(day) >= date) ?? days.at(-1);
  const first = days.find((day) => day.matches(".shown")) ?? days.find((day) => day.querySelector("a") !== null);
  if (kept === null) rove(first ?? days[0], false);
  else rove(nearest(kept));

  const step = (from: HTMLElement, by: number) => {
    const date = addDays(dateOf(from), by);
    const to = isGrid ? days.find((day) => dateOf(day) === date) : days[days.indexOf(from) + Math.sign(by)];
    if (to !== undefined) rove(to);
    else turnTo(by < 0 ? "prev" : "next", date);
  };
  month.addEventListener("keydown", (event) => {
    const day = event.target as HTMLElement;
    if (day.dataset.day === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const keys: Record<string, () => void> = {
      ArrowLeft: () => step(day, -1),
      ArrowRight: () => step(day, 1),
      ArrowUp: () => step(day, -7),
      ArrowDown: () => step(day, 7),
      Home: () => rove(days[0]),
      End: () => rove(days.at(-1)),
      PageUp: () => turnTo("prev", addMonth(dateOf(day), -1)),
      PageDown: () => turnTo("next", addMonth(dateOf(day), 1)),
      Enter: () => day.querySelector("a")?.focus(),
    };
    const act = keys[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
}
