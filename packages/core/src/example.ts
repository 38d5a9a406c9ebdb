import type { Entry } from "./entry.ts";
import type { Reading, StatusInterval } from "./reading.ts";

/**
 * One fictional item worked out by hand: two coastal states, Norland and Sudland, and the ferry treaty between them.
 *
 * The ledger in words: the talks were raised in spring 2030; a minister said in early May that they had been under way since
 * some day in April; a text was reported as agreed between 10 and 20 June; nobody had news on 1 August; the entry on the
 * agreement had the wrong month and was corrected in September; the treaty applies from 1 January 2031; an entry about a
 * suspension was a mix-up with another treaty and was retracted.
 */
const source = "norland-gazette";
const says = { sourceId: source, paragraphs: [1], stance: "supports", credibility: 2, keywords: [] };
const common = {
  itemId: "ferry-treaty",
  ref: null,
  author: "example",
  approver: null,
  v: 1,
  previousHash: null,
  hash: "",
};
const status = { noEvidence: null, answer: null, reason: null, background: false, effectiveBasis: null };
const unmarked = { correctedBy: null, retractedBy: null };

export const exampleLedger = [
  {
    ...common,
    ...status,
    ...unmarked,
    seq: 1,
    kind: "change",
    status: "raised",
    effective: "2030-21",
    reported: "2030-04-02",
    recorded: "2030-04-03T08:00:00.000Z",
    summary: "Norland asks for a ferry treaty.",
    evidence: [{ ...says, says: "A minister names the wish.", origins: ["Norland ministry"] }],
  },
  {
    ...common,
    ...status,
    ...unmarked,
    seq: 2,
    kind: "change",
    status: "under-way",
    effective: "2030-04-XX",
    reported: "2030-05-04~",
    recorded: "2030-05-05T08:00:00.000Z",
    summary: "Talks are said to have begun in April.",
    evidence: [
      { ...says, says: "The minister says talks began last month.", origins: ["Norland ministry"] },
      { ...says, paragraphs: [4], says: "Sudland confirms.", origins: ["Sudland ministry"] },
      {
        ...says,
        paragraphs: [6],
        stance: "contradicts",
        says: "A harbour master saw no delegation.",
        origins: ["Harbour office"],
      },
    ],
  },
  {
    ...common,
    ...status,
    ...unmarked,
    seq: 3,
    kind: "change",
    status: "agreed-in-principle",
    effective: "2030-07-10/2030-07-20",
    reported: "2030-07-25",
    recorded: "2030-07-25T16:00:00.000Z",
    summary: "A text is agreed.",
    evidence: [{ ...says, says: "Both sides speak of a text.", origins: ["Joint statement"] }],
  },
  {
    ...common,
    ...unmarked,
    seq: 4,
    kind: "review",
    lookedOn: "2030-08-01",
    note: "Nothing new in either gazette.",
    recorded: "2030-08-01T09:00:00.000Z",
  },
  {
    ...common,
    seq: 5,
    kind: "correction",
    corrects: 3,
    reason: "The month was June.",
    status: "agreed-in-principle",
    effective: "2030-06-10/2030-06-20",
    reported: "2030-06-25",
    summary: "A text is agreed.",
    noEvidence: null,
    answer: null,
    evidence: [{ ...says, says: "Both sides speak of a text.", origins: ["Joint statement"] }],
    lookedOn: null,
    note: null,
    recorded: "2030-09-02T10:00:00.000Z",
  },
  {
    ...common,
    ...status,
    ...unmarked,
    seq: 6,
    kind: "change",
    status: "in-force",
    effective: "2031-01-01",
    reported: "2030-10-01",
    recorded: "2030-10-01T12:00:00.000Z",
    summary: "The treaty will apply from the new year.",
    evidence: [{ ...says, says: "The law gazette prints the date.", origins: ["Norland law gazette"] }],
  },
  {
    ...common,
    ...status,
    ...unmarked,
    seq: 7,
    kind: "change",
    status: "suspended",
    effective: "2031-02",
    reported: "2031-03-01",
    recorded: "2031-03-02T12:00:00.000Z",
    summary: "Sudland suspends the treaty.",
    evidence: [{ ...says, says: "A notice of suspension.", origins: ["Sudland ministry"] }],
  },
  {
    ...common,
    seq: 8,
    kind: "retraction",
    retracts: 7,
    reason: "The notice was about the fishing treaty.",
    recorded: "2031-03-05T12:00:00.000Z",
  },
] as unknown as Entry[];

type Expected = { asOf: { knownOn: string; validOn: string; basis: "reported" | "recorded" }; reading: Reading };

const nothing = {
  status: null,
  entrySeq: null,
  since: null,
  alternatives: [],
  next: null,
  origins: 0,
  lastReviewed: null,
};

/** What the example reads as, worked out by hand. */
export const exampleReadings = [
  { asOf: { knownOn: "2030-04-01", validOn: "2030-04-01", basis: "reported" }, reading: nothing },
  // Spring lasts to the end of May: on 10 April the raising is possible, not certain.
  {
    asOf: { knownOn: "2030-04-10", validOn: "2030-04-10", basis: "reported" },
    reading: { ...nothing, alternatives: ["raised"], lastReviewed: "2030-04-02" },
  },
  // April is over and the talks began in it; the raising, possible until June, comes before them in order.
  {
    asOf: { knownOn: "2030-05-04", validOn: "2030-05-04", basis: "reported" },
    reading: {
      ...nothing,
      status: "under-way",
      entrySeq: 2,
      since: "2030-04-XX",
      origins: 2,
      lastReviewed: "2030-05-04",
    },
  },
  // Published by 25 June as corrected, so known then, although recorded in July and corrected in September.
  {
    asOf: { knownOn: "2030-06-25", validOn: "2030-06-15", basis: "reported" },
    reading: {
      ...nothing,
      status: "under-way",
      entrySeq: 2,
      since: "2030-04-XX",
      origins: 2,
      alternatives: ["agreed-in-principle"],
      lastReviewed: "2030-06-25",
    },
  },
  // What Readout showed in August: the wrong month, read as certain since the span ended.
  {
    asOf: { knownOn: "2030-08-10", validOn: "2030-08-10", basis: "recorded" },
    reading: {
      ...nothing,
      status: "agreed-in-principle",
      entrySeq: 3,
      since: "2030-07-10/2030-07-20",
      origins: 1,
      lastReviewed: "2030-08-01",
    },
  },
  {
    asOf: { knownOn: "2030-10-01", validOn: "2030-10-01", basis: "reported" },
    reading: {
      ...nothing,
      status: "agreed-in-principle",
      entrySeq: 3,
      since: "2030-06-10/2030-06-20",
      origins: 1,
      next: { status: "in-force", effective: "2031-01-01", entrySeq: 6 },
      lastReviewed: "2030-10-01",
    },
  },
  // Between the mix-up and its retraction Readout did show a suspension; a reader of the sources never saw one.
  {
    asOf: { knownOn: "2031-03-03", validOn: "2031-03-03", basis: "recorded" },
    reading: { ...nothing, status: "suspended", entrySeq: 7, since: "2031-02", origins: 1, lastReviewed: "2031-03-01" },
  },
  {
    asOf: { knownOn: "2031-03-03", validOn: "2031-03-03", basis: "reported" },
    reading: {
      ...nothing,
      status: "in-force",
      entrySeq: 6,
      since: "2031-01-01",
      origins: 1,
      lastReviewed: "2030-10-01",
    },
  },
] as unknown as Expected[];

/** The stretches of the example's status, as known on 10 March 2031. */
export const exampleIntervals = [
  {
    status: "under-way",
    entrySeq: 2,
    from: "2030-04-30",
    fromPossible: "2030-04-01",
    until: "2030-06-20",
    untilPossible: "2030-06-10",
  },
  {
    status: "agreed-in-principle",
    entrySeq: 3,
    from: "2030-06-20",
    fromPossible: "2030-06-10",
    until: "2031-01-01",
    untilPossible: "2031-01-01",
  },
  { status: "in-force", entrySeq: 6, from: "2031-01-01", fromPossible: "2031-01-01", until: null, untilPossible: null },
] as unknown as StatusInterval[];
