import type { ExportFilters } from "@readout/core/export";
import { expect, it } from "vitest";
import { briefHref, exportHref } from "./export-href.ts";

const of = (items: string[], more = {}) => ({ items, ...more }) as ExportFilters;
const past = { knownOn: "2021-01-31" } as never;

it("an export keeps filters and day in its address", () => {
  expect(exportHref("csv", { status: ["stalled", "suspended"], q: "New START" }, past)).toBe(
    "/api/v1/export?format=csv&status=stalled%2Csuspended&q=New+START&knownOn=2021-01-31",
  );
  expect(exportHref("json", {}, {})).toBe("/api/v1/export?format=json");
});

it("one item has a brief of its own, several have theirs together", () => {
  expect(briefHref(of(["new-start-extension"]), past)).toBe("/items/new-start-extension/brief?knownOn=2021-01-31");
  expect(briefHref(of(["a", "b"]), {})).toBe("/brief?items=a%2Cb");
  expect(briefHref(of(["a"], { phase: "open" }), {})).toBe("/brief?items=a&phase=open");
});
