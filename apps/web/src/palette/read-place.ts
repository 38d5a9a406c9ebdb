import type { Place } from "./rows.ts";

const dayNames = ["knownOn", "validOn", "basis"];

/** The as-of of the page, as its address has it. */
export function dayOfPage(): URLSearchParams {
  const shown = new URLSearchParams(location.search);
  return new URLSearchParams([...shown].filter(([name]) => dayNames.includes(name)));
}

/** What the page says of itself: where it is, which day it shows, where one can go, who reads. */
export function readPlace(): Place {
  const asOf = document.querySelector<HTMLElement>(".asof");
  const links = document.querySelectorAll<HTMLAnchorElement>(".menu nav a");
  const pathOf = (link: HTMLAnchorElement) => `${link.pathname}${link.search}`;
  const itemId = /^\/(?:desk\/)?items\/([a-z0-9-]+)/.exec(location.pathname)?.[1];
  const title = document.querySelector("h1")?.textContent?.trim();
  return {
    // The desk shows today alone; a day is looked at from the overview.
    ...(asOf === null
      ? { href: "/", page: "The overview" }
      : { href: `${location.pathname}${location.search}`, page: "This page" }),
    today: asOf?.dataset.today ?? new Date().toISOString().slice(0, 10),
    back: asOf?.dataset.back ?? null,
    places: [...links].map((link) => ({ name: link.textContent?.trim() ?? "", href: pathOf(link) })),
    views: [],
    // The desk itself is offered to analysts and above.
    records: [...links].some(({ pathname }) => pathname === "/desk"),
    item: itemId === undefined || itemId === "new" || !title ? null : { id: itemId, title },
  };
}
