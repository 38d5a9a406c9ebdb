import type { Evidence } from "./evidence.ts";
import { shortPublisher } from "./publisher.ts";
import { joinWords } from "./wording.ts";

/** What sources and origins are called, by id. */
export type CitedNames = {
  sources: ReadonlyMap<string, { publisher: string }>;
  originNames: ReadonlyMap<string, string>;
};

/** Most names stand as they are; remarks that would fill a line are left to the source's own page. */
export const publisherName = (publisher: string): string =>
  publisher.length > 44 ? shortPublisher(publisher) : publisher;

/** An origin by name: a source's publisher where it is one we hold, else as it is stated; the data set's "unknown" has none. */
function originName(origin: string, cited: CitedNames): string {
  const publisher = cited.originNames.get(origin);
  const name = publisher === undefined ? origin : publisherName(publisher);
  return name === "unknown" ? "unnamed" : name;
}

/** Names of origins that stand at an entry before "and 2 more". */
const MOST_NAMED = 3;

/** "Reuters, TASS", "Reuters (2), TASS, CNN and 1 more": one name may stand for several reports, each an origin. */
function namesOf(origins: readonly string[], cited: CitedNames): string {
  const named = new Map<string, number>();
  for (const origin of origins) {
    const name = originName(origin, cited);
    named.set(name, (named.get(name) ?? 0) + 1);
  }
  const shown = [...named].slice(0, MOST_NAMED);
  const more = origins.length - shown.reduce((sum, [, times]) => sum + times, 0);
  const names = shown.map(([name, times]) => (times === 1 ? name : `${name} (${times})`)).join(", ");
  return more === 0 ? names : `${names} and ${more} more`;
}

/**
 * Who stands behind an entry: "2 origins: Reuters, TASS", "Single origin", "Single origin: TASS", "1 origin, 3 outlets".
 *
 * @returns `single` where one origin is all there is; null where nothing supports the entry; that nobody is known to have
 *   said it first is no single origin
 */
export function originsWords(
  evidence: readonly Pick<Evidence, "stance" | "origins" | "sourceId">[],
  cited: CitedNames,
): { words: string; single: boolean } | null {
  const supporting = evidence.filter(({ stance }) => stance === "supports");
  if (supporting.length === 0) return null;
  const origins = [...new Set(supporting.flatMap((one) => one.origins))];
  const outlets = [...new Set(supporting.map(({ sourceId }) => cited.sources.get(sourceId)?.publisher ?? sourceId))];
  if (origins.length > 1) return { words: `${origins.length} origins: ${namesOf(origins, cited)}`, single: false };
  const [origin] = origins;
  if (origin === undefined) return { words: "Origin not stated", single: false };
  const name = originName(origin, cited);
  if (outlets.length > 1) return { words: `1 origin, ${outlets.length} outlets: ${name}`, single: true };
  return { words: outlets[0]?.includes(name) ? "Single origin" : `Single origin: ${name}`, single: true };
}

/** "Reuters and TASS": origins by name. */
export const originNames = (origins: readonly string[], cited: CitedNames): string =>
  joinWords(origins.map((origin) => originName(origin, cited)));
