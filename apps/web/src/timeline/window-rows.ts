// More lanes than a page holds: only those in sight are in the document, each in its place in a list of its full height.

import { pagesOf, rowsInView } from "./rows-in-view.ts";
import { fetchPage } from "./show-day.ts";
import type { Stage } from "./stage.ts";

/** Rows beyond either edge of the window. */
const OVER = 16;

type Group = { list: HTMLElement; before: number; count: number };

/**
 * Takes over the lanes of all pages.
 *
 * @param prepare called for each row before it is shown
 * @returns what shows the rows in sight; `renew` after the rows were replaced; null where one page holds them all
 */
export function windowRows(
  stage: Stage,
  prepare: (row: HTMLElement) => void,
): { update(): void; renew(): void } | null {
  const { root } = stage;
  const perPage = Number(document.querySelector<HTMLElement>("[data-pages]")?.dataset.pages ?? 0);
  if (perPage === 0 || new URL(location.href).searchParams.has("page")) return null;
  let groups: Group[] = [];
  let lanes = new Map<number, HTMLElement>();
  let asked = new Set<number>();
  let rowHeight = 0;
  let round = 0;

  const renew = () => {
    round++;
    lanes = new Map();
    asked = new Set([1]);
    const holder = root.querySelector<HTMLElement>('[data-swap="rows"]')!;
    const [model] = holder.querySelectorAll<HTMLElement>("[data-group]");
    if (model === undefined) return;
    rowHeight = model.querySelector("li")!.getBoundingClientRect().height || rowHeight;
    take(holder);
    let before = 0;
    groups = (JSON.parse(root.dataset.groups ?? "[]") as [string, number][]).map(([title, count]) => {
      const found = holder.querySelector<HTMLElement>(`[data-group="${CSS.escape(title)}"]`);
      const section = found ?? emptyGroup(model, title, count);
      if (found === null) holder.append(section);
      const list = section.querySelector<HTMLElement>("ul")!;
      list.style.height = `${count * rowHeight}px`;
      before += count;
      return { list, before: before - count, count };
    });
    root.dataset.windowed = "";
    document.querySelector("[data-pages]")?.setAttribute("hidden", "");
    update();
  };

  /** Keeps the rows of a page under their number among all lanes. */
  const take = (holder: Element) => {
    let before = 0;
    for (const [title, count] of JSON.parse(root.dataset.groups ?? "[]") as [string, number][]) {
      for (const row of holder.querySelectorAll<HTMLElement>(`[data-group="${CSS.escape(title)}"] li`)) {
        const at = Number(row.ariaPosInSet ?? row.getAttribute("aria-posinset")) - 1;
        lanes.set(before + at, row);
      }
      before += count;
    }
  };

  const ask = (page: number) => {
    if (asked.has(page)) return;
    asked.add(page);
    const [url, mine] = [new URL(location.href), round];
    url.searchParams.set("page", String(page));
    fetchPage(url.href).then(
      (found) => {
        if (mine !== round) return;
        take(document.adoptNode(found.querySelector('[data-swap="rows"]')!));
        update();
      },
      () => asked.delete(page),
    );
  };

  const update = () => {
    for (const group of groups) {
      const top = -group.list.getBoundingClientRect().top;
      const rows = rowsInView(top, innerHeight, rowHeight, group.count, OVER);
      for (const page of pagesOf(rows, group.before, perPage)) ask(page);
      const wanted = new Set<HTMLElement>();
      for (let at = rows.from; at < rows.until; at++) {
        const row = lanes.get(group.before + at);
        if (row !== undefined) wanted.add(row);
      }
      for (const row of [...group.list.children] as HTMLElement[])
        if (!wanted.has(row) && !row.contains(document.activeElement)) row.remove();
      let place: Element | null = group.list.firstElementChild;
      for (const row of wanted) {
        if (row === place) {
          place = row.nextElementSibling;
          continue;
        }
        row.style.top = `${(Number(row.getAttribute("aria-posinset")) - 1) * rowHeight}px`;
        prepare(row);
        group.list.insertBefore(row, place);
      }
    }
  };

  let frame = 0;
  const onScroll = () => {
    if (frame === 0)
      frame = requestAnimationFrame(() => {
        frame = 0;
        update();
      });
  };
  addEventListener("scroll", onScroll, { passive: true });
  addEventListener("resize", onScroll);
  renew();
  return { update, renew };
}

function emptyGroup(model: HTMLElement, title: string, count: number): HTMLElement {
  const section = model.cloneNode(true) as HTMLElement;
  section.dataset.group = title;
  section.dataset.count = String(count);
  section.setAttribute("aria-label", title);
  section.querySelector("ul")!.replaceChildren();
  const [words, number] = [section.querySelector("h2 span")!, section.querySelector("h2 span span")!];
  words.firstChild!.textContent = `${title} `;
  number.textContent = count.toLocaleString("en-GB");
  return section;
}
