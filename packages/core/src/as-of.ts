import { z } from "zod";
import { Day, dayOfInstant, endOfDay, Instant, isDay, isInstant } from "./time.ts";

/** What decides whether an entry was known: the day its sources said it, or the instant Readout recorded it. */
export const Basis = z.enum(["reported", "recorded"]);
export type Basis = z.infer<typeof Basis>;

/** A day, or an instant with or without its fraction of a second; both as Readout writes them afterwards. */
const KnownOn = z
  .string()
  .transform((typed, context): Day | Instant => {
    if (isDay(typed)) return typed;
    const [, seconds, fraction = ""] = /^(.{19})(?:\.(\d{1,3}))?Z$/.exec(typed) ?? [];
    const instant = `${seconds}.${fraction.padEnd(3, "0")}Z`;
    if (isInstant(instant)) return instant;
    context.addIssue({
      code: "custom",
      message: `no such day or instant: ${typed}; write 2017-08-07 or 2026-11-21T10:00:00Z`,
    });
    return z.NEVER;
  })
  .meta({ description: "A day, or with basis=recorded an instant in UTC", examples: ["2017-08-07"] });

/** The as-of parameters as a caller gives them; every read takes them. */
export const AsOfInput = z.object({ knownOn: KnownOn.optional(), validOn: Day.optional(), basis: Basis.optional() });
export type AsOfInput = z.infer<typeof AsOfInput>;

/** The as-of as an answer states it: defaults filled in, days to come answered as today. */
export const AsOf = z.object({ knownOn: z.union([Day, Instant]), validOn: Day, basis: Basis });
export type AsOf = z.infer<typeof AsOf>;

/** The schema for an input that carries `fields` and an as-of: unknown parameters are refused, an instant needs `basis=recorded`. */
export const withAsOf = <S extends z.ZodRawShape>(fields: S) =>
  z.strictObject({ ...fields, ...AsOfInput.shape }).check(({ value, issues }) => {
    const fault = asOfFault(value as AsOfInput);
    if (fault !== null) issues.push({ code: "custom", path: [fault.path], message: fault.message, input: value });
  });

/** The fault of an as-of that is well-formed in each part but not as a whole; null when there is none. */
export const asOfFault = (input: AsOfInput): { path: string; message: string } | null =>
  input.knownOn !== undefined && isInstant(input.knownOn) && input.basis !== "recorded"
    ? { path: "knownOn", message: "an instant is allowed with basis=recorded only" }
    : null;

/**
 * Fills in the defaults of an as-of.
 *
 * @param now the present instant, UTC; a `knownOn` after it is answered as today
 */
export function resolveAsOf(input: AsOfInput, now: Instant): AsOf {
  const today = dayOfInstant(now);
  const given = input.knownOn ?? today;
  const knownOn = isInstant(given) ? (given > now ? now : given) : given > today ? today : given;
  const knownDay = isInstant(knownOn) ? dayOfInstant(knownOn) : knownOn;
  return { knownOn, validOn: input.validOn ?? knownDay, basis: input.basis ?? "reported" };
}

/** The day of what was known, whether `knownOn` is a day or an instant. */
export const knownDayOf = (asOf: AsOf): Day => (isInstant(asOf.knownOn) ? dayOfInstant(asOf.knownOn) : asOf.knownOn);

/** The last instant at which something could be recorded and still be seen. */
export const knownInstantOf = (asOf: AsOf): Instant =>
  isInstant(asOf.knownOn) ? asOf.knownOn : endOfDay(asOf.knownOn);

/** Whether something without a date of its own, known from `knownFrom` on and recorded at `recordedAt`, is seen. */
export function isKnown(asOf: AsOf, knownFrom: Day | null, recordedAt: Instant): boolean {
  if (asOf.basis === "recorded") return recordedAt <= knownInstantOf(asOf);
  return knownFrom !== null && knownFrom <= knownDayOf(asOf);
}

/** The as-of that shows everything known today. */
export const asOfToday = (now: Instant): AsOf => resolveAsOf({}, now);
