import { type Disagreement, type DisagreementType, Verdict } from "@readout/core/disagreement";
import type { Day } from "@readout/core/time";
import type { z } from "zod";
import { writeParagraphs } from "../../ui/paragraph-ranges.ts";
import type { ReadForm } from "../form/fault.ts";
import { editCommand, FormReader, newCommand, typedOr, wordsOf } from "../form/read-form.ts";
import type { Versioned } from "../form/use-edit-form.ts";

/** A passage that makes a claim, as typed. */
export type CitationValues = { sourceId: string; paragraphs: string; says: string; keywords: string };

/** What one side claims, and where. */
export type SideValues = { claim: string; citations: CitationValues[] };

/** A disagreement as typed. */
export type DisagreementValues = {
  itemIds: { itemId: string }[];
  /** "" until somebody has chosen. */
  type: z.infer<typeof DisagreementType> | "";
  summary: string;
  sides: SideValues[];
  verdict: Verdict | "";
  assessment: string;
};
export type NewDisagreementValues = DisagreementValues & { id: string };

export const blankCitation: CitationValues = { sourceId: "", paragraphs: "", says: "", keywords: "" };
export const blankSide: SideValues = { claim: "", citations: [blankCitation] };

/** A new disagreement about some items: two sides to begin with. */
export const blankDisagreement = (itemIds: readonly string[]): NewDisagreementValues => ({
  id: "",
  itemIds: itemIds.map((itemId) => ({ itemId })),
  type: "",
  summary: "",
  sides: [structuredClone(blankSide), structuredClone(blankSide)],
  verdict: "",
  assessment: "",
});

/** A disagreement as the form holds it. */
export const disagreementValuesOf = (disagreement: Disagreement): Versioned<DisagreementValues> => ({
  version: disagreement.version,
  values: {
    itemIds: disagreement.itemIds.map((itemId) => ({ itemId })),
    type: disagreement.type,
    summary: disagreement.summary,
    sides: disagreement.sides.map(({ claim, citations }) => ({
      claim,
      citations: citations.map(({ sourceId, paragraphs, says, keywords }) => ({
        sourceId,
        paragraphs: writeParagraphs(paragraphs),
        says,
        keywords: keywords.join(", "),
      })),
    })),
    verdict: disagreement.verdict ?? "",
    assessment: disagreement.assessment ?? "",
  },
});

function disagreementFields(values: DisagreementValues, reader: FormReader): Record<keyof DisagreementValues, unknown> {
  return {
    itemIds: values.itemIds.map(({ itemId }, i) => reader.chosen(`itemIds.${i}`, itemId, "an item")),
    type: reader.chosen("type", values.type, "in what they disagree"),
    summary: values.summary.trim(),
    sides: values.sides.map(({ claim, citations }, s) => ({
      claim: claim.trim(),
      citations: citations.map(({ sourceId, paragraphs, says, keywords }, c) => ({
        sourceId: reader.chosen(`sides.${s}.citations.${c}.sourceId`, sourceId, "a source"),
        paragraphs: reader.paragraphs(`sides.${s}.citations.${c}.paragraphs`, paragraphs),
        says: says.trim(),
        keywords: wordsOf(keywords),
      })),
    })),
    verdict: Verdict.safeParse(values.verdict).data ?? null,
    assessment: typedOr(values.assessment, null),
  };
}

/** The form of a new disagreement as the command to add it. */
export function readNewDisagreement(values: NewDisagreementValues, today: Day): ReadForm {
  const reader = new FormReader(today);
  return newCommand({ id: values.id.trim(), ...disagreementFields(values, reader) }, reader);
}

/** The changed fields of a disagreement's form as the command to edit it. */
export function readDisagreement(
  values: DisagreementValues,
  { id, version, changed, today }: { id: string; version: number | null; changed: readonly string[]; today: Day },
): ReadForm {
  const reader = new FormReader(today);
  return editCommand({ id, version }, disagreementFields(values, reader), changed, reader);
}
