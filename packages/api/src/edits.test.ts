import { isReadoutError } from "@readout/core/error";
import { expect, test } from "vitest";
import { changesOf, checkVersion } from "./edits.ts";

const kept = { title: "A", tags: ["x", "y"], side: null as string | null, rows: [{ a: 1, b: null }] };

test("an edit changes the fields that it makes different, and no other", () => {
  expect(changesOf(kept, { title: "B", tags: ["x", "y"], side: undefined })).toEqual({
    before: { title: "A" },
    after: { title: "B" },
  });
  expect(changesOf(kept, { tags: ["y", "x"], side: "us" })).toEqual({
    before: { tags: ["x", "y"], side: null },
    after: { tags: ["y", "x"], side: "us" },
  });
});

test("the order of fields is no difference, the order of a list is one, and so is what is left out of a row", () => {
  expect(changesOf(kept, { rows: [{ b: null, a: 1 }] })).toBeNull();
  expect(changesOf(kept, { rows: [{ a: 1 } as never] })).not.toBeNull();
  expect(changesOf(kept, { rows: [] })).not.toBeNull();
});

test("an edit that changes nothing is none", () => {
  expect(changesOf(kept, {})).toBeNull();
  expect(changesOf(kept, structuredClone(kept))).toBeNull();
});

test("an edit made on another version is told both", () => {
  checkVersion("this", 3, 3);
  try {
    checkVersion("this", 2, 3);
    expect.unreachable();
  } catch (error) {
    expect(isReadoutError(error, "conflict") && error.details).toEqual({ version: 2, current: 3 });
  }
});
