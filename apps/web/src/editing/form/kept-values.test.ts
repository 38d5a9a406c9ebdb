import { expect, it } from "vitest";
import { isSameTyped, keptNothing, readKept } from "./kept-values.ts";

const blank = { title: "", tags: "", links: [] as { itemId: string }[] };

it("gives back what was typed and what it was typed over", () => {
  const kept = { version: 3, before: blank, values: { ...blank, title: "Mine", links: [{ itemId: "a" }] } };
  expect(readKept(JSON.parse(JSON.stringify(kept)), blank)).toEqual(kept);
});

it("takes what an older program kept, field by field", () => {
  expect(readKept({ before: {}, values: { title: "Mine", links: "none", gone: 1 } }, blank)).toEqual({
    version: null,
    before: blank,
    values: { title: "Mine", tags: "", links: [] },
  });
});

it.each([null, "text", [], {}, { values: [] }, { values: {}, before: null }])("takes %j for nothing kept", (content) =>
  expect(readKept(content, blank)).toBeNull(),
);

it("nothing typed is the same on every version, and something typed never is nothing", () => {
  const saved = { ...blank, title: "Saved" };
  const typed = { version: 1, before: blank, values: saved };
  expect(isSameTyped(keptNothing(blank, 1), keptNothing(saved, 2))).toBe(true);
  expect(isSameTyped(typed, keptNothing(saved, 2))).toBe(false);
  expect(isSameTyped(typed, { ...typed, version: 2 })).toBe(true);
});
