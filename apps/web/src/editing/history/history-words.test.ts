import type { HistoryEdit } from "@readout/core/history";
import type { Instant } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { historyWords } from "./history-words.ts";

const edit = (fields: Partial<HistoryEdit>): HistoryEdit => ({
  at: "2026-11-05T10:00:00.000Z" as Instant,
  by: null,
  act: "item.edited",
  before: {},
  after: {},
  ...fields,
});
const only = (fields: Partial<HistoryEdit>) => historyWords([edit(fields)])[0];

describe("an edit in words", () => {
  it("names its day and its fields, and each as it was and became", () => {
    expect(
      only({ before: { title: "A", opened: null }, after: { title: "B", opened: "2017-07", reason: "a slip" } }),
    ).toMatchObject({
      says: "Edited on 5 November 2026: title and open since",
      reason: "a slip",
      fields: [
        { field: "title", before: "A", after: "B" },
        { field: "open since", before: null, after: "Jul 2017" },
      ],
    });
  });

  it("tells lists row by row", () => {
    const links = [{ type: "blocks", itemId: "another" }];
    expect(only({ before: { links: [] }, after: { links } })?.fields).toEqual([
      { field: "links", before: null, after: "blocks, another" },
    ]);
  });

  it("says a name only where one was told, and which part was edited", () => {
    expect(only({ by: { id: "u", name: "Ann" } })?.by).toBe("Ann");
    const [decided] = historyWords([
      {
        ...edit({ act: "milestone.decided", before: { verdict: null }, after: { verdict: "missed" } }),
        of: "answer due",
      },
    ]);
    expect(decided).toMatchObject({ says: "Decided on 5 November 2026: “answer due”, verdict", by: null });
  });
});
