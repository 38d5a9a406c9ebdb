import { Answer } from "@readout/core/entry";
import { Credibility, Stance } from "@readout/core/evidence";
import { Status } from "@readout/core/status";
import type { Fact } from "@readout/core/visible";
import { z } from "zod";
import { wordsTyped } from "../ui/date-field/typed-date.ts";
import { draftOfEvidence, type EvidenceDraft, isBlankDraft, newEvidenceDraft } from "./evidence/evidence-draft.ts";

const EvidenceDraftShape = z.object({
  key: z.string(),
  sourceId: z.string(),
  paragraphs: z.array(z.number()),
  quote: z
    .object({ type: z.literal("TextQuoteSelector"), exact: z.string(), prefix: z.string(), suffix: z.string() })
    .optional(),
  stance: Stance,
  credibility: Credibility,
  says: z.string(),
  origins: z.array(z.string()).optional(),
  keywords: z.array(z.string()).optional(),
});

/** What can be told of an item in this form; corrections keep the kind of what they correct. */
const WrittenKind = z.enum(["change", "reaffirmation", "review"]);
export type WrittenKind = z.infer<typeof WrittenKind>;

// A draft outlives the version that wrote it: a field that it does not have, or has otherwise, is as if untouched.
const Shape = z.object({
  kind: WrittenKind.catch("change"),
  status: Status.nullable().catch(null),
  effective: z.string().nullable().catch(null),
  reported: z.string().nullable().catch(null),
  summary: z.string().catch(""),
  answer: Answer.nullable().catch(null),
  reason: z.string().catch(""),
  without: z.boolean().catch(false),
  noEvidence: z.string().catch(""),
  evidence: z.array(EvidenceDraftShape).catch([]),
  lookedOn: z.string().nullable().catch(null),
  note: z.string().catch(""),
  head: z.number().int().min(0),
});

/**
 * All that is typed into the recording form, and the head of the ledger it was begun on. Dates are texts as typed; null is
 * untouched, where the form proposes. Fields that the chosen kind does not have stay, so that changing one's mind costs nothing.
 */
export type RecordingForm = Omit<z.infer<typeof Shape>, "evidence"> & { evidence: EvidenceDraft[] };

/** An untouched form on a ledger that ends at `head`. */
export const blankForm = (head: number, kind: WrittenKind = "change"): RecordingForm => ({
  kind,
  status: null,
  effective: null,
  reported: null,
  summary: "",
  answer: null,
  reason: "",
  without: false,
  noEvidence: "",
  evidence: [newEvidenceDraft("1")],
  lookedOn: null,
  note: "",
  head,
});

/** The form filled with what an entry says in its corrected form, to be corrected again. */
export function formOfFact(fact: Fact, head: number): RecordingForm {
  const blank = blankForm(head, fact.kind);
  if (fact.kind === "review") return { ...blank, lookedOn: wordsTyped(fact.lookedOn), note: fact.note };
  return {
    ...blank,
    status: fact.status,
    effective: wordsTyped(fact.effective),
    reported: wordsTyped(fact.reported),
    summary: fact.summary,
    answer: fact.answer,
    without: fact.evidence.length === 0,
    noEvidence: fact.noEvidence ?? "",
    evidence:
      fact.evidence.length > 0 ? fact.evidence.map((cited, i) => draftOfEvidence(cited, `${i + 1}`)) : blank.evidence,
  };
}

/** A form as it was kept; null for what is none. */
export function readForm(kept: unknown): RecordingForm | null {
  const { success, data } = Shape.safeParse(kept);
  if (!success) return null;
  const form = data as RecordingForm;
  return form.evidence.length > 0 ? form : { ...form, evidence: [newEvidenceDraft("1")] };
}

/** Whether two forms hold the same words and choices, on whatever head they were begun. */
export const isSameForm = (a: RecordingForm, b: RecordingForm): boolean => essence(a) === essence(b);

const essence = ({ head: _, evidence, ...typed }: RecordingForm): string => {
  const pieces = evidence.filter((piece) => !isBlankDraft(piece)).map(({ key: __, ...piece }) => sorted(piece));
  return JSON.stringify(sorted({ ...typed, evidence: pieces }));
};

const sorted = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));

/** The form as it reads with what it proposes in the places left untouched. */
export type FilledForm = RecordingForm & { effective: string; reported: string; lookedOn: string };
