import type { Caller } from "@readout/api/server";

/** A read as both servers answer it. */
export interface Question {
  name: string;
  /** Under /api/v1. */
  path: string;
  /** The least share of the hand-written server's throughput that a first read reaches; null: shown, not held to. */
  target: number | null;
  /** The same through the procedure, for its plans. */
  ask: (caller: Caller) => Promise<unknown>;
}

type ListInput = Parameters<Caller["items"]["list"]>[0];
type ItemInput = Parameters<Caller["items"]["get"]>[0];
type DiffInput = Parameters<Caller["diff"]["get"]>[0];

const queryOf = (input: object): string => {
  const text = new URLSearchParams(input as Record<string, string>).toString();
  return text === "" ? "" : `?${text}`;
};

const list = (name: string, input: ListInput, target: number | null): Question => ({
  ...{ name, target },
  path: `/items${queryOf(input)}`,
  ask: (caller) => caller.items.list(input),
});

const item = (name: string, { id, ...asOf }: ItemInput, target: number | null): Question => ({
  ...{ name, target },
  path: `/items/${id}${queryOf(asOf)}`,
  ask: (caller) => caller.items.get({ id, ...asOf }),
});

const diff = (name: string, input: DiffInput): Question => ({
  ...{ name, target: 0.8 },
  path: `/diff${queryOf(input)}`,
  ask: (caller) => caller.diff.get(input),
});

/** A past day of each basis, in the middle of what `generate` makes. */
const reported = "2018-06-01";
const recorded = "2022-06-01";
const id = "load-item-00042";

/** What a dashboard asks of a large record. */
export const questions = [
  list("item list", {}, 0.3),
  list("as-of list", { knownOn: reported }, 0.8),
  list("as-of list, open", { knownOn: reported, phase: "open" }, 0.8),
  list("as-of list, closed", { knownOn: reported, phase: "closed" }, 0.8),
  list(
    "as-of list, open, an earlier day of the world",
    { knownOn: reported, validOn: "2016-01-15", phase: "open" },
    0.8,
  ),
  list("as-of list, open, as recorded", { knownOn: recorded, basis: "recorded", phase: "open" }, 0.8),
  list(
    "as-of list, closed, as recorded, earlier",
    { knownOn: recorded, validOn: "2016-01-15", basis: "recorded", phase: "closed" },
    0.8,
  ),
  item("item page", { id }, 0.3),
  item("item page as of a day", { id, knownOn: reported, validOn: "2016-01-15" }, 0.3),
  {
    name: "ledger of 100 entries",
    path: `/items/${id}/entries`,
    target: null,
    ask: (caller) => caller.items.entries({ id }),
  },
  diff("diff of a day", { from: reported, to: "2018-06-02" }),
  diff("diff of a week", { from: reported, to: "2018-06-08" }),
  diff("diff of a week, as recorded", { from: recorded, to: "2022-06-08", basis: "recorded" }),
] as const satisfies readonly Question[] as readonly Question[];
