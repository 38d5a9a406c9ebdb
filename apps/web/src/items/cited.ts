import { boundsOf } from "@readout/core/edtf";
import type { Evidence, Reliability } from "@readout/core/evidence";
import type { Day } from "@readout/core/time";
import { joinWords } from "../ui/format.ts";

/** What a page needs of a source to cite it. */
export type CitedSource = {
  id: string;
  publisher: string;
  title: string;
  published: string;
  reliability: Reliability;
  origin: string;
  /** Whether it had appeared by the day shown; before that it has no page to link to. */
  open: boolean;
};

/** The sources that a ledger cites, by id, and the names of origins that are sources themselves. */
export type Cited = { sources: ReadonlyMap<string, CitedSource>; originNames: ReadonlyMap<string, string> };

/** Whether a source had appeared by a day. */
export const hadAppeared = (published: string, on: Day): boolean => {
  const { latest } = boundsOf(published);
  return latest === null || latest <= on;
};

/** An origin by name: a source's publisher where it is one we hold, else as it is stated; the data set's "unknown" has none. */
const originName = (origin: string, cited: Cited): string =>
  origin === "unknown" ? "unnamed" : (cited.originNames.get(origin) ?? origin);

/**
 * Who stands behind an entry: "2 origins", "Single origin", "Single origin: TASS", "1 origin, 3 outlets".
 *
 * @returns `single` where one origin is all there is; null where nothing supports the entry
 */
export function originsWords(
  evidence: readonly Pick<Evidence, "stance" | "origins" | "sourceId">[],
  cited: Cited,
): { words: string; single: boolean } | null {
  const supporting = evidence.filter(({ stance }) => stance === "supports");
  if (supporting.length === 0) return null;
  const origins = [...new Set(supporting.flatMap((one) => one.origins))];
  const outlets = [...new Set(supporting.map(({ sourceId }) => cited.sources.get(sourceId)?.publisher ?? sourceId))];
  if (origins.length > 1) return { words: `${origins.length} origins`, single: false };
  const name = originName(origins[0] ?? "", cited);
  if (outlets.length > 1) return { words: `1 origin, ${outlets.length} outlets: ${name}`, single: true };
  return { words: outlets[0]?.includes(name) ? "Single origin" : `Single origin: ${name}`, single: true };
}

/** "Reuters and TASS": origins by name. */
export const originNames = (origins: readonly string[], cited: Cited): string =>
  joinWords(origins.map((origin) => originName(origin, cited)));
