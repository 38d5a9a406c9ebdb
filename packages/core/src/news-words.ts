import { lagWords } from "./diff-words.ts";
import { formatDay, formatShort, formatWithSince } from "./edtf-text.ts";
import { type CorrectionEntry, type Entry, isNamedEntry, isStatusEntry, type NamedEntry } from "./entry.ts";
import type { RecordedEntry } from "./event.ts";
import type { Evidence } from "./evidence.ts";
import { ratingWords, stanceSigns } from "./evidence-words.ts";
import { type CitedNames, originsWords, publisherName } from "./origin-words.ts";
import { replacedBy } from "./replaced.ts";
import type { SourceSummary } from "./source.ts";
import { type Status, statusWord } from "./status.ts";
import { formatParagraphs, sentenceCase } from "./wording.ts";

/** An entry as a piece of news: a line, a sentence, and what it rests on. */
export interface EntryNews {
  /** "Extension of New START: lapsed since 5 February 2026". */
  line: string;
  /** What happened, or why the record was changed. */
  says: string;
  /** When it was reported, who said it first, what it replaces: short remarks. */
  remarks: string[];
  evidence: NewsEvidence[];
  /** The earlier entry that this one replaces or takes back. */
  replaces: number | null;
}

/** A passage behind news. */
export interface NewsEvidence {
  signWords: string;
  says: string;
  /** "Reuters ¶3, 7". */
  passage: string;
  sourceId: string;
  /** "6 Aug 2017; C2: fairly reliable, probably true". */
  remarks: string;
}

type Said = { status: Status; effective: string; reported: string; answer: string | null };

/** "lapsed since 5 February 2026", "concluded: yes since 3 February 2021". */
const statusSince = ({ status, effective, answer }: Pick<Said, "status" | "effective" | "answer">): string =>
  formatWithSince(`${statusWord(status)}${answer === null ? "" : `: ${answer}`}`, effective);

/** Tells of an entry as it was recorded; of one that was corrected or taken back since, it says so. */
export function entryNews(recorded: RecordedEntry, sources: ReadonlyMap<string, SourceSummary>): EntryNews {
  const { entry, itemTitle } = recorded;
  const names = { sources, originNames: new Map([...sources].map(([id, { publisher }]) => [id, publisher])) };
  const evidence = "evidence" in entry ? entry.evidence : [];
  return {
    line: `${itemTitle}: ${lineOf(entry)}`,
    ...saidOf(recorded),
    remarks: [...remarksOf(recorded), ...originsOf(evidence, names)],
    evidence: evidence.map((each) => newsEvidence(each, sources)),
    replaces: entry.kind === "correction" ? entry.corrects : entry.kind === "retraction" ? entry.retracts : null,
  };
}

function lineOf(entry: Entry): string {
  switch (entry.kind) {
    case "change":
      return statusSince(entry);
    case "reaffirmation":
      return `still ${statusSince(entry)}`;
    case "review":
      return `looked at on ${formatDay(entry.lookedOn)}, nothing new`;
    case "correction":
      return `entry ${entry.corrects} corrected`;
    case "retraction":
      return `entry ${entry.retracts} retracted`;
  }
}

function saidOf({ entry }: RecordedEntry): Pick<EntryNews, "says"> {
  if (isStatusEntry(entry)) return { says: entry.summary };
  if (entry.kind === "review") return { says: entry.note };
  return { says: entry.reason };
}

function remarksOf({ entry, named, corrections }: RecordedEntry): string[] {
  if (isNamedEntry(entry)) {
    const marks = [
      entry.correctedBy === null ? null : `corrected by entry ${entry.correctedBy}`,
      entry.retractedBy === null ? null : `retracted by entry ${entry.retractedBy}`,
    ];
    const own = isStatusEntry(entry)
      ? [lagWords(entry), entry.noEvidence === null ? null : `no evidence: ${entry.noEvidence}`]
      : [];
    return [...own, ...marks].filter((part) => part !== null);
  }
  if (named === null || !isNamedEntry(named)) return [];
  if (entry.kind === "retraction") return [`it said: ${said(named, corrections)}`];
  const replaced = replacedBy(named, corrections as CorrectionEntry[]).at(-1)?.fields ?? [];
  return [
    `it now says: ${said(named, corrections)}`,
    ...replaced.map(({ label, before }) => `${label} before: ${before ?? "none"}`),
  ];
}

/** What an entry said in its last form: its own words, or those of the last correction. */
function said(named: NamedEntry, corrections: readonly Entry[]): string {
  const last = { ...named, ...corrections.at(-1) } as unknown as Said & { summary?: string; note?: string };
  return named.kind === "review" ? (last.note ?? "") : `${sentenceCase(statusSince(last))}. ${last.summary}`;
}

const originsOf = (evidence: readonly Evidence[], names: CitedNames): string[] =>
  [originsWords(evidence, names)?.words].filter((words) => words !== undefined);

function newsEvidence(evidence: Evidence, sources: ReadonlyMap<string, SourceSummary>): NewsEvidence {
  const { sourceId, paragraphs, stance, credibility, says } = evidence;
  const source = sources.get(sourceId);
  const passage = [source === undefined ? sourceId : publisherName(source.publisher), formatParagraphs(paragraphs)];
  return {
    signWords: stanceSigns[stance][1],
    says,
    passage: passage.filter((part) => part !== "").join(" "),
    sourceId,
    remarks:
      source === undefined
        ? ""
        : `${formatShort(source.published)}; ${source.reliability}${credibility}: ${ratingWords(source.reliability, credibility)}`,
  };
}
