import { expect, it } from "vitest";
import { readTypedDay } from "./typed-day.ts";

it.each([
  "2017-08-07",
  "7 Aug 2017",
  "7 August 2017",
  "07 aug. 2017",
  "7. August 2017",
  "Aug 7, 2017",
  "August 7 2017",
  "7.8.2017",
  " 7  Aug  2017 ",
])("%s is 7 August 2017", (text) => {
  expect(readTypedDay(text)).toBe("2017-08-07");
});

it("knows September by all its names", () => {
  expect(["1 Sep 2017", "1 Sept 2017", "1 September 2017"].map(readTypedDay)).toEqual(Array(3).fill("2017-09-01"));
});

it.each([
  "",
  "banana",
  "8/7/2017",
  "7 Aug 17",
  "31 June 2017",
  "Aug 2017",
  "2017-08",
  "7 Augustus 2017",
  "0 Aug 2017",
  "7 Aug 20170",
])("%j is no day", (text) => {
  expect(readTypedDay(text)).toBeNull();
});
