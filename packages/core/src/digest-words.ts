import { sinceWords, standingWords } from "./diff-words.ts";
import { formatDay, formatEdtf, formatShort, formatSince } from "./edtf-text.ts";
import type { Evidence } from "./evidence.ts";
import type { MailBlock, MailClaim, MailContent, MailLink } from "./mail.ts";
import { dueOf, milestoneKindWords } from "./milestone-words.ts";
import type { AmendsLine, ItemAmends, ItemNews, ItemRecord, NewsLine, ToldValue } from "./news.ts";
import type { Reading } from "./reading.ts";
import { readingWords } from "./reading-words.ts";
import { isEnding, statusWord } from "./status.ts";
import { dayOfInstant } from "./time.ts";
import type { StatusFact } from "./visible.ts";
import { counted, formatParagraphs, joinWords, sentenceCase } from "./wording.ts";

/** What is told of one item, and for which watches. */
export type NewsOfItem = { record: ItemRecord; news: ItemNews; watches: MailBlock["watches"] };
export type AmendsOfItem = { record: ItemRecord; amends: ItemAmends };

/** What cited sources are called. */
export type SourceNames = ReadonlyMap<string, { publisher: string; published: string }>;

const subjectLength = 150;

/** One line of plain text: whatever would end a header, or show nothing, is a space. */
export function oneLine(text: string, length = Number.POSITIVE_INFINITY): string {
  const line = text.replace(/[\p{Z}\p{C}]+/gu, " ").trim();
  const letters = [...line];
  return letters.length <= length ? line : `${letters.slice(0, length - 1).join("")}…`;
}

/** A digest: where each item stands, then what was recorded, each claim with its evidence. */
export function digestContent(items: readonly NewsOfItem[], names: SourceNames): MailContent {
  const moved = items.filter(({ news }) => news.moved);
  const opening =
    moved.length === 0
      ? `News on ${counted(items.length, "item")} you watch; none moved.`
      : `${sentenceCase(counted(moved.length, "item"))} you watch moved${items.length > moved.length ? `; ${counted(items.length - moved.length, "more item")} with news` : ""}.`;
  return {
    subject: digestSubject(items),
    opening,
    blocks: [...moved, ...items.filter(({ news }) => !news.moved)].map(({ record, news, watches }) => ({
      title: titleOf(record),
      sentence: newsSentence(record, news),
      claims: news.lines.map((line) => claimOf(record, line, names)),
      watches,
    })),
  };
}

/** "Extension of New START: lapsed; 2 more items moved". */
function digestSubject(items: readonly NewsOfItem[]): string {
  const moved = items.filter(({ news }) => news.moved);
  const [first] = moved.length > 0 ? moved : items;
  if (first === undefined) return "Nothing new";
  const others = moved.length > 0 ? moved.length - 1 : 0;
  const rest = items.length - 1 - others;
  const tail = [
    ...(others > 0 ? [`${counted(others, "more item")} moved`] : []),
    ...(rest > 0 ? [`news on ${rest} more`] : []),
  ];
  return [`${oneLine(first.record.title, subjectLength)}: ${shortNews(first)}`, ...tail].join("; ");
}

function shortNews({ news }: NewsOfItem): string {
  if (news.moved) return standingWords(news.after);
  const [line] = news.lines;
  switch (line?.kind) {
    case "opened":
      return "opened";
    case "milestone":
      return milestoneShort(line);
    case "corrected":
    case "retracted":
      return "an entry was corrected";
    case "review":
      return "reviewed, nothing new";
    default:
      return news.after.status === null ? standingWords(news.after) : `still ${standingWords(news.after)}`;
  }
}

const milestoneShort = ({ milestone, act }: Extract<NewsLine, { kind: "milestone" }>): string =>
  act === "decided" && milestone.verdict !== null
    ? `${milestoneKindWords[milestone.kind]} ${milestone.verdict.verdict}`
    : `${milestoneKindWords[milestone.kind]} ${formatShort(dueOf(milestone))}`;

const titleOf = ({ id, title }: ItemRecord): MailLink => ({ words: oneLine(title), href: `/items/${id}` });

/** "In force → lapsed, since 5 February 2026: the extension." or "Still in force since ...: the extension." */
function newsSentence({ statusSubject }: ItemRecord, { before, after, moved, lines }: ItemNews): string {
  const subject = oneLine(statusSubject);
  if (moved) {
    const since = sinceWords({ before, after });
    return `${sentenceCase(standingWords(before))} → ${standingWords(after)}${since === null ? "" : `, ${since}`}: ${subject}.`;
  }
  if (after.status === null) return `${readingSentence(after, subject)}.`;
  const isStill = lines.some(({ kind }) => kind === "entry");
  return isStill
    ? `Still ${standingWords(after)}, ${formatSince(after.since ?? "")}: ${subject}.`
    : `${readingSentence(after, subject)}.`;
}

function readingSentence(reading: Reading, subject: string): string {
  const { status, rest } = readingWords(reading, subject, null);
  return `${status}${rest}`;
}

const entryHref = ({ id }: ItemRecord, seq: number): string => `/items/${id}#entry-${seq}`;

function claimOf(record: ItemRecord, line: NewsLine, names: SourceNames): MailClaim {
  switch (line.kind) {
    case "entry":
      return entryClaim(record, line.fact, "", names);
    case "review":
      return {
        words: `Reviewed on ${formatDay(line.fact.lookedOn)}: ${oneLine(line.fact.note)}`,
        href: entryHref(record, line.fact.seq),
        evidence: [],
      };
    case "corrected": {
      const why = `Entry ${line.fact.seq} was corrected (${oneLine(line.reason).replace(/\.$/, "")}). It now says: `;
      return line.fact.kind === "review"
        ? {
            words: `${why}reviewed on ${formatDay(line.fact.lookedOn)}: ${oneLine(line.fact.note)}`,
            href: entryHref(record, line.fact.seq),
            evidence: [],
          }
        : entryClaim(record, line.fact, why, names);
    }
    case "retracted":
      return {
        words: `Entry ${line.seq} was taken back: ${oneLine(line.reason)}`,
        href: entryHref(record, line.seq),
        evidence: [],
      };
    case "milestone":
      return { words: milestoneWords(line), href: `/items/${record.id}#dates`, evidence: [] };
    case "opened":
      return { words: `Opened: ${oneLine(record.question)}`, href: `/items/${record.id}`, evidence: [] };
  }
}

function entryClaim(record: ItemRecord, fact: StatusFact, before: string, names: SourceNames): MailClaim {
  return {
    words: `${before}${statusSentence(fact)}`,
    href: entryHref(record, fact.seq),
    evidence:
      fact.evidence.length === 0
        ? [{ words: `no evidence: ${oneLine(fact.noEvidence ?? "")}`, href: entryHref(record, fact.seq) }]
        : fact.evidence.map((evidence) => citation(evidence, names)),
  };
}

type Said = Pick<StatusFact, "status" | "answer" | "effective" | "summary">;

/** "Lapsed since 5 February 2026: the treaty ended without successor." */
function statusSentence({ status, answer, effective, summary }: Said): string {
  const answered = answer !== null && isEnding(status) ? `: ${answer}` : "";
  return `${sentenceCase(statusWord(status))}${answered}, ${formatSince(effective)}. ${oneLine(summary)}`;
}

type Cited = Pick<Evidence, "paragraphs" | "stance"> & { sourceId: string };

const stanceWords = { supports: "", contradicts: "speaks against: ", context: "context: " } as const;

/** "Reuters, ¶3, 5 Feb 2026": who says it, where, and when. */
function citation({ sourceId, paragraphs, stance }: Cited, names: SourceNames): MailLink {
  const source = names.get(sourceId);
  const parts = [
    oneLine(source?.publisher ?? sourceId),
    formatParagraphs(paragraphs),
    source === undefined ? "" : formatShort(source.published),
  ];
  return {
    words: `${stanceWords[stance]}${parts.filter((part) => part !== "").join(", ")}`,
    href: `/sources/${sourceId}`,
  };
}

function milestoneWords({ milestone, act }: Extract<NewsLine, { kind: "milestone" }>): string {
  const { kind, what, date, verdict } = milestone;
  const name = `${sentenceCase(milestoneKindWords[kind])}, ${formatEdtf(date)}: ${oneLine(what)}`;
  if (act === "decided" && verdict !== null) {
    const outcome =
      verdict.verdict === "moved" && verdict.movedTo !== null
        ? `moved to ${formatEdtf(verdict.movedTo)}`
        : verdict.verdict;
    return `${name}. It was ${outcome}${verdict.note === null ? "" : `: ${oneLine(verdict.note)}`}`;
  }
  return act === "added" ? `New date. ${name}` : `A date was edited. ${name}`;
}

/** A correction notice: what we said, on which day, what it should have said and why. */
export function amendsContent(items: readonly AmendsOfItem[], names: SourceNames): MailContent {
  const lines = items.reduce((sum, { amends }) => sum + amends.lines.length, 0);
  const titles = items.map(({ record }) => oneLine(record.title, subjectLength));
  return {
    subject: `Correction: ${titles[0] ?? ""}${titles.length > 1 ? `; ${counted(titles.length - 1, "more item")}` : ""}`,
    opening: `${lines === 1 ? "One thing" : `${counted(lines, "thing")}`} we told you has been corrected.`,
    blocks: items.map(({ record, amends }) => ({
      title: titleOf(record),
      sentence: `As corrected, the item reads: ${lowerFirst(readingSentence(amends.after, oneLine(record.statusSubject)))}.`,
      claims: amends.lines.map((line) => amendsClaim(record, line, names)),
      watches: [],
    })),
  };
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

function amendsClaim(record: ItemRecord, { told, now, reason }: AmendsLine, names: SourceNames): MailClaim {
  const day = formatDay(dayOfInstant(told.at));
  const should =
    now.kind === "retracted"
      ? "It should not have been recorded at all."
      : `It should have said: ${valueWords(now)}${sameWords(told.value, now) ? ` (resting on ${restsOn(now, names)})` : ""}`;
  const why = reason === "" ? "" : ` The reason: ${oneLine(reason)}`;
  return {
    words: `On ${day} we told you: ${valueWords(told.value)} ${should}${why}`,
    href: told.seq === null ? `/items/${record.id}#dates` : entryHref(record, told.seq),
    evidence: now.kind === "status" ? now.evidence.map((evidence) => citation(evidence, names)) : [],
  };
}

/** Whether two values read alike although what they rest on differs. */
const sameWords = (a: ToldValue, b: ToldValue): boolean => valueWords(a) === valueWords(b);

function restsOn(value: ToldValue, names: SourceNames): string {
  if (value.kind !== "status" || value.evidence.length === 0) return "no evidence";
  return joinWords([
    ...new Set(value.evidence.map(({ sourceId }) => oneLine(names.get(sourceId)?.publisher ?? sourceId))),
  ]);
}

const quoted = (text: string): string => `“${text}”`;

function valueWords(value: ToldValue): string {
  switch (value.kind) {
    case "status":
      return quoted(statusSentence(value));
    case "review":
      return quoted(`Reviewed on ${formatEdtf(value.lookedOn)}: ${oneLine(value.note)}`);
    case "milestone": {
      const { what, date, verdict } = value;
      const outcome =
        verdict === null
          ? "no verdict yet"
          : verdict.verdict === "moved" && verdict.movedTo !== null
            ? `moved to ${formatEdtf(verdict.movedTo)}`
            : verdict.verdict;
      return quoted(`${oneLine(what)}, ${formatEdtf(date)}: ${outcome}`);
    }
    case "opened":
      return quoted("Opened");
    case "retracted":
      return quoted("Taken back");
  }
}
