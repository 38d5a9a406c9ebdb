import { boundsOf } from "@readout/core/edtf";
import type { Fault } from "./read.ts";
import type { Dataset, FileName } from "./shapes.ts";

type Path = readonly PropertyKey[];

/** Everything that names something which is not there, stands there twice, or cites paragraphs that a source does not have. */
export function referenceFaults(dataset: Dataset): Fault[] {
  const faults: Fault[] = [];
  const say = (file: FileName, path: Path, message: string) => faults.push({ file, path, message });
  const known = collect(dataset, say);

  const named = (file: FileName, path: Path, what: "actors" | "items" | "entries", id: string | null) => {
    if (id !== null && !known[what].has(id)) say(file, path, `there is no ${singular[what]} ${id}`);
  };
  const cited = (file: FileName, path: Path, { source, paragraphs }: { source: string; paragraphs: number[] }) => {
    const count = known.sources.get(source);
    if (count === undefined) return say(file, [...path, "source"], `there is no source ${source}`);
    passages(file, [...path, "paragraphs"], paragraphs, source, count);
  };
  const passages = (file: FileName, path: Path, paragraphs: number[], source: string, count: number | null) => {
    const beyond = paragraphs.find((number) => number > (count ?? 0));
    if (count === null && beyond !== undefined) say(file, path, `the paragraphs of ${source} are not numbered here`);
    else if (beyond !== undefined) say(file, path, `${source} has no paragraph ${beyond}, only 1 to ${count}`);
    else if (count !== null && paragraphs.length === 0)
      say(file, path, `name at least one paragraph, of 1 to ${count}`);
  };
  const ended = (file: FileName, path: Path, date: string, what: string) => {
    if (boundsOf(date).latest === null) say(file, path, `${what} has an end`);
  };

  for (const [i, source] of dataset.sources.sources.entries()) {
    const at: Path = ["sources", i];
    ended("sources", [...at, "published"], source.published, "a day of publication");
    named("sources", [...at, "named_expert"], "actors", source.named_expert ?? null);
    for (const [k, row] of source.lineage.entries()) {
      const path = [...at, "lineage", k];
      if (!known.sources.has(row.derived_from))
        say("sources", [...path, "derived_from"], `there is no source ${row.derived_from}`);
      passages("sources", [...path, "paragraphs"], row.paragraphs, source.id, source.paragraph_count ?? null);
    }
    for (const [k, row] of source.dropped_from_original.entries())
      cited("sources", [...at, "dropped_from_original", k], row);
    for (const [k, id] of (source.cited_by ?? []).entries())
      if (!known.sources.has(id)) say("sources", [...at, "cited_by", k], `there is no source ${id}`);
  }
  for (const [i, { passages: rows }] of dataset.sources.shared_origins.entries())
    for (const [k, row] of rows.entries()) cited("sources", ["shared_origins", i, "passages", k], row);

  for (const list of ["states", "organisations"] as const)
    for (const [i, { state }] of dataset.actors[list].entries()) named("actors", [list, i, "state"], "actors", state);
  for (const list of ["people", "follow_up_only"] as const)
    for (const [i, { state, organisation, seen_in }] of dataset.actors[list].entries()) {
      named("actors", [list, i, "state"], "actors", state);
      named("actors", [list, i, "organisation"], "actors", organisation);
      for (const [k, row] of seen_in.entries()) cited("actors", [list, i, "seen_in", k], row);
    }

  for (const [i, item] of dataset.items.items.entries()) {
    for (const [k, id] of item.parties.entries()) named("items", ["items", i, "parties", k], "actors", id);
    for (const [k, link] of item.links.entries()) {
      named("items", ["items", i, "links", k, "item"], "items", link.item);
      if (link.item === item.id) say("items", ["items", i, "links", k, "item"], "an item is not linked to itself");
    }
    once(say, "items", ["items", i, "tags"], item.tags);
    once(say, "items", ["items", i, "parties"], item.parties);
    once(
      say,
      "items",
      ["items", i, "milestones"],
      item.milestones.map(({ date, kind, what }) => `${date} ${kind} ${what}`),
    );
  }

  for (const [i, change] of dataset.status_changes.status_changes.entries()) {
    const at: Path = ["status_changes", i];
    named("status_changes", [...at, "item"], "items", change.item);
    ended("status_changes", [...at, "reported"], change.reported, "a reported date");
    for (const [k, row] of change.evidence.entries()) cited("status_changes", [...at, "evidence", k], row);
  }
  const paged = (file: FileName, path: Path, page: { url: string; published: string }, asEvidence: boolean) => {
    ended(file, [...path, "published"], page.published, "a day of publication");
    const source = known.urls.get(page.url);
    if (asEvidence && source !== undefined && known.sources.get(source) !== null)
      say(file, [...path, "url"], `is ${source}, whose paragraphs are numbered: cite them in status_changes.yaml`);
  };
  for (const [i, followUp] of dataset.followups.followups.entries()) {
    const at: Path = ["followups", i];
    named("followups", [...at, "item"], "items", followUp.item);
    ended("followups", [...at, "reported"], followUp.reported, "a reported date");
    for (const [k, row] of followUp.evidence.entries()) paged("followups", [...at, "evidence", k], row, true);
  }

  for (const [i, conflict] of dataset.conflicts.conflicts.entries()) {
    const at: Path = ["conflicts", i];
    once(say, "conflicts", [...at, "items"], conflict.items);
    for (const [k, id] of conflict.items.entries()) named("conflicts", [...at, "items", k], "items", id);
    for (const [k, side] of conflict.sides.entries())
      for (const [n, row] of side.evidence.entries()) cited("conflicts", [...at, "sides", k, "evidence", n], row);
    for (const [k, row] of conflict.outside.entries()) paged("conflicts", [...at, "outside", k], row, false);
  }

  for (const [i, set] of dataset.scenarios.scenario_sets.entries()) {
    const at: Path = ["scenario_sets", i];
    named("scenarios", [...at, "item"], "items", set.item);
    for (const [k, scenario] of set.scenarios.entries())
      for (const [n, view] of scenario.views.entries()) {
        const path: Path = [...at, "scenarios", k, "views", n];
        if (!known.actors.has(view.who) && !known.sources.has(view.who))
          say("scenarios", [...path, "who"], `there is no actor or source ${view.who}`);
        for (const [m, row] of view.evidence.entries()) cited("scenarios", [...path, "evidence", m], row);
      }
    if (set.resolution === undefined) continue;
    const { scenario, date, followups } = set.resolution;
    if (!set.scenarios.some((outcome) => outcome.id === scenario))
      say("scenarios", [...at, "resolution", "scenario"], `this set has no scenario ${scenario}`);
    ended("scenarios", [...at, "resolution", "date"], date, "the day of a resolution");
    for (const [k, id] of followups.entries()) named("scenarios", [...at, "resolution", "followups", k], "entries", id);
  }
  for (const [i, speaker] of dataset.scenarios.collective_speakers.entries())
    for (const [k, row] of speaker.evidence.entries())
      cited("scenarios", ["collective_speakers", i, "evidence", k], row);
  return faults;
}

const singular = { actors: "actor", items: "item", entries: "entry" };

interface Known {
  actors: Set<string>;
  items: Set<string>;
  entries: Set<string>;
  /** Number of paragraphs by source, null where they are not numbered. */
  sources: Map<string, number | null>;
  urls: Map<string, string>;
}

type Say = (file: FileName, path: Path, message: string) => void;

/** All ids there are; one that stands there twice is said. */
function collect(dataset: Dataset, say: Say): Known {
  const known: Known = {
    actors: new Set(),
    items: new Set(),
    entries: new Set(),
    sources: new Map(),
    urls: new Map(),
  };
  const add = (to: Set<string>, file: FileName, list: string, rows: readonly { id: string }[]) => {
    for (const [i, { id }] of rows.entries()) {
      if (to.has(id)) say(file, [list, i, "id"], `${id} stands there twice`);
      to.add(id);
    }
  };
  const { sources, actors, scenarios } = dataset;
  const sourceIds = new Set<string>();
  add(sourceIds, "sources", "sources", sources.sources);
  for (const [i, { id, url, paragraph_count }] of sources.sources.entries()) {
    known.sources.set(id, paragraph_count ?? null);
    if (url === null) continue;
    if (known.urls.has(url)) say("sources", ["sources", i, "url"], `is that of ${known.urls.get(url)} as well`);
    known.urls.set(url, id);
  }
  add(new Set(), "sources", "shared_origins", sources.shared_origins);
  for (const list of ["people", "states", "organisations", "follow_up_only"] as const)
    add(known.actors, "actors", list, actors[list]);
  add(known.actors, "scenarios", "collective_speakers", scenarios.collective_speakers);
  add(known.items, "items", "items", dataset.items.items);
  add(known.entries, "status_changes", "status_changes", dataset.status_changes.status_changes);
  add(known.entries, "followups", "followups", dataset.followups.followups);
  add(new Set(), "conflicts", "conflicts", dataset.conflicts.conflicts);
  const sets = new Set<string>();
  const outcomes = new Set<string>();
  for (const [i, set] of scenarios.scenario_sets.entries()) {
    if (sets.has(set.item)) say("scenarios", ["scenario_sets", i, "item"], `${set.item} has a set already`);
    sets.add(set.item);
    for (const [k, { id }] of set.scenarios.entries()) {
      if (outcomes.has(id)) say("scenarios", ["scenario_sets", i, "scenarios", k, "id"], `${id} stands there twice`);
      outcomes.add(id);
    }
  }
  return known;
}

/** Says what stands in a list twice. */
function once(say: Say, file: FileName, path: Path, values: readonly string[]): void {
  for (const [i, value] of values.entries())
    if (values.indexOf(value) < i) say(file, [...path, i], "stands there twice");
}
