import { z } from "zod";
import { Edtf } from "./edtf.ts";
import { Evidence, NewEvidence } from "./evidence.ts";
import { Head, ItemId, Seq } from "./id.ts";
import { Status } from "./status.ts";
import { text } from "./text.ts";
import { Day, Instant } from "./time.ts";

/** What an entry says; meanings in docs and in design: the author states the kind, nothing checks it against its neighbours. */
export const EntryKind = z.enum(["change", "reaffirmation", "review", "correction", "retraction"]);
export type EntryKind = z.infer<typeof EntryKind>;

/** How the question of an item was answered by the entry that ended it. */
export const Answer = z.enum(["yes", "no", "partly"]);
export type Answer = z.infer<typeof Answer>;

const summary = text(4000);
const reason = text(2000);
const evidence = z.array(NewEvidence).max(100);

/** What a `change` or a `reaffirmation` says, as submitted. Evidence, or a reason for having none, never both. */
const statusFields = {
  status: Status,
  effective: Edtf,
  reported: Edtf,
  summary,
  evidence: evidence.default([]),
  noEvidence: reason.optional(),
  answer: Answer.optional(),
};

const reviewFields = { lookedOn: Day, note: text(4000) };

const address = { itemId: ItemId, expectedHead: Head };

export const RecordChange = z.strictObject({
  ...address,
  kind: z.literal("change"),
  ...statusFields,
  reason: reason.optional(),
});
export const RecordReaffirmation = z.strictObject({
  ...address,
  kind: z.literal("reaffirmation"),
  ...statusFields,
  reason: reason.optional(),
});
export const RecordReview = z.strictObject({ ...address, kind: z.literal("review"), ...reviewFields });
/** A correction carries the full new content of what it corrects; which fields those are depends on that entry's kind. */
export const RecordCorrection = z.strictObject({
  ...address,
  kind: z.literal("correction"),
  corrects: Seq,
  reason,
  status: Status.optional(),
  effective: Edtf.optional(),
  reported: Edtf.optional(),
  summary: summary.optional(),
  evidence: evidence.optional(),
  noEvidence: reason.optional(),
  answer: Answer.optional(),
  lookedOn: Day.optional(),
  note: text(4000).optional(),
});
export const RecordRetraction = z.strictObject({ ...address, kind: z.literal("retraction"), retracts: Seq, reason });

/** The command to append one entry to an item's ledger, decided on `expectedHead`. */
export const RecordEntry = z.discriminatedUnion("kind", [
  RecordChange,
  RecordReaffirmation,
  RecordReview,
  RecordCorrection,
  RecordRetraction,
]);
export type RecordEntry = z.infer<typeof RecordEntry>;

/** What every entry holds. `hash` is 64 hex digits; `correctedBy` and `retractedBy` name later entries by `seq`. */
const recordedFields = {
  itemId: ItemId,
  seq: Seq,
  ref: z.string().nullable(),
  recorded: Instant,
  author: z.string(),
  approver: z.string().nullable(),
  v: z.literal(1),
  previousHash: z.string().nullable(),
  hash: z.string(),
};

const marks = { correctedBy: Seq.nullable(), retractedBy: Seq.nullable() };

const statusContent = {
  status: Status,
  effective: Edtf,
  reported: Edtf,
  summary: z.string(),
  evidence: z.array(Evidence),
  noEvidence: z.string().nullable(),
  answer: Answer.nullable(),
};

const datasetNotes = { background: z.boolean(), effectiveBasis: z.string().nullable() };

const statusEntry = <K extends "change" | "reaffirmation">(kind: K) =>
  z.strictObject({
    ...recordedFields,
    kind: z.literal(kind),
    ...statusContent,
    reason: z.string().nullable(),
    ...datasetNotes,
    ...marks,
  });

export const ChangeEntry = statusEntry("change");
export const ReaffirmationEntry = statusEntry("reaffirmation");
export const ReviewEntry = z.strictObject({
  ...recordedFields,
  kind: z.literal("review"),
  lookedOn: Day,
  note: z.string(),
  ...marks,
});
export const CorrectionEntry = z.strictObject({
  ...recordedFields,
  kind: z.literal("correction"),
  corrects: Seq,
  reason: z.string(),
  status: Status.nullable(),
  effective: Edtf.nullable(),
  reported: Edtf.nullable(),
  summary: z.string().nullable(),
  evidence: z.array(Evidence),
  noEvidence: z.string().nullable(),
  answer: Answer.nullable(),
  lookedOn: Day.nullable(),
  note: z.string().nullable(),
});
export const RetractionEntry = z.strictObject({
  ...recordedFields,
  kind: z.literal("retraction"),
  retracts: Seq,
  reason: z.string(),
});

/** One numbered, dated fact in an item's ledger, as `GET .../entries` returns it. */
export const Entry = z.discriminatedUnion("kind", [
  ChangeEntry,
  ReaffirmationEntry,
  ReviewEntry,
  CorrectionEntry,
  RetractionEntry,
]);
export type Entry = z.infer<typeof Entry>;
export type StatusEntry = z.infer<typeof ChangeEntry> | z.infer<typeof ReaffirmationEntry>;
export type ReviewEntry = z.infer<typeof ReviewEntry>;
export type CorrectionEntry = z.infer<typeof CorrectionEntry>;
export type RetractionEntry = z.infer<typeof RetractionEntry>;
/** An entry that a correction or a retraction may name. */
export type NamedEntry = StatusEntry | ReviewEntry;

export const isStatusEntry = (entry: { kind: EntryKind }): entry is StatusEntry =>
  entry.kind === "change" || entry.kind === "reaffirmation";

export const isNamedEntry = (entry: { kind: EntryKind }): entry is NamedEntry =>
  isStatusEntry(entry) || entry.kind === "review";

/** Entries of an item in order of `seq`; `head` is always the ledger's last `seq`, whatever is shown. */
export const Ledger = z.strictObject({ entries: z.array(Entry), head: Head });
export type Ledger = z.infer<typeof Ledger>;
