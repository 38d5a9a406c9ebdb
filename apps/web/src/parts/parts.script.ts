// Changes of a filter, an order or a page of a list change the list in place: the same address is fetched, and of its page only
// the marked parts are taken. Forms and links do the same without it, and whatever goes wrong here is done by them.

import type { AsOfInput } from "@readout/core/as-of";
import { signInHref } from "../accounts/next-path.ts";
import { atDay } from "../as-of/links.ts";
import { parsePage } from "../ui/fetched-page.ts";

/** How long after the last letter a text field counts as typed, in ms. */
const TYPED_MS = 120;
/** How long an answer may take before the old one is dimmed, in ms. */
const DIM_MS = 200;

type Going = {
  url: URL;
  parts: readonly string[];
  /** The part alone, where the page can be asked for it. */
  only: string | undefined;
  /** Whether it is a step that can be gone back; what history itself asks for is none. */
  isStep: boolean;
  /** The field that is typed in: all that is typed in it is one step. */
  typed: Element | null;
  /** The form that asked; it says already what it is about. */
  form: HTMLFormElement | null;
};

const status = document.createElement("p");
status.className = "vh";
status.setAttribute("role", "status");
document.querySelector("main")?.append(status);

let shown = addressOf(location);
let request: AbortController | null = null;
let typing: number | undefined;
/** The field whose typing the last step was. */
let typedIn: Element | null = null;

function addressOf({ pathname, search }: Pick<Location, "pathname" | "search">): string {
  return pathname + search;
}

const partOf = (root: ParentNode, name: string): HTMLElement | null => root.querySelector(`[data-part="${name}"]`);

async function go({ url, parts, only, isStep, typed, form }: Going): Promise<void> {
  url.hash = "";
  if (addressOf(url) === shown && isStep) return;
  request?.abort();
  const mine = new AbortController();
  request = mine;
  const dim = setTimeout(() => setWaiting(parts, true), DIM_MS);
  try {
    const asked = new URL(url);
    if (only !== undefined) asked.searchParams.set("part", only);
    const answer = await fetch(asked, { signal: mine.signal, headers: { accept: "text/html" } });
    if (!answer.ok || answer.redirected) throw new Error(`answered ${answer.status}`);
    const page = parsePage(await answer.text());
    if (mine.signal.aborted) return;
    swap(page, parts);
    // Decided here: a step that was overtaken before it was shown has left nothing to replace.
    if (isStep && typed !== null && typedIn === typed) history.replaceState(null, "", url);
    else if (isStep) history.pushState(null, "", url);
    typedIn = typed;
    shown = addressOf(url);
    syncForms(form);
    syncSurroundings();
    document.dispatchEvent(new Event("readout:parts"));
  } catch {
    // A newer question took its place, or the reader left; else the browser does what it would have done.
    if (!mine.signal.aborted) location.assign(url);
  } finally {
    clearTimeout(dim);
    if (request === mine) {
      request = null;
      setWaiting(parts, false);
    }
  }
}

function swap(page: Document, parts: readonly string[]): void {
  const pairs = parts.map((name) => [partOf(document, name), partOf(page, name)] as const);
  const focused = document.activeElement;
  let lost: HTMLElement | null = null;
  for (const [old, fresh] of pairs) {
    if (old === null || fresh === null) throw new Error("a part is missing");
    if (old.contains(focused)) lost = fresh;
  }
  for (const [old, fresh] of pairs) old!.replaceWith(document.adoptNode(fresh!));
  if (lost !== null) {
    const same = focused!.id === "" ? null : document.getElementById(focused!.id);
    if (same === null) lost.tabIndex = -1;
    (same ?? lost).focus({ preventScroll: true });
  }
  status.textContent = pairs.map(([, fresh]) => fresh!.dataset.announce ?? "").join("");
}

function setWaiting(parts: readonly string[], isWaiting: boolean): void {
  for (const name of parts) {
    const part = partOf(document, name);
    part?.classList.toggle("waiting", isWaiting);
    part?.setAttribute("aria-busy", String(isWaiting));
  }
}

/** Forms say what the address says; the one that asked keeps what is being typed in it. */
function syncForms(asked: HTMLFormElement | null): void {
  const params = new URLSearchParams(location.search);
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-parts]")) {
    form.closest(".filter-panel")?.setAttribute("data-on", "");
    if (form === asked) continue;
    for (const field of form.elements) {
      const value = field instanceof HTMLElement ? (params.get(field.getAttribute("name") ?? "") ?? "") : "";
      if (field instanceof HTMLSelectElement) {
        // A choice that came by a link and is none of the form's own.
        if (![...field.options].some((option) => option.value === value)) field.add(new Option(value));
        field.value = value;
      } else if (field instanceof HTMLInputElement && field.type !== "hidden" && field !== document.activeElement)
        field.value = value;
    }
  }
}

/** What stands around leads on from the address that is shown now: another day, signing in, the link to this day. */
function syncSurroundings(): void {
  const here = addressOf(location);
  const onOwnDay = (address: string): string => {
    const { searchParams } = new URL(address, location.href);
    const day = (name: "knownOn" | "validOn" | "basis") => searchParams.get(name) ?? undefined;
    return atDay(here, { knownOn: day("knownOn"), validOn: day("validOn"), basis: day("basis") } as AsOfInput);
  };
  for (const link of document.querySelectorAll<HTMLAnchorElement>(".asof a[href], .foot a[href]"))
    if (link.pathname === location.pathname) link.setAttribute("href", onOwnDay(link.href));
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.mast a[href^="/sign-in"]'))
    link.setAttribute("href", signInHref(here));
  const row = document.querySelector<HTMLElement>(".asof");
  for (const name of ["previous", "next", "back"]) {
    const address = row?.dataset[name];
    if (address !== undefined) row!.dataset[name] = onOwnDay(address);
  }
  for (const form of row?.querySelectorAll("form") ?? []) {
    for (const hidden of form.querySelectorAll('input[type="hidden"]')) hidden.remove();
    for (const [name, value] of new URLSearchParams(location.search)) {
      if (form.elements.namedItem(name) !== null || name === "cursor") continue;
      const field = document.createElement("input");
      Object.assign(field, { type: "hidden", name, value });
      form.prepend(field);
    }
  }
}

const partsIn = (element: HTMLElement): readonly string[] => (element.dataset.parts ?? "").split(" ").filter(Boolean);

function submit(form: HTMLFormElement, typed: Element | null = null): void {
  clearTimeout(typing);
  const url = new URL(form.action);
  url.search = "";
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && value.trim() !== "") url.searchParams.set(name, value.trim());
  void go({ url, parts: partsIn(form), only: form.dataset.only, isStep: true, typed, form });
}

const isTyped = (field: EventTarget | null): field is HTMLInputElement =>
  field instanceof HTMLInputElement && ["text", "search"].includes(field.type);

for (const form of document.querySelectorAll<HTMLFormElement>("form[data-parts]")) {
  form.addEventListener("change", ({ target }) => {
    if (!isTyped(target)) submit(form);
  });
  form.addEventListener("input", ({ target }) => {
    if (!isTyped(target)) return;
    clearTimeout(typing);
    typing = window.setTimeout(() => submit(form, target), TYPED_MS);
  });
  form.addEventListener("focusout", () => {
    typedIn = null;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(form);
  });
}

document.addEventListener("click", (event) => {
  if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[href]") : null;
  const list = link?.closest<HTMLElement>("[data-part][data-parts]") ?? null;
  if (link === null || list === null || link.target !== "" || event.defaultPrevented) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname !== location.pathname) return;
  event.preventDefault();
  const isPaging = link.closest(".paging") !== null;
  void go({ url, parts: partsIn(list), only: list.dataset.only, isStep: true, typed: null, form: null }).then(() => {
    if (isPaging) document.querySelector(`[data-part="${partsIn(list).at(-1)}"]`)?.scrollIntoView({ block: "start" });
  });
});

addEventListener("popstate", () => {
  const list = document.querySelector<HTMLElement>("[data-part][data-parts]");
  if (list === null || addressOf(location) === shown) return;
  const url = new URL(location.href);
  void go({ url, parts: partsIn(list), only: list.dataset.only, isStep: false, typed: null, form: null });
});
