import { boundsOf } from "@readout/core/edtf";
import { dateOf } from "../db/transaction.ts";
import type { Load } from "./load.ts";
import type { Dataset } from "./shapes.ts";

/** Claims of sources side by side, with the pages found later. @returns how many were added */
export async function loadDisagreements({ tx, dataset, at, step }: Load): Promise<number> {
  const { models } = tx;
  const listed = dataset.conflicts.conflicts;
  const there = await models.disagreement.findMany({ select: { id: true } });
  const added = listed.filter(({ id }) => !there.some((row) => row.id === id));
  await models.disagreement.createMany({
    data: added.map((conflict) => {
      const { id, type, summary, verdict, assessment } = conflict;
      return {
        id,
        position: listed.indexOf(conflict) + 1,
        type,
        summary,
        verdict,
        assessment,
        recordedAt: new Date(at),
      };
    }),
  });
  await models.disagreementItem.createMany({
    data: added.flatMap(({ id, items }) => items.map((itemId, i) => ({ disagreementId: id, ordinal: i + 1, itemId }))),
  });
  await models.disagreementSide.createMany({
    data: added.flatMap(({ id, sides }) =>
      sides.map(({ claim }, i) => ({ disagreementId: id, ordinal: i + 1, claim })),
    ),
  });
  await models.disagreementCitation.createMany({
    data: added.flatMap(({ id, sides }) =>
      sides.flatMap(({ evidence }, side) =>
        evidence.map(({ source, paragraphs, says, keywords }, i) => ({
          ...{ disagreementId: id, side: side + 1, ordinal: i + 1, sourceId: source, paragraphs, says, keywords },
        })),
      ),
    ),
  });
  const urls = added.flatMap(({ outside }) => outside.map(({ url }) => url));
  const pages = await models.source.findMany({
    where: { url: { in: urls } },
    select: { id: true, url: true, origin: true },
  });
  const pageOf = new Map(pages.map((page) => [page.url, page]));
  await models.disagreementOutside.createMany({
    data: added.flatMap(({ id, outside }) =>
      outside.map(({ url, says, origin }, i) => {
        const page = pageOf.get(url)!;
        return {
          ...{ disagreementId: id, ordinal: i + 1, sourceId: page.id, says, origins: origin ?? [page.origin] },
        };
      }),
    ),
  });
  step("disagreements", listed.length);
  return added.length;
}

type ScenarioSet = Dataset["scenarios"]["scenario_sets"][number];

/** Outcomes of items with who leaned which way, and how it ended. @returns how many sets were added */
export async function loadScenarioSets(load: Load): Promise<number> {
  const { tx, dataset, at, step } = load;
  const { models } = tx;
  const listed = dataset.scenarios.scenario_sets;
  const there = await models.scenarioSet.findMany({ select: { itemId: true } });
  const added = listed.filter(({ item }) => !there.some((row) => row.itemId === item));
  await models.scenarioSet.createMany({
    data: added.map((set) => ({
      ...{ itemId: set.item, position: listed.indexOf(set) + 1, openedOn: set.as_of, deadline: set.deadline },
      ...{ deadlineNote: set.deadline_note ?? null, ...resolutionFields(set), recordedAt: new Date(at) },
    })),
  });
  const scenarios = added.flatMap(({ item, scenarios }) =>
    scenarios.map((scenario, i) => ({ itemId: item as string, ordinal: i + 1, ...scenario })),
  );
  await models.scenario.createMany({
    data: scenarios.map(({ itemId, id, ordinal, title, outcome, criteria }) => ({
      ...{ itemId, id, ordinal, title, outcome, criteria },
    })),
  });
  await models.scenarioIndicator.createMany({
    data: scenarios.flatMap(({ itemId, id, indicators }) =>
      indicators.map((text, i) => ({ itemId, scenarioId: id, number: i + 1, text })),
    ),
  });
  await loadViews(load, scenarios);
  await loadResolutions(load, added);
  step("scenario sets", listed.length);
  return added.length;
}

const resolutionFields = ({ resolution }: ScenarioSet) =>
  resolution === undefined
    ? {}
    : {
        resolvedAs: resolution.scenario,
        resolvedOn: resolution.date,
        resolvedOnLatest: dateOf(boundsOf(resolution.date).latest),
        resolutionNote: resolution.note,
      };

type Outcome = ScenarioSet["scenarios"][number] & { itemId: string };

async function loadViews({ tx }: Load, scenarios: readonly Outcome[]): Promise<void> {
  const { models } = tx;
  const views = scenarios.flatMap(({ itemId, id, views }) =>
    views.map((view, i) => ({ itemId, scenarioId: id, ordinal: i + 1, ...view })),
  );
  const speakers = await models.actor.findMany({
    where: { id: { in: views.map(({ who }) => who) } },
    select: { id: true },
  });
  const isActor = new Set(speakers.map(({ id }) => id));
  await models.scenarioView.createMany({
    data: views.map(({ itemId, scenarioId, ordinal, who, leaning, says }) => ({
      ...{ itemId, scenarioId, ordinal, leaning, says },
      ...(isActor.has(who) ? { actorId: who } : { sourceId: who }),
    })),
  });
  await models.viewCitation.createMany({
    data: views.flatMap(({ itemId, scenarioId, ordinal, evidence }) =>
      evidence.map(({ source, paragraphs, keywords }, i) => ({
        ...{ itemId, scenarioId, view: ordinal, ordinal: i + 1, sourceId: source, paragraphs, keywords },
      })),
    ),
  });
}

async function loadResolutions({ tx }: Load, sets: readonly ScenarioSet[]): Promise<void> {
  const { models } = tx;
  const refs = sets.flatMap(({ resolution }) => resolution?.followups ?? []);
  const entries = await models.entry.findMany({
    where: { ref: { in: refs } },
    select: { ref: true, itemId: true, seq: true },
  });
  const entryOf = new Map(entries.map(({ ref, itemId, seq }) => [ref, { itemId, seq }]));
  await models.resolutionEntry.createMany({
    data: sets.flatMap(({ item, resolution }) =>
      (resolution?.followups ?? []).map((ref, i) => ({ setItemId: item, ordinal: i + 1, ...entryOf.get(ref)! })),
    ),
  });
}
