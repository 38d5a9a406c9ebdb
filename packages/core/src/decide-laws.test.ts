import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryLedger } from "./arbitrary-ledger.ts";
import { decideEntry } from "./decide.ts";
import { boundsOf } from "./edtf.ts";
import { type Entry, RecordEntry } from "./entry.ts";
import { type ErrorCode, isReadoutError } from "./error.ts";
import { modelReading } from "./model.ts";
import { isEnding, Status } from "./status.ts";
import type { Instant } from "./time.ts";

const recorded = "2020-12-31T12:00:00.000Z" as Instant;

/** The code with which a command at the end of a ledger is refused; null when it is accepted. */
function refusalOf(ledger: readonly Entry[], command: object): ErrorCode | null {
  const context = { recorded, author: "a", approver: null, sources: new Map(), sha256: () => "" };
  const parsed = RecordEntry.parse({ itemId: "item", expectedHead: ledger.length, ...command });
  try {
    decideEntry(ledger, parsed, context);
    return null;
  } catch (error) {
    if (isReadoutError(error)) return error.code;
    throw error;
  }
}

describe("a decision on a random ledger", () => {
  const dates = [
    "2019",
    "2020-01-15",
    "2020-01",
    "2020-02-10/2020-02-20",
    "2020-03-01",
    "2020-02-10/..",
    "../2020-02-01",
  ];

  it("asks a reason of a change exactly where the model reads an ending status on the last day of its beginning", () => {
    fc.assert(
      fc.property(
        arbitraryLedger(),
        fc.constantFrom(...Status.options),
        fc.constantFrom(...dates),
        fc.constantFrom("change", "reaffirmation"),
        (ledger, status, effective, kind) => {
          const { latest } = boundsOf(effective);
          const before =
            latest === null
              ? null
              : modelReading(ledger, { knownOn: "2021-01-01", validOn: latest, basis: "reported" }).status;
          const reopens = kind === "change" && !isEnding(status) && before !== null && isEnding(before);
          const command = { kind, status, effective, reported: "2020-01-01", summary: "s", noEvidence: "none" };
          expect(refusalOf(ledger, command)).toBe(reopens ? "reason_required" : null);
          expect(refusalOf(ledger, { ...command, reason: "r" })).toBeNull();
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("lets a correction or retraction name what was never retracted, and is no correction or retraction itself", () => {
    fc.assert(
      fc.property(arbitraryLedger(), (ledger) => {
        for (let seq = 1; seq <= ledger.length + 1; seq++) {
          const named = ledger.find((entry) => entry.seq === seq);
          const isRetracted = ledger.some((entry) => entry.kind === "retraction" && entry.retracts === seq);
          const mayBeNamed = named !== undefined && "correctedBy" in named && !isRetracted;
          const content =
            named?.kind === "review"
              ? { lookedOn: "2020-01-01", note: "n" }
              : { status: "raised", effective: "2020", reported: "2020", summary: "s", noEvidence: "none" };
          const reason = "r";
          const expected = mayBeNamed ? null : "invalid_input";
          expect(refusalOf(ledger, { kind: "retraction", retracts: seq, reason })).toBe(expected);
          expect(refusalOf(ledger, { kind: "correction", corrects: seq, reason, ...content })).toBe(expected);
        }
      }),
      { numRuns: 200 },
    );
  });
});
