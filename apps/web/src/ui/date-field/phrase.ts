import { findEdtf } from "@readout/core/edtf";
import { formatDay } from "@readout/core/edtf-text";
import { addDays, type Day, daysBetween, partsOfDay } from "@readout/core/time";
import { edtfMonth, edtfYear, mondayOf, WEEKDAY, weekdayName, weekdayOf, weekdayOn } from "./names.ts";
import { findCounted } from "./relative.ts";
import { findTerm, nearestPastYear, type Reading, type Term } from "./term.ts";

/** A phrase as EDTF, which may yet name no day of the calendar, with what was taken that was not written. */
export type Phrase = {
  edtf: string;
  notes: string[];
  /** The same in the year to come, where that lies nearer than the past one that was taken. */
  coming?: string;
};
/** A phrase that is understood and still cannot be read as one date; `instead` is EDTF. */
export type Doubt = { doubt: string; instead: string[] };

type Ends = { start: Term | "open"; end: Term | "open" | null };

/** Reads a date as people write it, in English with the day first. Null for what is not understood. */
export function readPhrase(text: string, reading: Reading): Phrase | Doubt | null {
  const { plain, uncertain } = takeRemarks(normal(text));
  const week = readWeek(plain, reading);
  if (week !== null) return week;
  const { rest, weekday } = takeWeekday(plain);
  const ends = endsOf(rest, reading);
  if (ends !== null) {
    const phrase = written(ends, uncertain, reading.anchor);
    return weekday === null ? phrase : (misnamed(phrase, weekday) ?? phrase);
  }
  const counted = findCounted(plain, reading.anchor);
  if (counted === "time") return { doubt: "Times of day are not recorded.", instead: [] };
  if (counted === null) return null;
  return { edtf: `${counted.dates[0]}${counted.approximate ? "~" : ""}`, notes: counted.notes };
}

const normal = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/g, " ")
    .replace(/[‘’]/g, "'")
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/—/g, "–")
    .trim()
    .replace(/[.;,]$/, "");

// ---- remarks around a date

type Uncertain = { start: boolean; end: boolean };

/** Takes away what is said about the whole: "(uncertain)", "(March to May)", "begun". */
function takeRemarks(text: string): { plain: string; uncertain: Uncertain } {
  const uncertain = { start: false, end: false };
  let plain = text.replace(/^(?:begun|began|since|starting|as of) /, "");
  const remark = /^(.*\S) ?\((.*)\)$/.exec(plain);
  if (remark !== null) {
    const said = (remark[2] ?? "").split(/[;,] /);
    const isMonths = (words: string) => /^[a-z]+(?: \d{4}| ad \d+)? to [a-z]+(?: \d{4}| ad \d+)?$/.test(words);
    if (said.every((words) => isMonths(words) || /^(?:(?:start|end) )?uncertain$/.test(words))) {
      uncertain.start = said.some((words) => words === "uncertain" || words === "start uncertain");
      uncertain.end = said.some((words) => words === "uncertain" || words === "end uncertain");
      plain = remark[1] ?? "";
    }
  }
  if (/[a-z0-9] ?\?$/.test(plain)) {
    plain = plain.replace(/ ?\?$/, "");
    uncertain.start = uncertain.end = true;
  }
  return { plain, uncertain };
}

/** "Tuesday, 6 August 2017" and "31 January 2021, Sunday": the weekday is only checked. */
function takeWeekday(text: string): { rest: string; weekday: number | null } {
  const before = new RegExp(`^(?:on )?${WEEKDAY},? (?:the )?(?<rest>.*\\d.*)$`).exec(text)?.groups;
  const after = new RegExp(`^(?<rest>.*\\d.*),? \\(?${WEEKDAY}\\)?$`).exec(text)?.groups;
  const found = before ?? after;
  const rest = (found?.rest ?? text).replace(/,$/, "");
  // "Monday to 4 August" begins with a day of its own.
  if (found === undefined || /^(?:to|until|or|and|–|-)(?: |$)/.test(rest)) return { rest: text, weekday: null };
  return { rest, weekday: weekdayOf(found.weekday ?? "") };
}

function misnamed({ edtf }: Phrase, weekday: number): Doubt | null {
  const day = dayIn(edtf);
  if (day === null || weekdayOn(day) === weekday) return null;
  return { doubt: `${formatDay(day)} is a ${weekdayName(weekdayOn(day))}.`, instead: [edtf] };
}

function dayIn(edtf: string): Day | null {
  const parsed = findEdtf(edtf);
  return parsed?.kind === "date" && parsed.precision === "day" ? parsed.bounds.earliest : null;
}

// ---- weekends and weeks

/** "Weekend of 5 August 2017", "week of 7 August": two days, or seven, around the day that is named. */
function readWeek(text: string, reading: Reading): Phrase | Doubt | null {
  const found = /^(?:on |over |at |in |during )?(?:the )?(?<span>weekend|week) (?:of|from|beginning) (?<rest>.+)$/.exec(
    text,
  )?.groups;
  const ends = found === undefined ? null : endsOf(found.rest ?? "", reading);
  if (found === undefined || ends === null) return null;
  const { edtf, notes } = written(ends, { start: false, end: false }, reading.anchor);
  const parsed = findEdtf(edtf);
  const day = parsed?.bounds.earliest;
  if (parsed === null || !day) return { edtf, notes };
  const saturday = (monday: Day) => `${addDays(monday, 5)}/${addDays(monday, 6)}`;
  if (found.span === "week") return { edtf: `${mondayOf(day)}/${addDays(mondayOf(day), 6)}`, notes };
  if (weekdayOn(day) >= 5) return { edtf: saturday(mondayOf(day)), notes };
  return {
    doubt: `${formatDay(day)} is a ${weekdayName(weekdayOn(day))}: which weekend?`,
    instead: [saturday(addDays(mondayOf(day), -7)), saturday(mondayOf(day))],
  };
}

// ---- one date, or the two ends of a span

const UPPER = "by|until|till|up to|(?:no|not) later than|on or before|at the latest(?: by| on| in)?";
const BESIDE: readonly (readonly [RegExp, (whole: Term, part: Term) => Ends])[] = [
  [
    /^(?<whole>.+?),? (?:but )?(?:not before|no earlier than|not earlier than) (?<part>.+)$/,
    (whole, part) => ({ start: part, end: whole }),
  ],
  [new RegExp(`^(?<whole>.+?),? (?:but )?(?:${UPPER}) (?<part>.+)$`), (whole, part) => ({ start: whole, end: part })],
  [/^(?<whole>.+?), (?:but )?before (?<part>.+)$/, (whole, part) => ({ start: whole, end: neighbour(part, -1) })],
  [/^(?<whole>.+?), (?:but )?after (?<part>.+)$/, (whole, part) => ({ start: neighbour(part, 1), end: whole })],
];

function endsOf(text: string, reading: Reading): Ends | null {
  const single = findTerm(text, reading);
  if (single !== null && !single.needsMonth) return { start: single, end: null };
  return unknownPart(text, reading) ?? besideOf(text, reading) ?? openOf(text, reading) ?? rangeOf(text, reading);
}

/** "2017, month unknown", "August 2017, day unknown", "2000 to 2099, year unknown". */
function unknownPart(text: string, reading: Reading): Ends | null {
  const found = /^(?<known>.+), (?<what>year|month|day|month and day) unknown$/.exec(text)?.groups;
  const someDay = /^(?:on )?(?:some|a) day in (?<known>.+)$/.exec(text)?.groups;
  const ends = found === undefined && someDay === undefined ? null : endsOf((found ?? someDay)?.known ?? "", reading);
  if (ends === null || typeof ends.start === "string") return null;
  const { start } = ends;
  const tail = { year: "", month: "-XX", day: "-XX", "month and day": "-XX-XX" }[found?.what ?? "day"] ?? "";
  if (found?.what === "year") {
    const century = Math.floor((start.year ?? 0) / 100);
    return { start: { ...start, dates: () => [`${String(century).padStart(2, "0")}XX`] }, end: null };
  }
  return { start: { ...start, dates: (year, month) => [`${start.dates(year, month)[0]}${tail}`] }, end: null };
}

/** "In 2017, by 4 August": one date, and a limit within it. */
function besideOf(text: string, reading: Reading): Ends | null {
  for (const [form, join] of BESIDE) {
    const found = form.exec(text)?.groups;
    const whole = found && findTerm(found.whole ?? "", reading);
    const part = found && limitOf(found.part ?? "", reading);
    if (whole && part) return join(whole, part);
  }
  return null;
}

/** A limit is its last day or its first: "the end of August" is August. */
const limitOf = (text: string, reading: Reading): Term | null =>
  findTerm(text.replace(/^(?:the )?(?:end|beginning|start)(?: of)? /, ""), reading);

function openOf(text: string, reading: Reading): Ends | null {
  const open = (form: RegExp, ends: (limit: Term) => Ends): Ends | null => {
    const limit = form.exec(text)?.groups?.limit;
    const term = limit === undefined ? null : limitOf(limit, reading);
    return term === null || term.needsMonth ? null : ends(term);
  };
  return (
    open(new RegExp(`^(?:${UPPER}) (?<limit>.+)$`), (end) => ({ start: "open", end })) ??
    open(/^(?<limit>.+?),? (?:at the latest|or earlier|or before)$/, (end) => ({ start: "open", end })) ??
    open(/^(?:before|prior to) (?<limit>.+)$/, (end) => ({ start: "open", end: neighbour(end, -1) })) ??
    open(/^(?:from )?(?<limit>.+?),? (?:at the earliest|or later|or after)$/, (start) => ({ start, end: "open" })) ??
    open(/^(?:not before|(?:no|not) earlier than|on or after|at the earliest(?: on| in)?) (?<limit>.+)$/, (start) => ({
      start,
      end: "open",
    })) ??
    open(/^after (?<limit>.+)$/, (start) => ({ start: neighbour(start, 1), end: "open" })) ??
    open(/^(?:from|since) (?<limit>.+?)(?: on| onwards?)?$/, (start) => ({ start, end: null }))
  );
}

/** The month before or after a month, the day before or after anything that is no day, month or year. */
function neighbour(term: Term, step: -1 | 1): Term {
  const dates = (year: number, month: number): readonly [string] => {
    const all = term.dates(year, month);
    const edge = (step < 0 ? all[0] : all.at(-1)) ?? "";
    const parsed = findEdtf(edge);
    if (parsed?.kind !== "date") return [edge];
    const { bounds, precision } = parsed;
    const day = addDays(step < 0 ? bounds.earliest : bounds.latest, step);
    const parts = partsOfDay(day);
    if (precision === "month") return [edtfMonth(parts.year, parts.month)];
    return [precision === "year" || precision === "decade" ? edtfYear(parts.year) : day];
  };
  return { ...term, dates };
}

const DIVIDERS = / to | until | till | through | and | or | ?– ?| - |-|\//g;

/** "1-15 April 2025", "between 21 and 31 July 2017", "June–August 2020". */
function rangeOf(text: string, reading: Reading): Ends | null {
  const plain = text.replace(/^(?:some ?time )?(?:between|from) /, "");
  for (const { 0: divider, index } of plain.matchAll(DIVIDERS)) {
    const start = findTerm(plain.slice(0, index), reading);
    const end = findTerm(plain.slice(index + divider.length), reading);
    if (start === null || end === null || (start.needsMonth && end.needsMonth)) continue;
    if ((start.needsMonth && end.month === null) || (end.needsMonth && start.month === null)) continue;
    return { start, end };
  }
  return null;
}

// ---- years and months that were left out, and the EDTF text

function written(ends: Ends, uncertain: Uncertain, anchor: Day): Phrase {
  const [first, last] = [ends.start, ends.end].map((end) => (typeof end === "string" ? null : end)) as Pair;
  const notes = [...new Set([...(first?.notes ?? []), ...(last?.notes ?? [])])];
  const known = last?.year ?? first?.year ?? null;
  if (known !== null) return { edtf: textOf(ends, uncertain, known), notes };
  const year = nearestPastYear((last ?? first) as Term, last?.month ?? first?.month ?? 0, anchor);
  const edtf = textOf(ends, uncertain, year);
  const coming = textOf(ends, uncertain, year + 1);
  const nearer = isNearer(coming, edtf, anchor) ? { coming } : {};
  return { edtf, notes: [...notes, `the year is taken to be ${year}`], ...nearer };
}

type Pair = [Term | null, Term | null];

/** The EDTF text of both ends, with this year where they have none of their own. */
function textOf(ends: Ends, uncertain: Uncertain, year: number): string {
  const [first, last] = [ends.start, ends.end].map((end) => (typeof end === "string" ? null : end)) as Pair;
  const month = last?.month ?? first?.month ?? 0;
  if (first === null || last === null) {
    const only = (first ?? last) as Term;
    const [from, until] = only.dates(only.year ?? year, only.month ?? month);
    const dates =
      until === undefined
        ? [marked(from, only, uncertain.start || uncertain.end)]
        : [marked(from, only, uncertain.start), marked(until, only, uncertain.end)];
    if (ends.start === "open") return `../${dates.at(-1)}`;
    return ends.end === "open" ? `${dates[0]}/..` : dates.join("/");
  }
  const text = (startYear: number, endYear: number) => {
    const from = first.dates(startYear, first.month ?? month)[0];
    const until = last.dates(endYear, last.month ?? first.month ?? 0).at(-1) ?? "";
    return `${marked(from, first, uncertain.start)}/${marked(until, last, uncertain.end)}`;
  };
  const edtf = text(first.year ?? year, last.year ?? year);
  if (findEdtf(edtf) !== null || (first.year !== null && last.year !== null)) return edtf;
  // "28 December to 4 January 2025" begins the year before.
  const across = first.year === null ? text(year - 1, last.year ?? year) : text(first.year, first.year + 1);
  return findEdtf(across) === null ? edtf : across;
}

/** Whether what is still to come lies nearer to the day of writing than what is past: "from 25 August", written on the 7th. */
function isNearer(coming: string, past: string, anchor: Day): boolean {
  const [ahead, behind] = [coming, past].map((edtf) => findEdtf(edtf)?.bounds);
  const [next, before] = [ahead?.earliest ?? ahead?.latest, behind?.latest ?? behind?.earliest];
  return !!next && !!before && next > anchor && daysBetween(anchor, next) < daysBetween(before, anchor);
}

function marked(edtf: string, term: Term, isUncertain: boolean): string {
  const uncertain = isUncertain || term.uncertain;
  return `${edtf}${uncertain && term.approximate ? "%" : uncertain ? "?" : term.approximate ? "~" : ""}`;
}
