import { expect, it } from "vitest";
import { keepDates } from "./format.ts";

it("keeps dates on one line and other words apart", () => {
  expect(keepDates("lapsed on 5 February 2026, begun c. 30 July 2017 in 12 days")).toBe(
    "lapsed on 5\u00a0February\u00a02026, begun c.\u00a030\u00a0July\u00a02017 in 12 days",
  );
});
