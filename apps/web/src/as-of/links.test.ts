import type { AsOfInput } from "@readout/core/as-of";
import { describe, expect, it } from "vitest";
import { atDay, withParams } from "./links.ts";

const past = { knownOn: "2017-08-07" } as AsOfInput;
const all = { knownOn: "2017-08-07", validOn: "2017-08-05", basis: "recorded" } as AsOfInput;

describe("a link that keeps the day", () => {
  it.each([
    ["/items", past, "/items?knownOn=2017-08-07"],
    ["/items?phase=open", past, "/items?phase=open&knownOn=2017-08-07"],
    ["/items/x#entry-3", all, "/items/x?knownOn=2017-08-07&validOn=2017-08-05&basis=recorded#entry-3"],
    ["#attention", past, "?knownOn=2017-08-07#attention"],
    ["#attention", {}, "#attention"],
    ["/items?knownOn=2018-07-05&basis=recorded&q=a%26b", past, "/items?q=a%26b&knownOn=2017-08-07"],
    ["/items?knownOn=2018-07-05", {}, "/items"],
    ["/", {}, "/"],
  ])("%s", (href, asOf, expected) => {
    expect(atDay(href, asOf)).toBe(expected);
  });

  it("comes back to the same address when asked twice", () => {
    const once = atDay("/timeline?from=2010&to=2026", all);
    expect(atDay(once, all)).toBe(once);
  });
});

it("sets and takes out parameters and leaves the others in place", () => {
  expect(withParams("/items?phase=open&cursor=abc", { knownOn: "2017-08-07", cursor: null })).toBe(
    "/items?phase=open&knownOn=2017-08-07",
  );
  expect(withParams("/items?cursor=abc", { cursor: "" })).toBe("/items");
});
