import type { Entry } from "@readout/core/entry";
import { change, review } from "@readout/core/ledger.fixture";
import type { CitedSource } from "@readout/core/origin";
import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import type { CommandDraft } from "./attempt.ts";
import { type PreviewedItem, previewOf, refusalOf } from "./preview.ts";
import { previewNote } from "./preview-words.ts";

const today = "2026-11-21" as Day;
const item = { id: "harbour-treaty", statusSubject: "the treaty" } as PreviewedItem;
const ledger: Entry[] = [change(1, "raised", "2017-02-01"), change(2, "stalled", "2018-02-01", "2018-02-03")];
const source = (id: string, origin: string, rest: Partial<CitedSource> = {}): [string, CitedSource] => [
  id,
  { id, origin, paragraphCount: 9, lineage: [], ...rest },
];
const sources = new Map([
  source("wire", "wire"),
  source("copy", "copy", { lineage: [{ paragraphs: [1, 2], derivedFrom: "wire" }] }),
  source("page", "Page", { paragraphCount: null }),
  source("held", "held", { paragraphCount: 2, text: ["It was signed in May.", "Nobody objected."] }),
]);

const cited = (fields: object = {}) => ({
  sourceId: "wire",
  paragraphs: [3],
  stance: "supports",
  credibility: 6,
  says: "It was signed.",
  ...fields,
});
const written = (fields: object = {}): CommandDraft => ({
  kind: "change",
  ...{
    itemId: item.id,
    expectedHead: 2,
    status: "in-force",
    effective: "2020-05-04",
    reported: "2020-05-05",
    summary: "It was signed and is in force.",
    evidence: [cited()],
  },
  ...fields,
});
const preview = (command: CommandDraft, entries = ledger) =>
  previewOf({ item, ledger: entries, command, sources, today });
const refused = (fields: object, entries = ledger) =>
  refusalOf({ item, ledger: entries, command: written(fields), sources, today });

describe("the preview of an entry", () => {
  it("says what the public reads before and after it", () => {
    const { before, after, movesToday, faults } = preview(written());
    expect([before.words, after?.words]).toEqual([
      { status: "Stalled", rest: " since 1 February 2018: the treaty" },
      { status: "In force", rest: " since 4 May 2020: the treaty" },
    ]);
    expect(after?.intervals.map(({ status, from, until }) => [status, from, until])).toEqual([
      ["raised", "2017-02-01", "2018-02-01"],
      ["stalled", "2018-02-01", "2020-05-04"],
      ["in-force", "2020-05-04", null],
    ]);
    expect([movesToday, faults]).toEqual([true, []]);
  });

  it("of a back-dated one moves nothing today and says so", () => {
    const before = preview(written({ effective: "2017-06-01", reported: "2017-06-02" }));
    expect(before.movesToday).toBe(false);
    expect(before.after?.words).toEqual(before.before.words);
    expect(before.after?.intervals).toHaveLength(3);
    expect(previewNote(before, "change")).toBe("Today's reading stays as it is: this alters the past alone.");
  });

  it("of one that begins later says what comes", () => {
    const { after, movesToday } = preview(
      written({ status: "scheduled", effective: "2027-01-10", reported: "2026-11-20" }),
    );
    expect(after?.words.rest).toBe(" since 1 February 2018: the treaty; scheduled from 10 January 2027");
    expect(movesToday).toBe(true);
  });

  it("of an uncertain one names what may hold already", () => {
    const { after } = preview(written({ effective: "2026-11/2026-12" }));
    expect(after?.words.rest).toBe(" since 1 February 2018: the treaty, possibly already in force");
  });

  it("of an end names its answer", () => {
    const { after } = preview(written({ status: "concluded", answer: "partly" }));
    expect(after?.words.status).toBe("Concluded: partly");
  });

  it("of a look moves the day of the last review alone", () => {
    const looked = preview({ kind: "review", ...{ lookedOn: "2026-11-20", note: "Nothing new in the gazette." } });
    expect([looked.movesToday, looked.after?.reading.lastReviewed]).toEqual([false, "2026-11-20"]);
    expect(previewNote(looked, "review")).toBe("Today's reading stays as it is; last reviewed on 20 November 2026.");
  });

  it("of a correction and of a retraction shows the ledger as it reads then", () => {
    const corrected = preview({
      ...written({ reason: "Misread." }),
      kind: "correction",
      ...{ corrects: 2 },
    } as CommandDraft);
    expect(corrected.after?.words).toEqual({ status: "In force", rest: " since 4 May 2020: the treaty" });
    const retracted = preview({ kind: "retraction", ...{ retracts: 2, reason: "Never happened." } });
    expect(retracted.after?.words).toEqual({ status: "Raised", rest: " since 1 February 2017: the treaty" });
    expect([corrected.faults, retracted.faults]).toEqual([[], []]);
  });

  it("is tried at the end of the ledger that is known, whatever head the form was begun on", () => {
    expect(preview(written({ expectedHead: 1 })).faults).toEqual([]);
  });

  it("is drawn from status and date alone, while the rest is still missing", () => {
    const { after, faults } = preview({ kind: "change", ...{ status: "in-force", effective: "2020-05-04" } });
    expect(after?.words.rest).toBe(" since 4 May 2020: the treaty");
    expect(faults).toEqual([
      { path: "reported", message: "Say when it was reported." },
      { path: "summary", message: "Say in your own words what happened." },
      { path: "evidence", message: "Cite a passage, or say why there is none." },
    ]);
  });

  it.each([
    ["a status", { status: undefined }, ["status"]],
    ["a date", { effective: undefined }, ["effective"]],
    ["a date that is one", { effective: "2017-02-30" }, ["effective"]],
  ])("is not drawn without %s", (_, fields, paths) => {
    const unfinished = preview(written(fields));
    expect([unfinished.after, unfinished.movesToday]).toEqual([null, false]);
    expect(unfinished.faults.map(({ path }) => path)).toEqual(paths);
    expect(previewNote(unfinished, "change")).toMatch(/^As it stands now\./);
  });

  it("of an item with an empty ledger begins at nothing", () => {
    const { before, after } = preview(written(), []);
    expect([before.words.status, after?.words.status]).toEqual(["Not yet raised", "In force"]);
  });
});

describe("what stands in the way", () => {
  it("is nothing for an entry that would be recorded", () => {
    expect(refused({})).toEqual([]);
    expect(refused({ evidence: [cited({ sourceId: "page", paragraphs: [] })] })).toEqual([]);
    expect(refused({ evidence: [], noEvidence: "Known to everybody." })).toEqual([]);
  });

  it("is told all at once, by field, in words for people", () => {
    expect(
      refused({
        summary: " ",
        reported: "2027",
        answer: "yes",
        evidence: [cited({ says: "" }), cited({ paragraphs: [12] }), cited(), cited({ sourceId: "gone" })],
      }),
    ).toEqual([
      { path: "summary", message: "Say in your own words what happened." },
      { path: "evidence.0.says", message: "Say in your own words what it says." },
      { path: "reported", message: "begins after the day of recording, 2026-11-21" },
      { path: "answer", message: "only a status that ends the item answers its question; in-force does not" },
      { path: "evidence.1.paragraphs", message: "there is no paragraph 12; the source has 1 to 9" },
      { path: "evidence.3.sourceId", message: "no source gone" },
    ]);
  });

  it("is a credibility of 1 while all comes from one origin", () => {
    const one = [cited({ credibility: 1 }), cited({ sourceId: "copy", paragraphs: [1] })];
    expect(refused({ evidence: one })).toEqual([{ path: "evidence.0.credibility", message: "1 needs two origins" }]);
    expect(refused({ evidence: [...one, cited({ sourceId: "copy", paragraphs: [4] })] })).toEqual([]);
  });

  it("is a missing reason where an ended item opens again", () => {
    const ended = [...ledger, change(3, "lapsed", "2019-01-01")];
    expect(refused({}, ended).map(({ path }) => path)).toEqual(["reason"]);
    expect(refused({ reason: "The court annulled the end." }, ended)).toEqual([]);
  });

  it("is a quotation that does not stand in the text that is held", () => {
    const quote = { type: "TextQuoteSelector", exact: "signed in June", prefix: "", suffix: "" };
    const held = cited({ sourceId: "held", paragraphs: [1], quote });
    expect(refused({ evidence: [held] }).map(({ path }) => path)).toEqual(["evidence.0.quote.exact"]);
    expect(refused({ evidence: [{ ...held, quote: { ...quote, exact: "signed in May" } }] })).toEqual([]);
    // Whether it stands in a text that is not open to whoever asks is for the server to say.
    expect(refused({ evidence: [cited({ quote })] })).toEqual([]);
  });

  it("is a day of looking that is still to come, and a retraction of what is not there", () => {
    const faults = (command: CommandDraft, entries = ledger) =>
      refusalOf({ item, ledger: entries, command, sources, today }).map(({ path }) => path);
    expect(faults({ kind: "review", ...{ lookedOn: "2026-11-22", note: "x" } })).toEqual(["lookedOn"]);
    expect(faults({ kind: "retraction", ...{ retracts: 7, reason: "x" } })).toEqual(["retracts"]);
    expect(
      faults({ kind: "retraction", ...{ retracts: 1 } }, [change(1, "raised", "2017"), review(2, "2018-01-01")]),
    ).toEqual(["reason"]);
  });
});
