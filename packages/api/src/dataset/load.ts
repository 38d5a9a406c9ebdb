import type { Instant } from "@readout/core/time";
import { byCommand } from "../access/by-command.ts";
import { recordAudit } from "../audit/record-audit.ts";
import type { Db } from "../db/handle.ts";
import { inTransaction, type Tx } from "../db/transaction.ts";
import { announce, type NewEvent } from "../events/announce.ts";
import type { NewsDays } from "../items/known.ts";
import { loadDisagreements, loadScenarioSets } from "./load-assessments.ts";
import { loadEntries } from "./load-entries.ts";
import { loadActors, loadItems, loadSources, loadStatements } from "./load-framing.ts";
import { type ReadDataset, readDataset } from "./read.ts";

/** What a load added, by kind; all zero where everything was there. */
export interface Loaded {
  sources: number;
  actors: number;
  items: number;
  entries: number;
  statements: number;
  disagreements: number;
  scenarioSets: number;
}

export interface LoadOptions {
  /** For the first start: does nothing where there is an item already. */
  onlyIfEmpty?: boolean;
  /** Called as the load goes on; `what` is what was just entered. */
  onProgress?: (done: number, total: number, what: string) => void;
}

/** A load under way: what the parts of it share. */
export interface Load extends ReadDataset {
  tx: Tx;
  /** The record's clock when the load began. */
  at: Instant;
  events: NewEvent[];
  news: NewsDays;
  /** Says that so many more records are dealt with. */
  step(what: string, count?: number): void;
}

/** Any number, the same in every Readout: two servers on one new database load one after the other. */
const loadLock = 7264017203;

/**
 * Enters what is not there yet of a data set, in one transaction, entries by the same way as every other. What is there, by
 * id or address or the `ref` of an entry, stays as it is, so that a second load changes nothing.
 *
 * @param folder with the seven YAML files
 * @throws an Error with one line per fault, naming file and line; nothing is written then
 */
export async function loadDataset(db: Db, folder: string, options: LoadOptions = {}): Promise<Loaded> {
  const read = await readDataset(folder);
  const total = countOf(read);
  let done = 0;
  const step = (what: string, count = 1) => {
    done += count;
    options.onProgress?.(done, total, what);
  };
  const load = async (tx: Tx): Promise<Loaded> => {
    await tx.sql("SELECT pg_advisory_xact_lock($1::bigint)::text", [loadLock]);
    const nothing = { sources: 0, actors: 0, items: 0, entries: 0, statements: 0, disagreements: 0, scenarioSets: 0 };
    if (options.onlyIfEmpty && (await tx.models.item.findFirst({ select: { id: true } })) !== null) return nothing;
    const under: Load = { ...read, tx, at: await tx.clock(), events: [], news: new Map(), step };
    const sources = await loadSources(under);
    const actors = await loadActors(under);
    const items = await loadItems(under);
    const statements = await loadStatements(under);
    const entries = await loadEntries(under);
    const disagreements = await loadDisagreements(under);
    const scenarioSets = await loadScenarioSets(under);
    const loaded = { sources, actors, items, entries, statements, disagreements, scenarioSets };
    if (Object.values(loaded).some((count) => count > 0))
      await recordAudit(tx, byCommand(), {
        act: "dataset.loaded",
        subject: { type: "dataset", id: "dataset" },
        after: loaded,
      });
    if (under.events.length > 0) await announce(tx, { events: under.events, news: under.news });
    return loaded;
  };
  return inTransaction({ db }, load, { timeoutMs: 15 * 60_000 });
}

function countOf({ dataset }: ReadDataset): number {
  const { sources, actors, items, status_changes, followups, conflicts, scenarios } = dataset;
  const lists: readonly unknown[][] = [
    ...[sources.sources, sources.shared_origins, actors.people, actors.states, actors.organisations],
    ...[actors.follow_up_only, scenarios.collective_speakers, items.items, status_changes.status_changes],
    ...[followups.followups, conflicts.conflicts, scenarios.scenario_sets],
  ];
  return lists.reduce((sum, list) => sum + list.length, 0);
}
