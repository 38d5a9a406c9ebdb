import { expect, it } from "vitest";
import { shortPublisher } from "./publisher.ts";

it.each([
  ["Zero Hedge, as mirrored on WhoTrades", "Zero Hedge"],
  [
    "Ministry of Foreign Affairs of the Russian Federation (transcript); several agencies",
    "Ministry of Foreign Affairs of the Russian Federation",
  ],
  ["Reuters", "Reuters"],
  ["(anonymous)", "(anonymous)"],
])("%s is called %s", (publisher, short) => {
  expect(shortPublisher(publisher)).toBe(short);
});
