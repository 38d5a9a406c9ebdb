import type { Day, Instant } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { readAsOf, viewOf } from "./search-params.ts";

const search = (text: string) => new URLSearchParams(text);
const now = "2026-11-21T18:00:00.000Z" as Instant;
const view = (text: string) => viewOf(readAsOf(search(text)).input, now);

describe("the as-of of an address", () => {
  it.each([
    ["", {}],
    ["knownOn=2017-08-07", { knownOn: "2017-08-07" }],
    [
      "knownOn=2017-08-07&validOn=2017-08-05&basis=recorded",
      { knownOn: "2017-08-07", validOn: "2017-08-05", basis: "recorded" },
    ],
    ["knownOn=2026-11-21T10:00:00.000Z&basis=recorded", { knownOn: "2026-11-21T10:00:00.000Z", basis: "recorded" }],
    ["phase=open&colour=green&knownOn=0001-01-01", { knownOn: "0001-01-01" }],
  ])("%s is read, and other parameters are passed over", (text, input) => {
    expect(readAsOf(search(text))).toEqual({ input, faults: [], canonical: true });
  });

  it.each([
    ["knownOn=7+Aug+2017&validOn=&basis=", { knownOn: "2017-08-07" }],
    ["knownOn=+2017-08-07+", { knownOn: "2017-08-07" }, true],
    ["knownOn=&validOn=August+5,+2017", { validOn: "2017-08-05" }],
  ])("%s, as a form sends it, is read and rewritten", (text, input, canonical = false) => {
    expect(readAsOf(search(text))).toEqual({ input, faults: [], canonical });
  });

  it.each([
    ["knownOn=banana", "knownOn"],
    ["knownOn=2017-02-30", "knownOn"],
    ["knownOn=2017-13-01", "knownOn"],
    ["knownOn=2017-08", "knownOn"],
    ["knownOn=10000-01-01", "knownOn"],
    ["knownOn=0000-01-01", "knownOn"],
    ["knownOn=8/7/2017", "knownOn"],
    ["validOn=31+June+2017", "validOn"],
    ["validOn=2017-08-07T00:00:00.000Z", "validOn"],
    ["basis=guessed", "basis"],
    ["knownOn=2017-08-07&knownOn=2017-08-08", "knownOn"],
    ["knownOn=2017-08-07&knownOn=", "knownOn"],
    ["knownOn=2026-11-21T10:00:00.000Z", "knownOn"],
    ["knownOn=2026-11-21T10:00:00.000Z&basis=reported", "knownOn"],
    ["knownOn=2026-11-21T10:00:00Z&basis=recorded", "knownOn"],
  ])("%s is refused, and the fault names the parameter", (text, path) => {
    const { faults } = readAsOf(search(text));
    expect(faults.map((fault) => fault.path)).toEqual([path]);
    expect(faults[0]?.message).toMatch(/\w/);
  });

  it("reads the record that Next hands to a page as it reads an address", () => {
    expect(readAsOf({ knownOn: "2017-08-07", basis: ["reported", "recorded"] }).faults.map(({ path }) => path)).toEqual(
      ["basis"],
    );
  });
});

describe("what a page shows", () => {
  it.each([
    ["", "today"],
    ["knownOn=2026-11-21", "today"],
    ["knownOn=2026-11-21&validOn=2026-11-21", "today"],
    ["basis=recorded", "today"],
    ["knownOn=2026-11-20", "published"],
    ["knownOn=2026-11-20&validOn=2026-11-20", "published"],
    ["knownOn=2026-11-20&basis=recorded", "recorded"],
    ["knownOn=2026-11-21T10:00:00.000Z&basis=recorded", "recorded"],
    ["validOn=2017-08-05", "world"],
    ["validOn=2027-01-01", "world"],
    ["knownOn=2017-08-07&validOn=2017-08-05", "both"],
    ["knownOn=2017-08-07&validOn=2017-08-05&basis=recorded", "both"],
  ])("%s is %s", (text, state) => {
    expect(view(text).state).toBe(state);
  });

  it("answers a day to come as today, says which it was, and keeps it in no link", () => {
    expect(view("knownOn=2031-03-17&basis=recorded")).toMatchObject({
      state: "today",
      knownOn: "2026-11-21",
      toCome: "2031-03-17" as Day,
      input: { basis: "recorded" },
    });
    expect(view("knownOn=2031-03-17").input).toEqual({});
  });

  it("takes the day of an instant as the day in the world", () => {
    expect(view("knownOn=2026-11-20T10:00:00.000Z&basis=recorded")).toMatchObject({
      knownOn: "2026-11-20",
      validOn: "2026-11-20",
      instant: "2026-11-20T10:00:00.000Z",
    });
  });
});
