import type { AttentionItem, Overview } from "@readout/core/overview";
import { describe, expect, it } from "vitest";
import { attentionLines } from "./attention.ts";
import { overviewSentence, plainSentence } from "./sentence.ts";

const named = (id: string) => ({ itemId: id, title: `Item ${id}`, statusSubject: "the talks" });

const attentionItem = (id: string, parts: Partial<AttentionItem> = {}): AttentionItem =>
  ({
    ...named(id),
    phase: "open",
    passedDates: [],
    fallsDue: [],
    disagreements: [],
    possibly: null,
    singleOrigin: null,
    lastReviewed: null,
    reviewEveryDays: 180,
    ...parts,
  }) as AttentionItem;

function overviewOf(parts: {
  counts?: Partial<Overview["counts"]>;
  review?: Partial<Overview["review"]>;
  attention?: Partial<Overview["attention"]["counts"]>;
  items?: AttentionItem[];
  moved?: Overview["moved"];
  due?: number;
  passed?: Overview["passed"];
}): Overview {
  const none = { passedDates: 0, fallsDue: 0, disagreements: 0, possibly: 0, singleOrigin: 0, notReviewed: 0 };
  return {
    asOf: { knownOn: "2026-11-21", validOn: "2026-11-21", basis: "reported" },
    counts: {
      total: 33,
      open: 13,
      families: { talk: 1, commitment: 2, motion: 6, trouble: 4, end: 20 },
      statuses: [],
      possiblyBegun: 0,
      notYetRaised: 0,
      ...parts.counts,
    },
    review: { items: 0, everyDays: 180, oldest: null, nextDueOn: null, ...parts.review },
    moved: parts.moved ?? [],
    fallsDue: { withinThirtyDays: parts.due ?? 0, next: [] },
    passed: parts.passed ?? { dates: 0, onEnded: 0, last: [] },
    attention: { counts: { ...none, ...parts.attention }, items: parts.items ?? [] },
    newestSingleOrigin: null,
  } as unknown as Overview;
}

const sentence = (overview: Overview) => plainSentence(overviewSentence(overview)).replaceAll("\u00a0", " ");

describe("the sentence of the first page", () => {
  it("tells what is open, when it was looked at, what moved and what falls due", () => {
    const moved = [
      {
        ...named("a"),
        title: "Extension",
        statusSubject: "the treaty",
        before: "suspended",
        after: "lapsed",
        effective: "2026-02-05",
        entrySeq: 9,
        source: null,
      },
    ];
    expect(sentence(overviewOf({ review: { items: 13 }, moved: moved as Overview["moved"] }))).toBe(
      "13 of 33 items are open, and none of them has been reviewed in the last 180 days. The last to move was Extension: " +
        "the treaty, lapsed on 5 February 2026. Nothing falls due within thirty days.",
    );
  });

  it.each([
    [{ counts: { total: 0, open: 0 } }, "Nothing is followed yet."],
    [{ counts: { open: 0, notYetRaised: 33 } }, "Nothing was known yet: none of 33 items had been raised."],
    [{ counts: { open: 0 } }, "None of 33 items is open. Nothing falls due within thirty days."],
    [
      { counts: { open: 1 }, review: { items: 1 }, due: 1 },
      "1 of 33 items is open, and nobody has reviewed it in the last 180 days. One date falls due within thirty days.",
    ],
    [
      { review: { items: 1 }, due: 2 },
      "13 of 33 items are open, and 1 of them has not been reviewed in the last 180 days. Two dates fall due within thirty days.",
    ],
    [
      { review: { items: 0, nextDueOn: "2026-12-01" } },
      "13 of 33 items are open, each reviewed in time; the next review is due on 1 December 2026. Nothing falls due within thirty days.",
    ],
    [
      { counts: { notYetRaised: 8 } },
      "13 of 33 items are open, each reviewed in time; eight are not yet raised. Nothing falls due within thirty days.",
    ],
  ])("%j", (parts, words) => {
    expect(sentence(overviewOf(parts as Parameters<typeof overviewOf>[0]))).toBe(words);
  });

  it("makes every claim about the record a link", () => {
    const claims = overviewSentence(overviewOf({ review: { items: 13 } })).filter((piece) => typeof piece !== "string");
    expect(claims).toEqual([
      { words: "13 of 33 items", href: "/items?phase=open" },
      { words: "none of them", href: "#attention" },
      { words: "Nothing falls due", href: "/calendar" },
    ]);
  });
});

describe("what needs attention", () => {
  const origin = { origin: "tass", publisher: "TASS" };
  const dispute = { id: "d", type: "status", summary: "", passages: [] };

  it("a reason true for all open items stands first and is not said again", () => {
    const items = [
      attentionItem("a", {
        lastReviewed: "2017-08-04",
        disagreements: [dispute, dispute],
      } as unknown as Partial<AttentionItem>),
    ];
    const lines = attentionLines(
      overviewOf({ review: { items: 13 }, attention: { notReviewed: 13, disagreements: 1 }, items }),
    );
    expect(lines.map(({ title }) => title)).toEqual(["All 13 open items", "Item a"]);
    expect(lines[1]?.reasons).toEqual([
      { kind: "disagreements", strong: "Sources disagree", rest: " on two points, neither settled" },
    ]);
  });

  it("a reason shared by more than a third is one line for those not named before", () => {
    const items = [
      attentionItem("a", { disagreements: [dispute], singleOrigin: origin } as Partial<AttentionItem>),
      attentionItem("b", { singleOrigin: origin } as Partial<AttentionItem>),
    ];
    const lines = attentionLines(overviewOf({ attention: { disagreements: 1, singleOrigin: 9 }, items }));
    expect(lines.map(({ title, reasons }) => [title, reasons.map(({ strong }) => strong)])).toEqual([
      ["Item a", ["Sources disagree", "Single origin"]],
      ["8 more open items", ["Single origin."]],
    ]);
  });

  it("a reason of a third or fewer is told at each item", () => {
    const items = ["a", "b", "c", "d"].map((id) =>
      attentionItem(id, { singleOrigin: origin } as Partial<AttentionItem>),
    );
    const lines = attentionLines(overviewOf({ attention: { singleOrigin: 4 }, items }));
    expect(lines.map(({ title }) => title)).toEqual(["Item a", "Item b", "Item c", "Item d"]);
  });

  it("stays short however many items have reasons of their own", () => {
    const items = Array.from({ length: 20 }, (_, i) =>
      attentionItem(`i${i}`, { disagreements: [dispute] } as Partial<AttentionItem>),
    );
    const lines = attentionLines(overviewOf({ counts: { open: 100 }, attention: { disagreements: 20 }, items }));
    expect(lines).toHaveLength(9);
    expect(lines.at(-1)?.title).toBe("12 more open items");
  });

  it("says nothing when nothing holds", () => {
    expect(attentionLines(overviewOf({}))).toEqual([]);
  });

  it("dates that passed on ended items are one line at the end", () => {
    const lines = attentionLines(overviewOf({ passed: { dates: 12, onEnded: 10, last: [] } }));
    expect(lines.map(({ title }) => title)).toEqual(["10 passed dates"]);
  });
});
