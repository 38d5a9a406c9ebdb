import { expect, it } from "vitest";
import type { SinceCounts } from "./since.ts";
import { sinceItemWords, sinceKind, sinceWords } from "./since-words.ts";
import type { Status } from "./status.ts";

const at = (status: Status | null, ...alternatives: Status[]) => ({ status, alternatives });
const now = (status: Status | null, since: string | null = null, ...alternatives: Status[]) =>
  ({ status, alternatives, since }) as Parameters<typeof sinceKind>[0]["after"];
const none = { status: 0, review: 0, corrections: 0 };

it.each([
  ["a new entry that changes the status moved it", "moved", { ...none, status: 1 }, "stalled"],
  ["so did the days alone", "moved", none, "stalled"],
  [
    "a movement that our own correction alone made is a correction",
    "corrected",
    { ...none, corrections: 1 },
    "stalled",
  ],
  ["with a new entry beside it is a movement", "moved", { ...none, status: 1, corrections: 1 }, "stalled"],
  ["a correction that moves nothing is one", "corrected", { ...none, review: 1, corrections: 1 }, "scheduled"],
  ["the same status on newer evidence is evidence", "evidence", { ...none, status: 1, review: 1 }, "scheduled"],
  ["a look that found nothing is a review", "reviewed", { ...none, review: 1 }, "scheduled"],
  ["nothing is nothing", null, none, "scheduled"],
] as const)("%s", (_, kind, entries, after) => {
  expect(sinceKind({ before: at("scheduled"), after: now(after) }, entries, false)).toBe(kind);
});

it("an item that was taken up is told until its first entry moves it", () => {
  expect(sinceKind({ before: at(null), after: now(null) }, none, true)).toBe("opened");
  expect(sinceKind({ before: at(null), after: now("raised") }, { ...none, status: 1 }, true)).toBe("moved");
});

it("a sentence leads from where an item stood to where it stands, and says what was corrected", () => {
  const told = { statusSubject: "the talks", before: at("scheduled"), corrections: 0, retractions: 0 };
  const stalled = now("stalled", "2026-05-03");
  expect(sinceItemWords("moved", { ...told, after: stalled })).toBe("the talks: scheduled → stalled, since 3 May 2026");
  expect(sinceItemWords("moved", { ...told, after: stalled, corrections: 2 })).toBe(
    "the talks: scheduled → stalled, since 3 May 2026; 2 entries corrected here",
  );
  const amended = (corrections: number, retractions: number) =>
    sinceItemWords("moved", { ...told, after: stalled, corrections, retractions }).split("; ")[1];
  expect(amended(3, 1)).toBe("2 entries corrected and 1 retracted here");
  expect(amended(1, 1)).toBe("1 entry retracted here");
  const still = { ...told, after: now("scheduled", "2026-02-01"), corrections: 1, retractions: 1 };
  expect(sinceItemWords("corrected", still)).toBe("the talks: an entry retracted here, still scheduled");
  expect(sinceItemWords("moved", { ...told, after: now("scheduled", "2026-02-01", "under-way") })).toBe(
    "the talks: scheduled → scheduled, possibly already under way",
  );
  expect(sinceItemWords("corrected", { ...told, after: now("scheduled", "2026-02-01"), corrections: 1 })).toBe(
    "the talks: corrected here, still scheduled",
  );
  expect(sinceItemWords("opened", { ...told, before: at(null), after: now(null) })).toBe(
    "the talks: taken up, not yet raised",
  );
});

it("all of it is one sentence, and says when it is not all", () => {
  const counts = (parts: Partial<SinceCounts>): SinceCounts => ({
    ...{ items: 0, moved: 0, corrected: 0, evidence: 0, reviewed: 0, opened: 0 },
    ...parts,
  });
  expect(sinceWords(counts({}), false)).toBe("");
  expect(sinceWords(counts({ items: 1, evidence: 1 }), false)).toBe("One item has new evidence.");
  expect(sinceWords(counts({ items: 6, moved: 2, corrected: 1, reviewed: 3 }), false)).toBe(
    "Two items moved, one was corrected here and three were reviewed with nothing new.",
  );
  expect(sinceWords(counts({ items: 1999, moved: 1999 }), true)).toBe("At least 1,999 items moved.");
});
