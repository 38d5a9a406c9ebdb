import type { WrittenKind } from "../../../../../recording/form.ts";

type SearchParams = Record<string, string | string[] | undefined>;

/** What the page is asked to do: record anew, or correct or retract the entry `amends`. */
export type RecordSearch = { act: "record" | "correct" | "retract"; amends: number | null; kind: WrittenKind };

/** `?corrects=4`, `?retracts=4`, `?kind=review`; whatever else the address holds is ignored. */
export function readSearch({ corrects, retracts, kind }: SearchParams): RecordSearch {
  const chosen: WrittenKind = kind === "review" || kind === "reaffirmation" ? kind : "change";
  const [act, named] = corrects !== undefined ? (["correct", corrects] as const) : (["retract", retracts] as const);
  const seq = typeof named === "string" && /^[1-9]\d{0,8}$/.test(named) ? Number(named) : null;
  return seq === null ? { act: "record", amends: null, kind: chosen } : { act, amends: seq, kind: chosen };
}
