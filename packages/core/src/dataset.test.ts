import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type AsOf, type Basis, resolveAsOf } from "./as-of.ts";
import { decideEntry } from "./decide.ts";
import { diffOf } from "./diff.ts";
import { boundsOf } from "./edtf.ts";
import { type Entry, RecordEntry } from "./entry.ts";
import { chainFault } from "./hash.ts";
import { type ModelAsOf, modelDiff, modelIntervals, modelPhase, modelReading, modelVisible } from "./model.ts";
import type { CitedSource } from "./origin.ts";
import { phaseOf, readingOf, statusIntervals } from "./reading.ts";
import { readingSpans } from "./span.ts";
import { isEnding } from "./status.ts";
import { addDays, type Day, type Instant, startOfDay } from "./time.ts";
import { visibleEntries } from "./visible.ts";

type Cited = {
  source?: string;
  url?: string;
  paragraphs?: number[];
  stance: string;
  credibility: number;
  origin?: string[];
  says: string;
  keywords?: string[];
  publisher?: string;
};
type Told = {
  id: string;
  item: string;
  phase?: string;
  status: string;
  kind: "change" | "reaffirmation";
  effective: string;
  effective_basis?: string;
  reported: string;
  summary: string;
  evidence: Cited[];
};
type ListedSource = {
  id: string;
  url: string | null;
  paragraph_count?: number;
  lineage?: { paragraphs: number[]; derived_from: string }[];
};

const read = (name: string) =>
  parse(readFileSync(new URL(`../../../prisma/dataset/${name}.yaml`, import.meta.url), "utf8"));
const told: Told[] = [...read("status_changes").status_changes, ...read("followups").followups];
const itemIds: string[] = read("items").items.map(({ id }: { id: string }) => id);
const listed: ListedSource[] = read("sources").sources;

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
const recorded = "2026-11-21T09:00:00.000Z" as Instant;
const today = "2026-11-21" as Day;

const sources = new Map<string, CitedSource>(
  listed.map(({ id, paragraph_count, lineage = [] }) => [
    id,
    {
      id,
      origin: id,
      paragraphCount: paragraph_count ?? null,
      lineage: lineage.map((row) => ({ paragraphs: row.paragraphs, derivedFrom: row.derived_from })),
    },
  ]),
);
/** A public page is a source of its own, once per URL, unless the list of sources has that URL. */
function sourceIdOf({ source, url, publisher }: Cited): string {
  const known = source ?? listed.find((candidate) => candidate.url === url)?.id;
  if (known !== undefined) return known;
  const id = `page-${sha256(url!).slice(0, 6)}`;
  if (!sources.has(id)) sources.set(id, { id, origin: publisher!, paragraphCount: null, lineage: [] });
  return id;
}

const compareText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Enters what the two files tell of an item: by latest report, then earliest beginning, then place in the files. */
function ledgerOf(itemId: string): Entry[] {
  const ordered = told
    .filter(({ item }) => item === itemId)
    .sort(
      (a, b) =>
        compareText(boundsOf(a.reported).latest!, boundsOf(b.reported).latest!) ||
        compareText(boundsOf(a.effective).earliest!, boundsOf(b.effective).earliest!),
    );
  const ledger: Entry[] = [];
  for (const entry of ordered) {
    const command = RecordEntry.parse({
      itemId,
      expectedHead: ledger.length,
      kind: entry.kind,
      status: entry.status,
      effective: entry.effective,
      reported: entry.reported,
      summary: entry.summary,
      evidence: entry.evidence.map((cited) => ({
        sourceId: sourceIdOf(cited),
        paragraphs: cited.paragraphs ?? [],
        stance: cited.stance,
        credibility: cited.credibility,
        says: cited.says,
        origins: cited.origin,
        keywords: cited.keywords,
      })),
    });
    const dataset = {
      ref: entry.id,
      background: entry.phase === "background",
      effectiveBasis: entry.effective_basis ?? null,
    };
    ledger.push(
      decideEntry(ledger, command, { recorded, author: "data set", approver: null, sources, sha256, dataset }),
    );
  }
  return ledger;
}

const ledgers = new Map(itemIds.map((id) => [id, ledgerOf(id)]));
const ledger = (id: string) => ledgers.get(id)!;

const monthStarts = Array.from(
  { length: 17 * 12 },
  (_, i) => `${2010 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-01` as Day,
);

/** The first and last days of some dates of a ledger, with the days beside them: nothing changes on any other. */
function daysAround(entries: readonly Entry[], date: "effective" | "reported"): Day[] {
  const days = entries
    .flatMap((entry) => (entry.kind === "change" || entry.kind === "reaffirmation" ? boundsOf(entry[date]) : []))
    .flatMap(({ earliest, latest }) => [earliest, latest])
    .filter((day) => day !== null);
  return [...new Set(days.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]))].sort();
}
const denseDays = (entries: readonly Entry[]): Day[] => [
  ...new Set([daysAround(entries, "effective"), daysAround(entries, "reported"), monthStarts, [today]].flat().sort()),
];

const asOf = (knownOn: Day, validOn: Day = knownOn, basis: Basis = "reported"): AsOf => ({ knownOn, validOn, basis });
const model = (asOf: AsOf) => asOf as ModelAsOf;

/** Every day around a report with every day around a beginning, as those days are known and asked about. */
const knownTimesBegan = (entries: readonly Entry[]): AsOf[] =>
  daysAround(entries, "reported").flatMap((knownOn) =>
    daysAround(entries, "effective").map((validOn) => asOf(knownOn, validOn)),
  );

function pairsOf(entries: readonly Entry[]): AsOf[] {
  const began = daysAround(entries, "effective");
  return [
    ...denseDays(entries).map((day) => asOf(day)),
    ...monthStarts.flatMap((day) => [asOf(day, addDays(day, -400)), asOf(day, addDays(day, 400))]),
    ...knownTimesBegan(entries),
    ...began.map((validOn) => asOf(today, validOn, "recorded")),
    asOf(addDays(today, -1), today, "recorded"),
  ];
}

describe("the data set", () => {
  it("has 33 items and enters 130 entries, each ledger with an unbroken chain", () => {
    expect(itemIds).toHaveLength(33);
    expect([...ledgers.values()].flat()).toHaveLength(told.length);
    expect(told).toHaveLength(130);
    for (const entries of ledgers.values())
      expect(chainFault(entries, { seq: entries.length, hash: entries.at(-1)!.hash }, sha256)).toBeNull();
  });

  it("gives a reason, its summary, to exactly those entries that the model finds to be reopenings", () => {
    for (const entries of ledgers.values())
      for (const [i, entry] of entries.entries()) {
        if (entry.kind !== "change") continue;
        const day = boundsOf(entry.effective).latest!;
        const { status } = modelReading(entries.slice(0, i), model(asOf("2099-01-01" as Day, day)));
        const reopens = !isEnding(entry.status) && status !== null && isEnding(status);
        expect([entry.ref, entry.reason]).toEqual([entry.ref, reopens ? entry.summary : null]);
      }
  });
});

describe.each(itemIds)("%s, held against the slow model", (id) => {
  it("reads the same on every day around which anything changes, and on every month from 2010 to 2026", () => {
    const pairs = pairsOf(ledger(id));
    const answers = pairs.map((asOf) => {
      const reading = readingOf(ledger(id), asOf);
      return {
        asOf,
        reading,
        phase: phaseOf(reading),
        visible: visibleEntries(ledger(id), asOf).map(({ seq }) => seq),
      };
    });
    const expected = pairs.map((asOf) => {
      const reading = modelReading(ledger(id), model(asOf));
      return { asOf, reading, phase: modelPhase(reading), visible: modelVisible(ledger(id), model(asOf)) };
    });
    expect(answers).toEqual(expected);
  });

  it("falls into the stretches that asking every single day gives, on every day on which something became known", () => {
    const known = daysAround(ledger(id), "reported").filter((day) => day <= today);
    const pairs = [...known.map((day) => asOf(day)), ...known.map((day) => asOf(day, today)), asOf(today)];
    expect(pairs.map((asOf) => statusIntervals(ledger(id), asOf))).toEqual(
      pairs.map((asOf) => modelIntervals(ledger(id), model(asOf))),
    );
  });

  it("differs between days as the model does", () => {
    const days = denseDays(ledger(id));
    const stretches = days.flatMap((to, i) =>
      [days[i - 1], days[i - 7], days[0]].map((from) => ({ from: from ?? to, to, basis: "reported" as Basis })),
    );
    stretches.push({ from: addDays(today, -1), to: today, basis: "recorded" });
    // One comparison of long lists is far quicker than an expectation for each.
    const answers = stretches.map(({ from, to, basis }) => {
      const diff = diffOf(ledger(id), from, to, basis);
      return diff && { ...diff, entries: diff.entries.map(({ seq }) => seq), corrections: diff.corrections };
    });
    const expected = stretches.map(({ from, to, basis }) => {
      const diff = modelDiff(ledger(id), from, to, basis);
      const same = JSON.stringify(diff.before) === JSON.stringify(diff.after);
      return same && diff.entries.length + diff.corrections.length === 0 ? null : diff;
    });
    expect(answers).toEqual(expected);
  });

  it("is told by its rectangles as the model tells it", () => {
    const spans = readingSpans(ledger(id), "reported");
    const pairs = knownTimesBegan(ledger(id));
    const expected = pairs.map((asOf) => {
      const { lastReviewed, ...reading } = modelReading(ledger(id), model(asOf));
      // Before anything was known there is nothing to cut into rectangles.
      return lastReviewed === null ? [] : [reading];
    });
    const answers = pairs.map(({ knownOn, validOn }) =>
      spans
        .filter((span) => span.knownFrom <= startOfDay(knownOn as Day))
        .filter((span) => span.knownUntil === null || startOfDay(knownOn as Day) < span.knownUntil)
        .filter((span) => span.validFrom === null || span.validFrom <= validOn)
        .filter((span) => span.validUntil === null || validOn < span.validUntil)
        .map(({ knownFrom, knownUntil, validFrom, validUntil, phase, ...reading }) => reading),
    );
    expect(answers).toEqual(expected);
  });
});

describe("what the record says of past days", () => {
  const reading = (id: string, knownOn: string) =>
    readingOf(ledger(id), resolveAsOf({ knownOn: knownOn as Day }, recorded));

  it("knew nothing of a Volker-Surkov meeting on 5 August 2017, and one agreed in principle two days later", () => {
    expect(reading("volker-surkov-meeting", "2017-08-05")).toMatchObject({ status: null, entrySeq: null, since: null });
    expect(reading("volker-surkov-meeting", "2017-08-07")).toMatchObject({
      status: "agreed-in-principle",
      since: "2017-08-06",
    });
  });

  it("knew on 1 March 2021 that the extension of New START was concluded", () => {
    expect(reading("new-start-extension", "2021-03-01").status).toBe("concluded");
  });

  it("holds 13 of 33 items open today", () => {
    const phases = itemIds.map((id) => phaseOf(readingOf(ledger(id), resolveAsOf({}, recorded))));
    expect(phases.filter((phase) => phase === "open")).toHaveLength(13);
    expect(phases.filter((phase) => phase === "closed")).toHaveLength(20);
  });

  it("was recorded on one day, before which Readout itself knew nothing", () => {
    for (const entries of ledgers.values()) {
      expect(visibleEntries(entries, asOf(addDays(today, -1), today, "recorded"))).toEqual([]);
      expect(visibleEntries(entries, asOf(today, today, "recorded"))).toHaveLength(entries.length);
    }
  });
});
