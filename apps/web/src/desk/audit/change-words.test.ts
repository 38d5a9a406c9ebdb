import { expect, test } from "vitest";
import { changeWords } from "./change-words.ts";

const passage = { paragraphs: [5, 6, 7], derivedFrom: "wire", manner: "near-verbatim", attributed: "none", note: null };

test("what stayed is left out, and fields are called what the forms call them", () => {
  expect(
    changeWords(
      { title: "Bridge", resolutionCriteria: "When it stands.", shutOut: false, opened: "2017-08-06", tags: [] },
      { title: "Bridge", resolutionCriteria: "When it is open.", shutOut: true, opened: "2017-08", tags: ["a", "b"] },
    ),
  ).toEqual({
    says: "what settles it, shut out, open since and tags",
    before: { "what settles it": "When it stands.", "shut out": "no", "open since": "6 Aug 2017" },
    after: { "what settles it": "When it is open.", "shut out": "yes", "open since": "Aug 2017", tags: "a, b" },
  });
});

test("of a list only the rows that went and came are told, in words", () => {
  const other = { ...passage, derivedFrom: "site" };
  expect(changeWords({ lineage: [other] }, { lineage: [other, passage] })).toEqual({
    says: "lineage",
    before: {},
    after: { lineage: "¶5–7; from: wire; manner: near-verbatim; credit: uncredited" },
  });
  expect(changeWords({ lineage: [other, passage] }, { lineage: [passage, other] })?.says).toBe("lineage");
});

test("records within records stand in brackets, and nothing stands as JSON", () => {
  const sides = [{ claim: "755", citations: [{ sourceId: "site", paragraphs: [3], says: "so many", keywords: [] }] }];
  expect(changeWords(null, { sides })?.after).toEqual({
    sides: "claim: 755; citations: (source: site; ¶3; says: so many)",
  });
});

test("many fields are counted in the line, and all of them are told", () => {
  const made = changeWords(null, { a: "1", b: "1", c: "1", d: "1", e: "1", f: "1", g: null });
  expect(made?.says).toBe("a, b, c, d and 2 more");
  expect(Object.keys(made?.after ?? {})).toHaveLength(6);
});

test("an instant stays as it is, to the second", () => {
  expect(changeWords(null, { at: "2026-11-21T09:00:00.000Z" })?.after).toEqual({ at: "2026-11-21T09:00:00.000Z" });
});

test("nothing before and nothing after is no change", () => {
  expect(changeWords(null, null)).toBeNull();
  expect(changeWords({ tags: [] }, { tags: [] })).toBeNull();
});
