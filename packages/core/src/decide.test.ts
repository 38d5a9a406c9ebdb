import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type DecisionContext, decideEntry } from "./decide.ts";
import { type Entry, RecordEntry } from "./entry.ts";
import { isReadoutError, type ReadoutError } from "./error.ts";
import { chainFault, hashOf } from "./hash.ts";
import type { Instant } from "./time.ts";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

const sources = new Map([
  [
    "gazette",
    { id: "gazette", origin: "gazette", paragraphCount: 5, lineage: [{ paragraphs: [2], derivedFrom: "wire" }] },
  ],
  ["wire", { id: "wire", origin: "wire", paragraphCount: null, lineage: [] }],
  ["page", { id: "page", origin: "Some Agency", paragraphCount: null, lineage: [] }],
]);

const context = (recorded = "2020-06-01T10:00:00.000Z"): DecisionContext => ({
  recorded: recorded as Instant,
  author: "user-1",
  approver: null,
  sources,
  sha256,
});

const cite = (more: object = {}) => ({
  sourceId: "gazette",
  paragraphs: [1],
  stance: "supports",
  says: "It says so.",
  ...more,
});

const change = (more: object = {}) => ({
  kind: "change",
  itemId: "ferry-treaty",
  status: "raised",
  effective: "2020-01",
  reported: "2020-01-10",
  summary: "It was raised.",
  evidence: [cite()],
  ...more,
});

/** Decides commands one after another, each on the head it names or on the one that stands. */
function record(...commands: object[]): Entry[] {
  const ledger: Entry[] = [];
  for (const command of commands) {
    const parsed = RecordEntry.parse({ itemId: "ferry-treaty", ...command, expectedHead: ledger.length });
    ledger.push(decideEntry(ledger, parsed, context()));
  }
  return ledger;
}

function refusal(ledger: Entry[], command: object, at = context()): ReadoutError {
  try {
    decideEntry(ledger, RecordEntry.parse({ itemId: "ferry-treaty", expectedHead: ledger.length, ...command }), at);
  } catch (error) {
    if (isReadoutError(error)) return error;
    throw error;
  }
  throw new Error("the command was accepted");
}

const fieldsOf = (error: ReadoutError) => error.details.fields?.map(({ path }) => path);

describe("deciding an entry", () => {
  it("gives the next number, links it to the entry before and seals it", () => {
    const [first, second] = record(change(), change({ kind: "reaffirmation" })) as [Entry, Entry];
    expect([first.seq, first.previousHash]).toEqual([1, null]);
    expect([second.seq, second.previousHash]).toEqual([2, first.hash]);
    expect(second.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("answers a stale head with the entries that came in between", () => {
    const ledger = record(change(), change({ kind: "reaffirmation" }));
    const error = refusal(ledger, change({ expectedHead: 1 }));
    expect(error.code).toBe("conflict");
    expect(error.details.head).toBe(2);
    expect(error.details.entriesSince).toEqual([ledger[1]]);
  });

  it("never records earlier than the entry before it, even when the clock was set back", () => {
    const ledger = record(change());
    const entry = decideEntry(
      ledger,
      RecordEntry.parse(change({ expectedHead: 1 })),
      context("2020-05-01T10:00:00.000Z"),
    );
    expect(entry.recorded).toBe("2020-06-01T10:00:00.000Z");
  });

  it("needs evidence or a stated reason for none, and refuses both", () => {
    expect(refusal([], change({ evidence: [] })).code).toBe("evidence_required");
    expect(fieldsOf(refusal([], change({ noEvidence: "heard it" })))).toEqual(["noEvidence"]);
    expect(record(change({ evidence: [], noEvidence: "seen by ourselves" }))[0]).toMatchObject({
      evidence: [],
      noEvidence: "seen by ourselves",
    });
    expect(record(change({ evidence: [cite({ stance: "context" })] }))).toHaveLength(1);
  });

  it("refuses sources and paragraphs that do not exist, naming the field", () => {
    expect(fieldsOf(refusal([], change({ evidence: [cite({ sourceId: "nowhere" })] })))).toEqual([
      "evidence.0.sourceId",
    ]);
    expect(fieldsOf(refusal([], change({ evidence: [cite(), cite({ paragraphs: [1, 6] })] })))).toEqual([
      "evidence.1.paragraphs",
    ]);
    expect(fieldsOf(refusal([], change({ evidence: [cite({ paragraphs: [] })] })))).toEqual(["evidence.0.paragraphs"]);
    expect(fieldsOf(refusal([], change({ evidence: [cite({ sourceId: "page", paragraphs: [1] })] })))).toEqual([
      "evidence.0.paragraphs",
    ]);
  });

  it("settles the origins of its evidence: as stated, else where the lineage of the passage ends", () => {
    const [entry] = record(
      change({
        evidence: [
          cite(),
          cite({ paragraphs: [2] }),
          cite({ sourceId: "page", paragraphs: [] }),
          cite({ origins: ["Reuters"] }),
        ],
      }),
    );
    expect(entry).toMatchObject({
      evidence: [
        { origins: ["gazette"] },
        { origins: ["wire"] },
        { origins: ["Some Agency"] },
        { origins: ["Reuters"] },
      ],
    });
  });

  it("calls a thing confirmed only when two origins support it", () => {
    const confirmed = cite({ credibility: 1 });
    expect(refusal([], change({ evidence: [confirmed] })).code).toBe("evidence_required");
    expect(refusal([], change({ evidence: [confirmed, cite({ paragraphs: [3] })] })).code).toBe("evidence_required");
    expect(refusal([], change({ evidence: [confirmed, cite({ paragraphs: [2], stance: "contradicts" })] })).code).toBe(
      "evidence_required",
    );
    expect(record(change({ evidence: [confirmed, cite({ paragraphs: [2] })] }))).toHaveLength(1);
  });

  it("takes a report dated up to the day of recording and refuses one without an end or from a day to come", () => {
    expect(record(change({ reported: "2020-06" }))).toHaveLength(1);
    expect(fieldsOf(refusal([], change({ reported: "2020-06-02" })))).toEqual(["reported"]);
    expect(fieldsOf(refusal([], change({ reported: "2020-01/.." })))).toEqual(["reported"]);
    expect(record(change({ reported: "../2020-01" }))).toHaveLength(1);
  });

  it("takes an answer only with a status that ends the item", () => {
    expect(fieldsOf(refusal([], change({ answer: "yes" })))).toEqual(["answer"]);
    expect(record(change({ status: "concluded", answer: "partly" }))[0]).toMatchObject({ answer: "partly" });
  });

  it("asks for a reason when the item had ended by the time the new status was certain", () => {
    const ended = record(change({ status: "concluded", effective: "2020-03" }));
    expect(refusal(ended, change({ effective: "2020-04-01" })).code).toBe("reason_required");
    expect(fieldsOf(refusal(ended, change({ effective: "2020-03-31" })))).toEqual(["reason"]);
    const accepted = (more: object) => expect(() => refusal(ended, change(more))).toThrow("accepted");
    accepted({ effective: "2020-03-30" });
    accepted({ effective: "2020-04-01", reason: "Talks began again." });
    accepted({ effective: "2020-04-01", status: "lapsed" });
    accepted({ effective: "2020-04-01", kind: "reaffirmation" });
    accepted({ effective: "2020-04-01/.." });
  });

  it("names a change, reaffirmation or review of the same ledger in a correction or retraction, and no other", () => {
    const review = { kind: "review", lookedOn: "2020-05-01", note: "Nothing new." };
    const ledger = record(change(), review, { kind: "retraction", retracts: 2, reason: "wrong item" });
    const retract = (retracts: number) => refusal(ledger, { kind: "retraction", retracts, reason: "r" });
    expect(fieldsOf(retract(9))).toEqual(["retracts"]);
    expect(fieldsOf(retract(3))).toEqual(["retracts"]);
    expect(fieldsOf(retract(2))).toEqual(["retracts"]);
    expect(
      fieldsOf(refusal(ledger, { kind: "correction", corrects: 2, reason: "r", lookedOn: "2020-05-02", note: "n" })),
    ).toEqual(["corrects"]);
  });

  it("takes a correction with the full content of its kind, again and again", () => {
    const { kind: _, itemId: __, ...content } = change();
    const again = { kind: "correction", corrects: 1, reason: "typing error", ...content };
    expect(record(change(), again, again)).toHaveLength(3);
    const ledger = record(change());
    expect(fieldsOf(refusal(ledger, { ...again, summary: undefined }))).toEqual(["summary"]);
    expect(fieldsOf(refusal(ledger, { ...again, note: "n" }))).toEqual(["note"]);
    expect(refusal(ledger, { ...again, evidence: [] }).code).toBe("evidence_required");
    const reviewed = record({ kind: "review", lookedOn: "2020-05-01", note: "n" });
    expect(fieldsOf(refusal(reviewed, { ...again, lookedOn: "2020-05-01", note: "n" }))).toEqual(["status"]);
    expect(
      record(
        { kind: "review", lookedOn: "2020-05-01", note: "n" },
        { kind: "correction", corrects: 1, reason: "r", lookedOn: "2020-05-02", note: "m" },
      ),
    ).toHaveLength(2);
  });

  it("refuses a look on a day to come", () => {
    expect(fieldsOf(refusal([], { kind: "review", lookedOn: "2020-06-02", note: "n" }))).toEqual(["lookedOn"]);
  });

  it("refuses fields that a kind does not have", () => {
    for (const [kind, more] of [
      ["review", { lookedOn: "2020-01-01", note: "n", status: "raised" }],
      ["retraction", { retracts: 1, reason: "r", summary: "s" }],
      ["change", { ...change(), lookedOn: "2020-01-01" }],
    ] as const)
      expect(RecordEntry.safeParse({ itemId: "x", expectedHead: 0, ...more, kind }).error?.issues[0]?.code).toBe(
        "unrecognized_keys",
      );
  });
});

describe("the chain", () => {
  const ledger = record(change(), change({ kind: "reaffirmation" }), {
    kind: "review",
    lookedOn: "2020-05-01",
    note: "Nothing new.",
  });
  const head = { seq: 3, hash: ledger[2]!.hash };

  it("fits as recorded, also after marks of later entries were added", () => {
    expect(chainFault(ledger, head, sha256)).toBeNull();
    expect(hashOf({ ...ledger[0]!, correctedBy: 2 } as Entry, sha256)).toBe(ledger[0]!.hash);
  });

  it("names the first entry that was altered, taken out, added or cut off", () => {
    const altered = ledger.map((entry) =>
      entry.seq === 2 ? { ...entry, summary: "It was Raised." } : entry,
    ) as Entry[];
    expect(chainFault(altered, head, sha256)?.seq).toBe(2);
    expect(
      chainFault(
        ledger.filter(({ seq }) => seq !== 2),
        head,
        sha256,
      )?.seq,
    ).toBe(2);
    expect(chainFault(ledger.slice(0, 2), head, sha256)?.seq).toBe(3);
    expect(chainFault(ledger, { seq: 2, hash: ledger[1]!.hash }, sha256)?.seq).toBe(3);
    expect(chainFault(ledger, { seq: 3, hash: "0" }, sha256)?.seq).toBe(3);
    const resealed = ledger.map((entry) =>
      entry.seq === 1 ? { ...entry, hash: hashOf(entry, sha256).replace(/^./, "f") } : entry,
    );
    expect(chainFault(resealed as Entry[], head, sha256)?.seq).toBe(1);
  });

  it("is the SHA-256 of the RFC 8785 form, which does not depend on the order of keys", () => {
    const shuffled = Object.fromEntries(Object.entries(ledger[1]!).reverse()) as Entry;
    expect(hashOf(shuffled, sha256)).toBe(ledger[1]!.hash);
  });
});
