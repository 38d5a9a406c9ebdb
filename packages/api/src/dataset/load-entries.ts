import { decideEntry } from "@readout/core/decide";
import { boundsOf } from "@readout/core/edtf";
import type { Entry, RecordEntry } from "@readout/core/entry";
import { isReadoutError } from "@readout/core/error";
import type { NewEvidence } from "@readout/core/evidence";
import { startProblem } from "../db/start-problem.ts";
import { dateOf } from "../db/transaction.ts";
import { appendEntries } from "../items/append.ts";
import { sha256 } from "../items/decide-next.ts";
import { addNews } from "../items/known.ts";
import { getCitedSources, getLedger, lockItem, withEntry } from "../items/ledger.ts";
import type { Load } from "./load.ts";
import type { Fault } from "./read.ts";
import type { Dataset, DatasetEntry } from "./shapes.ts";

const author = "data set";

/** An entry of the data set with its place in the sequence of both files. */
interface Placed {
  entry: DatasetEntry;
  place: number;
  at: Pick<Fault, "file" | "path">;
}

/**
 * Enters what the ledgers do not have yet, each as the kind it states, with the milestones it brought.
 * @returns how many were added
 */
export async function loadEntries(load: Load): Promise<number> {
  const { tx, dataset, step } = load;
  const there = await tx.models.entry.findMany({ where: { ref: { not: null } }, select: { ref: true } });
  const refs = new Set(there.map(({ ref }) => ref));
  const all = placed(dataset);
  const added = all.filter(({ entry }) => !refs.has(entry.id));
  step("entries", all.length - added.length);

  const urls = await tx.models.source.findMany({ where: { url: { not: null } }, select: { id: true, url: true } });
  const idOfUrl = new Map(urls.map(({ id, url }) => [url, id]));
  const evidence = new Map(added.map(({ entry }) => [entry.id, evidenceOf(entry, idOfUrl)]));
  const cited = [...evidence.values()].flat().map(({ sourceId }) => sourceId);
  const sources = await getCitedSources(tx.sql, cited);

  for (const itemId of new Set(added.map(({ entry }) => entry.item))) {
    const own = added.filter(({ entry }) => entry.item === itemId).sort(compare);
    await lockItem(tx.sql, itemId);
    const before = await getLedger(tx.sql, itemId);
    const recorded = await tx.clock();
    const decided: Entry[] = [];
    let ledger: readonly Entry[] = before;
    for (const { entry, at } of own) {
      const command = commandOf(entry, ledger.at(-1)?.seq ?? 0, evidence.get(entry.id)!);
      const effectiveBasis = entry.effective_basis ?? null;
      const background = "phase" in entry && entry.phase === "background";
      const origin = { ref: entry.id, background, effectiveBasis };
      const told = () =>
        decideEntry(ledger, command, { recorded, author, approver: null, sources, sha256, dataset: origin });
      const next = withPlace(load, at, told);
      decided.push(next);
      ledger = withEntry(ledger, next);
    }
    const news = await appendEntries(tx, before, decided);
    for (const { basis, day, entries } of news.values()) addNews(load.news, basis, day, entries);
    for (const { seq } of decided) load.events.push({ type: "entry.recorded", itemId, seq, at: recorded });
    await loadMilestones(load, itemId, own, decided);
    step("entries", own.length);
  }
  return added.length;
}

function placed({ status_changes, followups }: Dataset): Placed[] {
  const changes = status_changes.status_changes.map((entry, i) => ({
    entry,
    at: { file: "status_changes" as const, path: ["status_changes", i] },
  }));
  const later = followups.followups.map((entry, i) => ({
    entry,
    at: { file: "followups" as const, path: ["followups", i] },
  }));
  return [...changes, ...later].map((row, place) => ({ ...row, place }));
}

/** By when it was reported, then by when it began; in the order of the files where both are equal. */
function compare(a: Placed, b: Placed): number {
  const compareText = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0);
  const reported = ({ entry }: Placed) => boundsOf(entry.reported).latest ?? "~";
  const began = ({ entry }: Placed) => boundsOf(entry.effective).earliest ?? "";
  return compareText(reported(a), reported(b)) || compareText(began(a), began(b)) || a.place - b.place;
}

function evidenceOf(entry: DatasetEntry, idOfUrl: ReadonlyMap<string | null, string>): NewEvidence[] {
  return entry.evidence.map((cited) => {
    const { stance, credibility, says, origin } = cited;
    const weight = { stance, credibility, says, ...(origin === undefined ? {} : { origins: origin }) };
    const passage =
      "url" in cited
        ? { sourceId: idOfUrl.get(cited.url)!, paragraphs: [] }
        : { sourceId: cited.source, paragraphs: cited.paragraphs, keywords: cited.keywords };
    return { ...passage, ...weight } as NewEvidence;
  });
}

const commandOf = (entry: DatasetEntry, expectedHead: number, evidence: NewEvidence[]): RecordEntry => ({
  kind: entry.kind,
  itemId: entry.item,
  expectedHead,
  status: entry.status,
  effective: entry.effective,
  reported: entry.reported,
  summary: entry.summary,
  evidence,
});

/** Says of a refusal where in the files it comes from. */
function withPlace<T>({ describe }: Load, at: Pick<Fault, "file" | "path">, decide: () => T): T {
  try {
    return decide();
  } catch (error) {
    if (!isReadoutError(error)) throw error;
    const [field = { path: "", message: error.message }] = error.details.fields ?? [];
    const within = field.path.split(".").filter((part) => part !== "");
    const path = [...at.path, ...within.map((part) => (/^\d+$/.test(part) ? Number(part) : part))];
    throw startProblem(describe({ file: at.file, path, message: field.message }), { cause: error });
  }
}

/** Milestones belong to the item with the entry they came with; the same date, kind and words are one. */
async function loadMilestones(
  { tx, at }: Load,
  itemId: string,
  own: readonly Placed[],
  decided: readonly Entry[],
): Promise<void> {
  const { models } = tx;
  for (const [i, { entry }] of own.entries()) {
    for (const { date, kind, what } of "milestones" in entry ? entry.milestones : []) {
      const { seq } = decided[i]!;
      const same = await models.milestone.findUnique({
        where: { itemId_date_kind_what: { itemId, date, kind, what } },
        select: { ordinal: true, entrySeq: true },
      });
      // The item's own is framing, whoever brings it again.
      if (same !== null && same.entrySeq === null) continue;
      const ordinal = same?.ordinal ?? (await models.milestone.count({ where: { itemId } })) + 1;
      if (same === null) {
        const { earliest, latest } = boundsOf(date);
        const bounds = { earliest: dateOf(earliest), latest: dateOf(latest) };
        const recordedAt = new Date(at);
        await models.milestone.create({
          data: { itemId, ordinal, date, kind, what, ...bounds, entrySeq: seq, recordedAt },
        });
      }
      await models.milestoneEntry.create({ data: { itemId, ordinal, seq } });
    }
  }
}
