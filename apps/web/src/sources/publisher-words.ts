import type { PublisherDetail } from "@readout/core/publisher";
import { count, counted, inWords, joinWords, sentenceCase } from "@readout/core/wording";

/** As many names as a sentence can carry. */
const MOST_NAMED = 3;

type Told = Pick<PublisherDetail, "name" | "sources" | "since" | "originOf" | "carriedBy" | "entries">;

/**
 * The sentence of a publisher: what it published, what it said first, and who handed that on.
 *
 * "Reuters: 8 sources since 2017, cited by 26 entries; said first what 29 entries cite, also carried by Zero Hedge."
 */
export function publisherSentence({ name, sources, since, entries, originOf, carriedBy }: Told): string {
  const published =
    sources === 0
      ? "no source of its own here"
      : `${counted(sources, "source")}${since === null ? "" : ` since ${since.slice(0, 4)}`}, ${
          entries === 0 ? "cited by no entry" : `cited by ${counted(entries, "entry", "entries")}`
        }`;
  const first =
    originOf === 0
      ? "said nothing first"
      : `said first what ${originOf === 1 ? "1 entry cites" : `${count(originOf)} entries cite`}`;
  const carried = carriedBy.length === 0 ? "" : `, ${sources === 0 ? "" : "also "}carried by ${named(carriedBy)}`;
  return `${sentenceCase(name)}: ${published}; ${first}${carried}.`;
}

function named(carriers: Told["carriedBy"]): string {
  const names = carriers.map(({ name }) => name);
  if (names.length <= MOST_NAMED) return joinWords(names);
  return `${names.slice(0, MOST_NAMED - 1).join(", ")} and ${inWords(names.length - MOST_NAMED + 1)} others`;
}

/** What rests on it alone, as a remark: "3 readings rest on it alone". */
export function aloneWords({ items }: Pick<PublisherDetail, "items">): string {
  const alone = items.filter(({ fate }) => fate === "bare" || fate === "unsupported").length;
  if (alone === 0) return "none rests on it alone";
  return `${counted(alone, "reading")} ${alone === 1 ? "rests" : "rest"} on it alone`;
}
