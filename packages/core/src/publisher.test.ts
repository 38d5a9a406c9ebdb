import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PublisherKey, publisherKeyOf, shortPublisher } from "./publisher.ts";

describe("the key of a publisher", () => {
  it.each([
    ["Reuters", "reuters"],
    ["Reuters (National Post)", "reuters"],
    ["US Department of State (aide to the Secretary)", "us-department-of-state"],
    ["RFE/RL", "rfe_2f_rl"],
    ["unnamed re-publisher (the closing line points to an unnamed original)", "unnamed-re_2d_publisher"],
    ["Известия", "_438__437__432__435__441__442__438__44f_"],
  ])("of %s is %s", (name, key) => expect(publisherKeyOf(name)).toBe(key));

  it("is one for names that differ in case and spacing, and another for all others", () => {
    const folded = (name: string) => shortPublisher(name).normalize("NFC").toLowerCase().replace(/\s+/g, " ");
    const names = fc
      .string({ unit: fc.constantFrom(..."aAb-_ /.2dé1"), minLength: 1, maxLength: 12 })
      .filter((name) => name.trim() !== "");
    fc.assert(
      fc.property(names, names, (a, b) => {
        expect(publisherKeyOf(a) === publisherKeyOf(b)).toBe(folded(a) === folded(b));
        expect(PublisherKey.safeParse(publisherKeyOf(a)).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

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
