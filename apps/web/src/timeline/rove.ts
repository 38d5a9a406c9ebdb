// One tab stop; arrows go between lanes and between the marks of a lane. What has the focus or the pointer says its sentence.
import { panView } from "../charts/status-lanes/view.ts";
import { numberOf } from "./settle-row.ts";
import type { Stage } from "./stage.ts";

const isLabel = (element: Element): boolean => element.hasAttribute("data-label");
const rowOf = (element: Element): Element | null => element.closest("[data-row]");

/** Takes the names of lanes out of the tab order but for one; a row that comes later is given the same. */
export function leaveOneTabStop(stage: Stage): void {
  const labels = [...stage.root.querySelectorAll<HTMLElement>("[data-label]")];
  const current = stage.root.querySelector("[data-stop]") ?? labels[0];
  for (const label of labels) label.tabIndex = label === current ? 0 : -1;
  current?.setAttribute("data-stop", "");
}

export function rove(stage: Stage): void {
  const { root } = stage;
  const rows = root.querySelector<HTMLElement>("[data-rows]")!;
  const line = root.querySelector<HTMLElement>("[data-sentence]")!;

  const targetsOf = (row: Element): (HTMLElement | SVGElement)[] => [
    ...row.querySelectorAll<HTMLElement>("[data-label]"),
    ...row.querySelectorAll<SVGElement>("[data-mark]:not([data-under])"),
  ];
  const focus = (target: HTMLElement | SVGElement) => {
    const before = rows.querySelector<HTMLElement | SVGElement>("[data-stop]");
    before?.removeAttribute("data-stop");
    before?.setAttribute("tabindex", "-1");
    target.setAttribute("data-stop", "");
    target.setAttribute("tabindex", "0");
    bringIntoView(target);
    target.focus({ preventScroll: true });
    rowOf(target)?.scrollIntoView({ block: "nearest" });
  };
  const bringIntoView = (target: Element) => {
    if (isLabel(target)) return;
    const x = numberOf(target as SVGElement, "x") * stage.length;
    const { from, until } = stage.view;
    if (x < from || x > until) stage.show(panView(stage.view, x - (from + until) / 2, stage.length));
  };
  const along = (from: Element, step: 1 | -1) => {
    const targets = targetsOf(rowOf(from)!);
    const next = targets[targets.indexOf(from as HTMLElement) + step];
    if (next !== undefined) focus(next);
  };
  const across = (from: Element, step: 1 | -1) => {
    const all = [...rows.querySelectorAll("[data-row]")];
    const row = all[all.indexOf(rowOf(from)!) + step];
    if (row === undefined) return;
    const targets = targetsOf(row);
    const x = isLabel(from) ? null : numberOf(from as SVGElement, "x");
    const near = (target: Element) => (isLabel(target) ? 2 : Math.abs(numberOf(target as SVGElement, "x") - (x ?? 0)));
    const next = x === null ? targets[0] : [...targets].sort((a, b) => near(a) - near(b))[0];
    if (next !== undefined) focus(next);
  };
  const moves: Record<string, (from: Element) => void> = {
    ArrowRight: (from) => along(from, 1),
    ArrowLeft: (from) => along(from, -1),
    ArrowDown: (from) => across(from, 1),
    ArrowUp: (from) => across(from, -1),
  };
  rows.addEventListener("keydown", (event) => {
    const from = (event.target as Element).closest("[data-label], [data-mark]");
    const move = moves[event.key];
    if (from === null || move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(from);
  });

  let shown: Element | null = null;
  const show = (target: Element | null) => {
    if (target === shown) return;
    shown?.removeAttribute("data-is");
    if (shown !== null) rowOf(shown)?.removeAttribute("data-emphasis");
    shown = target;
    const row = target === null ? null : rowOf(target);
    line.toggleAttribute("data-said", row !== null);
    if (target === null || row === null) line.textContent = line.dataset.sentence ?? "";
    else {
      const title = row.querySelector("[data-label]")?.textContent;
      const words = target.getAttribute("aria-label") ?? "";
      line.textContent = title == null ? words : `${title}: ${words}`;
      target.setAttribute("data-is", "");
      row.setAttribute("data-emphasis", "");
    }
  };
  const markAt = (event: Event) => (event.target as Element).closest("[data-mark]");
  rows.addEventListener("pointerover", (event) => show(markAt(event) ?? focused()));
  rows.addEventListener("pointerleave", () => show(focused()));
  rows.addEventListener("focusin", (event) => show(markAt(event)));
  rows.addEventListener("focusout", () => show(null));
  const focused = () => (rows.contains(document.activeElement) ? document.activeElement!.closest("[data-mark]") : null);
}
