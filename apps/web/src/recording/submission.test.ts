import type { Entry, RecordEntry } from "@readout/core/entry";
import { ReadoutError } from "@readout/core/error";
import type { Proposal, RecordedOrProposed } from "@readout/core/proposal";
import { describe, expect, it } from "vitest";
import { isRecordOf, submit } from "./submission.ts";

const command = {
  itemId: "talks",
  expectedHead: 9,
  kind: "change",
  status: "lapsed",
  effective: "2017-08-06",
  reported: "2017-08-07",
  summary: "Lapsed.",
  evidence: [{ sourceId: "s", paragraphs: [4, 3], stance: "supports", credibility: 6, says: "so" }],
} as unknown as RecordEntry;
const recorded = {
  ...command,
  seq: 10,
  author: "me",
  answer: null,
  reason: null,
  evidence: [
    { sourceId: "s", paragraphs: [3, 4], stance: "supports", credibility: 6, says: "so", origins: ["s"], keywords: [] },
  ],
} as unknown as Entry;

const refusedWith = (error: Error) => submit(command, "me", () => Promise.reject(error));

describe("an entry that is sent", () => {
  it("is recorded, or proposed where another person decides", async () => {
    const answered = (answer: unknown) => submit(command, "me", async () => answer as RecordedOrProposed);
    expect(await answered(recorded)).toEqual({ kind: "recorded", seq: 10 });
    const proposal = { id: "p", state: "waiting" } as unknown as Proposal;
    expect(await answered(proposal)).toEqual({ kind: "proposed", proposal });
  });

  it("may be overtaken by entries of others", async () => {
    const theirs = { ...recorded, author: "them" } as Entry;
    const conflict = new ReadoutError("conflict", "moved", { head: 10, entriesSince: [theirs] });
    expect(await refusedWith(conflict)).toEqual({ kind: "overtaken", entries: [theirs] });
  });

  it("was recorded already where the first answer was lost on the way", async () => {
    const conflict = new ReadoutError("conflict", "moved", { head: 10, entriesSince: [recorded] });
    expect(await refusedWith(conflict)).toEqual({ kind: "recorded", seq: 10 });
  });

  it("may be refused field by field, or for another reason, or not arrive at all", async () => {
    const fields = [{ path: "reason", message: "a reopening needs a reason" }];
    expect(await refusedWith(new ReadoutError("reason_required", "why", { fields }))).toEqual({
      kind: "refused",
      faults: fields,
    });
    const forbidden = new ReadoutError("forbidden", "not you");
    expect(await refusedWith(forbidden)).toEqual({ kind: "failed", error: forbidden });
    expect(await refusedWith(new ReadoutError("internal", "nobody", { unreachable: true }))).toEqual({
      kind: "unreachable",
    });
    expect(await refusedWith(new ReadoutError("unauthenticated", "who"))).toEqual({ kind: "signed-out" });
  });

  it("is no outcome where our own code fails", async () => {
    await expect(refusedWith(new TypeError("a slip"))).rejects.toThrow("a slip");
  });
});

describe("an entry is what became of a command", () => {
  it("whatever order its paragraphs were given in", () => expect(isRecordOf(recorded, command, "me")).toBe(true));

  it.each([{ author: "them" }, { summary: "Lapsed!" }, { status: "withdrawn" }, { evidence: [] }])(
    "but not with %j",
    (changes) => expect(isRecordOf({ ...recorded, ...changes } as Entry, command, "me")).toBe(false),
  );
});
