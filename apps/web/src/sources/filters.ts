import { Reliability } from "@readout/core/evidence";
import { PublisherKey, publisherKeyOf, shortPublisher } from "@readout/core/publisher";
import { SourceRole } from "@readout/core/source";
import { counted } from "@readout/core/wording";
import { reliabilityText, roleWords } from "./words.ts";

/** What the list of sources is narrowed to, as its address says it. */
export type SourceFilters = { publisher?: string; reliability?: Reliability; role?: SourceRole };

/** Reads the filters of a page; what it does not know, a page ignores. A publisher is named by its key or as people write it. */
export function parseSourceFilters(search: Record<string, string | string[] | undefined>): SourceFilters {
  const one = (name: string): string => {
    const value = search[name];
    return ((Array.isArray(value) ? value.at(-1) : value) ?? "").trim();
  };
  const filters: SourceFilters = {};
  const [publisher, reliability, role] = [
    one("publisher"),
    Reliability.safeParse(one("reliability")),
    SourceRole.safeParse(one("role")),
  ];
  if (publisher !== "")
    filters.publisher = PublisherKey.safeParse(publisher).success ? publisher : publisherKeyOf(publisher.slice(0, 200));
  if (reliability.success) filters.reliability = reliability.data;
  if (role.success) filters.role = role.data;
  return filters;
}

const roleRemarks: Record<SourceRole, string> = {
  seed: "read by paragraph",
  underlying: "behind another source",
  page: "taken from a public page",
};

/**
 * The filters in words: "by Reuters, rated F, cannot be judged"; null where there are none.
 *
 * @param found the publisher of a source that was found, which names the key
 */
export function narrowedWords({ publisher, reliability, role }: SourceFilters, found: string | null): string | null {
  const parts = [
    publisher !== undefined && `by ${found === null ? `“${publisher}”` : shortPublisher(found)}`,
    role !== undefined && roleRemarks[role],
    reliability !== undefined && `rated ${reliabilityText(reliability)}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? null : parts.join(", ");
}

/** "8 sources by Reuters, rated F, cannot be judged." */
export const narrowedSentence = (number: number, isAll: boolean, words: string): string =>
  number === 0 ? `No source ${words}.` : `${isAll ? "" : "More than "}${counted(number, "source")} ${words}.`;

/** The roles as a choice offers them. */
export const roleChoices = Object.entries(roleWords) as [SourceRole, string][];
