import type { Day } from "@readout/core/time";
import { expect, it } from "vitest";
import { aheadWarning } from "./ahead.ts";

const today = "2026-11-21" as Day;
const onDay = (day: string) => `A reader on ${day} will see this as still ahead.`;

it.each([
  ["2026-11-11/2026-11-20", "2017-08-04~", onDay("4 August 2017")],
  ["2017-08-25", "2017-08-04", onDay("4 August 2017")],
  // A month that is not over counts as ended today.
  ["2026-11-25", "2026-11", onDay("21 November 2026")],
  // It may have begun by then.
  ["2017", "2017-08-04", null],
  ["2017-08-04", "2017-08-04", null],
  ["../2018-02-05", "2017-08-04", null],
  ["2017-08-25", undefined, null],
  [undefined, "2017-08-04", null],
])("%s, reported %s: %s", (effective, reported, warning) => {
  expect(aheadWarning({ effective, reported }, today)).toBe(warning);
});
