import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EdtfError, findEdtf } from "./edtf.ts";
import {
  formatDay,
  formatDayShort,
  formatDayWithWeekday,
  formatEdtf,
  formatOn,
  formatShort,
  formatSince,
  formatWithFrom,
  formatWithSince,
} from "./edtf-text.ts";
import { addDays, Day } from "./time.ts";

const day = (text: string) => Day.parse(text);

type Row = [text: string, since: string, alone: string, short: string, on: string];

const DATES: Row[] = [
  ["2026-02-05", "since 5 February 2026", "5 February 2026", "5 Feb 2026", "on 5 February 2026"],
  ["2017-07-30~", "since c. 30 July 2017", "c. 30 July 2017", "c. 30 Jul 2017", "c. 30 July 2017"],
  [
    "2021-11-06?",
    "since 6 November 2021 (uncertain)",
    "6 November 2021 (uncertain)",
    "6 Nov 2021 (uncertain)",
    "on 6 November 2021 (uncertain)",
  ],
  [
    "2021-11-06%",
    "since c. 6 November 2021 (uncertain)",
    "c. 6 November 2021 (uncertain)",
    "c. 6 Nov 2021 (uncertain)",
    "c. 6 November 2021 (uncertain)",
  ],
  ["2017-07", "since July 2017", "July 2017", "Jul 2017", "in July 2017"],
  ["2018-09~", "since c. September 2018", "c. September 2018", "c. Sep 2018", "c. September 2018"],
  ["2021", "since 2021", "2021", "2021", "in 2021"],
  ["2014~", "since c. 2014", "c. 2014", "c. 2014", "c. 2014"],
  ["2014?", "since 2014 (uncertain)", "2014 (uncertain)", "2014 (uncertain)", "in 2014 (uncertain)"],
  ["201X", "since the 2010s", "the 2010s", "2010s", "in the 2010s"],
  ["201X~", "since c. 2010s", "c. 2010s", "c. 2010s", "c. 2010s"],
  ["201X?", "since the 2010s (uncertain)", "the 2010s (uncertain)", "2010s (uncertain)", "in the 2010s (uncertain)"],
  [
    "20XX",
    "between 2000 and 2099, year unknown",
    "2000 to 2099, year unknown",
    "2000–2099, year unknown",
    "between 2000 and 2099, year unknown",
  ],
  [
    "20XX~",
    "c. 2000 to 2099, year unknown",
    "c. 2000 to 2099, year unknown",
    "c. 2000–2099, year unknown",
    "c. 2000 to 2099, year unknown",
  ],
  ["2017-XX", "in 2017, month unknown", "2017, month unknown", "2017, month unknown", "in 2017, month unknown"],
  ["2017-XX~", "c. 2017, month unknown", "c. 2017, month unknown", "c. 2017, month unknown", "c. 2017, month unknown"],
  [
    "2017-XX-XX",
    "in 2017, month and day unknown",
    "2017, month and day unknown",
    "2017, month and day unknown",
    "in 2017, month and day unknown",
  ],
  [
    "2017-08-XX?",
    "in August 2017, day unknown (uncertain)",
    "August 2017, day unknown (uncertain)",
    "Aug 2017, day unknown (uncertain)",
    "in August 2017, day unknown (uncertain)",
  ],
  [
    "2017-21",
    "in spring 2017 (March to May)",
    "spring 2017 (March to May)",
    "spring 2017",
    "in spring 2017 (March to May)",
  ],
  [
    "2017-22~",
    "c. summer 2017 (June to August)",
    "c. summer 2017 (June to August)",
    "c. summer 2017",
    "c. summer 2017 (June to August)",
  ],
  [
    "2017-23?",
    "in autumn 2017 (September to November; uncertain)",
    "autumn 2017 (September to November; uncertain)",
    "autumn 2017 (uncertain)",
    "in autumn 2017 (September to November; uncertain)",
  ],
  [
    "2017-24",
    "in winter 2017/18 (December 2017 to February 2018)",
    "winter 2017/18 (December 2017 to February 2018)",
    "winter 2017/18",
    "in winter 2017/18 (December 2017 to February 2018)",
  ],
  [
    "1999-24",
    "in winter 1999/2000 (December 1999 to February 2000)",
    "winter 1999/2000 (December 1999 to February 2000)",
    "winter 1999/2000",
    "in winter 1999/2000 (December 1999 to February 2000)",
  ],
  ["0987-02-03", "since 3 February AD 987", "3 February AD 987", "3 Feb AD 987", "on 3 February AD 987"],
];

const SPANS: Row[] = [
  [
    "2025-04-01/2025-04-15",
    "begun between 1 and 15 April 2025",
    "1 to 15 April 2025",
    "1–15 Apr 2025",
    "between 1 and 15 April 2025",
  ],
  [
    "2025-03-28/2025-04-04",
    "begun between 28 March and 4 April 2025",
    "28 March to 4 April 2025",
    "28 Mar – 4 Apr 2025",
    "between 28 March and 4 April 2025",
  ],
  [
    "2024-12-28/2025-01-04",
    "begun between 28 December 2024 and 4 January 2025",
    "28 December 2024 to 4 January 2025",
    "28 Dec 2024 – 4 Jan 2025",
    "between 28 December 2024 and 4 January 2025",
  ],
  [
    "2025-04-01~/2025-04-15%",
    "begun between c. 1 and c. 15 April 2025 (end uncertain)",
    "c. 1 to c. 15 April 2025 (end uncertain)",
    "c. 1 – c. 15 Apr 2025 (end uncertain)",
    "between c. 1 and c. 15 April 2025 (end uncertain)",
  ],
  [
    "2025-04-01?/2025-04-15",
    "begun between 1 and 15 April 2025 (start uncertain)",
    "1 to 15 April 2025 (start uncertain)",
    "1–15 Apr 2025 (start uncertain)",
    "between 1 and 15 April 2025 (start uncertain)",
  ],
  [
    "2025-04-01?/2025-04-15?",
    "begun between 1 and 15 April 2025 (uncertain)",
    "1 to 15 April 2025 (uncertain)",
    "1–15 Apr 2025 (uncertain)",
    "between 1 and 15 April 2025 (uncertain)",
  ],
  [
    "2017-01/2017-06",
    "in the first half of 2017",
    "first half of 2017",
    "first half 2017",
    "in the first half of 2017",
  ],
  [
    "2017-07?/2017-12?",
    "in the second half of 2017 (uncertain)",
    "second half of 2017 (uncertain)",
    "second half 2017 (uncertain)",
    "in the second half of 2017 (uncertain)",
  ],
  [
    "2017-01~/2017-06",
    "begun between c. January and June 2017",
    "c. January to June 2017",
    "c. Jan – Jun 2017",
    "between c. January and June 2017",
  ],
  [
    "2020-06/2020-08",
    "begun between June and August 2020",
    "June to August 2020",
    "Jun–Aug 2020",
    "between June and August 2020",
  ],
  [
    "2017-08/2018-07",
    "begun between August 2017 and July 2018",
    "August 2017 to July 2018",
    "Aug 2017 – Jul 2018",
    "between August 2017 and July 2018",
  ],
  [
    "2017-03/2017-08-04",
    "begun between March and 4 August 2017",
    "March to 4 August 2017",
    "Mar – 4 Aug 2017",
    "between March and 4 August 2017",
  ],
  ["2014/2016~", "begun between 2014 and c. 2016", "2014 to c. 2016", "2014–c. 2016", "between 2014 and c. 2016"],
  [
    "2016/2017-08-04",
    "begun between 2016 and 4 August 2017",
    "2016 to 4 August 2017",
    "2016 – 4 Aug 2017",
    "between 2016 and 4 August 2017",
  ],
  [
    "199X/201X",
    "begun between the 1990s and the 2010s",
    "the 1990s to the 2010s",
    "1990s–2010s",
    "between the 1990s and the 2010s",
  ],
  ["19XX/20XX", "begun between 1900 and 2099", "1900 to 2099", "1900–2099", "between 1900 and 2099"],
  [
    "2017-21/2017-23",
    "begun between spring and autumn 2017",
    "spring to autumn 2017",
    "spring–autumn 2017",
    "between spring and autumn 2017",
  ],
  [
    "2017-23/2017-24",
    "begun between autumn 2017 and winter 2017/18",
    "autumn 2017 to winter 2017/18",
    "autumn 2017 – winter 2017/18",
    "between autumn 2017 and winter 2017/18",
  ],
  ["2017/2017-08-04", "in 2017, by 4 August", "2017, by 4 August", "2017, by 4 Aug", "in 2017, by 4 August"],
  ["2018/2018-07-05~", "in 2018, by c. 5 July", "2018, by c. 5 July", "2018, by c. 5 Jul", "in 2018, by c. 5 July"],
  [
    "2017~/2017-08-04?",
    "c. 2017, by 4 August (end uncertain)",
    "c. 2017, by 4 August (end uncertain)",
    "c. 2017, by 4 Aug (end uncertain)",
    "c. 2017, by 4 August (end uncertain)",
  ],
  [
    "2017/2017-08",
    "in 2017, by the end of August",
    "2017, by the end of August",
    "2017, by end Aug",
    "in 2017, by the end of August",
  ],
  [
    "2017-24/2018-01-15",
    "in winter 2017/18, by 15 January 2018",
    "winter 2017/18, by 15 January 2018",
    "winter 2017/18, by 15 Jan 2018",
    "in winter 2017/18, by 15 January 2018",
  ],
  [
    "201X/2015",
    "in the 2010s, by the end of 2015",
    "the 2010s, by the end of 2015",
    "2010s, by end 2015",
    "in the 2010s, by the end of 2015",
  ],
  [
    "2017-08-04/2017",
    "in 2017, not before 4 August",
    "2017, not before 4 August",
    "2017, not before 4 Aug",
    "in 2017, not before 4 August",
  ],
  ["2017/2017", "since 2017", "2017", "2017", "in 2017"],
  ["2017?/2017-XX~", "since c. 2017 (uncertain)", "c. 2017 (uncertain)", "c. 2017 (uncertain)", "c. 2017 (uncertain)"],
  ["2017-08-04/2017-08-04", "since 4 August 2017", "4 August 2017", "4 Aug 2017", "on 4 August 2017"],
  ["../2018-02-05", "by 5 February 2018", "by 5 February 2018", "by 5 Feb 2018", "by 5 February 2018"],
  ["/2018-02-05", "by 5 February 2018", "by 5 February 2018", "by 5 Feb 2018", "by 5 February 2018"],
  [
    "../2018-02-05?",
    "by 5 February 2018 (uncertain)",
    "by 5 February 2018 (uncertain)",
    "by 5 Feb 2018 (uncertain)",
    "by 5 February 2018 (uncertain)",
  ],
  ["../2018~", "by the end of c. 2018", "by the end of c. 2018", "by end c. 2018", "by the end of c. 2018"],
  ["../201X", "by the end of the 2010s", "by the end of the 2010s", "by end 2010s", "by the end of the 2010s"],
  ["../20XX", "by the end of 2099", "by the end of 2099", "by end 2099", "by the end of 2099"],
  [
    "../2018-02-XX",
    "by the end of February 2018",
    "by the end of February 2018",
    "by end Feb 2018",
    "by the end of February 2018",
  ],
  [
    "2016-12/..",
    "in December 2016 at the earliest",
    "December 2016 at the earliest",
    "Dec 2016 at the earliest",
    "in December 2016 at the earliest",
  ],
  [
    "2016-12-05/",
    "on 5 December 2016 at the earliest",
    "5 December 2016 at the earliest",
    "5 Dec 2016 at the earliest",
    "on 5 December 2016 at the earliest",
  ],
  [
    "2016%/..",
    "c. 2016 at the earliest (uncertain)",
    "c. 2016 at the earliest (uncertain)",
    "c. 2016 at the earliest (uncertain)",
    "c. 2016 at the earliest (uncertain)",
  ],
  [
    "2017-21/..",
    "in spring 2017 at the earliest",
    "spring 2017 at the earliest",
    "spring 2017 at the earliest",
    "in spring 2017 at the earliest",
  ],
  ["20XX/..", "in 2000 at the earliest", "2000 at the earliest", "2000 at the earliest", "in 2000 at the earliest"],
];

describe("a date in words", () => {
  it.each([...DATES, ...SPANS])("%s is %s", (text, since, alone, short, on) => {
    expect([formatSince(text), formatEdtf(text), formatShort(text), formatOn(text)]).toEqual([since, alone, short, on]);
  });

  it.each([
    ["2017-08-06", "stalled since 6 August 2017", "stalled from 6 August 2017"],
    ["2022-04-30~", "stalled since c. 30 April 2022", "stalled from c. 30 April 2022"],
    [
      "2025-04-01/2025-04-15",
      "stalled, begun between 1 and 15 April 2025",
      "stalled, begun between 1 and 15 April 2025",
    ],
    ["../2018-02-05", "stalled by 5 February 2018", "stalled by 5 February 2018"],
  ])("behind a status %s is said as what goes on, and as a beginning", (text, since, from) => {
    expect([formatWithSince("stalled", text), formatWithFrom("stalled", text)]).toEqual([since, from]);
  });

  it("is refused where it is no date", () => {
    for (const format of [formatSince, formatEdtf, formatShort, formatOn]) {
      expect(() => format("2017-02-30")).toThrow(new EdtfError("no such day: 2017-02-30"));
    }
  });

  it("is plain for every legal date: no gap, no EDTF sign, no missing word, every qualifier said", () => {
    const part = fc.constantFrom(
      ..."0007 0987 1999 2017 201X 20XX 2017-08 2017-XX 2017-XX-XX 2017-08-XX 2017-08-04 2017-12-31".split(" "),
      ..."2018-01-05 2017-21 2017-22 2017-23 2017-24 1999-24".split(" "),
    );
    const date = fc.tuple(part, fc.constantFrom("", "?", "~", "%")).map((parts) => parts.join(""));
    const end = fc.oneof(date, fc.constantFrom("", ".."));
    const legal = fc
      .oneof(
        date,
        fc.tuple(end, end).map((ends) => ends.join("/")),
      )
      .filter((text) => findEdtf(text) !== null);
    fc.assert(
      fc.property(legal, (text) => {
        for (const format of [formatSince, formatEdtf, formatShort, formatOn]) {
          const words = format(text);
          expect(words).not.toMatch(
            /undefined|null|NaN|[~?%X]| {2}|^ | $|\b0\d|\b(in|on|since|by|of|and) (in|on|since|by|c\. the)\b/,
          );
          expect(/c\. /.test(words)).toBe(/[~%]/.test(text));
          expect(/uncertain/.test(words)).toBe(/[?%]/.test(text));
        }
        expect(formatOn(text)).toMatch(/^(on|in|between|by|c\.) /);
        expect(formatSince(text)).toMatch(/^(since|begun between|between|in|on|by|c\.) /);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a day in words", () => {
  it.each([
    ["2026-02-05", "5 February 2026", "5 Feb 2026", "5 February 2026, Thursday"],
    ["2021-01-31", "31 January 2021", "31 Jan 2021", "31 January 2021, Sunday"],
    ["2017-08-07", "7 August 2017", "7 Aug 2017", "7 August 2017, Monday"],
    ["2000-02-29", "29 February 2000", "29 Feb 2000", "29 February 2000, Tuesday"],
    ["9999-12-31", "31 December 9999", "31 Dec 9999", "31 December 9999, Friday"],
    ["0001-01-01", "1 January AD 1", "1 Jan AD 1", "1 January AD 1, Monday"],
  ])("%s is %s", (text, long, short, withWeekday) => {
    expect([formatDay(day(text)), formatDayShort(day(text)), formatDayWithWeekday(day(text))]).toEqual([
      long,
      short,
      withWeekday,
    ]);
  });

  it("reads as Intl writes it in British English", () => {
    const long = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" });
    const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "long", timeZone: "UTC" });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 150_000 }), (n) => {
        const on = addDays(day("1800-01-01"), n);
        expect(formatDay(on)).toBe(long.format(new Date(on)));
        expect(formatDayWithWeekday(on)).toBe(`${long.format(new Date(on))}, ${weekday.format(new Date(on))}`);
      }),
    );
  });
});
