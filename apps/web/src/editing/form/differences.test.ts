import { describe, expect, it } from "vitest";
import { changedFields, differences, onTop } from "./differences.ts";

const before = { title: "A", question: "Q", tags: "x", links: [{ type: "related", itemId: "a" }] };
const theirs = { ...before, title: "A of theirs", question: "Q of theirs" };
const mine = { ...before, title: "A of mine", links: [{ type: "blocks", itemId: "a" }] };

describe("two versions of one form", () => {
  it("names what changed, rows included", () => {
    expect(changedFields(before, mine)).toEqual(["title", "links"]);
    expect(changedFields(before, structuredClone(before))).toEqual([]);
  });

  it("are told apart field by field, what both changed first", () => {
    expect(differences(before, theirs, mine).map(({ field, both }) => [field, both])).toEqual([
      ["title", true],
      ["question", false],
      ["links", false],
    ]);
  });

  it("agree where both made the same change", () => {
    expect(differences(before, { ...before, tags: "y" }, { ...before, tags: "y" })).toEqual([]);
  });

  it("are put on top of each other without losing what the other one changed alone", () => {
    expect(onTop(before, theirs, mine)).toEqual({
      title: "A of mine",
      question: "Q of theirs",
      tags: "x",
      links: [{ type: "blocks", itemId: "a" }],
    });
  });
});
