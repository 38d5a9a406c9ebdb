import { Entry } from "./entry.ts";
import type { Status } from "./status.ts";

const recorded = (seq: number) => ({
  itemId: "harbour-treaty",
  seq,
  ref: null,
  recorded: "2026-11-21T09:00:00.000Z",
  author: "editor",
  approver: null,
  v: 1,
  previousHash: null,
  hash: "",
});
const unmarked = { correctedBy: null, retractedBy: null };

/** A change, reported on the last day of its beginning unless said otherwise. */
export const change = (seq: number, status: Status, effective: string, reported = effective): Entry =>
  Entry.parse({
    ...recorded(seq),
    kind: "change",
    status,
    effective,
    reported,
    summary: `It was ${status}.`,
    evidence: [],
    noEvidence: null,
    answer: null,
    reason: null,
    background: false,
    effectiveBasis: null,
    ...unmarked,
  });

export const review = (seq: number, lookedOn: string): Entry =>
  Entry.parse({ ...recorded(seq), kind: "review", lookedOn, note: "Nothing new.", ...unmarked });

export const correction = (seq: number, corrects: number, status: Status, effective: string): Entry =>
  Entry.parse({
    ...recorded(seq),
    kind: "correction",
    corrects,
    reason: "Read wrongly.",
    status,
    effective,
    reported: effective,
    summary: `It was ${status} after all.`,
    evidence: [],
    noEvidence: null,
    answer: null,
    lookedOn: null,
    note: null,
  });

export const retraction = (seq: number, retracts: number): Entry =>
  Entry.parse({ ...recorded(seq), kind: "retraction", retracts, reason: "Never happened." });
