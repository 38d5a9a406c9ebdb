import { z } from "zod";
import { Edtf } from "./edtf.ts";
import { ItemId, Seq, SourceId } from "./id.ts";

export const Leaning = z.enum(["for", "against", "conditional"]);
export type Leaning = z.infer<typeof Leaning>;

/** What a speaker in a source thought likely, with its passage; never turned into a number. */
export const ScenarioView = z.strictObject({
  who: z.strictObject({ id: z.string(), name: z.string(), isActor: z.boolean() }),
  leaning: Leaning,
  says: z.string(),
  citations: z.array(
    z.strictObject({
      sourceId: SourceId,
      publisher: z.string(),
      paragraphs: z.array(z.number().int()),
      keywords: z.array(z.string()),
    }),
  ),
});
export type ScenarioView = z.infer<typeof ScenarioView>;

/** A future being watched, with the observables that speak for or against it, numbered from 1. */
export const Scenario = z.strictObject({
  id: z.string(),
  title: z.string(),
  outcome: z.string(),
  criteria: z.string(),
  indicators: z.array(z.strictObject({ number: z.number().int(), text: z.string() })),
  views: z.array(ScenarioView),
});
export type Scenario = z.infer<typeof Scenario>;

/** How a set ended, as far as it is known; `note` is null until every entry it names is visible. */
export const Resolution = z.strictObject({
  scenarioId: z.string(),
  date: Edtf,
  note: z.string().nullable(),
  entries: z.array(z.strictObject({ itemId: ItemId, seq: Seq, effective: Edtf, summary: z.string() })),
});
export type Resolution = z.infer<typeof Resolution>;

/** Two or more outcomes of an item, exclusive and exhaustive until `deadline`. It has its item's id. */
export const ScenarioSet = z.strictObject({
  id: ItemId,
  itemId: ItemId,
  itemTitle: z.string(),
  question: z.string(),
  openedOn: Edtf,
  deadline: Edtf,
  deadlineNote: z.string().nullable(),
  scenarios: z.array(Scenario),
  resolution: Resolution.nullable(),
});
export type ScenarioSet = z.infer<typeof ScenarioSet>;

/** The sets of one item. */
export const ScenarioSets = z.strictObject({ scenarioSets: z.array(ScenarioSet) });
export type ScenarioSets = z.infer<typeof ScenarioSets>;

/** A page of sets; `nextCursor` is null on the last one. */
export const ScenarioSetPage = ScenarioSets.extend({ nextCursor: z.string().nullable() });
export type ScenarioSetPage = z.infer<typeof ScenarioSetPage>;
