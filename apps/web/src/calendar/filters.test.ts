import { expect, it } from "vitest";
import { ParamReader } from "../ui/param-reader.ts";
import { calendarWords, monthHref, parseCalendar } from "./filters.ts";

it("reads a kind and a tag as people write it, and leaves out what it does not know", () => {
  expect(parseCalendar(new ParamReader({ kind: "expiry", tag: "Arms control", month: "2017-08" }))).toEqual({
    kind: "expiry",
    tag: "arms-control",
  });
  const params = new ParamReader({ kind: "birthday", tag: "" });
  expect(parseCalendar(params)).toEqual({});
  expect(params.unknown).toEqual(["kind “birthday”"]);
});

it("keeps the filters from month to month, and says them", () => {
  expect(monthHref("2017-08", { kind: "expiry", tag: "arms-control" })).toBe(
    "/calendar?month=2017-08&kind=expiry&tag=arms-control",
  );
  expect(monthHref(null, {})).toBe("/calendar");
  expect(calendarWords({})).toBeNull();
  expect(calendarWords({ kind: "expiry", tag: "arms-control" })).toBe("expiries, on items tagged arms control");
  expect(calendarWords({ tag: "crisis" })).toBe("items tagged crisis");
});
