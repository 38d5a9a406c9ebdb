import { formatEdtf } from "./edtf-text.ts";
import type { CorrectionEntry, NamedEntry } from "./entry.ts";
import type { Evidence } from "./evidence.ts";
import { statusWord } from "./status.ts";

/** A field that a correction changed, with what stood there before; null where nothing did. */
export type ReplacedField = { field: ContentField; label: string; before: string | null };

/** What one correction replaced. `evidence` is what the entry rested on before, null where that stayed. */
export type Replaced = { fields: ReplacedField[]; evidence: readonly Evidence[] | null };

type ContentField = "status" | "answer" | "effective" | "reported" | "summary" | "noEvidence" | "lookedOn" | "note";

const labels: Record<ContentField, string> = {
  status: "status",
  answer: "answer",
  effective: "date",
  reported: "reported",
  summary: "text",
  noEvidence: "reason for no evidence",
  lookedOn: "day looked on",
  note: "note",
};

type Content = Partial<Record<ContentField, string | null>> & { evidence?: readonly Evidence[] };

/**
 * What each correction of an entry replaced, in the order of the corrections: the first one the entry as recorded, each later
 * one what the one before it had put there.
 */
export function replacedBy(entry: NamedEntry, corrections: readonly CorrectionEntry[]): Replaced[] {
  let before: Content = entry;
  return corrections.map((correction) => {
    const replaced = { fields: replacedFields(before, correction), evidence: replacedEvidence(before, correction) };
    before = correction;
    return replaced;
  });
}

const replacedFields = (before: Content, after: Content): ReplacedField[] =>
  (Object.keys(labels) as ContentField[])
    .filter((field) => (before[field] ?? null) !== (after[field] ?? null))
    .map((field) => ({ field, label: labels[field], before: wordsOf(field, before[field] ?? null) }));

const replacedEvidence = (before: Content, after: Content): readonly Evidence[] | null =>
  JSON.stringify(before.evidence ?? []) === JSON.stringify(after.evidence ?? []) ? null : (before.evidence ?? []);

function wordsOf(field: ContentField, value: string | null): string | null {
  if (value === null) return null;
  if (field === "status") return statusWord(value as Parameters<typeof statusWord>[0]);
  return field === "effective" || field === "reported" || field === "lookedOn" ? formatEdtf(value) : value;
}
