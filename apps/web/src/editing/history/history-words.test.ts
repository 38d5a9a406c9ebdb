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

  it("tells of a list the rows that went and came", () => {
    const row = (paragraphs: number[]) => ({
      ...{ paragraphs, derivedFrom: "wire", manner: "quotation", attributed: "none", basis: "in-text", note: null },
    });
    const [before, after] = [
      [row([5]), row([6, 7, 9])],
      [row([5]), row([6, 7])],
    ];
    expect(only({ before: { lineage: before }, after: { lineage: after } })?.fields).toEqual([
      {
        field: "lineage",
        before: "¶6–7, 9, quotation, uncredited, wire, in-text",
        after: "¶6–7, quotation, uncredited, wire, in-text",
      },
    ]);
  });

  it("tells a list whole where its rows merely changed places", () => {
    const fields = only({ before: { parties: ["a", "b"] }, after: { parties: ["b", "a"] } })?.fields;
    expect(fields).toEqual([{ field: "parties", before: "a\nb", after: "b\na" }]);
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
