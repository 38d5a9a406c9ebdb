import type { APIRequestContext, Locator } from "@playwright/test";
import { asKnownOn, expect, fetchFaces, test } from "../support/test.ts";

/** What a chart must say, asked of the API: the record itself, not the page's own reading of it. */
type Interval = { status: string; from: string; fromPossible: string | null; until: string | null };
type Row = { id: string; intervals: Interval[]; reading: { status: string | null; alternatives: string[] } };

const families: Record<string, string> = {
  ...{ raised: "talk", proposed: "talk", ordered: "commit", "agreed-in-principle": "commit", scheduled: "commit" },
  ...{ "under-way": "motion", "in-force": "motion", stalled: "trouble", suspended: "trouble" },
  ...{ concluded: "end", lapsed: "end", withdrawn: "end" },
};
const statuses = Object.keys(families);
const wordOf = (status: string): string => status.replaceAll("-", " ");

const listed = async (request: APIRequestContext, query: string): Promise<Row[]> =>
  (await (await request.get(`/api/v1/items?limit=200&include=intervals${query}`)).json()).items;

/** The statuses that words name, in their order. */
const statusesIn = (words: string): string[] =>
  [...words.matchAll(new RegExp(`\\b(?:${statuses.map(wordOf).join("|")})\\b`, "gi"))].map(([word]) =>
    word.toLowerCase().replaceAll(" ", "-"),
  );

const withoutRepeats = (list: readonly string[]): string[] => list.filter((one, i) => one !== list[i - 1]);

/** What a strip or lane draws, from left to right: its bars by family, and how many of its marks say "not certain". */
const drawnIn = (drawing: Locator): Promise<{ families: string[]; uncertain: number }> =>
  drawing.evaluate((svg) => {
    const familyIn = (text: string | null) => /var\(--(talk|commit|motion|trouble|end)\)/.exec(text ?? "")?.[1];
    const marks = [...svg.children].flatMap((mark) => {
      const family = familyIn(mark.getAttribute("fill")) ?? familyIn(mark.getAttribute("stroke"));
      const x = Number.parseFloat(mark.getAttribute("x") ?? mark.getAttribute("x1") ?? "");
      return family === undefined || Number.isNaN(x)
        ? []
        : [{ family, x, thin: mark.getAttribute("x2") === mark.getAttribute("x1") && mark.tagName === "line" }];
    });
    const bars = marks.filter(({ thin }) => !thin).sort((a, b) => a.x - b.x);
    const hatched = svg.querySelectorAll(':scope > [fill^="url(#h-"]').length;
    const dotted = marks.filter(({ thin }) => thin).length;
    const arrows = svg.querySelectorAll(":scope > svg").length;
    return { families: bars.map(({ family }) => family), uncertain: hatched + dotted + arrows };
  });

test.beforeEach(({ page }) => fetchFaces(page));

for (const [what, path, query] of [
  ["a strip of the overview", "/", ""],
  ["a strip of the overview on an earlier day", asKnownOn("/", "2018-07-05"), "&knownOn=2018-07-05"],
] as const) {
  test(`What ${what} draws, it says in words, and both are what the record holds`, async ({ page, request }) => {
    const rows = new Map((await listed(request, query)).map((row) => [row.id, row]));
    await page.goto(path);
    const drawings = page.locator("main :is(tr, li):has(a[href^='/items/']) svg[role=img][aria-label]:not(.arrow)");
    const count = await drawings.count();
    expect(count).toBe(rows.size);
    for (let i = 0; i < count; i += 1) {
      const drawing = drawings.nth(i);
      const href = await drawing.evaluate(
        (svg) => svg.closest("tr, li")?.querySelector("a[href^='/items/']")?.getAttribute("href") ?? "",
      );
      const id = /^\/items\/([^?#]+)/.exec(href)![1]!;
      const { intervals, reading } = rows.get(id)!;
      const label = (await drawing.getAttribute("aria-label"))!;
      const said = statusesIn(label.split(". Dates: ")[0]!);
      expect(said, `${id}: ${label}`).toEqual([...intervals.map(({ status }) => status), ...reading.alternatives]);

      const { families: drawn, uncertain } = await drawnIn(drawing);
      const expected = withoutRepeats(intervals.map(({ status }) => families[status]!));
      const shown = withoutRepeats(drawn);
      // What ended before the axis begins is left of it.
      expect(shown, id).toEqual(expected.slice(expected.length - shown.length));
      if (intervals.at(-1) !== undefined) expect(shown.length, id).toBeGreaterThan(0);
      const vague = intervals.filter(
        ({ from, fromPossible, until }) => from !== fromPossible && (until ?? "9") > "2017-02",
      );
      expect(uncertain, `${id} marks what is not certain`).toBeGreaterThanOrEqual(
        Math.min(1, vague.length) + reading.alternatives.length,
      );
    }
  });
}

for (const [when, path, query] of [
  ["today", "/timeline", ""],
  ["on an earlier day", asKnownOn("/timeline", "2018-07-05"), "&knownOn=2018-07-05"],
] as const) {
  test(`What a lane of the timeline draws ${when}, its marks say in words, and both are what the record holds`, async ({
    page,
    request,
  }) => {
    const rows = new Map((await listed(request, query)).map((row) => [row.id, row]));
    await page.goto(path);
    const lanes = await page.locator("main li:has(svg[data-lane])").evaluateAll((items) =>
      items.map((item) => ({
        href: item.querySelector("a[href^='/items/']")?.getAttribute("href") ?? "",
        begun: [...item.querySelectorAll("a[data-mark=status]")].map((mark) => ({
          family: mark.getAttribute("data-family"),
          words: mark.getAttribute("aria-label") ?? "",
        })),
        possible: item.querySelectorAll("a[data-mark=possible]").length,
      })),
    );
    expect(lanes).toHaveLength(rows.size);
    for (const { href, begun, possible } of lanes) {
      const id = /^\/items\/([^?#]+)/.exec(href)![1]!;
      const { intervals, reading } = rows.get(id)!;
      const held = withoutRepeats(intervals.map(({ status }) => status));
      const said = withoutRepeats(begun.map(({ words }) => statusesIn(words)[0] ?? words));
      expect(said, id).toEqual(held);
      expect(
        begun.map(({ family }) => (family === "commitment" ? "commit" : family)),
        id,
      ).toEqual(begun.map(({ words }) => families[statusesIn(words)[0]!]));
      expect(possible, id).toBeGreaterThanOrEqual(reading.alternatives.length);
    }
  });
}

test("The timeline's list in order of time holds every beginning that its lanes draw", async ({ page, request }) => {
  const rows = await listed(request, "");
  await page.goto("/timeline");
  // What began before the axis is only pointed at by an arrow.
  const first = /\b\d{4}\b/.exec(await page.getByRole("heading", { level: 1 }).innerText())![0];
  const lines = await page.locator("main ol.rows.dated > li").evaluateAll((items) =>
    items.map((item) => ({
      href: item.querySelector("a[href^='/items/']")?.getAttribute("href") ?? "",
      text: item.textContent ?? "",
    })),
  );
  for (const { id, intervals } of rows)
    for (const { status } of intervals.filter(({ from }) => from >= first)) {
      const found = lines.filter(
        ({ href, text }) => href.startsWith(`/items/${id}`) && text.toLowerCase().includes(wordOf(status)),
      );
      expect(found.length, `${id}: ${status}`).toBeGreaterThan(0);
    }
});

test("The chart of an item numbers the entries that its ledger holds, and its list tells every change it draws", async ({
  page,
  request,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  for (const id of [
    "strategic-stability-talks",
    "new-start-extension",
    "volker-surkov-meeting",
    "us-staff-cut-execution",
  ]) {
    for (const day of [null, "2018-07-05"]) {
      const path = `/items/${id}`;
      await page.goto(day === null ? path : asKnownOn(path, day));
      const asOf = `knownOn=${day ?? new Date().toISOString().slice(0, 10)}`;
      const { entries } = await (await request.get(`/api/v1/items/${id}/entries?${asOf}`)).json();
      const facts = (entries as { seq: number; kind: string; status?: string }[]).filter(
        ({ status }) => status != null,
      );
      const { intervals } = (await (await request.get(`/api/v1/items/${id}/intervals?${asOf}`)).json()) as {
        intervals: Interval[];
      };
      const figure = page.getByRole("figure").filter({ has: page.locator("#chart-title") });
      const labels = await figure
        .locator("a[aria-label^='Entr']:visible")
        .evaluateAll((links) => links.map((link) => link.getAttribute("aria-label") ?? ""));
      const numbered = labels.flatMap((label) =>
        [...(/^Entry \d+|^Entries (?:\d+, )*\d+ and \d+/.exec(label)?.[0] ?? "").matchAll(/\d+/g)].map(Number),
      );
      expect(
        [...new Set(numbered)].sort((a, b) => a - b),
        `${id}, ${day}`,
      ).toEqual(facts.map(({ seq }) => seq));

      const lines = await figure.locator("details ol > li").allTextContents();
      const begun = lines.filter((line) => /, entry \d+$/.test(line)).flatMap((line) => statusesIn(line).slice(0, 1));
      expect(begun, `${id}, ${day}`).toEqual(intervals.map(({ status }) => status));
      for (const { status } of intervals)
        await expect(
          figure.locator("svg:visible text", { hasText: new RegExp(wordOf(status), "i") }).first(),
        ).toBeAttached();
    }
  }
});

test("The rail's bars are told month by month, and what they add up to is what was known", async ({
  page,
  request,
}) => {
  for (const [path, query] of [
    ["/", ""],
    [asKnownOn("/items/new-start-extension", "2018-07-05"), "?itemId=new-start-extension&knownOn=2018-07-05"],
  ] as const) {
    const { months } = await (await request.get(`/api/v1/rail${query}`)).json();
    await page.goto(path);
    const bars = page.locator(".rail svg .bar:not(.own)");
    expect(await bars.count(), path).toBe(months.length);
    const words = await page.locator(".rail-list li").allTextContents();
    const told = words.flatMap((line) => [...line.matchAll(/[A-Z][a-z]+ (\d+)(?: \((\d+) of this item\))?/g)]);
    expect(
      told.map(([, entries, own]) => [Number(entries), Number(own ?? 0)]),
      path,
    ).toEqual(months.map(({ entries, own }: { entries: number; own: number }) => [entries, path === "/" ? 0 : own]));
    if (path !== "/")
      expect(await page.locator(".rail svg .own").count()).toBe(
        months.filter(({ own }: { own: number }) => own > 0).length,
      );
  }
});

test("The list of a lineage names, for every passage that is drawn as taken over, where it comes from", async ({
  page,
  request,
}) => {
  const id = "zerohedge-next-steps";
  type Derived = { paragraphs: number[]; derivedFrom: string; manner: string };
  const { lineage } = (await (await request.get(`/api/v1/sources/${id}`)).json()) as { lineage: Derived[] };
  const expected = lineage.flatMap(({ paragraphs, derivedFrom, manner }) =>
    paragraphs.map((n) => `¶${n} ${derivedFrom} ${manner}`),
  );
  await page.goto(`/sources/${id}`);
  const drawing = page.locator("[data-lineage] svg").first();
  expect(await drawing.locator("g[data-of] > path:first-child:not([class*=ick]):not([class*=bar])").count()).toBe(
    new Set(expected).size,
  );
  const rows = await page.locator("figure details ol > li").evaluateAll((items) =>
    items.map((item) => ({
      text: item.textContent ?? "",
      sources: [...item.querySelectorAll("a[href^='/sources/']")].map((link) => link.getAttribute("href")!.slice(9)),
    })),
  );
  const told = rows.flatMap(({ text, sources }) => {
    const numbers = [...(/^¶([\d–, ]+)/.exec(text)?.[1] ?? "").matchAll(/(\d+)(?:–(\d+))?/g)].flatMap(([, from, to]) =>
      Array.from({ length: Number(to ?? from) - Number(from) + 1 }, (_, i) => Number(from) + i),
    );
    return numbers.flatMap((n) => sources.map((source) => `¶${n} ${source}`));
  });
  expect([...new Set(told)].sort()).toEqual(
    [...new Set(expected.map((line) => line.split(" ").slice(0, 2).join(" ")))].sort(),
  );
});

test("Every date of a month stands in the calendar as text, with what is not known to the day apart", async ({
  page,
  request,
}) => {
  const { milestones } = (await (
    await request.get("/api/v1/milestones?from=2017-08-01&to=2017-08-31&limit=200")
  ).json()) as {
    milestones: { what: string; date: string }[];
  };
  expect(milestones.length).toBeGreaterThan(3);
  await page.goto("/calendar?month=2017-08");
  const text = (await page.getByRole("main").innerText()).replace(/\s+/g, " ");
  for (const { what } of milestones) expect(text).toContain(what.replace(/\s+/g, " "));
});
