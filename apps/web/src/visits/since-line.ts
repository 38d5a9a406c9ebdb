import type { Since, SinceItem, SinceKind } from "@readout/core/since";
import { statusFamily } from "@readout/core/status-language";
import type { Mark } from "@readout/core/visit-law";
import { addDays, formatDay } from "../as-of/day.ts";
import { ask } from "../ui/ask.ts";
import { drawing, element } from "../ui/element.ts";
import type { VisitStore } from "./visit-store.ts";

/** Items that stand in the line by themselves; the others are a link away. */
const MOST_LINES = 5;

const kindWords: Record<SinceKind, string> = {
  moved: "moved",
  corrected: "corrected here",
  evidence: "new evidence",
  reviewed: "reviewed",
  opened: "taken up",
};

/**
 * Says over the attention list what is new since the visit before, and marks the items that it names.
 *
 * @param since where that visit ended
 */
export async function tellSince(place: HTMLElement, since: Mark, store: VisitStore): Promise<void> {
  const token = place.dataset.token!;
  const today = document.querySelector<HTMLElement>(".asof")?.dataset.today ?? "";
  const day = since.at.slice(0, 10);
  if (since.token === token && day === today) return;
  // The day alone, so that many who were here on it ask the same.
  const found = await ask<Since>(`/changes/items?since=${since.token}&at=${day}T00:00:00.000Z`);
  if (found.items.length === 0) return;
  const seen: Mark = { token: found.isMore ? token : found.next, at: new Date().toISOString() };
  const mark = () => markItems(found.items);

  const show = () => {
    place.replaceChildren(
      ...[...place.querySelectorAll("h2")],
      element(
        "p",
        { class: "said" },
        element("b", {}, "Since your last visit"),
        ` ${day === today ? "earlier today" : `on ${formatDay(day)}`}: ${lowered(found.words)} `,
        element("button", { type: "button", class: "as-link", onclick: () => void markSeen() }, "mark all as seen"),
      ),
      element("ul", {}, ...found.items.slice(0, MOST_LINES).map(lineOf)),
    );
    if (found.counts.items > MOST_LINES || found.isMore)
      place.append(
        element(
          "p",
          { class: "dim" },
          element(
            "a",
            { href: `/changes?from=${addDays(day, -1)}&to=${today}&basis=recorded` },
            `all ${found.counts.items.toLocaleString("en-GB")} changes`,
          ),
        ),
      );
    place.hidden = false;
    mark();
  };
  const say = (words: string) => {
    document.querySelector("#since-said")!.textContent = words;
  };
  const markSeen = async () => {
    await store.compare(seen);
    unmarkItems();
    const undo = element("button", { type: "button", class: "as-link", onclick: () => void takeBack() }, "undo");
    place.replaceChildren(
      ...[...place.querySelectorAll("h2")],
      element("p", { class: "said dim" }, "All is marked as seen. ", undo),
    );
    undo.focus({ preventScroll: true });
    say("All is marked as seen.");
  };
  const takeBack = async () => {
    await store.compare(since);
    show();
    place.querySelector("button")?.focus({ preventScroll: true });
    say("Nothing is marked as seen.");
  };
  show();
  document.addEventListener("readout:parts", () => place.querySelector("ul") !== null && mark());
}

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

function lineOf({ itemId, title, words, seq, after }: SinceItem): HTMLElement {
  const [before = "", now] = words.split(" → ");
  const where = seq === null ? "" : `#entry-${seq}`;
  return element(
    "li",
    {},
    element("a", { class: "row-title", href: `/items/${itemId}` }, element("bdi", {}, title)),
    " ",
    element(
      "span",
      { class: "dim" },
      before,
      ...(now === undefined
        ? []
        : [
            " ",
            arrow(),
            " ",
            ...(after.status === null ? [] : [drawing(`g-${after.status}`, `g ${statusFamily[after.status]}`)]),
            now,
          ]),
      ...(seq === null ? [] : [" · ", element("a", { class: "nb", href: `/items/${itemId}${where}` }, `entry ${seq}`)]),
    ),
  );
}

function arrow(): SVGSVGElement {
  const svg = drawing("arrow", "arrow");
  svg.removeAttribute("aria-hidden");
  svg.setAttribute("role", "img");
  svg.setAttribute("aria-label", "to");
  return svg;
}

/** A dot with hidden words at the head of each link to an item that is named, and its reason among those that ask for attention. */
function markItems(items: readonly SinceItem[]): void {
  unmarkItems();
  const byPath = new Map(items.map((item) => [`/items/${item.itemId}`, item]));
  for (const link of document.querySelectorAll<HTMLAnchorElement>("main .rows a.row-title, main table.items td.t a")) {
    const item = byPath.get(link.pathname);
    if (item === undefined) continue;
    link.prepend(
      element(
        "span",
        { class: "new" },
        element("span", { class: "vh" }, `${kindWords[item.kind]} since your last visit: `),
      ),
    );
    const reasons = link.closest(".att > li")?.querySelector("p") ?? null;
    if (reasons !== null && item.kind === "moved") addReason(reasons);
  }
}

/** Reasons that weigh more than a movement. */
const heavier = new Set(["passedDates", "fallsDue"]);

function addReason(reasons: HTMLElement): void {
  const spans = [...reasons.querySelectorAll<HTMLElement>("span[data-reason]")];
  const next = spans.find(({ dataset }) => !heavier.has(dataset.reason ?? ""));
  const isFirst = next !== undefined && next === spans[0];
  const words = element("span", { class: "new-reason" });
  if (next === undefined) words.append(" ", element("b", {}, "Moved since your last visit"), ".");
  else words.append(element("b", {}, isFirst ? "Moved since your last visit" : "moved since your last visit"), "; ");
  if (next === undefined) reasons.append(words);
  else next.before(words);
}

function unmarkItems(): void {
  for (const mark of document.querySelectorAll("main .new, main .new-reason")) mark.remove();
}
