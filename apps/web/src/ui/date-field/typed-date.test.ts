import { findEdtf, parseEdtf } from "@readout/core/edtf";
import { formatEdtf, formatOn, formatShort, formatSince } from "@readout/core/edtf-text";
import type { Day } from "@readout/core/time";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DateContext, isReadDate, readTypedDate, wordsTyped } from "./typed-date.ts";

const today = "2026-11-21" as Day;
/** An article of Monday, 7 August 2017, read much later. */
const article: DateContext = { today, use: "effective", written: "2017-08-07" as Day };

/** The same day, while it is today. */
const monday: DateContext = { today: "2017-08-07" as Day, use: "any" };

const read = (text: string, context: DateContext = article) => {
  const typed = readTypedDate(text, context);
  return isReadDate(typed) ? typed.edtf : typed.refusal;
};

const instead = (text: string, context: DateContext = article) =>
  readTypedDate(text, context).suggestions.map(({ text: taken }) => taken);

describe("a date as people write it", () => {
  it.each([
    // days
    ["6 August 2017", "2017-08-06"],
    ["6 Aug 2017.", "2017-08-06"],
    ["Aug 6, 2017", "2017-08-06"],
    ["6th of August, 2017", "2017-08-06"],
    ["August the 6th 2017", "2017-08-06"],
    ["6\u00a0August\u00a02017", "2017-08-06"],
    ["on 6 sept 2017", "2017-09-06"],
    ["6 Aug '17", "2017-08-06"],
    ["6 August '98", "1998-08-06"],
    ["Sunday, 6 August 2017", "2017-08-06"],
    ["31 January 2021, Sunday", "2021-01-31"],
    ["6.8.2017", "2017-08-06"],
    ["6. August 2017", "2017-08-06"],
    ["13/8/2017", "2017-08-13"],
    ["8/13/2017", "2017-08-13"],
    ["6/6/2017", "2017-06-06"],
    ["2017/08/06", "2017-08-06"],
    // months, years and their parts
    ["August 2017", "2017-08"],
    ["in August, 2017", "2017-08"],
    ["08/2017", "2017-08"],
    ["2017", "2017"],
    ["late July 2017", "2017-07-21/2017-07-31"],
    ["late February 2016", "2016-02-21/2016-02-29"],
    ["early July 2017", "2017-07-01/2017-07-10"],
    ["mid-July 2017", "2017-07-11/2017-07-20"],
    ["the middle of July 2017", "2017-07-11/2017-07-20"],
    ["at the end of July 2017", "2017-07-21/2017-07-31"],
    ["second half of July 2017", "2017-07-16/2017-07-31"],
    ["the first week of August 2017", "2017-08-01/2017-08-07"],
    ["last week of August 2017", "2017-08-25/2017-08-31"],
    ["early 2016", "2016-01/2016-04"],
    ["mid-2026", "2026-05/2026-08"],
    ["late in 2016", "2016-09/2016-12"],
    ["first half of 2017", "2017-01/2017-06"],
    ["H2 2017", "2017-07/2017-12"],
    ["Q3 2027", "2027-07/2027-09"],
    ["2027 Q3", "2027-07/2027-09"],
    ["third quarter of 2027", "2027-07/2027-09"],
    ["the last quarter of 2027", "2027-10/2027-12"],
    ["spring 2027", "2027-21"],
    ["fall of 2027", "2027-23"],
    ["winter 2017/18", "2017-24"],
    ["winter 2017", "2017-24"],
    ["the 2010s", "201X"],
    ["mid-2010s", "2014/2016"],
    ["some day in August 2017", "2017-08-XX"],
    // qualifiers
    ["c. 2014", "2014~"],
    ["ca 2014", "2014~"],
    ["about 30 July 2017", "2017-07-30~"],
    ["in around September 2018", "2018-09~"],
    ["uncertain 6 Nov 2021", "2021-11-06?"],
    ["6 Nov 2021 ?", "2021-11-06?"],
    ["possibly about 6 November 2021", "2021-11-06%"],
    ["c. early July 2017", "2017-07-01~/2017-07-10~"],
    // spans
    ["1-15 April 2025", "2025-04-01/2025-04-15"],
    ["1 – 15 April 2025", "2025-04-01/2025-04-15"],
    ["April 1-15, 2025", "2025-04-01/2025-04-15"],
    ["1st to 15th April 2025", "2025-04-01/2025-04-15"],
    ["5 or 6 August 2017", "2017-08-05/2017-08-06"],
    ["between 21 and 31 July 2017", "2017-07-21/2017-07-31"],
    ["from 28 March to 4 April 2025", "2025-03-28/2025-04-04"],
    ["between late June and mid-July 2017", "2017-06-21/2017-07-20"],
    ["28 December to 4 January 2025", "2024-12-28/2025-01-04"],
    ["December 2024 to January", "2024-12/2025-01"],
    ["June–August 2020", "2020-06/2020-08"],
    ["2014-2016", "2014/2016"],
    ["weekend of 5 August 2017", "2017-08-05/2017-08-06"],
    ["the weekend of 6 August 2017", "2017-08-05/2017-08-06"],
    ["week of 9 August 2017", "2017-08-07/2017-08-13"],
    // limits
    ["by 5 February 2018", "../2018-02-05"],
    ["no later than 5 February 2018", "../2018-02-05"],
    ["5 February 2018 at the latest", "../2018-02-05"],
    ["by 2018-02-05", "../2018-02-05"],
    ["by the end of August 2017", "../2017-08"],
    ["by mid-July 2017", "../2017-07-20"],
    ["before 5 February 2018", "../2018-02-04"],
    ["before March 2018", "../2018-02"],
    ["before 2018", "../2017"],
    ["before the 2010s", "../2009"],
    ["in 2017, by 4 August", "2017/2017-08-04"],
    ["2017, before 4 August", "2017/2017-08-03"],
    ["2017 but not before 4 August", "2017-08-04/2017"],
    ["in 2017, after 4 August", "2017-08-05/2017"],
    ["December 2016 at the earliest", "2016-12/.."],
    ["from December 2016 at the earliest", "2016-12/.."],
    ["no earlier than 5 February 2018", "2018-02-05/.."],
    ["after December 2016", "2017-01/.."],
    ["after 31 December 2016", "2017-01-01/.."],
    ["since 2019", "2019"],
    ["from 25 August 2017 on", "2017-08-25"],
    // EDTF as such
    ["2017-08-06", "2017-08-06"],
    [" 2017-07-30~ ", "2017-07-30~"],
    ["201X", "201X"],
    ["201x", "201X"],
    ["2017-XX-XX", "2017-XX-XX"],
    ["2017-21", "2017-21"],
    ["2017/2017-08-04", "2017/2017-08-04"],
    ["../2018-02-05", "../2018-02-05"],
    ["2016-12/", "2016-12/"],
  ])("%s is %s, with nothing guessed", (text, edtf) => {
    expect(readTypedDate(text, article)).toMatchObject({ edtf, words: formatEdtf(edtf), guessed: [] });
  });

  it.each([
    ["yesterday", "2017-08-06"],
    ["the day before yesterday", "2017-08-05"],
    ["today", "2017-08-07"],
    ["Tuesday", "2017-08-01"],
    ["on Friday", "2017-08-04"],
    ["Monday", "2017-08-07"],
    ["last Monday", "2017-07-31"],
    ["by Tuesday", "../2017-08-01"],
    ["next Tuesday", "2017-08-08"],
    ["tomorrow", "2017-08-08"],
    ["last week", "2017-07-31/2017-08-06"],
    ["last weekend", "2017-08-05/2017-08-06"],
    ["at the weekend", "2017-08-05/2017-08-06"],
    ["this week", "2017-08-07/2017-08-13"],
    ["last month", "2017-07"],
    ["next month", "2017-09"],
    ["last year", "2016"],
    ["earlier this month", "2017-08-01/2017-08-07"],
    ["earlier this year", "2017-01-01/2017-08-07"],
    ["last summer", "2016-22"],
    ["last spring", "2017-21"],
    ["this summer", "2017-22"],
    ["last winter", "2016-24"],
    ["three days ago", "2017-08-04"],
    ["two weeks ago", "2017-07-24~"],
    ["two months ago", "2017-06"],
    ["three years ago", "2014"],
  ])("%s is %s for whoever writes on Monday, 7 August 2017", (text, edtf) => {
    expect(readTypedDate(text, monday)).toMatchObject({ edtf, guessed: ["counted from 7 August 2017, Monday"] });
  });

  it.each([
    ["today", "30 April 2022"],
    ["yesterday", "29 April 2022"],
    ["last month", "March 2022"],
    ["6 Nov", "6 November 2021"],
  ])("%s is read from today, and offered as counted from a source: %s", (text, offered) => {
    const alone: DateContext = { today, use: "effective" };
    const sourced = { ...alone, written: "2022-04-30" as Day };
    expect(read(text, sourced)).toBe(read(text, alone));
    expect(readTypedDate(text, sourced).suggestions).toEqual([
      expect.objectContaining({ text: offered, because: "counted from the source, 30 April 2022" }),
    ]);
    expect(readTypedDate(offered, sourced)).toMatchObject({ guessed: [], suggestions: [] });
  });

  it("offers nothing of the source where it says the same", () => {
    expect(instead("6 Nov", { today, use: "effective", written: "2026-11-20" as Day })).toEqual([]);
    expect(instead("6 November 2025", { today, use: "effective", written: "2022-04-30" as Day })).toEqual([]);
  });

  it("counts from today", () => {
    const context: DateContext = { today, use: "effective" };
    expect(["yesterday", "Saturday", "6 Aug", "5 December"].map((text) => read(text, context))).toEqual([
      "2026-11-20",
      "2026-11-21",
      "2026-08-06",
      "2025-12-05",
    ]);
  });

  it.each([
    ["6 Aug", "2017-08-06", "2017"],
    ["7 August", "2017-08-07", "2017"],
    ["8 August", "2016-08-08", "2016"],
    ["August", "2017-08", "2017"],
    ["late July", "2017-07-21/2017-07-31", "2017"],
    ["Q4", "2016-10/2016-12", "2016"],
    ["autumn", "2016-23", "2016"],
    ["29 February", "2016-02-29", "2016"],
    ["by 5 February", "../2017-02-05", "2017"],
    ["between 21 and 31 July", "2017-07-21/2017-07-31", "2017"],
    ["28 December to 4 January", "2016-12-28/2017-01-04", "2017"],
    ["weekend of 5 August", "2017-08-05/2017-08-06", "2017"],
  ])("%s without its year is %s: the nearest one past when it is written", (text, edtf, year) => {
    expect(readTypedDate(text, monday)).toMatchObject({ edtf, guessed: [`the year is taken to be ${year}`] });
  });

  it("offers the coming year where that lies nearer: in force from 25 August", () => {
    expect(instead("from 25 August", monday)).toEqual(["25 August 2017"]);
    expect(instead("6 August", monday)).toEqual([]);
    expect(instead("25 August", { today: "2017-08-07" as Day, use: "reported" })).toEqual([]);
  });

  it("offers both days where figures are read in two orders", () => {
    expect(read("6/8/2017")).toBe("Day or month first?");
    expect(instead("6/8/2017")).toEqual(["6 August 2017", "8 June 2017"]);
    expect(instead("by 6-8-2017")).toEqual(["by 6 August 2017", "by 8 June 2017"]);
    expect(instead("6/8/17")).toEqual(["6 August 2017", "8 June 2017"]);
  });

  it("asks which weekend is meant by a day in the middle of the week", () => {
    expect(read("weekend of 2 August 2017")).toBe("2 August 2017 is a Wednesday: which weekend?");
    expect(instead("weekend of 2 August 2017")).toEqual(["29 to 30 July 2017", "5 to 6 August 2017"]);
  });

  it.each([
    ["", "A date is needed."],
    ["30 February 2017", "No such day: 2017-02-30."],
    ["2017-02-30", "No such day: 2017-02-30."],
    ["2017-13", "No such month: 2017-13."],
    ["29 February 2017", "No such day: 2017-02-29."],
    ["31/31/2017", "No such month: 2017-31."],
    ["20170806", "Year, month and day are parted by hyphens, as in 2017-08-06."],
    ["2018/2017", "The interval ends before it begins: 2018/2017."],
    ["August 2017 to June 2017", "The interval ends before it begins: 2017-08/2017-06."],
    ["Tuesday 6 August 2017", "6 August 2017 is a Sunday."],
    ["6 August at noon", "Times of day are not recorded."],
    ["after 31 December 9999", "Days run from 0001-01-01 to 9999-12-31."],
  ])("%s is refused: %s", (text, refusal) => {
    expect(read(text)).toBe(refusal);
  });

  it.each(["hello", "21", "21 to 31", "in a while", "by", "between 3 and", "the third of never", "Mayday", "soon"])(
    "%s is not read as a date",
    (text) => {
      expect(read(text)).toMatch(/^This is not read as a date\./);
    },
  );

  it("reads or refuses any text at all, and what it offers is read as exactly that", () => {
    const word = fc.constantFrom(
      ..."6 21 31st 2017 '17 august may monday week weekend of early mid- late by before after since between and to – / - c. ? , last next spring q3 half first 2010s 9999 0001 ago days at the earliest end".split(
        " ",
      ),
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 7 }).map((words) => words.join(" ")),
    );
    fc.assert(
      fc.property(text, fc.constantFrom("effective", "reported", "day", "any"), (typed, use) => {
        const context: DateContext = { ...article, use, lastReported: "2017-08-07" as Day };
        const found = readTypedDate(typed, context);
        if (isReadDate(found)) expect(found.words).toBe(formatEdtf(found.edtf));
        for (const { text: offered, edtf } of found.suggestions) expect(read(offered, context)).toBe(edtf);
      }),
      { numRuns: 3000 },
    );
  });
});

describe("where a date is typed", () => {
  const reported = { ...article, lastReported: "2017-08-04" as Day };

  it("an effective date that outlasts the report is offered with an end on its last day", () => {
    expect(instead("2017", reported)).toEqual(["2017, by 4 August"]);
    expect(instead("August 2017", reported)).toEqual(["August 2017, by 4 August"]);
    expect(instead("1-15 August 2017", reported)).toEqual(["1 to 4 August 2017"]);
    expect(instead("4-15 August 2017", reported)).toEqual(["4 August 2017"]);
    expect(instead("July 2017", reported)).toEqual([]);
    expect(instead("25 August 2017", reported)).toEqual([]);
  });

  it("an effective date without an end is read as it stands, and offered as its beginning", () => {
    expect(readTypedDate("December 2016 at the earliest", article)).toMatchObject({
      edtf: "2016-12/..",
      bounds: { earliest: "2016-12-01", latest: null },
      suggestions: [{ edtf: "2016-12", words: "December 2016", text: "December 2016" }],
    });
    expect(instead("December 2016 at the earliest", reported)).toEqual([
      "December 2016 to 4 August 2017",
      "December 2016",
    ]);
  });

  it("a reported date has an end and begins by today", () => {
    const context: DateContext = { today, use: "reported" };
    expect(read("after December 2016", context)).toBe("A report has a last day; this date has none.");
    expect(instead("after December 2016", context)).toEqual(["January 2017"]);
    expect(read("22 November 2026", context)).toBe("This begins after today, 21 November 2026.");
    expect(read("December 2026", context)).toBe("This begins after today, 21 November 2026.");
    expect(["today", "November 2026", "by 5 February 2018"].map((text) => read(text, context))).toEqual([
      "2026-11-21",
      "2026-11",
      "../2018-02-05",
    ]);
  });

  it("a day is one day", () => {
    const context: DateContext = { today, use: "day" };
    expect(read("August 2017", context)).toBe("One day is needed here.");
    expect(read("yesterday", context)).toBe("2026-11-20");
  });
});

describe("whatever core writes of a date", () => {
  const part = fc.constantFrom(
    ..."0007 0987 1999 2017 201X 098X 20XX 2017-08 2017-05 2017-XX 2017-XX-XX 2017-08-XX 2017-08-04 2017-12-31".split(
      " ",
    ),
    ..."2018-01-05 2017-21 2017-22 2017-23 2017-24 1999-24 2017-01 2017-06 2017-07 2017-12".split(" "),
  );
  const date = fc.tuple(part, fc.constantFrom("", "?", "~", "%")).map((parts) => parts.join(""));
  const end = fc.oneof(date, fc.constantFrom("", ".."));
  const span = fc.tuple(end, end).map((ends) => ends.join("/"));
  const legal = fc.oneof(date, span).filter((text) => findEdtf(text) !== null);

  it.each([
    ["formatEdtf", formatEdtf],
    ["formatSince", formatSince],
    ["formatOn", formatOn],
    ["formatShort", formatShort],
  ])("is read back as the same date: %s", (_, format) => {
    fc.assert(
      fc.property(legal, (text) => {
        const words = format(text);
        const typed = readTypedDate(words, { ...article, use: "any" });
        if (!isReadDate(typed)) throw new Error(`${text} is written "${words}", which is refused: ${typed.refusal}`);
        expect(typed.bounds).toEqual(parseEdtf(text).bounds);
        // "Some day in August" is the month where only an end is told; lists set their dash closer then.
        expect(format(typed.edtf).replace(" – ", "–")).toBe(words.replace(" – ", "–"));
        expect(typed.guessed).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  it("is what a form shows of a date that stands in the record, where it is read as the same EDTF", () => {
    expect(wordsTyped("2017-07-21/2017-07-31")).toBe("21 to 31 July 2017");
    expect(wordsTyped("2017")).toBe("2017");
    fc.assert(
      fc.property(legal, (text) => {
        const typed = readTypedDate(wordsTyped(text), { ...article, use: "any" });
        expect(isReadDate(typed) && typed.edtf).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});
