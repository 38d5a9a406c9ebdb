import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { editCommand, FormReader, newCommand, typedOr, wordsOf } from "./read-form.ts";

const today = "2026-11-21" as Day;

describe("what is typed into a form", () => {
  it("is read into what commands are made of", () => {
    const reader = new FormReader(today);
    expect(reader.date("opened", "5 February 2018", { use: "any" })).toBe("2018-02-05");
    expect(reader.date("opened", "", { use: "any" })).toBeUndefined();
    expect(reader.paragraphs("paragraphs", "5-7, 9")).toEqual([5, 6, 7, 9]);
    expect(reader.number("reviewEveryDays", " 90 ")).toBe(90);
    expect(reader.chosen("itemId", "an-item", "an item")).toBe("an-item");
    expect(wordsOf("nuclear, arms-control,, ")).toEqual(["nuclear", "arms-control"]);
    expect(typedOr("  ", null)).toBeNull();
    expect(reader.faults).toEqual([]);
  });

  it("is noted at its path where it cannot be read", () => {
    const reader = new FormReader(today);
    reader.date("milestones.0.date", "whenever", { use: "any" });
    reader.date("published", "", { use: "reported", needed: true });
    reader.paragraphs("lineage.1.paragraphs", "all");
    reader.number("reviewEveryDays", "often");
    reader.chosen("links.0.itemId", "", "an item");
    expect(reader.faults.map(({ path }) => path)).toEqual([
      "milestones.0.date",
      "published",
      "lineage.1.paragraphs",
      "reviewEveryDays",
      "links.0.itemId",
    ]);
  });
});

describe("a command made of fields", () => {
  const fields = { title: "T", opened: null, tags: [] };
  it("leaves out what is empty where something is new", () => {
    expect(newCommand(fields, new FormReader(today)).command).toEqual({ title: "T", tags: [] });
  });

  it("names what was changed where something is edited, emptied fields as null, and only their faults", () => {
    const reader = new FormReader(today);
    reader.date("opened", "never", { use: "any" });
    reader.number("reviewEveryDays", "");
    const read = editCommand({ id: "x", version: 2 }, fields, ["opened"], reader);
    expect(read.command).toEqual({ id: "x", version: 2, opened: null });
    expect(read.faults.map(({ path }) => path)).toEqual(["opened"]);
  });
});
