import fc from "fast-check";
import { expect, it } from "vitest";
import { arbitraryDay, arbitraryLedger } from "./arbitrary-ledger.ts";
import { type Basis, knownInstantOf } from "./as-of.ts";
import { exampleLedger } from "./example.ts";
import { phaseOf, readingOf } from "./reading.ts";
import { type ReadingSpan, readingSpans } from "./span.ts";
import type { Day, Instant } from "./time.ts";

const holdsAt = (span: ReadingSpan, known: Instant, valid: Day) =>
  span.knownFrom <= known &&
  (span.knownUntil === null || known < span.knownUntil) &&
  (span.validFrom === null || span.validFrom <= valid) &&
  (span.validUntil === null || valid < span.validUntil);

const bases: Basis[] = ["reported", "recorded"];

it("tells for every pair of days, by exactly one rectangle, what the ledger reads", () => {
  fc.assert(
    fc.property(
      arbitraryLedger(),
      fc.constantFrom(...bases),
      fc.array(fc.tuple(arbitraryDay, arbitraryDay), { minLength: 5, maxLength: 20 }),
      (ledger, basis, pairs) => {
        const spans = readingSpans(ledger, basis);
        for (const [knownOn, validOn] of pairs) {
          const asOf = { knownOn, validOn, basis };
          const { lastReviewed: _, ...reading } = readingOf(ledger, asOf);
          const found = spans.filter((span) => holdsAt(span, knownInstantOf(asOf), validOn));
          if (found.length === 0)
            expect({ ...reading, next: null }).toEqual({
              status: null,
              entrySeq: null,
              since: null,
              alternatives: [],
              next: null,
              origins: 0,
            });
          else expect(found).toEqual([expect.objectContaining({ ...reading, phase: phaseOf(reading) })]);
          if (found.length === 0) expect(reading.next).toBeNull();
        }
      },
    ),
    { numRuns: 400 },
  );
});

it("keeps two rectangles for each exact entry of a ledger that is told in order", () => {
  const ledger = Array.from({ length: 50 }, (_, i) => ({
    seq: i + 1,
    kind: "change",
    status: i % 2 ? "stalled" : "under-way",
    effective: `${2000 + i}-01-01`,
    reported: `${2000 + i}-01-02`,
    recorded: `${2000 + i}-01-03T00:00:00.000Z`,
    evidence: [],
    correctedBy: null,
    retractedBy: null,
  })) as never[];
  for (const basis of bases) expect(readingSpans(ledger, basis).length).toBeLessThanOrEqual(101);
});

it("has no rectangle for an empty ledger, and some for the worked example", () => {
  expect(readingSpans([], "reported")).toEqual([]);
  expect(readingSpans(exampleLedger, "recorded").length).toBeGreaterThan(5);
});
