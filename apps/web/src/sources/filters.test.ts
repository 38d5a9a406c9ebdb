import { expect, it } from "vitest";
import { narrowedSentence, narrowedWords, parseSourceFilters } from "./filters.ts";

it("takes a publisher by key or as people write it, and ignores what it does not know", () => {
  expect(parseSourceFilters({ publisher: "rfe_2f_rl", reliability: "F", role: "page" })).toEqual({
    publisher: "rfe_2f_rl",
    reliability: "F",
    role: "page",
  });
  expect(parseSourceFilters({ publisher: " RFE/RL ", reliability: "Z", role: "", month: "2017-08" })).toEqual({
    publisher: "rfe_2f_rl",
  });
  expect(parseSourceFilters({ publisher: "", reliability: ["A", "B"] })).toEqual({ reliability: "B" });
});

it("says in the sentence what the list is narrowed to", () => {
  expect(narrowedWords({}, null)).toBeNull();
  const words = narrowedWords({ publisher: "reuters", role: "seed", reliability: "B" }, "Reuters (National Post)")!;
  expect(narrowedSentence(1, true, words)).toBe("1 source by Reuters, read by paragraph, rated B, usually reliable.");
  expect(narrowedSentence(0, true, narrowedWords({ publisher: "nobody" }, null)!)).toBe("No source by “nobody”.");
});
