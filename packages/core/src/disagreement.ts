import { z } from "zod";
import { ItemId, SourceId } from "./id.ts";

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

/** The claims of sources that differ, side by side. The verdict is null until everything it weighs was published. */
export const Disagreement = z.strictObject({
  id: z.string(),
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
