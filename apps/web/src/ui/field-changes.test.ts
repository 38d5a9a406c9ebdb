import { expect, test } from "vitest";
import { fieldChanges } from "./field-changes.ts";

test("what stayed is left out, and the rest is told in words", () => {
  expect(
    fieldChanges(
      { title: "Bridge", reviewEveryDays: 180, shutOut: false, tags: ["a", "b"], whyOpen: null },
      { title: "Bridge", reviewEveryDays: 90, shutOut: true, tags: ["a"], whyOpen: "Nobody built it" },
    ),
  ).toEqual([
    { name: "review every days", before: "180", after: "90" },
    { name: "shut out", before: "no", after: "yes" },
    { name: "tags", before: "a, b", after: "a" },
    { name: "why open", before: null, after: "Nobody built it" },
  ]);
});

test("a thing that was made tells all it has", () => {
  expect(fieldChanges(null, { name: "ci", role: "editor", tags: [] })).toEqual([
    { name: "name", before: null, after: "ci" },
    { name: "role", before: null, after: "editor" },
  ]);
});

test("records in a list are told one by one", () => {
  const before = { links: [{ type: "blocks", itemId: "a" }] };
  const after = {
    links: [
      { type: "related", itemId: "a" },
      { type: "blocks", itemId: "b" },
    ],
  };
  expect(fieldChanges(before, after)).toEqual([
    { name: "links 1, type", before: "blocks", after: "related" },
    { name: "links 2, type", before: null, after: "blocks" },
    { name: "links 2, item id", before: null, after: "b" },
  ]);
});

test("what lies too deep to be told in words stands as JSON", () => {
  expect(fieldChanges(null, { a: { a: { a: { a: { b: 1 } } } } })).toEqual([
    { name: "a, a, a, a", before: null, after: '{"b":1}' },
  ]);
});

test("nothing before and nothing after is no change", () => {
  expect(fieldChanges(null, null)).toEqual([]);
});
