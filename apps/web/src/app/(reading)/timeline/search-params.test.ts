import { expect, it } from "vitest";
import { parseTimeline, timelineHref } from "./search-params.ts";

it("reads what the timeline is narrowed to and writes it back the same", () => {
  const href = "/timeline?from=2017-08&to=2018&phase=open&tag=arms-control&status=stalled%2Csuspended&group=tag&page=2";
  const params = parseTimeline(Object.fromEntries(new URLSearchParams(href.split("?")[1])));
  expect(params).toMatchObject({ from: "2017-08", to: "2018", group: "tag", page: 2, unknown: [] });
  expect(timelineHref(params)).toBe(href);
});

it("leaves out what it does not know, and names it", () => {
  const params = parseTimeline({ from: "abc", to: "2018", phase: "ajar", owner: "us", status: "stalled,wobbling" });
  expect(timelineHref(params)).toBe("/timeline?to=2018&owner=us&status=stalled");
  expect(params.unknown).toEqual(["from “abc”", "phase “ajar”", "status “wobbling”"]);
});
