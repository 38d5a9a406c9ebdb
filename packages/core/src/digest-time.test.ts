import { expect, test } from "vitest";
import { lastDigestTime, nextDigestTime } from "./digest-time.ts";
import type { Instant } from "./time.ts";

const at = (instant: string) => instant as Instant;

test.each([
  ["daily", "2026-11-27T06:00:00.000Z", "2026-11-27T06:00:00.000Z", "2026-11-28T06:00:00.000Z"],
  ["daily", "2026-11-27T05:59:59.999Z", "2026-11-26T06:00:00.000Z", "2026-11-27T06:00:00.000Z"],
  ["weekly", "2026-11-27T12:00:00.000Z", "2026-11-23T06:00:00.000Z", "2026-11-30T06:00:00.000Z"],
  ["weekly", "2026-11-30T05:00:00.000Z", "2026-11-23T06:00:00.000Z", "2026-11-30T06:00:00.000Z"],
  ["weekly", "2026-11-30T06:00:00.000Z", "2026-11-30T06:00:00.000Z", "2026-12-07T06:00:00.000Z"],
] as const)("%s digests at %s were last due at %s and are next at %s", (cadence, now, last, next) => {
  expect(lastDigestTime(cadence, "06:00", at(now))).toBe(last);
  expect(nextDigestTime(cadence, "06:00", at(now))).toBe(next);
});
