import { expect, it } from "vitest";
import { sourceDays } from "./news-days.ts";

const source = (published: string, paragraphCount: number | null = 10) => ({
  published: published as never,
  paragraphCount,
});

it("numbered sources of one week make one day, the one on which all of them could be read", () => {
  const sources = ["2017-08-07~", "2017-08-07~", "2017-08-04~", "2017-08-06", "2018-07-05~"].map((day) => source(day));
  expect(sourceDays([...sources, source("2019-01-01", null)])).toEqual(["2017-08-07", "2018-07-05"]);
});

it("no numbered source, no day", () => {
  expect(sourceDays([source("2019-01-01", null)])).toEqual([]);
});
