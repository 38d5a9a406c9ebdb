import { z } from "zod";
import { Paragraphs } from "./evidence.ts";
import { DisagreementId, ItemId, SourceId, Version } from "./id.ts";
import { text } from "./text.ts";

export const DisagreementType = z.enum([
  "figure",
  "status",
  "wording",
  "translation",
  "attribution",
  "scope",
  "presence",
  "framing",
  "timing",
  "identity",
  "internal",
]);
export const Verdict = z.enum(["reconcilable", "one-side-right", "unresolved"]);
export type Verdict = z.infer<typeof Verdict>;

/** A claim of one side as an editor submits it, with the passages that make it. */
export const NewSide = z.strictObject({
  claim: text(2000),
  citations: z
    .array(
      z.strictObject({
        sourceId: SourceId,
        paragraphs: Paragraphs.default([]),
        says: text(2000),
        keywords: z.array(text(80)).max(20).default([]),
      }),
    )
    .min(1)
    .max(50),
});
export type NewSide = z.infer<typeof NewSide>;

const itemIds = z.array(ItemId).min(1).max(50);
const summary = text(2000);
const sides = z.array(NewSide).min(2).max(20);
const assessment = text(4000);

/** The command to set claims of sources side by side; a verdict comes with its assessment, or neither. */
export const AddDisagreement = z.strictObject({
  id: DisagreementId,
  itemIds,
  type: DisagreementType,
  summary,
  sides,
  verdict: Verdict.optional(),
  assessment: assessment.optional(),
});
export type AddDisagreement = z.infer<typeof AddDisagreement>;

/** The command to edit a disagreement, on the `version` that was read. What is left out stays as it is; lists are given whole. */
export const EditDisagreement = z.strictObject({
  id: DisagreementId,
  version: Version,
  itemIds: itemIds.optional(),
  type: DisagreementType.optional(),
  summary: summary.optional(),
  sides: sides.optional(),
  verdict: Verdict.nullable().optional(),
  assessment: assessment.nullable().optional(),
});
export type EditDisagreement = z.infer<typeof EditDisagreement>;

/** The claims of sources that differ, side by side. The verdict is null until everything it weighs was published. */
export const Disagreement = z.strictObject({
  id: DisagreementId,
  version: Version,
  itemIds: z.array(ItemId),
  type: DisagreementType,
  summary: z.string(),
  sides: z.array(
    z.strictObject({
      claim: z.string(),
      citations: z.array(
        z.strictObject({
          sourceId: SourceId,
          publisher: z.string(),
          paragraphs: z.array(z.number().int()),
          says: z.string(),
          keywords: z.array(z.string()),
        }),
      ),
    }),
  ),
  outside: z.array(
    z.strictObject({
      sourceId: SourceId,
      title: z.string(),
      publisher: z.string(),
      published: z.string(),
      says: z.string(),
      origins: z.array(z.string()),
    }),
  ),
  verdict: Verdict.nullable(),
  assessment: z.string().nullable(),
});
export type Disagreement = z.infer<typeof Disagreement>;

/** A page of disagreements; `nextCursor` is null on the last one. */
export const DisagreementPage = z.strictObject({
  disagreements: z.array(Disagreement),
  nextCursor: z.string().nullable(),
});
export type DisagreementPage = z.infer<typeof DisagreementPage>;
