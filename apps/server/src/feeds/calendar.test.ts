import { fileURLToPath } from "node:url";
import { loadDataset } from "@readout/api/server";
import { boundsOf } from "@readout/core/edtf";
import type { CalendarMilestone, Milestone } from "@readout/core/milestone";
import { addDays, type Day } from "@readout/core/time";
import fc from "fast-check";
import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { type ApiServer, openApiServer } from "../testing/api-server.ts";
import { calendarOf, daysTaken } from "./calendar.ts";

describe("the days that a date takes", () => {
  it.each([
    ["2017-09-01", "2017-09-01", "2017-09-01"],
    ["2017-08", "2017-08-01", "2017-08-31"],
    ["2017-08-05/2017-08-06", "2017-08-05", "2017-08-06"],
    ["2026", "2026-12-31", "2026-12-31"],
    ["../2018-02-05", "2018-02-05", "2018-02-05"],
    ["2016-12/..", "2016-12-01", "2016-12-01"],
  ])("%s takes %s to %s", (date, first, last) => {
    expect(daysTaken(date)).toEqual({ first, last });
  });
});

type Event = { uid: string; summary: string; first: string; last: string; sequence: number; event: ICAL.Component };

/** The events of a calendar, read by another library; `last` is the last day, not the one after it. */
function eventsOf(text: string): Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  return calendar.getAllSubcomponents("vevent").map((event) => {
    const day = (name: string) => event.getFirstPropertyValue(name) as ICAL.Time;
    expect([day("dtstart").isDate, day("dtend").isDate]).toEqual([true, true]);
    return {
      uid: String(event.getFirstPropertyValue("uid")),
      summary: String(event.getFirstPropertyValue("summary")),
      first: day("dtstart").toString(),
      last: addDays(day("dtend").toString() as Day, -1),
      sequence: Number(event.getFirstPropertyValue("sequence")),
      event,
    };
  });
}

const aMilestone = (fields: Partial<CalendarMilestone> = {}): CalendarMilestone =>
  ({
    ...{ itemId: "bridge", itemTitle: "Bridge", statusSubject: "the bridge", tags: ["ferries"], ordinal: 1 },
    ...{ date: "2027-03-01", kind: "deadline", what: "opening", entrySeq: null, version: 1, verdict: null },
    ...{ revision: 0, revisedAt: "2026-11-21T10:00:00.000Z", ...fields },
  }) as CalendarMilestone;

const frame = { name: "Readout: dates", url: "https://readout.example" };

test("any title and any word comes back from another library as it stood, on one line", () => {
  const words = fc.string({ unit: "binary", minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(words, words, words, (title, what, note) => {
      const verdict = {
        verdict: "met",
        movedTo: null,
        entrySeq: null,
        note,
        decidedOn: "2026-11-21",
      } as Milestone["verdict"];
      const text = calendarOf(frame, [aMilestone({ itemTitle: title, what, verdict })]);
      for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      const [event, ...others] = eventsOf(text);
      expect(others).toEqual([]);
      expect(event!.summary).toBe(held(`${title}: ${what} (met)`));
    }),
    { numRuns: 100 },
  );
});

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a calendar cannot hold
const unheld = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const held = (text: string) => text.replace(/\s+/g, " ").replace(unheld, "\uFFFD");

test("a moved milestone keeps its name, takes its new date and a higher number", () => {
  const before = eventsOf(calendarOf(frame, [aMilestone()]))[0]!;
  const verdict = { verdict: "moved", movedTo: "2027-06", entrySeq: null, note: null, decidedOn: "2026-12-01" };
  const after = eventsOf(calendarOf(frame, [aMilestone({ revision: 1, verdict: verdict as never })]))[0]!;
  expect([before.first, before.last, before.sequence]).toEqual(["2027-03-01", "2027-03-01", 0]);
  expect([after.first, after.last, after.sequence]).toEqual(["2027-06-01", "2027-06-30", 1]);
  expect([after.uid, after.uid]).toEqual([before.uid, "milestone-1.bridge@readout.example"]);
  expect(String(after.event.getFirstPropertyValue("description"))).toContain("moved from 1 Mar 2027: June 2027");
  expect(String(after.event.getFirstPropertyValue("status"))).toBe("CONFIRMED");
});

describe("the calendar of the data set", () => {
  let server: ApiServer;
  beforeAll(async () => {
    server = await openApiServer({ now: "2026-11-21T10:00:00Z" });
    await loadDataset(server.context.db, fileURLToPath(new URL("../../../../prisma/dataset", import.meta.url)));
  });
  afterAll(() => server.close());

  const take = async (query = "") => {
    const response = await fetch(`${server.url}/calendar.ics${query}`);
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
    return eventsOf(await response.text());
  };

  test("holds every milestone once, on the days that it may fall on, with what became of it", async () => {
    const events = new Map((await take()).map((event) => [event.uid, event]));
    const { milestones } = (await server.ask("/milestones?limit=200")).json;
    expect(events.size).toBe(milestones.length);
    for (const { itemId, ordinal, itemTitle, what, date, verdict } of milestones) {
      const event = events.get(`milestone-${ordinal}.${itemId}@readout.test`)!;
      expect(event.summary).toContain(`${itemTitle}: ${what}`);
      const due = verdict?.movedTo ?? date;
      expect(event.last).toBe(boundsOf(due).latest ?? boundsOf(due).earliest);
      expect(String(event.event.getFirstPropertyValue("url"))).toBe(`http://readout.test/items/${itemId}#dates`);
      expect(event.event.getFirstPropertyValue("dtstamp")).not.toBeNull();
      expect(event.event.getAllSubcomponents("valarm")).toEqual([]);
    }
  });

  test("is narrowed by item and by tag, and follows a verdict", async () => {
    const own = await take("?itemId=us-staff-cut-execution");
    const { milestones } = (await server.ask("/milestones?itemId=us-staff-cut-execution")).json;
    expect(own.map(({ uid }) => uid).sort()).toEqual(
      milestones.map(({ ordinal }: Milestone) => `milestone-${ordinal}.us-staff-cut-execution@readout.test`).sort(),
    );
    const tagged = await take("?tag=arms-control");
    const items = (await server.ask("/items?tag=arms-control&limit=200")).json.items.map(
      ({ id }: { id: string }) => id,
    );
    expect(tagged.length).toBeGreaterThan(0);
    for (const { uid } of tagged) expect(items).toContain(uid.replace(/^milestone-\d+\./, "").replace(/@.*$/, ""));
    const decided = await server.ask("/items/us-staff-cut-execution/milestones/1/verdicts", {
      body: { verdict: "missed" },
    });
    expect(decided.status).toBe(201);
    const after = (await take("?itemId=us-staff-cut-execution")).find(({ uid }) => uid.startsWith("milestone-1."))!;
    const before = own.find(({ uid }) => uid === after.uid)!;
    expect(after.sequence).toBe(before.sequence + 1);
    expect(after.summary).toContain("(missed)");
  });
});
