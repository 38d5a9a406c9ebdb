// Makes the timeline move: zoom and brush, the line of the day shown, playing, arrows between marks. What it does, the links
// and the form of the page do without it.
import type { Day } from "@readout/core/time";
import { domainParams } from "../charts/status-lanes/view.ts";
import { giveLineHand } from "./as-of-hand.ts";
import { giveBrushHands } from "./brush-hands.ts";
import { carryDays, followInWords, withDays } from "./follow-in-words.ts";
import { moveByHand } from "./move-by-hand.ts";
import { createPlayer } from "./play.ts";
import { leaveOneTabStop, rove } from "./rove.ts";
import { settleRow } from "./settle-row.ts";
import { fetchPage, putInPlace } from "./show-day.ts";
import { createStage } from "./stage.ts";
import { windowRows } from "./window-rows.ts";

const root = document.querySelector<HTMLElement>("[data-lanes]");
if (root !== null) begin(root);

function begin(root: HTMLElement): void {
  const stage = createStage(root);
  /** How often all has settled: a row that comes into sight later is settled as the others are. */
  let settled = 1;
  const prepare = (row: HTMLElement) => {
    if (row.dataset.settled !== String(settled)) settleRow(row, stage);
    row.dataset.settled = String(settled);
    for (const label of row.querySelectorAll<HTMLElement>("[data-label]"))
      label.tabIndex = label.hasAttribute("data-stop") ? 0 : -1;
  };
  const settleRows = () => {
    settled++;
    for (const row of root.querySelectorAll<HTMLElement>("[data-row]")) prepare(row);
  };
  const windowed = windowRows(stage, prepare);
  stage.onSettle(() => {
    settleRows();
    followInWords(stage);
  });

  const show = (page: Document, href: string) => {
    const focused = placeOfFocus(root);
    const { scrollY } = window;
    const main = document.querySelector<HTMLElement>("main")!;
    const before = main.getBoundingClientRect().top;
    putInPlace(page);
    history.replaceState(history.state, "", href);
    stage.reread();
    windowed?.renew();
    leaveOneTabStop(stage);
    giveLineHand(stage, load);
    document.dispatchEvent(new Event("readout:day"));
    scrollTo({ top: scrollY, behavior: "instant" });
    // The band of a past day is taller than the row of today: what is read stays where it was.
    const by = before - main.getBoundingClientRect().top + Number.parseFloat(main.style.marginBlockStart || "0");
    main.style.marginBlockStart = `${Math.min(24, Math.max(-24, by))}px`;
    focused?.();
  };
  const hrefOf = (day: string): string => {
    const url = new URL(location.href);
    const name = url.searchParams.has("validOn") ? "validOn" : "knownOn";
    url.searchParams.delete("page");
    if (day === root.dataset.today && name === "knownOn") url.searchParams.delete(name);
    else url.searchParams.set(name, day);
    // The days seen stay, whatever would be shown on that day when none are asked for.
    return withDays(url.href, domainParams(stage.domain()));
  };
  const load = (day: Day) => {
    player.pause();
    const href = hrefOf(day);
    root.setAttribute("aria-busy", "true");
    fetchPage(href)
      .then((page) => {
        history.pushState(null, "", location.href);
        show(page, href);
      })
      // What could not be fetched is asked for as a page, which says what is wrong.
      .catch(() => location.assign(href))
      .finally(() => root.removeAttribute("aria-busy"));
  };
  const player = createPlayer(stage, {
    hrefOf,
    show,
    nextHref() {
      const row = document.querySelector<HTMLElement>(".asof")?.dataset;
      const next = row?.next ?? row?.back;
      return next === undefined ? null : withDays(next, domainParams(stage.domain()));
    },
  });

  moveByHand(stage);
  giveBrushHands(stage);
  giveLineHand(stage, load);
  rove(stage);
  leaveOneTabStop(stage);
  root.dataset.live = "";
  root.addEventListener("keydown", (event) => {
    if (event.key !== " " || (event.target as Element).closest("button, summary, input, select")) return;
    event.preventDefault();
    player.toggle();
  });
  settleRows();
  carryDays(stage);
  let path = location.pathname + new URL(location.href).searchParams.get("knownOn");
  addEventListener("popstate", () => {
    const now = location.pathname + new URL(location.href).searchParams.get("knownOn");
    if (now !== path) location.reload();
    path = now;
  });
}

/** What gives the focus back to the same place among what was replaced; null where it stands elsewhere. */
function placeOfFocus(root: HTMLElement): (() => void) | null {
  const focused = document.activeElement;
  if (focused === null || !root.contains(focused)) return null;
  if (focused.closest("[data-handle]"))
    return () => root.querySelector<HTMLElement>("[data-handle]")?.focus({ preventScroll: true });
  const row = focused.closest("[data-row]");
  if (row === null) return null;
  const name = row.querySelector("[data-label]")?.getAttribute("title");
  return () => {
    const labels = [...root.querySelectorAll<HTMLElement>("[data-label]")];
    (labels.find((label) => label.title === name) ?? labels[0])?.focus({ preventScroll: true });
  };
}
