import { boundsOf } from "@readout/core/edtf";
import { type Entry, isStatusEntry } from "@readout/core/entry";
import type { Evidence, TextQuote } from "@readout/core/evidence";
import type { Instant } from "@readout/core/time";
import { reportedBoundsOf } from "@readout/core/visible";
import { isoText } from "../db/transaction.ts";

/** A row of `entry`; days and instants as ISO text. */
export interface EntryRow {
  item_id: string;
  seq: number;
  kind: string;
  status: string | null;
  effective: string | null;
  effective_earliest: string | null;
  effective_latest: string | null;
  reported: string | null;
  reported_earliest: string | null;
  reported_latest: string | null;
  summary: string | null;
  answer: string | null;
  reason: string | null;
  no_evidence: string | null;
  looked_on: string | null;
  note: string | null;
  corrects: number | null;
  retracts: number | null;
  ref: string | null;
  background: boolean | null;
  effective_basis: string | null;
  recorded: string;
  author: string;
  approver: string | null;
  v: number;
  previous_hash: string | null;
  hash: string;
}

/** A row of `evidence`. */
export interface EvidenceRow {
  item_id: string;
  seq: number;
  ordinal: number;
  source_id: string;
  paragraphs: number[];
  stance: string;
  credibility: number;
  says: string;
  origins: string[];
  keywords: string[];
  quote: TextQuote | null;
}

/** The `select` of {@link EntryRow}, from `entry e`. */
export const entryColumns = `
  e.item_id, e.seq, e.kind, e.status, e.effective, e.effective_earliest::text, e.effective_latest::text,
  e.reported, e.reported_earliest::text, e.reported_latest::text, e.summary, e.answer, e.reason, e.no_evidence,
  e.looked_on::text, e.note, e.corrects, e.retracts, e.ref, e.background, e.effective_basis,
  ${isoText("e.recorded")} AS recorded, e.author, e.approver, e.v::int AS v, e.previous_hash, e.hash`;

/** The `select` of {@link EvidenceRow}, from `evidence v`. */
export const evidenceColumns = `
  v.item_id, v.seq, v.ordinal, v.source_id, v.paragraphs, v.stance, v.credibility::int AS credibility, v.says, v.origins,
  v.keywords, v.quote`;

/** What later entries of the ledger say about one: the last correction, the retraction. */
export interface Marks {
  correctedBy: number | null;
  retractedBy: number | null;
}

/** The entry that a row and its evidence, in order, hold. Columns that the kind does not have are not looked at. */
export function entryOf(row: EntryRow, evidence: readonly EvidenceRow[], marks: Marks): Entry {
  const { kind, status, effective, reported, summary, answer, reason, note, corrects, retracts } = row;
  const recorded = {
    itemId: row.item_id,
    seq: row.seq,
    ref: row.ref,
    recorded: row.recorded,
    author: row.author,
    approver: row.approver,
    v: row.v,
    previousHash: row.previous_hash,
    hash: row.hash,
  };
  const evidenceOf = () => evidence.map(citationOf);
  const content = () => ({ status, effective, reported, summary, evidence: evidenceOf(), noEvidence: row.no_evidence });
  const review = { lookedOn: row.looked_on, note };
  const byKind = {
    change: () => ({ ...content(), answer, reason, ...notesOf(row), ...marks }),
    reaffirmation: () => ({ ...content(), answer, reason, ...notesOf(row), ...marks }),
    review: () => ({ ...review, ...marks }),
    correction: () => ({ corrects, reason, ...content(), answer, ...review }),
    retraction: () => ({ retracts, reason }),
  };
  return { ...recorded, kind, ...byKind[kind as Entry["kind"]]() } as Entry;
}

const notesOf = (row: EntryRow) => ({ background: row.background, effectiveBasis: row.effective_basis });

const citationOf = (row: EvidenceRow): Evidence =>
  ({
    sourceId: row.source_id,
    paragraphs: row.paragraphs,
    stance: row.stance,
    credibility: row.credibility,
    says: row.says,
    origins: row.origins,
    keywords: row.keywords,
    ...(row.quote === null ? {} : { quote: row.quote }),
  }) as Evidence;

const noContent = {
  status: null,
  effective: null,
  effective_earliest: null,
  effective_latest: null,
  reported: null,
  reported_earliest: null,
  reported_latest: null,
  summary: null,
  answer: null,
  reason: null,
  no_evidence: null,
  looked_on: null,
  note: null,
  corrects: null,
  retracts: null,
  background: null,
  effective_basis: null,
};

/** The one row that may hold an entry, with the bounds that follow from its dates. */
export function rowOfEntry(entry: Entry): EntryRow {
  const row: EntryRow = {
    item_id: entry.itemId,
    seq: entry.seq,
    kind: entry.kind,
    ...noContent,
    ref: entry.ref,
    recorded: entry.recorded,
    author: entry.author,
    approver: entry.approver,
    v: entry.v,
    previous_hash: entry.previousHash,
    hash: entry.hash,
  };
  if (isStatusEntry(entry)) {
    const { reason, background, effectiveBasis } = entry;
    return { ...row, ...statusColumns(entry, entry.recorded), reason, background, effective_basis: effectiveBasis };
  }
  if (entry.kind === "review") return { ...row, looked_on: entry.lookedOn, note: entry.note };
  if (entry.kind === "retraction") return { ...row, retracts: entry.retracts, reason: entry.reason };
  const { corrects, reason, status, effective, reported, lookedOn: looked_on, note } = entry;
  const columns =
    status === null || effective === null || reported === null
      ? {}
      : statusColumns({ ...entry, status, effective, reported }, entry.recorded);
  return { ...row, ...columns, corrects, reason, looked_on, note };
}

interface StatusContent {
  status: string;
  effective: string;
  reported: string;
  summary: string | null;
  answer: string | null;
  noEvidence: string | null;
}

function statusColumns({ status, effective, reported, summary, answer, noEvidence }: StatusContent, recorded: Instant) {
  const became = boundsOf(effective);
  const said = reportedBoundsOf(reported, recorded);
  return {
    status,
    effective,
    effective_earliest: became.earliest,
    effective_latest: became.latest,
    reported,
    reported_earliest: said.earliest,
    reported_latest: said.latest,
    summary,
    answer,
    no_evidence: noEvidence,
  };
}

/** The rows that may hold an entry's evidence, counted from 1. */
export function rowsOfEvidence(entry: Entry): EvidenceRow[] {
  const evidence = "evidence" in entry ? entry.evidence : [];
  return evidence.map((cited, i) => ({
    item_id: entry.itemId,
    seq: entry.seq,
    ordinal: i + 1,
    source_id: cited.sourceId,
    paragraphs: cited.paragraphs,
    stance: cited.stance,
    credibility: cited.credibility,
    says: cited.says,
    origins: cited.origins,
    keywords: cited.keywords,
    quote: cited.quote ?? null,
  }));
}
