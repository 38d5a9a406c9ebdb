import { createHash } from "node:crypto";
import type { Entry } from "@readout/core/entry";
import { hashOf } from "@readout/core/hash";
import type { ItemId } from "@readout/core/id";
import { Status } from "@readout/core/status";
import { addDays, type Day, type Instant } from "@readout/core/time";

/** Repeatable random numbers in [0, 1); mulberry32, so that a record can be made again exactly. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

const publishers = ["Reuters", "TASS", "AP", "AFP", "Interfax", "RFE/RL", "Kommersant", "BBC"] as const;
const openStatuses = Status.options.slice(0, 9);

/** Sources of a generated record; each is an unnumbered page with its publisher as origin. */
export const sourcesOf = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: `load-source-${i}`,
    publisher: publishers[i % publishers.length]!,
    published: addDays("2009-12-01" as Day, Math.floor((i * 5800) / count)),
  }));
export type LoadSource = ReturnType<typeof sourcesOf>[number];

const bestBefore = (sources: readonly LoadSource[], day: Day): number => {
  let low = 0;
  let high = sources.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (sources[middle]!.published <= day) low = middle;
    else high = middle - 1;
  }
  return low;
};

/**
 * One item's ledger: statuses that move back and forth over some years, now and then a vague or late date, a review, a
 * correction, a retraction; recorded from 2020 on, so that both bases have a past.
 *
 * @param size entries, at least 1
 */
export function ledgerOf(itemId: string, size: number, sources: readonly LoadSource[], random: () => number): Entry[] {
  const ledger: Entry[] = [];
  const start = addDays("2010-01-01" as Day, Math.floor(random() * 2500));
  const stepDays = Math.max(1, Math.floor((3000 + random() * 500) / size));
  let day = start;
  let recordedDay = addDays("2020-01-01" as Day, Math.floor(random() * 300));
  const recordedStep = Math.max(1, Math.floor(1900 / size));
  let status: Status = "raised";
  let previousHash: string | null = null;
  for (let seq = 1; seq <= size; seq++) {
    day = addDays(day, Math.floor(random() * 2 * stepDays));
    recordedDay = addDays(recordedDay, Math.floor(random() * recordedStep) + 1);
    const minute = String(Math.floor(random() * 60)).padStart(2, "0");
    const recorded = `${recordedDay > day ? recordedDay : addDays(day, 1)}T10:${minute}:00.000Z` as Instant;
    const latest: Instant = ledger.at(-1)?.recorded ?? recorded;
    const last = seq === size;
    const common = {
      itemId: itemId as ItemId,
      seq,
      ref: null,
      recorded: recorded > latest ? recorded : latest,
      author: "load",
      approver: null,
      v: 1 as const,
      previousHash,
      hash: "",
    };
    const roll = random();
    const named = ledger.filter((entry) => entry.kind === "change" || entry.kind === "reaffirmation");
    const target = named[Math.floor(random() * named.length)];
    const settled = ledger.some((entry) => entry.kind === "retraction" && entry.retracts === target?.seq);
    const move = () => {
      if (last && random() < 0.5) status = "concluded";
      else if (random() < 0.6) status = openStatuses[Math.floor(random() * openStatuses.length)]!;
      const vague = random();
      const effective =
        vague < 0.85 ? day : vague < 0.93 ? day.slice(0, 7) : vague < 0.97 ? `${day}~` : `${day}/${addDays(day, 6)}`;
      const reported = addDays(day, Math.floor(random() ** 3 * 20));
      const source = bestBefore(sources, reported);
      return {
        status,
        effective,
        reported: reported <= common.recorded.slice(0, 10) ? reported : common.recorded.slice(0, 10),
        summary: `The matter stood so by the account of ${sources[source]!.publisher}, step ${seq} of its way.`,
        evidence: [source, Math.max(0, source - 1)].slice(0, random() < 0.3 ? 2 : 1).map((i) => ({
          sourceId: sources[i]!.id,
          paragraphs: [],
          stance: "supports",
          credibility: 2,
          says: `Step ${seq} is told by ${sources[i]!.publisher} in a sentence of its own.`,
          origins: [sources[i]!.publisher],
          keywords: [],
        })),
        noEvidence: null,
        answer: null,
      };
    };
    const entry = (
      roll < 0.02 && target && !settled
        ? {
            ...common,
            kind: "correction",
            corrects: target.seq,
            reason: "A date was misread.",
            ...move(),
            lookedOn: null,
            note: null,
          }
        : roll < 0.03 && target && !settled
          ? { ...common, kind: "retraction", retracts: target.seq, reason: "It was about another matter." }
          : roll < 0.08
            ? {
                ...common,
                kind: "review",
                lookedOn: day,
                note: "Nothing new was found.",
                correctedBy: null,
                retractedBy: null,
              }
            : {
                ...common,
                kind: random() < 0.7 ? "change" : "reaffirmation",
                ...move(),
                reason: null,
                background: false,
                effectiveBasis: null,
                correctedBy: null,
                retractedBy: null,
              }
    ) as Entry;
    entry.hash = hashOf(entry, sha256);
    previousHash = entry.hash;
    ledger.push(entry);
  }
  return ledger;
}
