import { expect, test } from "vitest";
import { auditHref, parseAudit } from "./search-params.ts";

test("an empty form asks for everything", () => {
  const { question, faults } = parseAudit({ who: "", act: " ", from: "", unknown: "x" });
  expect(faults).toEqual([]);
  expect(question).toEqual({});
});

test("what was typed is asked and stands there again", () => {
  const params = { who: "anna", act: "entry.recorded", subjectType: "item", from: "2026-11-01", to: "2026-11-21" };
  const { question, typed } = parseAudit(params);
  expect(question).toEqual(params);
  expect(typed).toEqual({ ...params, subjectId: "" });
  expect(parseAudit(Object.fromEntries(new URL(auditHref(typed), "http://x.invalid").searchParams)).question).toEqual(
    params,
  );
});

test("a day that is none is named, and kept as it was typed", () => {
  const { question, faults, typed } = parseAudit({ from: "2026-02-30", subjectType: "nonsense" });
  expect(question).toBeNull();
  expect(faults.map(({ path }) => path).sort()).toEqual(["from", "subjectType"]);
  expect(typed.from).toBe("2026-02-30");
});

test("a span that ends before it begins is refused", () => {
  expect(parseAudit({ from: "2026-11-21", to: "2026-11-01" }).faults).toEqual([
    { path: "from", message: "is after `to`" },
  ]);
});
