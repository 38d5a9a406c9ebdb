import type { AsOf } from "@readout/core/as-of";
import { boundsOf } from "@readout/core/edtf";
import { formatDay, formatEdtf, formatOn, formatShort, formatWithFrom } from "@readout/core/edtf-text";
import type { Entry } from "@readout/core/entry";
import type { Milestone } from "@readout/core/milestone";
import { dueOf, movedFrom } from "@readout/core/milestone-words";
import { orderedFacts } from "@readout/core/reading";
import { type Status, statusWord } from "@readout/core/status";
import { type Day, daysBetween } from "@readout/core/time";
import { factsOf } from "@readout/core/visible";
import { joinWords, sentenceCase } from "@readout/core/wording";
import { cutFor, type Domain, endOfYear, shiftDay, startOfMonth } from "../axis.ts";
import { possibleWords, type StatusSeries, seriesOfLedger, stretchWords } from "../status-series.ts";

/** A ledger entry on the chart, at the day from which it is certain. */
export type EntryMark = { seq: number; day: Day; status: Status | null; sentence: string };

/** A dated deadline, event or expiry where it falls due; bounds are null where the date has an open end. */
export type MilestoneMark = { earliest: Day | null; latest: Day | null; label: string; short: string };

export type ItemChartSeries = {
  status: Extract<StatusSeries, { kind: "series" }>;
  entries: readonly EntryMark[];
  milestones: readonly MilestoneMark[];
  domain: Domain;
  /** Whether the chart ends today; otherwise nothing beyond its last day is shown. */
  today: boolean;
  title: string;
  /** The same facts as sentences, in time order. */
  list: readonly string[];
};

/** A lone early beginning may not take more of the axis than this. */
const MOST_SHARE_BEFORE = 0.6;

/**
 * What the chart of one item draws.
 *
 * @param entries those visible as of `asOf`, any order
 * @param today the present day, UTC
 * @returns null where there is no status to draw
 */
export function itemChartSeries(
  entries: readonly Entry[],
  milestones: readonly Milestone[],
  asOf: AsOf,
  today: Day,
): ItemChartSeries | null {
  const status = seriesOfLedger(entries, asOf);
  if (status.kind === "none") return null;
  const { end } = status;
  const facts = orderedFacts(factsOf(entries)).filter(
    ({ effectiveBounds: { earliest } }) => earliest === null || earliest <= end,
  );
  const marks = facts.flatMap((fact): EntryMark[] => {
    const day = fact.effectiveBounds.latest ?? fact.effectiveBounds.earliest;
    if (day === null) return [];
    const sentence = `Entry ${fact.seq}, ${formatEdtf(fact.effective)}: ${statusWord(fact.status)}. ${fact.summary}`;
    return [{ seq: fact.seq, day: day > end ? end : day, status: fact.status, sentence }];
  });
  const flags = milestones.map(milestoneMark).sort((a, b) => compareOpen(a.earliest, b.earliest));
  return {
    status,
    entries: marks.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.seq - b.seq)),
    milestones: flags,
    domain: domainOf(status, marks, flags, today),
    today: end === today,
    title: titleOf(status),
    list: listOf(status, milestones),
  };
}

function milestoneMark(milestone: Milestone): MilestoneMark {
  const due = dueOf(milestone);
  const { earliest, latest } = boundsOf(due);
  const short = formatShort(due);
  const day = earliest === latest || !/^\d{4}$/.test(short) ? short : `in ${short}`;
  return { earliest, latest, label: `${day}, ${whatOf(milestone)}`, short: day };
}

/** What falls due, and from when it was moved. */
const whatOf = (milestone: Milestone): string =>
  [milestone.what, movedFrom(milestone)].filter((part) => part !== null).join(", ");

const compareOpen = (a: Day | null, b: Day | null): number => ((a ?? "") < (b ?? "") ? -1 : 1);

/** From some weeks before the first beginning to the end of this year, or less where the day shown is long past. */
function domainOf(
  status: ItemChartSeries["status"],
  marks: readonly EntryMark[],
  milestones: readonly MilestoneMark[],
  today: Day,
): Domain {
  const starts = [
    ...status.stretches.map(({ fromPossible, from }) => fromPossible ?? from),
    ...status.possible.map(({ from }) => from),
    ...marks.map(({ day }) => day),
    ...milestones.map(({ latest }) => latest),
  ]
    .filter((day): day is Day => day !== null && day <= status.end)
    .sort();
  const last = today < status.end ? status.end : today;
  const first = firstShown(starts, last) ?? status.end;
  const shown = Math.max(30, daysBetween(first, status.end));
  const from = startOfMonth(shiftDay(first, -Math.ceil(Math.max(20, shown * 0.03))));
  return cutFor({ from, until: endOfYear(last) }, status.end);
}

/** The first day worth its room: what lies beyond a gap of most of the axis is an arrow at its edge. */
function firstShown(starts: readonly Day[], last: Day): Day | undefined {
  const [oldest] = starts;
  if (oldest === undefined) return undefined;
  const most = MOST_SHARE_BEFORE * daysBetween(oldest, last);
  return starts.findLast((day, i) => i > 0 && daysBetween(starts[i - 1] ?? day, day) > most) ?? oldest;
}

/** The finding: "Raised in July 2017, lapsed on 5 February 2026, with four statuses between". */
function titleOf(status: ItemChartSeries["status"]): string {
  const { stretches, possible } = status;
  const [first, last] = [stretches[0], stretches.at(-1)];
  const perhaps = possible.length === 0 ? "" : `, ${possibleWords(possible)}`;
  if (first === undefined || last === undefined) return sentenceCase(`no status yet${perhaps.replace("already ", "")}`);
  const between = stretches.length - 2;
  const parts = [placed(first), stretches.length === 1 ? unchanged(first.family) : placed(last)];
  if (between > 0) parts.push(`with ${numberWord(between)} ${between === 1 ? "status" : "statuses"} between`);
  return sentenceCase(`${parts.filter(Boolean).join(", ")}${perhaps}`);
}

const STATES: readonly Status[] = ["under-way", "in-force"];

/** "raised in July 2017", but "under way from 11 November 2017". */
const placed = ({ status, effective }: { status: Status; effective: string }): string =>
  STATES.includes(status)
    ? formatWithFrom(statusWord(status), effective)
    : `${statusWord(status)} ${formatOn(effective)}`;

const unchanged = (family: string): string => (family === "end" ? "" : "unchanged since");

const WORDS = "no one two three four five six seven eight nine ten eleven twelve".split(" ");
const numberWord = (n: number): string => WORDS[n] ?? String(n);

function listOf(status: ItemChartSeries["status"], milestones: readonly Milestone[]): string[] {
  const facts: { day: Day | null; words: string }[] = [
    ...status.stretches.map((stretch) => ({
      day: stretch.from,
      words: sentenceCase(`${stretchWords(stretch)}, entry ${stretch.entrySeq}`),
    })),
    ...milestones.map((milestone) => ({
      day: boundsOf(dueOf(milestone)).latest,
      words: `${sentenceCase(formatEdtf(dueOf(milestone)))}: ${whatOf(milestone)} (${milestone.kind.replaceAll("-", " ")})`,
    })),
    ...status.reviews.map((day) => ({ day, words: `Reviewed on ${formatDay(day)}, nothing new` })),
  ];
  const lines = facts.sort((a, b) => ((a.day ?? "~") < (b.day ?? "~") ? -1 : 1)).map(({ words }) => words);
  if (status.possible.length > 0) lines.push(`On ${formatDay(status.end)}: ${possibleWords(status.possible)}`);
  if (status.lastReviewed !== null && status.lastReviewed < status.end)
    lines.push(
      `As of ${formatDay(status.lastReviewed)}, not reviewed since: carried forward to ${formatDay(status.end)}`,
    );
  return lines;
}

/** Several entries under one mark: "Entries 2 to 6, 16 October 2020 to 3 February 2021: proposed, concluded". */
export function sharedSentence(entries: readonly EntryMark[]): string {
  const [first, last] = [entries[0], entries.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (entries.length === 1) return first.sentence;
  const statuses = [...new Set(entries.flatMap(({ status }) => (status === null ? [] : [statusWord(status)])))];
  const numbers = joinWords(entries.map(({ seq }) => String(seq)));
  const days = first.day === last.day ? formatDay(first.day) : `${formatDay(first.day)} to ${formatDay(last.day)}`;
  return `Entries ${numbers}, ${days}: ${statuses.join(", ")}`;
}
