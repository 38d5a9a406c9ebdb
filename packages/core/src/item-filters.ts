import type { ActorId } from "./id.ts";
import type { OwnerSide } from "./item.ts";
import type { Phase } from "./reading.ts";
import { Status, type StatusFamily, statusFamily, statusWord } from "./status.ts";
import { joinWords } from "./wording.ts";

/** What a list of items is narrowed to, as its address and its export say it. */
export type ItemFilters = {
  status?: Status[];
  phase?: Phase;
  tag?: string;
  actor?: ActorId;
  owner?: OwnerSide;
  q?: string;
};

export const filterNames = ["phase", "status", "owner", "tag", "actor", "q"] as const;
export type FilterName = (typeof filterNames)[number];

export const familyWords: Record<StatusFamily, string> = {
  talk: "in talk",
  commitment: "committed",
  motion: "in motion",
  trouble: "in trouble",
  end: "ended",
};

/** The statuses of a family, as an address lists them. */
export const familyStatuses = (family: StatusFamily): Status[] =>
  Status.options.filter((status) => statusFamily[status] === family);

/** A set of statuses in words: a whole family by its name. */
export function statusesInWords(statuses: readonly Status[]): string {
  for (const [family, words] of Object.entries(familyWords) as [StatusFamily, string][]) {
    const all = familyStatuses(family);
    if (all.length === statuses.length && all.every((status) => statuses.includes(status))) return words;
  }
  return joinWords(statuses.map(statusWord), "or");
}

const ownerWords: Record<OwnerSide, string> = {
  us: "the United States has to move",
  russia: "Russia has to move",
  both: "both have to move",
  others: "others have to move",
};

/** Each filter as a word that can be taken away. */
export function filterWords(
  filters: { [Name in FilterName]?: ItemFilters[Name] | undefined },
  actorName: string | null,
): { name: FilterName; words: string }[] {
  const words: Record<FilterName, string | null> = {
    phase: filters.phase === undefined ? null : filters.phase === "open" ? "open" : "closed",
    status: filters.status === undefined ? null : statusesInWords(filters.status),
    owner: filters.owner === undefined ? null : ownerWords[filters.owner],
    tag: filters.tag === undefined ? null : `tagged ${filters.tag.replaceAll("-", " ")}`,
    actor: filters.actor === undefined ? null : `with ${actorName ?? filters.actor}`,
    q: filters.q === undefined ? null : `with “${filters.q}” in the title`,
  };
  return filterNames.flatMap((name) => (words[name] === null ? [] : [{ name, words: words[name] }]));
}
