import { RecordEntry } from "@readout/core/entry";
import type { Day } from "@readout/core/time";
import { describe, expect, it } from "vitest";
import { commandOf, dateContext, type FormContext, faultsOf, filled } from "./command.ts";
import { newEvidenceDraft } from "./evidence/evidence-draft.ts";
import { blankForm, type RecordingForm } from "./form.ts";

const published = { early: "2017-08-06", late: "2017-08-09", vague: "2017-08" };
const context: FormContext = {
  itemId: "talks",
  today: "2026-11-21" as Day,
  current: "suspended",
  sources: new Map(Object.entries(published).map(([id, day]) => [id, { published: day as never }])),
  corrects: null,
};
const piece = (key: string, sourceId: string, says = "they met") => ({ ...newEvidenceDraft(key), sourceId, says });
const form = (changes: Partial<RecordingForm> = {}): RecordingForm => ({
  ...blankForm(9),
  status: "scheduled",
  effective: "2017-08-06",
  summary: "They will meet.",
  evidence: [piece("1", "early")],
  ...changes,
});
const composed = (changes: Partial<RecordingForm> = {}, given = context) =>
  commandOf(filled(form(changes), given), given);

describe("what a form would submit", () => {
  it("is a command that the schema takes, decided on the head it was begun on", () => {
    const { command, unread } = composed();
    expect(unread).toEqual([]);
    expect(RecordEntry.parse(command)).toMatchObject({
      itemId: "talks",
      expectedHead: 9,
      kind: "change",
      status: "scheduled",
      effective: "2017-08-06",
      reported: "2017-08-06",
      evidence: [{ sourceId: "early", says: "they met", credibility: 6 }],
    });
  });

  it("has only the fields of its kind, whatever was typed for another", () => {
    const { command } = composed({ kind: "review", note: "Nothing in the files.", answer: "yes" });
    expect(RecordEntry.parse(command)).toEqual({
      itemId: "talks",
      expectedHead: 9,
      kind: "review",
      lookedOn: "2026-11-21",
      note: "Nothing in the files.",
    });
  });

  it("has evidence or the reason for none, never both", () => {
    expect(composed({ without: true, noEvidence: "Common knowledge." }).command).toMatchObject({
      noEvidence: "Common knowledge.",
    });
    expect(composed({ without: true, noEvidence: "Common knowledge." }).command).not.toHaveProperty("evidence");
    expect(composed({ noEvidence: "typed before" }).command).not.toHaveProperty("noEvidence");
  });

  it("has an answer only where the status ends the item, and a reason only for a change", () => {
    expect(composed({ answer: "yes" }).command).not.toHaveProperty("answer");
    expect(composed({ answer: "yes", status: "concluded" }).command).toMatchObject({ answer: "yes" });
    expect(composed({ reason: "they came back" }).command).toMatchObject({ reason: "they came back" });
    expect(composed({ reason: "they came back", kind: "reaffirmation" }).command).not.toHaveProperty("reason");
  });

  it("carries the full new content in a correction, and its reason", () => {
    const { command } = composed({ reason: "misread" }, { ...context, corrects: 4 });
    expect(RecordEntry.parse(command)).toMatchObject({
      kind: "correction",
      corrects: 4,
      reason: "misread",
      status: "scheduled",
    });
  });
});

describe("what a form proposes", () => {
  it("is the day on which the earliest cited source said so, until another is typed", () => {
    const evidence = [piece("1", "late"), piece("2", "early")];
    expect(filled(form({ evidence }), context).reported).toBe("6 August 2017");
    expect(filled(form({ evidence: [piece("1", "vague")] }), context).reported).toBe("2017-08");
    expect(filled(form({ evidence, reported: "" }), context).reported).toBe("");
    expect(filled(form({ without: true }), context).reported).toBe("");
  });

  it("is the present status, on the day of its report, where it is still so", () => {
    expect(filled(form({ kind: "reaffirmation", status: null, effective: null }), context)).toMatchObject({
      status: "suspended",
      effective: "6 August 2017",
    });
    expect(filled(form({ status: null, effective: null }), context)).toMatchObject({ status: null, effective: "" });
  });

  it("is today for a look", () => {
    expect(filled(form({ kind: "review" }), context).lookedOn).toBe("21 November 2026");
  });

  it("reads a beginning with the latest source that has a day, and with the end of the report", () => {
    const evidence = [piece("1", "early"), piece("2", "late"), piece("3", "vague")];
    expect(dateContext(filled(form({ evidence }), context), "effective", context)).toEqual({
      today: "2026-11-21",
      use: "effective",
      written: "2017-08-09",
      lastReported: "2017-08-06",
    });
  });

  it("reads every date from today, whatever source is chosen", () => {
    const evidence = [piece("1", "early")];
    const typed = { effective: "yesterday", reported: "today" };
    expect(composed({ ...typed, evidence }).command).toMatchObject({ effective: "2026-11-20", reported: "2026-11-21" });
    expect(composed({ ...typed, evidence: [] }).command).toMatchObject({ effective: "2026-11-20" });
  });
});

describe("what stands in the way", () => {
  it("is a date that cannot be read, in the words of its reader, and then nothing else of that field", () => {
    const { command, unread } = composed({ effective: "soonish" });
    expect(unread.map(({ path }) => path)).toEqual(["effective"]);
    const refused = [{ path: "effective", message: "Say when it became so." }];
    expect(faultsOf(filled(form(), context), unread, refused)).toEqual(unread);
    expect(command.effective).toBeUndefined();
  });

  it("is named by the place that a piece of evidence has in the form, where blank ones are passed over", () => {
    const evidence = [newEvidenceDraft("1"), piece("2", "early"), piece("3", "late")];
    const refused = [
      { path: "evidence.1.says", message: "Say in your own words what it says." },
      { path: "summary", message: "Say in your own words what happened." },
    ];
    expect(faultsOf(filled(form({ evidence }), context), [], refused).map(({ path }) => path)).toEqual([
      "summary",
      "evidence.2.says",
    ]);
  });
});
