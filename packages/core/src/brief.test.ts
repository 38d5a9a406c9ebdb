import { expect, it } from "vitest";
import { briefOf } from "./brief.ts";
import { exampleLedger } from "./example.ts";
import { type Export, exportFileName, exportQuery } from "./export.ts";
import { readingOf } from "./reading.ts";
import { visibleEntries } from "./visible.ts";

const gazette = {
  ...{
    id: "norland-gazette",
    role: "page",
    title: "Ferries",
    publisher: "Norland Gazette",
    author: null,
    language: "en",
  },
  ...{ published: "2030-05", kind: null, reliability: "C", reliabilityReason: null, url: null, paragraphCount: 9 },
  origin: "Norland Gazette",
};

/** The example as an export would hold it on a day; without sources nothing of what it cites had appeared. */
function madeOn(day: string, sources: object[]): Export {
  const asOf = { knownOn: day, validOn: day, basis: "reported" } as Export["asOf"];
  const item = {
    ...{ id: "ferry-treaty", title: "Ferry treaty", statusSubject: "the treaty", question: "Will it apply?" },
    ...{ resolutionCriteria: "It applies.", whyOpen: null, reviewEveryDays: 180, permalink: "p", phase: "open" },
    ...{ milestones: [], disagreements: [], scenarioSets: [], reading: readingOf(exampleLedger, asOf) },
    entries: visibleEntries(exampleLedger, asOf),
  };
  return { madeAt: `${day}T10:00:00.000Z`, installation: "u", permalink: "p", asOf, items: [item], sources } as never;
}

it("an entry is told in its corrected form, with what it replaced, and one taken back as such", () => {
  const [item] = briefOf(madeOn("2031-03-10", [gazette])).items;
  const amended = item!.entries.flatMap(({ amendments }) => amendments);
  expect(amended).toEqual([
    expect.stringMatching(/^Retracted on .* by entry \d+: /),
    expect.stringMatching(/^Corrected on .* by entry \d+: .*date before: /),
  ]);
  expect(item!.entries.filter(({ retracted }) => retracted)).toHaveLength(1);
  expect(item!.notes.map(({ number }) => number)).toEqual(item!.notes.map((_, i) => i + 1));
});

it("a brief tells the newest entries, and how many it leaves out", () => {
  const whole = briefOf(madeOn("2031-03-10", [gazette])).items[0]!;
  const short = briefOf(madeOn("2031-03-10", [gazette]), { entries: 2 }).items[0]!;
  expect(short.entries).toEqual(whole.entries.slice(0, 2));
  expect(short.left).toBe(whole.entries.length - 2);
});

it("evidence whose source had not appeared is left out", () => {
  const [item] = briefOf(madeOn("2030-05-10", [])).items;
  expect(item!.entries.length).toBeGreaterThan(0);
  expect([item!.notes, item!.entries.flatMap(({ notes }) => notes)]).toEqual([[], []]);
});

it("a file and an address name basis, day and moment", () => {
  const moment = { knownOn: "2026-11-21T10:00:00.000Z", validOn: "2026-11-20", basis: "recorded" } as Export["asOf"];
  const { items } = madeOn("2030-05-10", []);
  expect(exportFileName({ items, asOf: moment }, "csv")).toBe(
    "readout-ferry-treaty-on-2026-11-20-as-shown-2026-11-21T100000.csv",
  );
  expect(exportQuery(moment)).toBe("knownOn=2026-11-21T10%3A00%3A00.000Z&validOn=2026-11-20&basis=recorded");
});
