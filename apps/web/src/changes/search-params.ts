import { formatDay } from "@readout/core/edtf-text";
import { addDays, type Day } from "@readout/core/time";
import { readTypedDay } from "../as-of/typed-day.ts";

/** What is wrong with a field, in words that stand at it. */
export type Fault = { field: "from" | "to"; message: string };

export type AskedDays = {
  /** What the fields held, to show them again. */
  typed: { from: string; to: string };
  from: Day | null;
  to: Day | null;
  faults: Fault[];
};

type Params = Record<string, string | string[] | undefined>;

/**
 * The two days asked for, as people write days; null for one that was left out.
 *
 * @param knownOn the day the page is looked at from: nothing later is compared
 */
export function readDays(params: Params, knownOn: Day): AskedDays {
  const typed = { from: one(params.from), to: one(params.to) };
  const faults: Fault[] = [];
  const read = (field: "from" | "to"): Day | null => {
    if (typed[field] === "") return null;
    const day = readTypedDay(typed[field]);
    if (day === null)
      faults.push({ field, message: `“${typed[field]}” is not a day; write 7 August 2017 or 2017-08-07` });
    else if (day > knownOn)
      faults.push({ field, message: `is after ${formatDay(knownOn)}; nothing later is known on this page` });
    return day;
  };
  const [from, to] = [read("from"), read("to")];
  if (from !== null && to !== null && from > to) faults.push({ field: "from", message: "is after the second day" });
  return { typed, from, to, faults };
}

/** Whether two days that can be read stand the wrong way round, and nothing else is wrong. */
export const isTurned = ({ from, to, faults }: AskedDays): boolean =>
  from !== null && to !== null && from > to && faults.length === 1;

/** The other day where one was left out: up to the day shown, or from the day before. */
export function completed(asked: Pick<AskedDays, "from" | "to">, knownOn: Day): { from: Day; to: Day } | null {
  if (asked.from === null && asked.to === null) return null;
  const to = asked.to ?? knownOn;
  return { from: asked.from ?? addDays(to, -1), to };
}

const one = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? (value[0] ?? "") : (value ?? "")).trim();
