import { boundsOf } from "@readout/core/edtf";
import { dateOf } from "../db/transaction.ts";
import { unnumbered } from "../sources/add-source.ts";
import type { Load } from "./load.ts";
import { pageSources } from "./pages.ts";
import { type Dataset, noteNames } from "./shapes.ts";

/** The rows of a list that are not there yet. */
async function missing<R extends { id: string }>(
  rows: readonly R[],
  find: (ids: string[]) => Promise<{ id: string }[]>,
): Promise<R[]> {
  const there = new Set((await find(rows.map(({ id }) => id))).map(({ id }) => id));
  return rows.filter(({ id }) => !there.has(id));
}

const boundsFields = (date: string) => {
  const { earliest, latest } = boundsOf(date);
  return { earliest: dateOf(earliest), latest: dateOf(latest) };
};

/** Sources of the data set with their lineage, then the public pages it cites. @returns how many were added */
export async function loadSources({ tx, dataset, at, events, step }: Load): Promise<number> {
  const { models } = tx;
  const recordedAt = new Date(at);
  const listed = dataset.sources.sources;
  const added = await missing(listed, (ids) =>
    models.source.findMany({ where: { id: { in: ids } }, select: { id: true } }),
  );
  const nameOf = new Map<string | null, string>(actorsOf(dataset).map(({ id, name }) => [id, name]));
  const publishedFields = (published: string) => {
    const { earliest, latest } = boundsFields(published);
    return { published, publishedEarliest: earliest, publishedLatest: latest! };
  };
  await models.source.createMany({
    data: added.map((source) => ({
      id: source.id,
      position: source.paragraph_count === undefined ? unnumbered : listed.indexOf(source) + 1,
      role: source.role,
      title: source.title,
      publisher: source.publisher,
      author: nameOf.get(source.author) ?? source.author,
      language: source.language,
      ...publishedFields(source.published),
      kind: source.kind,
      reliability: source.reliability,
      reliabilityReason: source.reliability_reason,
      url: source.url,
      paragraphCount: source.paragraph_count ?? null,
      origin: source.id,
      notes: Object.fromEntries(
        noteNames.flatMap((name) => (source[name] === undefined ? [] : [[name, source[name]]])),
      ),
      recordedAt,
    })),
  });
  await models.lineage.createMany({
    data: added.flatMap(({ id, lineage }) =>
      lineage.map(({ derived_from, note = null, ...row }, i) => ({
        ...{ sourceId: id, ordinal: i + 1, derivedFrom: derived_from, note },
        ...row,
      })),
    ),
  });
  await models.droppedPassage.createMany({
    data: added.flatMap(({ id, dropped_from_original }) =>
      dropped_from_original.map(({ source, paragraphs, note = null }, i) => ({
        ...{ sourceId: id, ordinal: i + 1, fromSourceId: source, paragraphs, note },
      })),
    ),
  });
  const pages = pageSources(dataset);
  const addresses = await models.source.findMany({
    where: { url: { in: pages.map(({ url }) => url) } },
    select: { url: true },
  });
  const there = new Set(addresses.map(({ url }) => url));
  const newPages = pages.filter(({ url }) => !there.has(url));
  await models.source.createMany({
    data: newPages.map(({ published, ...page }) => ({
      ...page,
      position: unnumbered,
      role: "page",
      // Pages are cited, not catalogued: what the data set quotes of them is in English.
      language: "en",
      ...publishedFields(published),
      reliability: "F",
      recordedAt,
    })),
  });
  for (const { id } of [...added, ...newPages]) events.push({ type: "source.added", sourceId: id, at });
  step("sources", listed.length);
  return added.length + newPages.length;
}

/** People with their office, states, organisations and collective speakers. @returns how many were added */
export async function loadActors({ tx, dataset, at, step }: Load): Promise<number> {
  const { models } = tx;
  const listed = actorsOf(dataset);
  const added = await missing(listed, (ids) =>
    models.actor.findMany({ where: { id: { in: ids } }, select: { id: true } }),
  );
  await models.actor.createMany({
    data: added.map(({ id, name, type, state, also }) => ({
      ...{ id, name, type, state, also, position: listed.findIndex((actor) => actor.id === id) + 1 },
      recordedAt: new Date(at),
    })),
  });
  await models.office.createMany({
    data: added.flatMap(({ id, office }) => {
      if (office === null) return [];
      const { earliest, latest } = boundsFields(office.attested);
      return [{ actorId: id, ordinal: 1, ...office, attestedEarliest: earliest, attestedLatest: latest }];
    }),
  });
  await models.actorSeen.createMany({
    data: added.flatMap(({ id, seenIn }) =>
      seenIn.map(({ source, paragraphs, keywords }, i) => ({
        ...{ actorId: id, ordinal: i + 1, sourceId: source, paragraphs, keywords },
      })),
    ),
  });
  step("actors", listed.length);
  return added.length;
}

function actorsOf({ actors, scenarios }: Dataset) {
  const people = [...actors.people, ...actors.follow_up_only].map((person) => ({
    id: person.id as string,
    name: person.name,
    type: person.type as string,
    state: person.state as string | null,
    also: person.also,
    office: {
      office: person.office,
      organisation: person.organisation as string | null,
      state: person.state as string | null,
      attested: person.attested as string,
      note: [person.term_in_articles, person.outside, person.name_note].filter(Boolean).join(" ") || null,
    },
    seenIn: person.seen_in,
  }));
  const bodies = [...actors.states, ...actors.organisations].map((body) => ({ ...body, office: null, seenIn: [] }));
  const speakers = scenarios.collective_speakers.map(({ id, name, evidence }) => ({
    ...{ id, name, type: "group", state: null, also: [], office: null, seenIn: evidence },
  }));
  return [...people, ...bodies, ...speakers];
}

/** Items with their parties, links and own milestones, an empty ledger each. @returns how many were added */
export async function loadItems({ tx, dataset, at, events, step }: Load): Promise<number> {
  const { models } = tx;
  const recordedAt = new Date(at);
  const listed = dataset.items.items;
  const added = await missing(listed, (ids) =>
    models.item.findMany({ where: { id: { in: ids } }, select: { id: true } }),
  );
  await models.item.createMany({
    data: added.map((item) => ({
      id: item.id,
      position: listed.indexOf(item) + 1,
      title: item.title,
      question: item.question,
      resolutionCriteria: item.resolution_criteria,
      statusSubject: item.status_subject,
      ownerSide: item.owner_side,
      opened: item.opened,
      openedLatest: boundsFields(item.opened).latest,
      whyOpen: item.why_open,
      main: item.main,
      tags: item.tags,
      recordedAt,
    })),
  });
  await models.itemParty.createMany({
    data: added.flatMap(({ id, parties }) => parties.map((actorId, i) => ({ itemId: id, ordinal: i + 1, actorId }))),
  });
  await models.itemLink.createMany({
    data: added.flatMap(({ id, links }) =>
      links.map(({ type, item }, i) => ({ itemId: id, ordinal: i + 1, type, toItemId: item })),
    ),
  });
  await models.milestone.createMany({
    data: added.flatMap(({ id, milestones }) =>
      milestones.map((milestone, i) => ({
        ...{ itemId: id, ordinal: i + 1, ...milestone, ...boundsFields(milestone.date), recordedAt },
      })),
    ),
  });
  for (const { id } of added) events.push({ type: "item.opened", itemId: id, at });
  step("items", listed.length);
  return added.length;
}

/** Utterances that several sources carry. @returns how many were added */
export async function loadStatements({ tx, dataset, at, step }: Load): Promise<number> {
  const { models } = tx;
  const listed = dataset.sources.shared_origins;
  const added = await missing(listed, (ids) =>
    models.statement.findMany({ where: { id: { in: ids } }, select: { id: true } }),
  );
  await models.statement.createMany({
    data: added.map((statement) => ({
      ...{ id: statement.id, position: listed.indexOf(statement) + 1, origin: statement.origin, what: statement.what },
      recordedAt: new Date(at),
    })),
  });
  await models.statementPassage.createMany({
    data: added.flatMap(({ id, passages }) =>
      passages.map(({ source, paragraphs }, i) => ({
        ...{ statementId: id, ordinal: i + 1, sourceId: source, paragraphs },
      })),
    ),
  });
  step("statements", listed.length);
  return added.length;
}
