import { z } from "zod";
import { AsOf, withAsOf } from "./as-of.ts";
import { Disagreement } from "./disagreement.ts";
import { Edtf } from "./edtf.ts";
import type { Evidence } from "./evidence.ts";
import { ItemId, Seq, SourceId } from "./id.ts";
import { groundsOn, orderedFacts, Phase, Reading, statusOn, supportingOrigins } from "./reading.ts";
import { Leaning } from "./scenario.ts";
import { Status } from "./status.ts";
import type { Day } from "./time.ts";
import type { Fact, StatusFact } from "./visible.ts";

/**
 * What becomes of an entry, or of a reading, when a source is withdrawn: no evidence is left; evidence, but none that supports
 * it; one origin where there were several; fewer origins, still several; as many as before.
 */
export const Fate = z.enum(["bare", "unsupported", "single", "fewer", "same"]);
export type Fate = z.infer<typeof Fate>;

/** What is taken away: the sources that are no longer cited, and the names under which they said something first. */
export type Taken = { sources: ReadonlySet<string>; origins: ReadonlySet<string> };

type Cited = Pick<Evidence, "sourceId" | "origins" | "stance">;

/** The evidence that is left: what cites another source, and does not go back to what is taken alone. */
export const evidenceWithout = <E extends Cited>(evidence: readonly E[], taken: Taken): E[] =>
  evidence
    .filter(({ sourceId }) => !taken.sources.has(sourceId))
    .map((cited) => ({ ...cited, origins: cited.origins.filter((origin) => !taken.origins.has(origin)) }))
    .filter(({ origins }) => origins.length > 0);

/** What is left of some facts taken together: an entry alone, or the run that a reading rests on. */
export function fateOf(
  facts: readonly Pick<StatusFact, "evidence">[],
  taken: Taken,
): { fate: Fate; origins: number; originsLeft: number } {
  const left = facts.map(({ evidence }) => ({ evidence: evidenceWithout(evidence, taken) }));
  const origins = supportingOrigins(facts).size;
  const originsLeft = supportingOrigins(left).size;
  return { fate: fate(), origins, originsLeft };

  function fate(): Fate {
    const had = facts.some(({ evidence }) => evidence.length > 0);
    if (had && left.every(({ evidence }) => evidence.length === 0)) return "bare";
    if (originsLeft === origins) return "same";
    if (originsLeft === 0) return "unsupported";
    return originsLeft === 1 ? "single" : "fewer";
  }
}

/**
 * What is left of a reading when a source is withdrawn. Nothing of a ledger changes by that: the status stands until somebody
 * retracts what rests on nothing, and `without` says how it would read then.
 *
 * @param facts   the facts that were known
 * @param validOn the day in the world that is read
 * @returns `without` is null where the status would be the same
 */
export function readingWithout(
  facts: readonly Fact[],
  validOn: Day,
  taken: Taken,
): { fate: Fate; origins: number; originsLeft: number; without: { status: Status | null; since: Edtf | null } | null } {
  const ordered = orderedFacts(facts);
  const kept = ordered.filter((fact) => fateOf([fact], taken).fate !== "bare");
  const [before, after] = [statusOn(ordered, validOn), statusOn(kept, validOn)];
  const without = before.status === after.status ? null : { status: after.status, since: after.since };
  return { ...fateOf(groundsOn(ordered, validOn).run, taken), without };
}

export const GetRests = withAsOf({ id: SourceId });
export type GetRests = z.infer<typeof GetRests>;

const left = { fate: Fate, origins: z.number().int(), originsLeft: z.number().int() };

/** An item whose ledger rests on a source somewhere, with what is left of its reading without it. */
export const RestingItem = z.strictObject({
  itemId: ItemId,
  itemTitle: z.string(),
  statusSubject: z.string(),
  phase: Phase.nullable(),
  reading: Reading,
  ...left,
  without: z.strictObject({ status: Status.nullable(), since: Edtf.nullable() }).nullable(),
});
export type RestingItem = z.infer<typeof RestingItem>;

/** An entry in its corrected form that cites a source, or goes back to it through another one. */
export const RestingFact = z.strictObject({
  itemId: ItemId,
  seq: Seq,
  status: Status,
  effective: Edtf,
  summary: z.string(),
  /** The paragraphs it cites; null where it goes back to the source through another one only. */
  paragraphs: z.array(z.number().int()).nullable(),
  ...left,
});
export type RestingFact = z.infer<typeof RestingFact>;

/**
 * All that rests on a source, for the day it is withdrawn. What derives from it and the statements it carries stand with the
 * source itself.
 */
export const Rests = z.strictObject({
  items: z.array(RestingItem.extend({ entries: z.array(RestingFact) })),
  /** Disagreements that set it beside others; `sidesLeft` are those with a citation of another source. */
  disagreements: z.array(
    Disagreement.pick({ id: true, itemIds: true, type: true, summary: true }).extend({
      sides: z.number().int(),
      sidesLeft: z.number().int(),
    }),
  ),
  /** What speakers in it thought likely; `isOnly` where no other source carries the view. */
  views: z.array(
    z.strictObject({
      itemId: ItemId,
      itemTitle: z.string(),
      scenarioTitle: z.string(),
      who: z.string(),
      leaning: Leaning,
      says: z.string(),
      paragraphs: z.array(z.number().int()),
      isOnly: z.boolean(),
    }),
  ),
  asOf: AsOf,
});
export type Rests = z.infer<typeof Rests>;
