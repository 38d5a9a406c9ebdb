import { gzipSync } from "node:zlib";
import type { Page, Request } from "@playwright/test";
import { expectFaultless } from "../support/faultless.ts";
import { bounds, openLighthouse } from "../support/lighthouse.ts";
import { faultsOf } from "../support/looks.ts";
import { coloursIn, pixelsOf } from "../support/picture.ts";
import { asKnownOn, expect, fetchFaces, pages, test } from "../support/test.ts";

/** The pages on which every part of the status language stands. */
const [overview, item] = ["/", "/items/strategic-stability-talks"];

test("What measures a page finds each fault it looks for", async ({ page }) => {
  await page.goto("/docs/api");
  await page.evaluate(() => {
    const main = document.querySelector("main")!;
    const faulty = document.createElement("div");
    faulty.innerHTML = `
      <p style="font-size:11px">small</p><p style="font-size:16px">between</p><p style="font-family:Arial">Arial</p>
      <p style="font-weight:700">bold</p><p style="font-style:italic">sloped</p><p style="color:#123456">blue</p>
      <p style="background:#123456">paper</p><p style="width:30px;overflow:hidden;white-space:nowrap">cut off here</p>
      <p style="position:relative;height:22px"><span style="position:absolute">one</span><i style="position:absolute;font-style:normal">two</i></p>
      <button style="width:10px;height:10px">x</button><button style="width:10px;height:10px">y</button>
      <span class="st"><svg class="g"><use href="#g-stalled"></use></svg></span><div><span class="st">Stalled</span></div>
      <svg width="20" height="20"><rect width="10" height="10" fill="#123456"></rect></svg>`;
    main.prepend(faulty);
  });
  const found = (await faultsOf(page, { fingers: true })).map((fault) => fault.replace(/ \(\d+\):.*/s, ""));
  expect(found.sort()).toEqual([
    "a colour of text that is no token",
    "a colour that is no token",
    "a face that is not ours",
    "a size that is none of the seven",
    "a slope",
    "a status without its glyph",
    "a status without its word",
    "a target under 24 px",
    "a weight that is not ours",
    "text over text",
    "text that is cut off",
    "type under 12 px",
  ]);
});

/** A drawing as black and white, in which only its shape is left: one sign a pixel. */
async function shapeOf(page: Page, selector: string): Promise<string[]> {
  const boxes = await page.locator(selector).evaluateAll((drawings) =>
    drawings.map((drawing) => {
      const { x, y, width, height } = drawing.getBoundingClientRect();
      return {
        x: Math.floor(x + scrollX),
        y: Math.floor(y + scrollY),
        width: Math.ceil(width),
        height: Math.ceil(height),
      };
    }),
  );
  const pixels = pixelsOf(await page.screenshot({ fullPage: true }));
  const greyOf = (colour: string) =>
    [1, 3, 5].reduce(
      (sum, at, i) => sum + Number.parseInt(colour.slice(at, at + 2), 16) * [0.299, 0.587, 0.114][i]!,
      0,
    );
  return boxes.map(({ x, y, width, height }) => {
    const [paper] = [...coloursIn(pixels, { x, y, width, height })].sort((a, b) => b[1] - a[1])[0]!;
    let shape = "";
    for (let row = y; row < y + height; row += 1)
      for (let column = x; column < x + width; column += 1)
        shape += Math.abs(greyOf(pixels.at(column, row)) - greyOf(paper)) > 45 ? "#" : ".";
    return shape;
  });
}

const differing = (a: string, b: string): number => [...a].filter((sign, i) => sign !== b[i]).length;

for (const colorScheme of ["light", "dark"] as const) {
  test(`In grey every family has its own height and every status its own glyph, ${colorScheme}`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.emulateMedia({ colorScheme });
    await page.goto(overview);
    await page.evaluate(() => {
      const row = document.createElement("p");
      row.id = "all-glyphs";
      const classes = ["talk", "commitment", "motion", "trouble", "end"];
      for (const [i, symbol] of [...document.querySelectorAll('symbol[id^="g-"]')].entries())
        row.insertAdjacentHTML(
          "beforeend",
          `<svg class="g ${classes[i % 5]}" style="display:inline-block;width:32px;height:32px;margin:8px"><use href="#${symbol.id}"/></svg>`,
        );
      document.querySelector("main")!.append(row);
    });
    for (const [selector, count, least] of [
      [".phases svg.lev", 5, 25],
      ["#all-glyphs svg", 13, 40],
    ] as const) {
      const shapes = await shapeOf(page, selector);
      expect(shapes.length, selector).toBe(count);
      for (const [i, one] of shapes.entries())
        for (const [j, other] of shapes.entries())
          if (j > i) expect(differing(one, other), `${selector}: ${i} and ${j}`).toBeGreaterThanOrEqual(least);
    }
  });
}

test("With forced colours every status is still told, by level, glyph and word", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await fetchFaces(page);
  for (const path of [overview, item]) {
    await page.goto(path);
    await expectFaultless(page, path);
    expect(await faultsOf(page, { fingers: false, tokens: false }), path).toEqual([]);
    const [ink, worn] = await page.evaluate(() => {
      const painted = [...document.querySelectorAll("[fill], [stroke]")].flatMap((mark) =>
        (["fill", "stroke"] as const)
          .filter((name) => /^var\(--(?:talk|commit|motion|trouble|end)\)$/.test(mark.getAttribute(name) ?? ""))
          .map((name) => getComputedStyle(mark)[name]),
      );
      return [getComputedStyle(document.body).color, [...new Set(painted)]];
    });
    expect(worn, "one colour for every family").toEqual([ink]);
  }
});

for (const path of [overview, asKnownOn(item, "2018-07-05")]) {
  test(`${path} loses nothing at 320 px, with text twice as large, or from right to left`, async ({ page }) => {
    const widerBy = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await page.setViewportSize({ width: 320, height: 700 });
    await fetchFaces(page);
    await page.goto(path);
    expect(await faultsOf(page, { fingers: true }), "320 px").toEqual([]);
    expect(await widerBy(), "320 px").toBeLessThanOrEqual(0);

    await page.setViewportSize({ width: 640, height: 900 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    const enlarged = await faultsOf(page, { fingers: false, sizes: false });
    expect(enlarged, "text twice as large").toEqual([]);
    expect(await widerBy(), "text twice as large").toBeLessThanOrEqual(0);

    await page.evaluate(() => {
      document.documentElement.style.fontSize = "";
      document.documentElement.dir = "rtl";
    });
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await faultsOf(page, { fingers: width < 700 }), `from right to left, ${width} px`).toEqual([]);
      expect(await widerBy(), `from right to left, ${width} px`).toBeLessThanOrEqual(0);
    }
    // Time runs left to right in every script: the first year stands left of the last.
    const years = await page
      .locator(".rail .years span")
      .evaluateAll((spans) => spans.map((span) => span.getBoundingClientRect().x));
    expect(years.length).toBeGreaterThan(1);
    expect([...years].sort((a, b) => a - b)).toEqual(years);
  });
}

test("Nothing moves for whoever asks for less motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const path of [overview, item]) {
    await page.goto(path);
    await page.getByText("another day").first().click();
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")].flatMap((element) => {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
        const longest = Math.max(...transitionDuration.split(",").map(Number.parseFloat));
        const animates = animationName !== "none" && Number.parseFloat(animationDuration) > 0.01;
        return longest > 0.01 || animates ? [`${element.tagName} ${element.className} ${transitionDuration}`] : [];
      }),
    );
    expect(moving, path).toEqual([]);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  }
});

/**
 * What a first view may shift, as CLS: a face that comes between the first picture and the end of its grace (a tenth of a
 * second) makes a word of the masthead a few px wider. A line that broke anew would be ten times as much.
 */
const MOST_BY_FACES = 0.005;

test("Nothing shifts while a page loads or when its parts are opened, and next to nothing when its faces are new", async ({
  page,
}) => {
  await page.addInitScript(() => {
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node: Node | null }[] };
    const seen = globalThis as unknown as { shifts: { value: number; of: string }[] };
    seen.shifts = [];
    const nameOf = (node: Node | null) => (node instanceof Element ? node.outerHTML.slice(0, 80) : node?.textContent);
    new PerformanceObserver((list) => {
      for (const { hadRecentInput, value, sources } of list.getEntries() as Shift[])
        if (!hadRecentInput) seen.shifts.push({ value, of: sources.map(({ node }) => nameOf(node)).join(" | ") });
    }).observe({ type: "layout-shift", buffered: true });
  });
  const shifts = async () => {
    // Two frames: what has shifted in the first is told of in the second.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return page.evaluate(() => (globalThis as unknown as { shifts: { value: number; of: string }[] }).shifts);
  };
  await page.goto(overview, { waitUntil: "load" });
  await page.evaluate(() => document.fonts.ready);
  const byFaces = await shifts();
  expect(
    byFaces.reduce((sum, { value }) => sum + value, 0),
    JSON.stringify(byFaces),
  ).toBeLessThan(MOST_BY_FACES);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    for (const path of [overview, "/items/new-start-extension", "/timeline"]) {
      await page.goto(path, { waitUntil: "load" });
      expect(await shifts(), `${path}, ${width} px`).toEqual([]);
      await page.getByText("another day").first().click();
      await page.mouse.wheel(0, 2000);
      expect(await shifts(), `${path}, ${width} px, opened`).toEqual([]);
    }
  }
});

/** A reading page has none of Next's runtime, so that all of its script is "beyond what an empty page loads". */
const MOST_SCRIPT_KIB = 60;

test(`A reading page loads at most ${MOST_SCRIPT_KIB} KiB of compressed script, all of it ours`, async ({
  page,
  request,
}) => {
  for (const path of pages) {
    const asked = new Set<string>();
    const listen = (asking: Request) => {
      if (asking.resourceType() === "script") asked.add(asking.url());
    };
    page.on("request", listen);
    const answer = await page.goto(path, { waitUntil: "load" });
    if ((await answer!.body()).length > 16 * 1024)
      expect(answer!.headers()["content-encoding"], path).toMatch(/^(?:br|gzip)$/);
    page.off("request", listen);
    const scripts = await Promise.all(
      [...asked].map(async (url) => {
        const answer = await request.get(url, { headers: { "accept-encoding": "gzip" } });
        const body = await answer.body();
        if (body.length > 2048) expect(answer.headers()["content-encoding"], url).toBe("gzip");
        return { url, bytes: gzipSync(body).length };
      }),
    );
    const inline = await page.locator("script:not([src]):not([type^='application/'])").count();
    expect(inline, `${path} has scripts written into it`).toBe(0);
    expect(
      scripts.filter(({ url }) => !url.includes("/built/")),
      path,
    ).toEqual([]);
    const kib = scripts.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
    expect(kib, `${path} loads ${kib.toFixed(1)} KiB`).toBeLessThanOrEqual(MOST_SCRIPT_KIB);
  }
});

for (const path of [overview, "/items/new-start-extension", "/timeline"]) {
  test(`Lighthouse finds nothing against accessibility, best practices or being found on ${path}`, async ({
    baseURL,
  }) => {
    test.setTimeout(180_000);
    const { audit, close } = await openLighthouse();
    try {
      const { scores, faults } = await audit(baseURL + path, "mobile", ["accessibility", "best-practices", "seo"]);
      expect(scores.accessibility, faults.join("; ")).toBe(bounds.accessibility);
      expect(scores["best-practices"], faults.join("; ")).toBe(bounds["best-practices"]);
      expect(scores.seo, faults.join("; ")).toBeGreaterThanOrEqual(bounds.seo);
    } finally {
      await close();
    }
  });
}
