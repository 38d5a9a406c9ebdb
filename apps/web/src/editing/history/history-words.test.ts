import type { HistoryEdit } from "@readout/core/history";
import type { Instant } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { actorsIn, withNames } from "./actor-names.ts";
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

  it("tells of a row that stayed in part only what it is and what changed", () => {
    const office = (attested: string, name = "Minister") => ({
      ...{ office: name, organisation: "Ministry", state: "Norland", attested, note: "by the gazette" },
    });
    const [before, after] = [
      [office("2017-07"), office("2015", "Envoy")],
      [office("2017-08"), office("2015", "Envoy")],
    ];
    expect(only({ before: { offices: before }, after: { offices: after } })?.fields).toEqual([
      { field: "offices", before: "Minister, Jul 2017", after: "Minister, Aug 2017" },
    ]);
    // Another office is another row.
    expect(
      only({ before: { offices: [office("2017")] }, after: { offices: [office("2017", "Envoy")] } })?.fields,
    ).toEqual([
      {
        field: "offices",
        before: "Minister, Ministry, Norland, 2017, by the gazette",
        after: "Envoy, Ministry, Norland, 2017, by the gazette",
      },
    ]);
  });

  it("says actors by name wherever an edit names their ids", () => {
    const edits = [
      edit({
        before: { parties: ["norland"], state: null },
        after: { parties: ["norland", "sudland"], state: "norland" },
      }),
      edit({ after: { offices: [{ office: "norland", organisation: "gazette", state: "sudland" }] } }),
    ];
    expect([...actorsIn(edits)].sort()).toEqual(["gazette", "norland", "sudland"]);
    const names = new Map(Object.entries({ norland: "Norland", gazette: "The Gazette" }));
    const named = edits.map((one) => withNames(one, names));
    expect(named[0]).toMatchObject({
      before: { parties: ["Norland"] },
      after: { parties: ["Norland", "sudland"], state: "Norland" },
    });
    expect(named[1]?.after).toEqual({
      offices: [{ office: "norland", organisation: "The Gazette", state: "sudland" }],
    });
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
