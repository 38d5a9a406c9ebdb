// Gives every page its keys, and the link to the search its palette. Links and forms do all of it without script.
import { stepThroughRows } from "./list-rows.ts";
import { areKeysOff, keySwitch } from "./switch.ts";

/** How long a `g` waits for its letter, in ms. */
const GO_MS = 1500;
const places: Record<string, string> = {
  o: "/",
  i: "/items",
  t: "/timeline",
  l: "/calendar",
  c: "/changes",
  s: "/scenarios",
  q: "/sources",
};

/** The row of the day, looked for when it is needed: a page may show another day without being left. */
const asOf = () => document.querySelector<HTMLElement>(".asof");
const find = document.querySelector<HTMLAnchorElement>("a.find");

/** What was typed while the palette was on its way; null while it is not. */
let typedAhead: string | null = null;

/** The palette is loaded when it is first asked for; where that fails, the page of the search does the same. */
async function openPalette(): Promise<void> {
  if (typedAhead !== null) return;
  typedAhead = "";
  try {
    const palette = await import("../palette/palette.ts");
    palette.openPalette({ showKeyList, typed: typedAhead });
  } catch {
    location.assign(find?.href ?? "/search");
  }
  typedAhead = null;
}

const showKeyList = async (): Promise<void> => (await import("./key-list.ts")).showKeyList();

/** The address of a place as the masthead has it: on the day shown. */
const placeAt = (path: string): string | undefined =>
  [...document.querySelectorAll<HTMLAnchorElement>(".mast .places a")].find((link) => link.pathname === path)?.href;

const go = (to: string | undefined): void => {
  if (to !== undefined) location.assign(to);
};

const single: Record<string, () => unknown> = {
  "/": openPalette,
  "?": showKeyList,
  j: () => stepThroughRows(1),
  k: () => stepThroughRows(-1),
  "[": () => go(asOf()?.dataset.previous),
  "]": () => go(asOf()?.dataset.next),
  T: () => go(asOf()?.dataset.back),
};

let goesUntil = 0;
document.addEventListener("keydown", (event) => {
  const { key } = event;
  const isOpener = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && key.toLowerCase() === "k";
  if (isOpener && document.querySelector("dialog:modal") === null) {
    event.preventDefault();
    void openPalette();
    return;
  }
  if (key === "Escape") closeDisclosures();
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (typedAhead !== null && key.length === 1) {
    event.preventDefault();
    typedAhead += key;
  }
  if (typedAhead !== null || areKeysOff()) return;
  const isTyping = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], dialog";
  if (event.target instanceof Element && event.target.closest(isTyping)) return;
  const place = event.timeStamp < goesUntil ? places[key] : undefined;
  goesUntil = key === "g" ? event.timeStamp + GO_MS : 0;
  const act = place === undefined ? single[key] : () => go(placeAt(place));
  if (act === undefined) return;
  event.preventDefault();
  act();
});

function closeDisclosures(): void {
  for (const open of document.querySelectorAll("details.another[open], details.menu[open], details.ordering[open]")) {
    if (open.contains(document.activeElement)) open.querySelector("summary")?.focus();
    open.removeAttribute("open");
  }
}

find?.setAttribute("aria-haspopup", "dialog");
find?.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void openPalette();
});

offerSwitch();
document.addEventListener("readout:day", offerSwitch);

function offerSwitch(): void {
  const words = "Single keys, as [ and ] for days with news; ? lists them";
  asOf()?.querySelector(".another .panel")?.append(keySwitch(words));
}
