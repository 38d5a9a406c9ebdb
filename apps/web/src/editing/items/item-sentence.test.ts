import type { Milestone } from "@readout/core/milestone";
import type { Day } from "@readout/core/time";
import { expect, it } from "vitest";
import { itemSentence } from "./item-sentence.ts";

const aDate = (date: string) => ({ date, kind: "deadline", what: "an answer", verdict: null }) as unknown as Milestone;
const [passed, ahead] = [aDate("2026-02-05"), aDate("2027-02-05")];

it.each([
  [[], "It has no dates; nothing is recorded yet."],
  [[ahead], "It has one date; nothing is recorded yet."],
  [[passed], "It has one date, which passed without a verdict; nothing is recorded yet."],
  [[passed, ahead], "It has 2 dates, one of them passed without a verdict; nothing is recorded yet."],
  [[passed, passed], "It has 2 dates, all of them passed without a verdict; nothing is recorded yet."],
])("the dates of an item are said in a sentence (case %#)", (milestones, sentence) =>
  expect(itemSentence({ milestones, links: [], head: 0 }, "2026-11-21" as Day)).toBe(sentence),
);
