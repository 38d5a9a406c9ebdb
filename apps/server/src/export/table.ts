import type { Entry } from "@readout/core/entry";
import type { Evidence } from "@readout/core/evidence";
import type { Export, ExportedItem } from "@readout/core/export";
import type { Milestone } from "@readout/core/milestone";
import type { SourceSummary } from "@readout/core/source";
import { sentenceCase } from "@readout/core/wording";

/** What a cell holds; null is an empty one. Dates stay EDTF text, because no spreadsheet has such dates. */
export type Cell = string | number | null;

/** A column: its name, and what it holds of a row. */
export type Column<Row> = readonly [name: string, cell: (row: Row) => Cell];

/** Names may hold commas and semicolons, so that several stand on lines of their own. */
const lines = (values: readonly string[]): Cell => (values.length === 0 ? null : values.join("\n"));

const commas = (values: readonly (string | number)[]): Cell => (values.length === 0 ? null : values.join(","));

export const itemColumns: readonly Column<ExportedItem>[] = [
  ["item", ({ id }) => id],
  ["title", ({ title }) => title],
  ["question", ({ question }) => question],
  ["status_subject", ({ statusSubject }) => statusSubject],
  ["phase", ({ phase }) => phase],
  ["status", ({ reading }) => reading.status],
  ["since", ({ reading }) => reading.since],
  ["possibly_already", ({ reading }) => commas(reading.alternatives)],
  ["next_status", ({ reading }) => reading.next?.status ?? null],
  ["next_from", ({ reading }) => reading.next?.effective ?? null],
  ["rests_on_entry", ({ reading }) => reading.entrySeq],
  ["distinct_origins", ({ reading }) => reading.origins],
  ["last_reviewed", ({ reading }) => reading.lastReviewed],
  ["sentence", ({ sentence }) => sentence],
  ["permalink", ({ permalink }) => permalink],
];

/** What an item is told by, beside its reading. */
export const framingColumns: readonly Column<ExportedItem>[] = [
  ["resolution_criteria", ({ resolutionCriteria }) => resolutionCriteria],
  ["why_open", ({ whyOpen }) => whyOpen],
  ["opened", ({ opened }) => opened],
  ["owner_side", ({ ownerSide }) => ownerSide],
  ["review_every_days", ({ reviewEveryDays }) => reviewEveryDays],
  ["tags", ({ tags }) => commas(tags)],
  ["actors", ({ actors }) => lines(actors.map(({ name }) => name))],
];

const ofStatus = <Field extends "status" | "effective" | "reported" | "summary" | "answer" | "noEvidence">(
  entry: Entry,
  field: Field,
): Cell => (field in entry ? ((entry as unknown as Record<Field, Cell>)[field] ?? null) : null);

/** Whether an entry counts as it stands, in words that a filter of a spreadsheet can take. */
function standsAs(entry: Entry): string {
  switch (entry.kind) {
    case "correction":
      return `corrects entry ${entry.corrects}`;
    case "retraction":
      return `retracts entry ${entry.retracts}`;
    default:
      if (entry.retractedBy !== null) return `retracted by entry ${entry.retractedBy}`;
      return entry.correctedBy === null ? "as recorded" : `corrected by entry ${entry.correctedBy}`;
  }
}

export const entryColumns: readonly Column<Entry>[] = [
  ["entry", ({ seq }) => seq],
  ["entry_kind", ({ kind }) => kind],
  ["entry_stands", standsAs],
  ["entry_status", (entry) => ofStatus(entry, "status")],
  ["effective", (entry) => ofStatus(entry, "effective")],
  ["reported", (entry) => ofStatus(entry, "reported")],
  ["looked_on", (entry) => ("lookedOn" in entry ? entry.lookedOn : null)],
  ["summary", (entry) => ofStatus(entry, "summary")],
  ["note", (entry) => ("note" in entry ? entry.note : null)],
  ["answer", (entry) => ofStatus(entry, "answer")],
  ["no_evidence", (entry) => ofStatus(entry, "noEvidence")],
  ["reason", (entry) => ("reason" in entry ? entry.reason : null)],
  ["recorded", ({ recorded }) => recorded],
  ["ref", ({ ref }) => ref],
  ["hash", ({ hash }) => hash],
];

export const evidenceColumns: readonly Column<Evidence>[] = [
  ["stance", ({ stance }) => stance],
  ["credibility", ({ credibility }) => credibility],
  ["says", ({ says }) => says],
  ["quotation", ({ quote }) => quote?.exact ?? null],
  ["paragraphs", ({ paragraphs }) => commas(paragraphs)],
  ["origins", ({ origins }) => lines(origins)],
  ["keywords", ({ keywords }) => lines(keywords)],
  ["source", ({ sourceId }) => sourceId],
];

export const sourceColumns: readonly Column<SourceSummary>[] = [
  ["source_title", ({ title }) => title],
  ["publisher", ({ publisher }) => publisher],
  ["author", ({ author }) => author],
  ["language", ({ language }) => language],
  ["published", ({ published }) => published],
  ["source_kind", ({ kind }) => kind],
  ["reliability", ({ reliability }) => reliability],
  ["reliability_reason", ({ reliabilityReason }) => reliabilityReason],
  ["paragraph_count", ({ paragraphCount }) => paragraphCount],
  ["source_origin", ({ origin }) => origin],
  ["url", ({ url }) => url],
];

export const milestoneColumns: readonly Column<Milestone>[] = [
  ["item", ({ itemId }) => itemId],
  ["milestone", ({ ordinal }) => ordinal],
  ["date", ({ date }) => date],
  ["milestone_kind", ({ kind }) => kind],
  ["what", ({ what }) => what],
  ["came_with_entry", ({ entrySeq }) => entrySeq],
  ["verdict", ({ verdict }) => verdict?.verdict ?? null],
  ["moved_to", ({ verdict }) => verdict?.movedTo ?? null],
  ["verdict_note", ({ verdict }) => verdict?.note ?? null],
  ["decided_on", ({ verdict }) => verdict?.decidedOn ?? null],
];

/** What a table cannot say in its rows, it says here, or in columns of every row. */
export const aboutColumns: readonly Column<Export>[] = [
  ["known_on", ({ asOf }) => asOf.knownOn],
  ["valid_on", ({ asOf }) => asOf.validOn],
  ["basis", ({ asOf }) => asOf.basis],
  ["as_of", ({ asOfSentence }) => asOfSentence],
  ["filters", ({ filterSentence }) => filterSentence],
  ["export_permalink", ({ permalink }) => permalink],
  ["made_at", ({ madeAt }) => madeAt],
];

export const namesOf = (columns: readonly Column<never>[]): string[] => columns.map(([name]) => name);

/** The cells of a row; of no row, as many empty ones. */
export const cellsOf = <Row>(columns: readonly Column<Row>[], row: Row | null | undefined): Cell[] =>
  columns.map(([, cell]) => (row === null || row === undefined ? null : cell(row)));

/** A name of a column as people read it: "Status subject". */
export const headOf = (name: string): string => sentenceCase(name.replaceAll("_", " "));

export const evidenceOf = (entry: Entry): readonly Evidence[] => ("evidence" in entry ? entry.evidence : []);
