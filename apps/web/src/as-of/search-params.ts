import type { AsOfInput, Basis } from "@readout/core/as-of";
import { type Day, dayOfInstant, type Instant, isDay, isInstant } from "@readout/core/time";
import { readTypedDay } from "./typed-day.ts";

/** Search parameters as Next hands them to a page, or as a URL holds them. */
export type SearchParams = URLSearchParams | Record<string, string | string[] | undefined>;

/** A part of the as-of that could not be read: which parameter, what it held, and why in plain words. */
export type AsOfFault = { path: "knownOn" | "validOn" | "basis"; given: string; message: string };

export type ReadAsOf = { input: AsOfInput; faults: AsOfFault[]; canonical: boolean };

const names = ["knownOn", "validOn", "basis"] as const;

/**
 * Reads the three as-of parameters and ignores every other one.
 *
 * @returns what they say, what is wrong with them, and whether they stand as links write them:
 *   a form sends empty fields and days as people write them, which is read but not canonical
 */
export function readAsOf(search: SearchParams): ReadAsOf {
  const read: ReadAsOf = { input: {}, faults: [], canonical: true };
  for (const name of names) {
    const [value, ...more] = valuesOf(search, name);
    if (value === undefined) continue;
    if (more.length > 0)
      read.faults.push({ path: name, given: [value, ...more].join(", "), message: "is given twice" });
    else if (value.trim() === "") read.canonical = false;
    else readOne(name, value.trim(), read);
  }
  const { knownOn, basis } = read.input;
  if (knownOn !== undefined && isInstant(knownOn) && basis !== "recorded")
    read.faults.push({
      path: "knownOn",
      given: knownOn,
      message: "has a time of day, which only what Readout showed can be asked for",
    });
  return read;
}

function readOne(name: (typeof names)[number], value: string, read: ReadAsOf): void {
  const refuse = (message: string) => {
    read.faults.push({ path: name, given: value, message });
  };
  if (name === "basis") {
    if (value === "reported" || value === "recorded") read.input.basis = value;
    else refuse("is neither “reported” nor “recorded”");
    return;
  }
  if (isDay(value)) read.input[name] = value;
  else if (name === "knownOn" && isInstant(value)) read.input.knownOn = value;
  else {
    const day = readTypedDay(value);
    if (day === null) refuse(/^\d{4}-\d{2}-\d{2}$/.test(value) ? "is not a day of the calendar" : "is not a day");
    else read.input[name] = day;
    read.canonical = false;
  }
}

function valuesOf(search: SearchParams, name: string): string[] {
  if (search instanceof URLSearchParams) return search.getAll(name);
  const value = search[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/**
 * What a page shows: `published` and `recorded` are earlier days under the two bases, `world` is another day of the
 * world with what is known today, `both` an earlier day under either basis with another day of the world.
 */
export type AsOfState = "today" | "published" | "recorded" | "world" | "both";

export type AsOfView = {
  /** What links keep and queries receive: as given, without a day that is still to come. */
  input: AsOfInput;
  state: AsOfState;
  today: Day;
  knownOn: Day;
  /** Set where a moment was asked for, not a day. */
  instant: Instant | null;
  validOn: Day;
  basis: Basis;
  /** A `knownOn` that is still to come; the page is answered as today's. */
  toCome: Day | null;
};

/** Tells which of the four states a page is in. */
export function viewOf(given: AsOfInput, now: Instant): AsOfView {
  const today = dayOfInstant(now);
  const givenDay = given.knownOn === undefined ? null : dayOf(given.knownOn);
  const toCome =
    given.knownOn !== undefined && (given.knownOn.length > 10 ? given.knownOn > now : given.knownOn > today);
  const { knownOn: _, ...rest } = given;
  const input: AsOfInput = toCome ? rest : given;
  const knownOn = toCome || givenDay === null ? today : givenDay;
  const instant = input.knownOn !== undefined && input.knownOn.length > 10 ? (input.knownOn as Instant) : null;
  const validOn = input.validOn ?? knownOn;
  const basis = input.basis ?? "reported";
  const inPast = knownOn < today || instant !== null;
  const state = inPast
    ? validOn !== knownOn
      ? "both"
      : basis === "recorded"
        ? "recorded"
        : "published"
    : validOn === today
      ? "today"
      : "world";
  return { input, state, today, knownOn, instant, validOn, basis, toCome: toCome ? givenDay : null };
}

const dayOf = (knownOn: Day | Instant): Day => (isInstant(knownOn) ? dayOfInstant(knownOn) : knownOn);
