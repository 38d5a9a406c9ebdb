import { describe, expect, it } from "vitest";
import { stillPage } from "./still-page.ts";

const page = (main: string) =>
  '<html><head><link rel="preload" as="script" fetchPriority="low" href="/_next/a.js"/><link rel="stylesheet" href="/_next/a.css"/>' +
  '<link rel="preload" as="font" href="/_next/a.woff2"/><script src="/_next/a.js" async=""></script></head><body>' +
  `${main}<script type="module" src="/built/as-of.js"></script><script type="application/ld+json">{"@type":"Dataset"}</script>` +
  '<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"</p>"])</script></body></html>';

describe("a still page", () => {
  it("loses the runtime and keeps its own script, data, styles and fonts", () => {
    expect(stillPage(page('<main id="content" data-still="">text</main>'))).toBe(
      '<html><head><link rel="stylesheet" href="/_next/a.css"/><link rel="preload" as="font" href="/_next/a.woff2"/></head><body>' +
        '<main id="content" data-still="">text</main><script type="module" src="/built/as-of.js"></script>' +
        '<script type="application/ld+json">{"@type":"Dataset"}</script></body></html>',
    );
  });

  it("is still whatever people wrote into it", () => {
    const main = '<main data-still=""><a title="&lt;p data-alive &gt;" href="/">text</a> data-alive</main>';
    expect(stillPage(page(main))).not.toContain("/_next/a.js");
  });

  it.each([
    ["does not call itself still", "<main>text</main>"],
    ["has a part that is alive", '<main data-still=""><div class="figure" data-alive="">text</div></main>'],
    [
      "has one that is alive beside much else",
      '<main data-still=""><p class="a b" hidden data-x="a > b" data-alive>text</p></main>',
    ],
    ["only speaks of being still", "<main>&lt;main data-still&gt;</main>"],
  ])("is left as it is when it %s", (_, main) => {
    expect(stillPage(page(main))).toBe(page(main));
  });
});
