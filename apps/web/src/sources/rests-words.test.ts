import { describe, expect, it } from "vitest";
import { fateWords, restsRemark, restsSentence, sidesWords, withoutWords } from "./rests-words.ts";

const items = (...fates: ("bare" | "unsupported" | "single" | "fewer" | "same")[]) => ({
  items: fates.map((fate) => ({ fate })),
});

describe("what the record would lose", () => {
  it.each([
    [items(), "Nothing in the record rests on Reuters."],
    [items("same"), "Without Reuters, the one reading that rests on it holds."],
    [items("same", "fewer", "same"), "Without Reuters, all 3 readings that rest on it hold."],
    [
      items("bare", "single", "single", "same"),
      "Without Reuters, one reading would stand without evidence and two would drop to a single origin; one other holds.",
    ],
    [items("single", "single"), "Without Reuters, two readings would drop to a single origin."],
    [items("bare", "unsupported"), "Without Reuters, two readings would stand without support."],
  ])("%#: says so in one sentence", (given, sentence) => expect(restsSentence("Reuters", given)).toBe(sentence));

  it("names each fate with its figures", () => {
    expect(fateWords({ fate: "single", origins: 3, originsLeft: 1 })).toBe("would drop to a single origin, from 3");
    expect(fateWords({ fate: "fewer", origins: 4, originsLeft: 2 })).toBe("would keep 2 of 4 origins");
    expect(fateWords({ fate: "same", origins: 1, originsLeft: 1 })).toBe("would keep its origin");
    expect(restsRemark(items("bare", "single", "same"))).toBe(
      "1 reading would stand without evidence and 1 reading would drop to a single origin.",
    );
    expect(restsRemark(items("same"))).toBe("No reading would lose its footing.");
  });

  it("says how the status would read, and what a disagreement keeps", () => {
    expect(withoutWords(null)).toBeNull();
    expect(withoutWords({ status: "stalled", since: "2018-03" as never })).toBe("stalled since March 2018");
    expect(withoutWords({ status: null, since: null })).toBe("not yet raised");
    expect(sidesWords({ sides: 3, sidesLeft: 1 })).toBe("would be left with one of 3 sides");
    expect(sidesWords({ sides: 2, sidesLeft: 2 })).toBe("keeps all its sides, on other sources");
  });
});
