import { type AsOf, isKnown } from "@readout/core/as-of";
import type { ItemId } from "@readout/core/id";
import type { Resolution, Scenario, ScenarioSet, ScenarioView } from "@readout/core/scenario";
import type { Day, Instant } from "@readout/core/time";
import type { StatusFact } from "@readout/core/visible";

type KeptView = Omit<ScenarioView, "citations"> & {
  citations: (ScenarioView["citations"][number] & { publishedLatest: Day })[];
};

/** A scenario set as it is kept, with the days that decide what of it was known. */
export type KeptScenarioSet = Omit<ScenarioSet, "scenarios" | "resolution"> & {
  recordedAt: Instant;
  scenarios: (Omit<Scenario, "views"> & { views: KeptView[] })[];
  resolution: (Omit<Resolution, "entries"> & { latest: Day | null; entries: { itemId: ItemId; seq: number }[] }) | null;
};

/**
 * What of a scenario set was known. A view is known with its passage. The set reads as resolved once `validOn` has reached
 * the day of it and an entry it names, effective by then, is visible; the notes on how it ended once all of them are.
 *
 * @param factOf the visible fact of an entry in its corrected form; undefined for one not known, or retracted
 */
export function scenarioSetAsOf(
  kept: KeptScenarioSet,
  asOf: AsOf,
  factOf: (itemId: ItemId, seq: number) => StatusFact | undefined,
): ScenarioSet {
  const { recordedAt, scenarios, resolution, deadlineNote, ...shown } = kept;
  const views = (all: KeptView[]): ScenarioView[] =>
    all
      .filter((view) => view.citations.every((cited) => isKnown(asOf, cited.publishedLatest, recordedAt)))
      .map((view) => ({ ...view, citations: view.citations.map(({ publishedLatest: _day, ...cited }) => cited) }));
  const named = (resolution?.entries ?? []).map(({ itemId, seq }) => ({ itemId, fact: factOf(itemId, seq) }));
  const allVisible = named.every(({ fact }) => fact !== undefined);
  return {
    ...shown,
    // What is said of a deadline may come from the same later pages as the ending.
    deadlineNote: allVisible ? deadlineNote : null,
    scenarios: scenarios.map((scenario) => ({ ...scenario, views: views(scenario.views) })),
    resolution: resolution === null ? null : resolutionAsOf(),
  };

  function resolutionAsOf(): Resolution | null {
    const { scenarioId, date, note, latest } = resolution!;
    if (latest === null || asOf.validOn < latest) return null;
    // Under `recorded` the resolution is itself a record; its entries are seen by theirs.
    if (asOf.basis === "recorded" && !isKnown(asOf, null, recordedAt)) return null;
    const shownBy = (fact: StatusFact | undefined) =>
      fact !== undefined && fact.effectiveBounds.latest !== null && fact.effectiveBounds.latest <= latest;
    if (!named.some(({ fact }) => shownBy(fact))) return null;
    const entries = named.flatMap(({ itemId, fact }) =>
      fact === undefined
        ? []
        : [{ itemId, seq: fact.seq, effective: fact.effective as Resolution["date"], summary: fact.summary }],
    );
    return { scenarioId, date, note: allVisible ? note : null, entries };
  }
}
