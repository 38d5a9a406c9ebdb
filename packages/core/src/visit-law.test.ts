import { expect, it } from "vitest";
import { type Visits, visitsAfter } from "./visit-law.ts";

const at = (time: string) => `2026-03-04T${time}:00.000Z`;
const open = (kept: Visits | null, time: string, token: string | null) => visitsAfter(kept, at(time), token);

it("a first visit has nothing to compare with, however many pages it has", () => {
  expect(open(null, "09:00", null)).toBeNull();
  const first = open(open(null, "09:00", "7"), "09:30", "8");
  expect(first).toEqual({ last: { token: "8", at: at("09:30") }, since: null });
});

it("half an hour without a page ends a visit, and the next is compared with its last page", () => {
  const first = open(null, "09:00", "7");
  expect(open(first, "09:30", "9")?.since).toBeNull();
  const second = open(first, "09:31", "9");
  expect(second).toEqual({ last: { token: "9", at: at("09:31") }, since: { token: "7", at: at("09:00") } });
  expect(open(second, "09:50", "12")?.since).toEqual({ token: "7", at: at("09:00") });
});

it("other pages keep a visit alive, and what was recorded meanwhile is still news", () => {
  let visits = open(null, "09:00", "7");
  for (const time of ["09:20", "09:40", "10:00"]) visits = open(visits, time, null);
  expect(visits).toEqual({ last: { token: "7", at: at("10:00") }, since: null });
  expect(open(visits, "10:29", "9")?.since).toBeNull();
  expect(open(visits, "10:31", null)?.since).toEqual({ token: "7", at: at("10:00") });
});
