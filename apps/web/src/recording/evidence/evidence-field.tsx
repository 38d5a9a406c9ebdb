"use client";

import type { FieldFault } from "@readout/core/error";
import type { Day } from "@readout/core/time";
import type { EvidenceDraft } from "./evidence-draft.ts";

export type EvidenceFieldProps = {
  /** Never empty while a status is recorded: the first, blank piece stands open. */
  value: readonly EvidenceDraft[];
  onChange: (drafts: EvidenceDraft[]) => void;
  /** Faults by path, as in `evidence.0.paragraphs`; others are passed over. */
  errors: readonly FieldFault[];
  today: Day;
  itemId: string;
};

/** The evidence of an entry: sources picked, passages marked, what they say, how they stand and how far they are believed. */
export function EvidenceField({ value }: EvidenceFieldProps) {
  return (
    <ol>
      {value.map(({ key, says }) => (
        <li key={key}>{says}</li>
      ))}
    </ol>
  );
}
