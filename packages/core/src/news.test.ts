import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryLedger } from "./arbitrary-ledger.ts";
import { type AmendsOfItem, amendsContent, digestContent, oneLine } from "./digest-words.ts";
import type { Entry } from "./entry.ts";
import type { Milestone } from "./milestone.ts";
import { amendsOf, type ItemRecord, type NewsEvent, newsOf, type Told, type ToldValue, toldValueOf } from "./news.ts";
import { type Instant, startOfDay } from "./time.ts";
import { factsOf } from "./visible.ts";

const now = "2020-06-01T06:00:00.000Z" as Instant;
const names = new Map([["courier", { publisher: "Strait Courier", published: "2020-01-01" }]]);

const recordOf = (ledger: readonly Entry[], milestones: ItemRecord["milestones"] = []): ItemRecord => ({
  ...{ id: "bridge", title: "Bridge", question: "Will it open?", statusSubject: "the bridge" },
  ...{ tags: [], ownerSide: null, parties: [], ledger, milestones },
});

/** Each entry is an event of its own, in order. */
const eventsOf = (ledger: readonly Entry[]): NewsEvent[] =>
  ledger.map(({ seq, recorded }) => ({ id: String(seq), type: "entry.recorded", seq, ordinal: null, at: recorded }));

type Round = { news: ReturnType<typeof newsOf>; amends: ReturnType<typeof amendsOf> };

/** Somebody who begins to watch after `begins` entries and gets a message after each of `stops` entries. */
function live(ledger: readonly Entry[], begins: number, stops: readonly number[], reviews: boolean) {
  const told: Told[] = [];
  const rounds: Round[] = [];
  let cursor = begins;
  for (const stop of [...new Set([...stops, ledger.length])].filter((at) => at >= begins).sort((a, b) => a - b)) {
    const record = recordOf(ledger.slice(0, stop));
    const events = eventsOf(record.ledger).slice(cursor);
    const amends = amendsOf(record, events, told, { now });
    const keep = (tells: readonly Omit<Told, "at" | "arrived">[]) =>
      told.push(...tells.map((one) => ({ ...one, at: now, arrived: true })));
    keep(amends?.tells ?? []);
    const news = newsOf(record, events, told, { now, reviews });
    keep(news?.tells ?? []);
    rounds.push({ news, amends });
    cursor = stop;
  }
  return { told, rounds };
}

/** The ledgers of the other laws leave out which passage is cited; a message names it. */
const cited = (ledger: Entry[]): Entry[] =>
  ledger.map((entry) =>
    "evidence" in entry
      ? ({
          ...entry,
          evidence: entry.evidence.map((one) => ({ ...one, sourceId: "courier", paragraphs: [1] })),
        } as Entry)
      : entry,
  );

const lives = fc.record({
  ledger: arbitraryLedger().map(cited),
  begins: fc.nat(6),
  stops: fc.array(fc.nat(14), { maxLength: 6 }),
  reviews: fc.boolean(),
});

describe("whatever is recorded and whenever somebody is told", () => {
  test("no event is told twice", () => {
    fc.assert(
      fc.property(lives, ({ ledger, begins, stops, reviews }) => {
        const { told } = live(ledger, Math.min(begins, ledger.length), stops, reviews);
        expect(new Set(told.map(({ eventId }) => eventId)).size).toBe(told.length);
      }),
    );
  });

  test("a round that is repeated tells nothing more", () => {
    fc.assert(
      fc.property(lives, ({ ledger, begins, stops, reviews }) => {
        const from = Math.min(begins, ledger.length);
        const { told } = live(ledger, from, stops, reviews);
        const events = eventsOf(ledger).slice(from);
        expect(amendsOf(recordOf(ledger), events, told, { now })).toBeNull();
        expect(newsOf(recordOf(ledger), events, told, { now, reviews })).toBeNull();
      }),
    );
  });

  test("nothing is lost: each entry recorded since is told, unless it was taken back before or is a look nobody asked for", () => {
    fc.assert(
      fc.property(lives, ({ ledger, begins, stops, reviews }) => {
        const from = Math.min(begins, ledger.length);
        const { told } = live(ledger, from, stops, reviews);
        const about = new Set(told.map(({ seq }) => seq));
        for (const fact of factsOf(ledger)) {
          if (fact.seq <= from || (fact.kind === "review" && !reviews)) continue;
          if (fact.retractedBy === null) expect(about).toContain(fact.seq);
        }
      }),
    );
  });

  test("whoever was told of an entry knows in the end what it says now, and each difference took one correction", () => {
    fc.assert(
      fc.property(lives, ({ ledger, begins, stops, reviews }) => {
        const { told, rounds } = live(ledger, Math.min(begins, ledger.length), stops, reviews);
        const current = new Map<number, ToldValue>(factsOf(ledger).map((fact) => [fact.seq, toldValueOf(fact)]));
        const last = new Map<number, Told>();
        for (const one of told) last.set(one.seq!, one);
        for (const [seq, one] of last) expect(one.value).toEqual(current.get(seq));
        for (const { amends, news } of rounds)
          for (const line of amends?.lines ?? []) {
            expect(line.now).not.toEqual(line.told.value);
            const newsAbout = (news?.tells ?? []).filter(({ seq }) => seq === line.told.seq);
            expect(newsAbout).toEqual([]);
          }
      }),
    );
  });

  test("a correction notice goes only to who was told the old value", () => {
    fc.assert(
      fc.property(lives, ({ ledger, begins, stops, reviews }) => {
        const from = Math.min(begins, ledger.length);
        const { told, rounds } = live(ledger, from, stops, reviews);
        for (const { amends } of rounds)
          for (const { told: before } of amends?.lines ?? [])
            expect(told.some(({ eventId, value }) => eventId === before.eventId && value === before.value)).toBe(true);
        // Told in one go after everything was recorded, nobody was told anything wrong.
        expect(live(ledger, from, [], reviews).rounds.every(({ amends }) => amends === null)).toBe(true);
      }),
    );
  });

  test("every message can be put in words, on one line where it has to be", () => {
    fc.assert(
      fc.property(lives, ({ ledger, begins, stops, reviews }) => {
        for (const { news, amends } of live(ledger, Math.min(begins, ledger.length), stops, reviews).rounds) {
          const record = recordOf(ledger);
          const contents = [
            ...(news === null ? [] : [digestContent([{ record, news, watches: [] }], names)]),
            ...(amends === null || amends.lines.length === 0 ? [] : [amendsContent([{ record, amends }], names)]),
          ];
          for (const { subject, blocks } of contents) {
            expect(subject).toMatch(/^\P{C}+$/u);
            expect(blocks[0]!.claims.length).toBeGreaterThan(0);
          }
        }
      }),
    );
  });
});

test.each([
  ["Bridge\r\nBcc: all@example.org", "Bridge Bcc: all@example.org"],
  ["a\u0000b\u2028c\u202ed", "a b c d"],
  ["  spaced \t out ", "spaced out"],
])("a title becomes one line of what can be seen", (title, line) => {
  expect(oneLine(title)).toBe(line);
});

const change = (seq: number, fields: Record<string, unknown>): Entry =>
  ({
    ...{
      itemId: "bridge",
      seq,
      kind: "change",
      reported: "2020-01-01",
      evidence: [],
      noEvidence: "known",
      answer: null,
    },
    ...{ recorded: startOfDay("2020-05-01" as never), correctedBy: null, retractedBy: null },
    ...fields,
  }) as unknown as Entry;
const amending = (seq: number, fields: Record<string, unknown>): Entry =>
  change(seq, { kind: "correction", reason: "the wrong year was typed", lookedOn: null, note: null, ...fields });

const scheduled = { status: "scheduled", effective: "2020-02-01", summary: "A day was named." };
const stalled = { status: "stalled", effective: "2020-04-01", summary: "Nothing moves." };

test("a digest says before and after, and each entry with its place", () => {
  const ledger = [change(1, scheduled), change(2, stalled)];
  const news = newsOf(recordOf(ledger), eventsOf(ledger).slice(1), [], { now, reviews: false })!;
  const content = digestContent([{ record: recordOf(ledger), news, watches: [] }], names);
  expect(content.subject).toBe("Bridge: stalled");
  expect(content.opening).toBe("1 item you watch moved.");
  expect(content.blocks[0]).toMatchObject({
    title: { words: "Bridge", href: "/items/bridge" },
    sentence: "Scheduled → stalled, since 1 April 2020: the bridge.",
    claims: [{ words: "Stalled, since 1 April 2020. Nothing moves.", href: "/items/bridge#entry-2" }],
  });
});

test("an entry that was corrected before anybody was told is told once, in its corrected form", () => {
  const ledger = [change(1, scheduled), amending(2, { corrects: 1, ...stalled })];
  const news = newsOf(recordOf(ledger), eventsOf(ledger), [], { now, reviews: false })!;
  expect(news.lines).toHaveLength(1);
  expect(news.lines[0]).toMatchObject({ kind: "entry", fact: { seq: 1, status: "stalled" } });
  expect(news.tells.map(({ eventId }) => eventId)).toEqual(["1", "2"]);
});

test("a correction notice says what was told, on which day, what it should have said, and why", () => {
  const before = [change(1, scheduled)];
  const { told } = live(before, 0, [], false);
  const ledger = [...before, amending(2, { corrects: 1, ...scheduled, effective: "2019-02-01" })];
  const amends = amendsOf(recordOf(ledger), eventsOf(ledger).slice(1), told, { now })!;
  const item: AmendsOfItem = { record: recordOf(ledger), amends };
  expect(amendsContent([item], names)).toMatchObject({
    subject: "Correction: Bridge",
    blocks: [
      {
        claims: [
          {
            words:
              "On 1 June 2020 we told you: “Scheduled, since 1 February 2020. A day was named.” It should have said: “Scheduled, since 1 February 2019. A day was named.” The reason: the wrong year was typed",
          },
        ],
      },
    ],
  });
});

test("what a message said that never arrived was not told: its correction is news", () => {
  const ledger = [change(1, scheduled), amending(2, { corrects: 1, ...stalled })];
  const told = live(ledger.slice(0, 1), 0, [], false).told.map((one) => ({ ...one, arrived: false }));
  const events = eventsOf(ledger);
  expect(amendsOf(recordOf(ledger), events, told, { now })).toBeNull();
  expect(newsOf(recordOf(ledger), events, told, { now, reviews: false })!.lines[0]).toMatchObject({
    kind: "corrected",
    fact: { seq: 1, status: "stalled" },
  });
});

describe("a milestone", () => {
  const milestone = (verdict: Partial<NonNullable<Milestone["verdict"]>> | null) => ({
    ...{
      itemId: "bridge",
      ordinal: 1,
      date: "2020-09-01",
      kind: "deadline",
      what: "Opening",
      entrySeq: null,
      version: 1,
    },
    recordedAt: "2020-01-01T00:00:00.000Z",
    verdict:
      verdict === null ? null : { movedTo: null, entrySeq: null, note: null, decidedOn: "2020-05-01", ...verdict },
  });
  const event = (id: string): NewsEvent => ({ id, type: "milestone.edited", seq: null, ordinal: 1, at: now });
  const seen = (verdict: Parameters<typeof milestone>[0], id: string, told: Told[]) => {
    const record = recordOf([], [milestone(verdict)] as unknown as ItemRecord["milestones"]);
    const amends = amendsOf(record, [event(id)], told, { now });
    const news = newsOf(record, [event(id)], told, { now, reviews: false });
    told.push(...[...(amends?.tells ?? []), ...(news?.tells ?? [])].map((one) => ({ ...one, at: now, arrived: true })));
    return amends !== null ? "amends" : news !== null ? "news" : null;
  };

  test("that was moved and then met is news twice; a verdict that is replaced is a correction", () => {
    const told: Told[] = [];
    expect(seen({ verdict: "moved", movedTo: "2020-10-01" as never }, "1", told)).toBe("news");
    expect(seen({ verdict: "met" }, "2", told)).toBe("news");
    expect(seen({ verdict: "missed", note: "it opened a day late" }, "3", told)).toBe("amends");
    expect(seen({ verdict: "missed", note: "it opened a day late" }, "3", told)).toBeNull();
  });
});
