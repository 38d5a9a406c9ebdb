import { RecordEntry } from "@readout/core/entry";
import type { Proposal } from "@readout/core/proposal";
import type { Instant } from "@readout/core/time";
import { expect, test } from "vitest";
import { proposalWords, queueSentence, waitedFor } from "./words.ts";

const now = "2026-11-21T12:00:00.000Z" as Instant;
const at = (text: string) => text as Instant;

test.each([
  ["2026-11-21T11:59:40.000Z", "under a minute"],
  ["2026-11-21T11:59:00.000Z", "1 minute"],
  ["2026-11-21T11:00:01.000Z", "59 minutes"],
  ["2026-11-21T11:00:00.000Z", "1 hour"],
  ["2026-11-20T12:00:00.000Z", "1 day"],
  ["2026-11-17T12:00:00.000Z", "4 days"],
  // The clock of the asker may be behind that of the database.
  ["2026-11-21T12:00:05.000Z", "under a minute"],
])("what came at %s has waited %s", (since, words) => {
  expect(waitedFor(at(since), now)).toBe(words);
});

const waiting = (author: string, proposedAt: string) => ({ author, proposedAt }) as Proposal;

test("the queue is one sentence", () => {
  expect(queueSentence([], "me", now)).toBe("Nothing waits.");
  expect(queueSentence([waiting("anna", "2026-11-21T09:00:00.000Z")], "me", now)).toBe(
    "1 proposal waits, for 3 hours.",
  );
  expect(
    queueSentence([waiting("anna", "2026-11-17T09:00:00.000Z"), waiting("me", "2026-11-20T09:00:00.000Z")], "me", now),
  ).toBe("2 proposals wait, the oldest for 4 days; one is your own.");
  expect(
    queueSentence([waiting("me", "2026-11-17T09:00:00.000Z"), waiting("me", "2026-11-20T09:00:00.000Z")], "me", now),
  ).toBe("2 proposals wait, the oldest for 4 days; somebody else decides, for you proposed both.");
});

const status = {
  itemId: "bridge",
  expectedHead: 3,
  status: "suspended",
  effective: "2026-05-03",
  reported: "2026-05-03",
  summary: "The works stopped.",
  noEvidence: "seen on site",
};

test.each([
  [{ ...status, kind: "change" }, "Suspended since 3 May 2026", "The works stopped."],
  [
    { ...status, kind: "change", status: "concluded", answer: "yes" },
    "Concluded: yes since 3 May 2026",
    "The works stopped.",
  ],
  [{ ...status, kind: "reaffirmation" }, "Still suspended", "The works stopped."],
  [
    { itemId: "bridge", expectedHead: 3, kind: "review", lookedOn: "2026-05-04", note: "Nothing in the press." },
    "Reviewed on 4 May 2026, nothing new",
    "Nothing in the press.",
  ],
  [
    { itemId: "bridge", expectedHead: 3, kind: "retraction", retracts: 2, reason: "Another bridge." },
    "Entry 2 retracted",
    "Another bridge.",
  ],
  [
    {
      itemId: "bridge",
      expectedHead: 3,
      kind: "correction",
      corrects: 1,
      reason: "Typing error.",
      lookedOn: "2026-05-04",
      note: "Two papers.",
    },
    "Entry 1 corrected",
    "Two papers.",
  ],
])("a proposal says what it would become (%#)", (command, head, text) => {
  expect(proposalWords(RecordEntry.parse(command))).toMatchObject({ head, text });
});
