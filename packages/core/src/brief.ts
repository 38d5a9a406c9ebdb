import { knownDayOf } from "./as-of.ts";
import { asOfSentence, formatDayOrInstant } from "./as-of-words.ts";
import { lagWords } from "./diff-words.ts";
import type { Disagreement } from "./disagreement.ts";
import { disagreementHead, verdictWords } from "./disagreement-words.ts";
import { boundsOf } from "./edtf.ts";
import { formatDay, formatEdtf, formatOn, formatShort } from "./edtf-text.ts";
import type { CorrectionEntry, RetractionEntry } from "./entry.ts";
import type { Evidence } from "./evidence.ts";
import { ratingWords, stanceSigns } from "./evidence-words.ts";
import { type Export, type ExportedItem, exportQuery } from "./export.ts";
import { ledgerRows, type ReviewRow, type StatusRow } from "./ledger-rows.ts";
import type { Milestone } from "./milestone.ts";
import { dueOf, dueWords, isUndecided, lacksVerdict, standingWords } from "./milestone-words.ts";
import { type CitedNames, originNames, originsWords, publisherName } from "./origin-words.ts";
import { type ReadingWords, readingWords, reviewedWords, runFacts, runOf } from "./reading-words.ts";
import { replacedBy } from "./replaced.ts";
import type { ScenarioSet } from "./scenario.ts";
import type { SourceSummary } from "./source.ts";
import { statusWord } from "./status.ts";
import { type Day, dayOfInstant } from "./time.ts";
import { counted, formatParagraphs, sentenceCase } from "./wording.ts";

/** A passage that a brief rests on, under the number that its text names. */
export interface BriefNote {
  number: number;
  /** "+", "−" or "·", and what it means. */
  sign: string;
  signWords: string;
  says: string;
  /** "Reuters ¶3, 7": who, and where in it. */
  passage: string;
  title: string;
  published: string;
  /** "C2: fairly reliable, probably true"; null for a citation of a disagreement, which is not rated. */
  rating: string | null;
  /** "first said by TASS"; null where its origin is itself or not stated. */
  origin: string | null;
  /** The source's page in the installation, as of the same day, and where the source itself is; null where that is not known. */
  page: string;
  url: string | null;
}

/** What an entry said, in its corrected form. */
export interface BriefEntry {
  seq: number;
  /** "5 February 2026". */
  date: string;
  /** "Suspended → lapsed", "Still suspended", "Looked at, nothing new". */
  movement: string;
  says: string;
  /** When it was reported, who said it first, what is uncertain: short remarks, in order. */
  remarks: string[];
  /** What was corrected, and what stood there before; that it was taken back. */
  amendments: string[];
  retracted: boolean;
  notes: number[];
}

export interface BriefDate {
  date: string;
  what: string;
  standing: string;
  note: string | null;
}

export interface BriefDisagreement {
  head: string;
  summary: string;
  settled: boolean;
  sides: { claim: string; notes: number[] }[];
  /** What other pages say of it. */
  outside: number[];
  verdict: string;
  assessment: string | null;
}

export interface BriefScenarios {
  question: string;
  deadline: string;
  outcomes: { title: string; criteria: string; cameTrue: string | null }[];
  note: string | null;
}

/** An item on a page: its sentence first, then what it rests on. */
export interface BriefItem {
  id: string;
  title: string;
  question: string;
  permalink: string;
  reading: ReadingWords;
  summary: string | null;
  /** How firmly, and how fresh that is. */
  standing: string[];
  resolutionCriteria: string;
  whyOpen: string | null;
  /** Newest first; `left` more are not told of. */
  entries: BriefEntry[];
  left: number;
  ahead: BriefDate[];
  passed: BriefDate[];
  disagreements: BriefDisagreement[];
  scenarios: BriefScenarios[];
  notes: BriefNote[];
}

export interface Brief {
  title: string;
  asOfSentence: string;
  filterSentence: string;
  /** "Made on 21 November 2026 at 10:00 UTC at https://...". */
  made: string;
  permalink: string;
  items: BriefItem[];
}

export interface BriefOptions {
  /** How many entries of an item are told of, the newest; left out: all. */
  entries?: number;
  /** Whether disagreements that are settled, and dates that have passed, are left out. */
  openOnly?: boolean;
}

/** An export told in words: what every form of it for people says, so that none says it otherwise. */
export function briefOf(made: Export, options: BriefOptions = {}): Brief {
  const { items, asOf, madeAt, installation, permalink, filterSentence } = made;
  const sources = new Map(made.sources.map((source) => [source.id as string, source]));
  return {
    title: items.length === 1 ? items[0]!.title : counted(items.length, "item"),
    asOfSentence: asOfSentence(asOf),
    filterSentence,
    made: `Made on ${formatDayOrInstant(madeAt)} at ${installation}`,
    permalink,
    items: items.map((item) => new Teller(item, made, sources, options).item()),
  };
}

/** Tells of one item, numbering what it cites as it goes. */
class Teller {
  readonly #item: ExportedItem;
  readonly #made: Export;
  readonly #sources: ReadonlyMap<string, SourceSummary>;
  readonly #names: CitedNames;
  readonly #options: BriefOptions;
  readonly #notes = new Map<string, BriefNote>();

  constructor(item: ExportedItem, made: Export, sources: ReadonlyMap<string, SourceSummary>, options: BriefOptions) {
    this.#item = item;
    this.#made = made;
    this.#sources = sources;
    this.#names = { sources, originNames: new Map([...sources].map(([id, { publisher }]) => [id, publisher])) };
    this.#options = options;
  }

  get #on(): Day {
    return this.#made.asOf.validOn;
  }

  item(): BriefItem {
    const { id, title, question, permalink, resolutionCriteria, whyOpen, entries, statusSubject, reading } = this.#item;
    const run = runOf(entries, this.#on).map((fact) => ({ ...fact, evidence: this.#known(fact.evidence) }));
    const { summary, answer, origins } = runFacts(run);
    const rows = ledgerRows(entries, { order: "effective", onlyChanges: false }).filter(
      (row) => row.kind !== "amendment",
    );
    const told = rows.slice(0, this.#options.entries ?? rows.length);
    return {
      ...{ id, title, question, permalink, resolutionCriteria, whyOpen, summary },
      reading: readingWords(reading, statusSubject, answer),
      standing: this.#standing(origins),
      entries: told.map((row) => (row.kind === "status" ? this.#statusEntry(row) : this.#review(row))),
      left: rows.length - told.length,
      ...this.#dates(),
      disagreements: this.#disagreements(),
      scenarios: this.#item.scenarioSets.map(scenariosOf),
      notes: [...this.#notes.values()],
    };
  }

  /** What had appeared by then: an entry keeps all it cites, and a document of an earlier day leaves out what came later. */
  #known<E extends Pick<Evidence, "sourceId">>(evidence: readonly E[]): readonly E[] {
    const known = evidence.filter(({ sourceId }) => this.#sources.has(sourceId));
    return known.length === evidence.length ? evidence : known;
  }

  #standing(origins: readonly string[]): string[] {
    const { reading, reviewEveryDays } = this.#item;
    const { asOf } = this.#made;
    const parts: string[] = [];
    if (origins.length === 1) parts.push(`Single origin: ${originNames(origins, this.#names)}`);
    else if (origins.length > 1) parts.push(`${origins.length} origins: ${originNames(origins, this.#names)}`);
    if (reading.lastReviewed !== null) {
      const { words, detail } = reviewedWords(reading.lastReviewed, reviewEveryDays, knownDayOf(asOf));
      parts.push(`${words} (${detail})`);
    }
    return parts;
  }

  #statusEntry({ seq, fact, entry, corrections, retraction, movement }: StatusRow): BriefEntry {
    const evidence = this.#known(fact.evidence);
    const origins = originsWords(evidence, this.#names);
    const { earliest, latest } = fact.effectiveBounds;
    const word = `${statusWord(fact.status)}${fact.answer === null ? "" : `: ${fact.answer}`}`;
    const moved =
      movement.kind === "still"
        ? `still ${word}`
        : movement.kind === "first"
          ? word
          : `${statusWord(movement.from)} → ${word}${movement.reopened ? ", reopened" : ""}`;
    const uncertain =
      latest !== null && latest <= this.#on
        ? null
        : earliest !== null && earliest > this.#on
          ? "still ahead"
          : "may have begun";
    const isReasonNew = entry.reason !== null && entry.reason !== fact.summary && entry.reason !== entry.summary;
    return {
      seq,
      date: formatEdtf(fact.effective),
      movement: sentenceCase(moved),
      says: fact.summary,
      remarks: [
        uncertain,
        lagWords(fact),
        origins?.words.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()) ?? null,
        fact.noEvidence === null ? null : `no evidence: ${fact.noEvidence}`,
        isReasonNew ? `why reopened: ${entry.reason}` : null,
      ].filter((part) => part !== null),
      amendments: [
        ...replacedBy(entry, corrections).map(({ fields }, i) => correctionWords(corrections[i]!, fields)),
        ...(retraction === null ? [] : [retractionWords(retraction)]),
      ],
      retracted: retraction !== null,
      notes: evidence.map((each) => this.#note(each, each)),
    };
  }

  #review({ seq, fact, entry, corrections, retraction }: ReviewRow): BriefEntry {
    return {
      seq,
      date: formatDay(fact.lookedOn),
      movement: "Looked at, nothing new",
      says: fact.note,
      remarks: [],
      amendments: [
        ...replacedBy(entry, corrections).map(({ fields }, i) => correctionWords(corrections[i]!, fields)),
        ...(retraction === null ? [] : [retractionWords(retraction)]),
      ],
      retracted: retraction !== null,
      notes: [],
    };
  }

  #dates(): Pick<BriefItem, "ahead" | "passed"> {
    // Of an item that has ended, a date nobody decided on is no news; of an open one it is a question.
    const asksFor = this.#options.openOnly === true && this.#item.phase !== "closed";
    const isAhead = (milestone: Milestone) => isUndecided(milestone) && (asksFor || !lacksVerdict(milestone, this.#on));
    const ahead = this.#item.milestones.filter(isAhead).sort((a, b) => (firstDayOf(a) < firstDayOf(b) ? -1 : 1));
    const passed = this.#item.milestones.filter((milestone) => !isAhead(milestone));
    const tell = (words: typeof dueWords) => (milestone: Milestone) => ({
      date: formatEdtf(words === dueWords ? dueOf(milestone) : milestone.date),
      what: milestone.what,
      standing: words(milestone, this.#on),
      note: milestone.verdict?.note ?? null,
    });
    return {
      ahead: ahead.map(tell(dueWords)),
      passed: this.#options.openOnly ? [] : passed.map(tell(standingWords)),
    };
  }

  #disagreements(): BriefDisagreement[] {
    const isSettled = ({ verdict }: Disagreement) => verdict !== null && verdict !== "unresolved";
    return this.#item.disagreements
      .filter((disagreement) => !(this.#options.openOnly && isSettled(disagreement)))
      .map((disagreement) => ({
        head: disagreementHead(disagreement),
        summary: disagreement.summary,
        settled: isSettled(disagreement),
        sides: disagreement.sides.map(({ claim, citations }) => ({
          claim: sentenceCase(claim),
          notes: this.#known(citations).map((citation) => this.#note(citation, null)),
        })),
        outside: this.#known(disagreement.outside).map(({ sourceId, says }) =>
          this.#note({ sourceId, says, paragraphs: [] }, null),
        ),
        verdict: disagreement.verdict === null ? "No verdict yet." : verdictWords[disagreement.verdict],
        assessment: disagreement.assessment,
      }));
  }

  /** The number of a passage; one that is cited again in the same words keeps its number. */
  #note(
    cited: Pick<Evidence, "sourceId" | "paragraphs" | "says"> & { quote?: Evidence["quote"] | undefined },
    rated: Evidence | null,
  ): number {
    const { sourceId, paragraphs, says, quote } = cited;
    const key = JSON.stringify([sourceId, paragraphs, says, rated?.stance ?? null, rated?.credibility ?? null]);
    const before = this.#notes.get(key);
    if (before !== undefined) return before.number;
    const source = this.#sources.get(sourceId)!;
    const number = this.#notes.size + 1;
    const [sign, signWords] = stanceSigns[rated?.stance ?? "context"];
    this.#notes.set(key, {
      ...{ number, sign, signWords },
      says: quote === undefined ? says : `${says} “${quote.exact}”`,
      passage: [publisherName(source.publisher), formatParagraphs(paragraphs)].filter((part) => part !== "").join(" "),
      title: source.title,
      published: formatShort(source.published),
      rating:
        rated === null
          ? null
          : `${source.reliability}${rated.credibility}: ${ratingWords(source.reliability, rated.credibility)}`,
      origin: this.#originOf(source, rated?.origins ?? []),
      page: `${this.#made.installation}/sources/${sourceId}?${exportQuery(this.#made.asOf)}`,
      url: source.url,
    });
    return number;
  }

  #originOf({ id, publisher }: SourceSummary, origins: readonly string[]): string | null {
    const others = origins.filter((origin) => origin !== id && origin !== publisher && origin !== "unknown");
    return others.length === 0 ? null : `first said by ${originNames(others, this.#names)}`;
  }
}

const firstDayOf = (milestone: Milestone): string => boundsOf(dueOf(milestone)).earliest ?? "";

function correctionWords(
  { seq, recorded, reason }: CorrectionEntry,
  fields: readonly { label: string; before: string | null }[],
): string {
  const before = fields.map(({ label, before }) => `${label} before: ${before ?? "none"}`);
  const when = `Corrected on ${formatDay(dayOfInstant(recorded))} by entry ${seq}: ${reason}`;
  return before.length === 0 ? when : `${when} (${before.join("; ")})`;
}

const retractionWords = ({ seq, recorded, reason }: RetractionEntry): string =>
  `Retracted on ${formatDay(dayOfInstant(recorded))} by entry ${seq}: ${reason}`;

function scenariosOf({ question, deadline, scenarios, resolution }: ScenarioSet): BriefScenarios {
  return {
    question,
    deadline: formatEdtf(deadline),
    outcomes: scenarios.map(({ id, title, criteria }) => ({
      ...{ title, criteria },
      cameTrue: resolution?.scenarioId === id ? `came true ${formatOn(resolution.date)}` : null,
    })),
    note: resolution?.note ?? null,
  };
}
