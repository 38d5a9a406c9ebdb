// Another day of the timeline without leaving the page: what was known then is fetched as a page, and its parts put in place.

import { parsePage, takeStyles } from "../ui/fetched-page.ts";

const onPaper = new CSSStyleSheet();

/** The page under an address. Throws where there is none to be had. */
export async function fetchPage(href: string, signal?: AbortSignal): Promise<Document> {
  const answer = await fetch(href, { signal: signal ?? null, headers: { accept: "text/html" } });
  if (!answer.ok) throw new Error(`${href} answered ${answer.status}`);
  return parsePage(await answer.text());
}

/** Every part of a page that says what was known: replaced together, so that no two days stand on one page. */
export function putInPlace(page: Document): void {
  const open = [...document.querySelectorAll<HTMLDetailsElement>("main details")].flatMap(({ open }, i) =>
    open ? [i] : [],
  );
  document.documentElement.dataset.asof = page.documentElement.dataset.asof;
  document.title = page.title;
  // On paper each page names the day; the style that says it goes with the foot of the page that is left.
  onPaper.replaceSync(takeStyles(page));
  document.adoptedStyleSheets = [onPaper];
  for (const part of document.querySelectorAll<HTMLElement>("[data-swap]"))
    replace(part, page.querySelector(`[data-swap="${part.dataset.swap}"]`));
  for (const selector of [".asof", ".foot"]) {
    const part = document.querySelector(selector);
    if (part !== null) replace(part, page.querySelector(selector));
  }
  const [here, there] = [
    document.querySelector<HTMLElement>("[data-lanes]"),
    page.querySelector<HTMLElement>("[data-lanes]"),
  ];
  if (here !== null && there !== null) Object.assign(here.dataset, { ...there.dataset });
  takeLinks(".mast a", page);
  const details = [...document.querySelectorAll<HTMLDetailsElement>("main details")];
  for (const at of open) details[at]?.setAttribute("open", "");
}

function replace(part: Element, next: Element | null): void {
  if (next === null) part.replaceChildren();
  else part.replaceWith(document.adoptNode(next));
}

/** The head of the page stays, with all that listens to it; its links lead on to the same day. */
function takeLinks(selector: string, page: Document): void {
  const theirs = [...page.querySelectorAll<HTMLAnchorElement>(selector)];
  const ours = [...document.querySelectorAll<HTMLAnchorElement>(selector)];
  if (ours.length !== theirs.length) return;
  for (const [i, link] of ours.entries()) link.setAttribute("href", theirs[i]?.getAttribute("href") ?? "");
}
