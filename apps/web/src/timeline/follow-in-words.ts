// What the page says of the days seen, said anew when they change, and the addresses that carry them.
import type { Day } from "@readout/core/time";
import type { Domain } from "../charts/axis.ts";
import { timelineSentence } from "../charts/status-lanes/sentence.ts";
import { domainParams, moved, zoomed } from "../charts/status-lanes/view.ts";
import type { Stage } from "./stage.ts";

/** Brings finding, list, form, links and address to the days seen. */
export function followInWords(stage: Stage): void {
  const domain = stage.domain();
  const facts = [...document.querySelectorAll<HTMLElement>("[data-facts] li")];
  let shown = 0;
  for (const fact of facts) {
    const { first, last = "" } = fact.dataset;
    fact.hidden = last < domain.from || (first !== undefined && first >= domain.until);
    if (!fact.hidden) shown++;
  }
  setText("[data-facts-count]", `${shown.toLocaleString("en-GB")} ${shown === 1 ? "fact" : "facts"}`);
  const finding = document.querySelector<HTMLElement>('[data-swap="finding"]');
  if (finding !== null) {
    const { whose = "", single } = finding.dataset;
    const began = facts.flatMap(({ dataset: { kind, day } }) => (kind === "status" && day !== undefined ? [day] : []));
    const end = stage.root.dataset.end as Day;
    const words = timelineSentence({ whose, single: single !== undefined }, began, domain, end);
    if (finding.textContent !== words) finding.textContent = words;
  }
  carryDays(stage);
}

function setText(selector: string, text: string): void {
  const found = document.querySelector(selector);
  if (found !== null) found.textContent = text;
}

/** The days seen as parameters; none where they are those shown when none are asked for. */
function daysSeen(domain: Domain): { from: string; to: string } | null {
  const whole = document.querySelector<HTMLElement>("[data-turn=whole]")?.dataset;
  return whole?.from === domain.from && whole?.until === domain.until ? null : domainParams(domain);
}

/** The same address of the timeline with the days seen. */
export function withDays(href: string, days: { from: string; to: string } | null): string {
  const url = new URL(href, location.href);
  for (const name of ["from", "to"] as const)
    if (days === null) url.searchParams.delete(name);
    else url.searchParams.set(name, days[name]);
  return `${url.pathname}${url.search}${url.hash}`;
}

/** Every address of the timeline that the page holds leads to the days seen; so does its own. */
export function carryDays(stage: Stage): void {
  const domain = stage.domain();
  const days = daysSeen(domain);
  history.replaceState(history.state, "", withDays(location.href, days));
  const turns: Record<string, Domain> = {
    earlier: moved(domain, -0.5),
    later: moved(domain, 0.5),
    nearer: zoomed(domain, 0.5),
    further: zoomed(domain, 2),
  };
  for (const link of document.querySelectorAll<HTMLAnchorElement>(
    'main a[href^="/timeline"], .asof a[href^="/timeline"]',
  )) {
    const { turn = "" } = link.dataset;
    if (turn === "whole") link.hidden = days === null;
    else link.setAttribute("href", withDays(link.href, turn in turns ? domainParams(turns[turn]!) : days));
  }
  const row = document.querySelector<HTMLElement>(".asof");
  for (const name of ["previous", "next", "back"])
    if (row?.dataset[name] !== undefined) row.dataset[name] = withDays(row.dataset[name], days);
  for (const form of document.querySelectorAll<HTMLFormElement>("[data-controls], .asof form"))
    for (const [name, value] of Object.entries(domainParams(domain))) {
      const field = form.elements.namedItem(name);
      if (field instanceof HTMLInputElement) field.value = value;
    }
}
