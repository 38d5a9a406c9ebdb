import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { textWidth } from "../text-width.ts";
import { labelledTicks } from "./ticks.ts";

const domain = (from: string, until: string) => ({ from: from as Day, until: until as Day });
const labels = (from: string, until: string, width: number) =>
  labelledTicks(domain(from, until), width).map(({ label }) => label);

describe("the labels of the axis", () => {
  it("are every year on a desk and fewer on a phone", () => {
    expect(labels("2017-01-01", "2027-01-01", 960)).toHaveLength(10);
    expect(labels("2017-01-01", "2027-01-01", 288)).toEqual(["2017", "2019", "2021", "2023", "2025"]);
  });

  it("are every month of a year on a desk, its quarters or halves on a phone", () => {
    expect(labels("2017-01-01", "2018-01-01", 960)).toHaveLength(12);
    expect(labels("2017-01-01", "2018-01-01", 328)).toEqual(["January 2017", "April", "July", "October"]);
    expect(labels("2017-01-01", "2018-01-01", 288)).toEqual(["January 2017", "July"]);
  });

  it("leave out the one that the right edge would cut, and keep its line", () => {
    const ticks = labelledTicks(domain("2017-01-01", "2019-01-15"), 288);
    expect(ticks.at(-1)).toMatchObject({ day: "2019-01-01", label: "" });
    expect(ticks[0]?.label).toBe("January 2017");
  });

  it("neither collide nor pass the right edge, and never all go missing, over any length of time", () => {
    const ends = ["2017-02-17", "2017-03-20", "2017-06-01", "2017-12-31", "2018-10-01", "2020-03-03", "2049-01-01"];
    for (const until of [...ends, "2517-01-01", "9999-12-31"])
      for (const width of [288, 600, 960]) {
        const shown = labelledTicks(domain("2017-02-03", until), width).filter(({ label }) => label !== "");
        expect(shown.length, `${until} on ${width} px`).toBeGreaterThan(0);
        shown.forEach(({ x, label }, i) => {
          const end = x * width + textWidth(label, 12);
          expect(end, `${label} until ${until} on ${width} px`).toBeLessThan((shown[i + 1]?.x ?? 1) * width);
        });
      }
  });
});
